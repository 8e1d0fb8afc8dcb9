import { beforeEach, describe, expect, test } from 'vitest'
import type { Account } from './market'
import { SignIn } from './signIn'
import type { Door } from './signIn'

const SARA: Account = { user_id: 42, username: 'سارا', roles: ['buyer'] }
const MEHR: Account = { user_id: 7, username: 'سفالگری مهر', roles: ['vendor'], vendor_id: 1 }
const RAHIM: Account = { user_id: 8, username: 'রহিম', roles: ['vendor'], vendor_id: 2 }

let made: number
let kept: string | null
let isDemo: boolean
let door: Door

function token({ user_id, ...claims }: Account): string {
  const text = JSON.stringify({ sub: String(user_id), ...claims, made: ++made })
  return `e30.${Buffer.from(text).toString('base64url')}.c2ln`
}

beforeEach(() => {
  made = 0
  kept = null
  isDemo = true
  door = {
    kept: () => kept,
    keep: (value) => void (kept = value),
    accounts: () => (isDemo ? Promise.resolve([SARA, MEHR]) : Promise.reject(new Error('404'))),
    tokenFor: (account) =>
      isDemo ? Promise.resolve(token(account)) : Promise.reject(new Error('404')),
    ask: undefined,
  }
})

function page(): SignIn {
  return new SignIn(door, ['vendor'])
}

function session(signIn: SignIn) {
  const { value } = signIn.standing
  if (value.is !== 'in') throw new Error(`Not signed in: ${value.is}`)
  return value.session
}

test('somebody of the right role is chosen, and is still there when the page is loaded anew', async () => {
  const first = page()
  await first.begin()
  expect(first.standing.value).toEqual({ is: 'choosing', accounts: [MEHR] })
  await first.choose(MEHR)
  expect(session(first).claims?.username).toBe('سفالگری مهر')
  const second = page()
  await second.begin()
  expect(await session(second).token(false)).toBe(kept)
  await second.leave()
  expect([kept, second.standing.value.is]).toEqual([null, 'choosing'])
})

test('an expired token of a demo account is replaced without a word', async () => {
  const signIn = page()
  await signIn.choose(MEHR)
  const before = session(signIn)
  const fresh = await before.token(true)
  expect(fresh).not.toBe(token(MEHR))
  expect([kept, session(signIn)]).toEqual([fresh, before])
})

test('who has no right to the page is told so', async () => {
  const signIn = page()
  signIn.enter(token(SARA))
  expect([signIn.standing.value, kept]).toEqual([{ is: 'other', name: 'سارا' }, null])
})

test('without a demo or an embedding window there is nobody', async () => {
  isDemo = false
  const signIn = page()
  await signIn.begin()
  expect(signIn.standing.value).toEqual({ is: 'nobody' })
})

describe('an embedding window', () => {
  test('signs in, renews, and may change who it is', async () => {
    isDemo = false
    const asked: boolean[] = []
    door.ask = (renewed) => Promise.resolve((asked.push(renewed), token(MEHR)))
    const signIn = page()
    await signIn.begin()
    const first = session(signIn)
    const fresh = await first.token(true)
    expect([asked, await first.token(false)]).toEqual([[false, true], fresh])
    signIn.enter(token(RAHIM))
    expect(session(signIn)).not.toBe(first)
  })

  test('that gives no token any more ends the session', async () => {
    isDemo = false
    let isThere = true
    door.ask = () => (isThere ? Promise.resolve(token(MEHR)) : Promise.reject(new Error('gone')))
    const signIn = page()
    await signIn.begin()
    isThere = false
    await expect(session(signIn).token(true)).rejects.toThrow()
    await Promise.resolve()
    expect(kept).toBeNull()
  })

  test('that never signs in leaves the choice of the demo accounts', async () => {
    door.ask = () => Promise.reject(new Error('silent'))
    const signIn = page()
    await signIn.begin()
    await signIn.choose(MEHR)
    expect(await session(signIn).token(true)).toBe(kept)
  })
})
