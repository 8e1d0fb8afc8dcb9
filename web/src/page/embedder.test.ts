import { expect, test } from 'vitest'
import { embedderOf } from './embedder'

/** Two windows, one of which was opened by the other. */
function windows(origin = 'https://shop.example') {
  const listeners = new Set<(message: object) => void>()
  const told: [unknown, string][] = []
  const opener = { postMessage: (data: unknown, to: string) => void told.push([data, to]) }
  const own = {
    opener,
    location: { origin: 'https://shop.example' },
    addEventListener: (_: string, hear: (message: object) => void) => listeners.add(hear),
    removeEventListener: (_: string, hear: (message: object) => void) => listeners.delete(hear),
  }
  const say = (data: unknown, source: object = opener) => {
    for (const hear of [...listeners]) hear({ origin, source, data })
  }
  return { own: own as unknown as Window, told, say }
}

test('only the embedding window of our own origin is asked and heard', async () => {
  const { own, told, say } = windows()
  const given: string[] = []
  const embedder = embedderOf(own, (token) => given.push(token))
  const answer = embedder?.ask(true)
  expect(told).toEqual([[{ type: 'parley.token_wanted', renewed: true }, 'https://shop.example']])
  say({ type: 'parley.token', token: 'forged' }, {})
  say({ type: 'parley.token', token: 7 })
  say({ type: 'other', token: 'x' })
  say(null)
  say({ type: 'parley.token', token: 'good' })
  expect([await answer, given]).toEqual(['good', ['good']])
})

test('another origin is not heard', () => {
  const { own, say } = windows('https://evil.example')
  const given: string[] = []
  embedderOf(own, (token) => given.push(token))
  say({ type: 'parley.token', token: 'forged' })
  expect(given).toEqual([])
})

test('a page that nobody opened has no embedding window', () => {
  const { own } = windows()
  const alone = Object.assign(own, { opener: null })
  Object.assign(alone, { parent: alone })
  expect(embedderOf(alone, () => undefined)).toBeUndefined()
})
