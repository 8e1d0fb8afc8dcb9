import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readPublicFrame, readServerFrame } from '.'

const CONTRACT = '../schemas/src/main/resources/parley'

test('the generated types are what the contract says', () => {
  execFileSync('node', ['scripts/protocol.mjs', '--check'], { stdio: 'pipe' })
}, 60_000)

test.each([
  ['frames/out', readServerFrame],
  ['frames/public/out', readPublicFrame],
] as const)('every example in %s is read as it is', (directory, read) => {
  const examples = readdirSync(`${CONTRACT}/${directory}`).flatMap((file) => {
    const schema = JSON.parse(readFileSync(`${CONTRACT}/${directory}/${file}`, 'utf8')) as {
      examples: unknown[]
    }
    return schema.examples
  })
  expect(examples.length).toBeGreaterThan(5)
  for (const example of examples) {
    expect(read(JSON.stringify(example))).toEqual(example)
  }
})

test.each([
  ['no JSON', '{'],
  ['no object', '"pong"'],
  ['nothing', 'null'],
  ['no type', '{"room_id":"x"}'],
  ['a type of a later version', '{"type":"poll_closing","room_id":"x"}'],
  ['a name that every object has', '{"type":"constructor"}'],
  ['a key that is missing', '{"type":"joined","room_id":"x"}'],
])('%s is no frame', (_, text) => {
  expect(readServerFrame(text)).toBeUndefined()
})

test('an event of a later version counts, and says nothing else', () => {
  const text = '{"type":"message_pinned","room_id":"x","seq":7,"message_seq":3}'
  expect(readServerFrame(text)).toEqual({ type: 'other_event', room_id: 'x', seq: 7 })
})
