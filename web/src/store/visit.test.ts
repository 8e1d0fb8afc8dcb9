import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { PublicServer, idOf } from '../../test/publicServer'
import { World, until } from '../../test/world'
import { NOWHERE, visitLines, visited } from './visit'
import { useVisitStore } from './visitStore'

let server: PublicServer
let world: World
let visits: ReturnType<typeof useVisitStore>

const MITU = { username: 'মিতু', color: '#008080' }
const RAKIB = { id: idOf('রাকিব'), name: 'রাকিব', color: '#ff0000' }

beforeEach(async () => {
  server = await PublicServer.start()
  world = new World()
  setActivePinia(createPinia())
  visits = useVisitStore()
  visits.begin({ endpoint: server.endpoint, lang: 'bn' }, world)
})

afterEach(async () => {
  visits.leave()
  await server.stop()
})

const shown = () =>
  visitLines(visits.state, () => 'd').flatMap((line) =>
    line.kind === 'message' ? [line.content] : line.kind === 'note' ? [line.text] : [],
  )

async function entered(): Promise<void> {
  await visits.enter(server.roomId, MITU)
  await until(() => visits.state.connection.is === 'open')
}

test('the list says who is where', async () => {
  await visits.loadRooms()
  expect(visits.state.rooms).toMatchObject([{ name: 'সিনেমা-গান', online_users: 0 }])
})

test('a visitor sees what was said, then what is said, and who is in', async () => {
  server.say('হ্যালো সবাই! 👋', RAKIB)
  await entered()
  await until(() => visits.state.users.length === 1)
  expect(visits.send('می‌آیم')).toBe(true)
  await until(() => shown().includes('می‌آیم'))
  expect(shown()).toEqual(['হ্যালো সবাই! 👋', '🎉 মিতু চ্যাটরুমে যোগ দিয়েছেন!', 'می‌آیم'])
  const own = visitLines(visits.state, () => 'd').flatMap((line) =>
    line.kind === 'message' ? [line.own] : [],
  )
  expect(own).toEqual([false, true])
})

test('the address is encoded: a colour does not end it', async () => {
  await visits.enter(server.roomId, { username: 'a&b=ক#', color: '#ff0000' })
  await until(() => server.addresses.length === 1)
  const [address] = server.addresses
  expect(Object.fromEntries(address?.searchParams ?? [])).toMatchObject({
    username: 'a&b=ক#',
    color: '#ff0000',
    lang: 'bn',
  })
})

test('a lost connection goes on after what was seen, and nothing is shown twice', async () => {
  server.say('১', RAKIB)
  await entered()
  server.say('২', RAKIB)
  await until(() => shown().includes('২'))
  server.cut()
  await until(() => visits.state.connection.is === 'waiting')
  expect(visits.send('৩')).toBe(false)
  server.say('৪', RAKIB)
  world.pass(1_000)
  await until(() => shown().includes('৪'))
  expect(shown().filter((text) => ['১', '২', '৩', '৪'].includes(text))).toEqual(['১', '২', '৪'])
  expect(server.addresses.at(-1)?.searchParams.get('after_seq')).toBe('3')
})

test('older messages come page by page until there are none', async () => {
  for (let i = 1; i <= 250; i++) server.say(`${i}`, RAKIB)
  await entered()
  const count = () => visits.state.told.filter(({ kind }) => kind === 'message').length
  expect(count()).toBe(100)
  await visits.loadMessages()
  await visits.loadMessages()
  await visits.loadMessages()
  expect(count()).toBe(250)
  expect(visits.state.more).toBe(false)
})

test('typing of others is shown for a while, our own is not', async () => {
  await entered()
  visits.setTyping(true)
  const sign = {
    user_id: RAKIB.id,
    username: RAKIB.name,
    timestamp: '2026-11-22T00:26:25.010000+00:00',
  }
  server.tell({ type: 'typing', typing: 'yes', ...sign })
  await until(() => visits.state.typing.size === 2)
  expect(visits.typists).toEqual(['রাকিব'])
  world.pass(8_000)
  expect(visits.typists).toEqual([])
})

test('a full room is not tried again', async () => {
  await entered()
  server.cut(4001)
  await until(() => visits.state.connection.is === 'closed')
})

test('of those who come and go the newest are shown, and what was said stays', () => {
  const second = (at: number) => new Date(Date.UTC(2026, 10, 23) + at * 1_000).toISOString()
  const note = (at: number) =>
    ({
      type: 'system',
      user_id: 'u',
      username: 'মিতু',
      message: `${at}`,
      timestamp: second(at),
    }) as const
  const message = (seq: number) =>
    ({
      type: 'message',
      seq,
      message: 'হ্যালো',
      user_id: 'u',
      username: 'মিতু',
      user_color: 'teal',
      message_id: `m${seq}`,
      timestamp: second(seq),
    }) as const
  const frames = [
    note(1),
    message(2),
    ...[3, 4, 5, 6].map(note),
    message(7),
    ...[8, 9, 10, 11, 12].map(note),
  ]
  const state = frames.reduce((before, frame) => visited(before, frame, 0), NOWHERE)
  const lines = visitLines(state, () => 'd').flatMap((line) => {
    switch (line.kind) {
      case 'note':
        return [line.text]
      case 'fold':
        return [`+${line.n}`]
      default:
        return line.kind === 'message' ? ['said'] : []
    }
  })
  expect(lines.join(' ')).toBe('1 said 3 4 5 6 said +2 10 11 12')
})
