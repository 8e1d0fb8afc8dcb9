import { readFileSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { valid } from '../../test/contract'
import { frameOf } from './history'

const GOLDEN = '../schemas/src/test/resources/golden/events'

interface Logged {
  aggregate_id: string
  sequence: number
  type: string
  time: string
  command_id: string
  data: object
}

const events = readdirSync(GOLDEN)
  .filter((file) => file.startsWith('parley.room.'))
  .flatMap((file) => readFileSync(`${GOLDEN}/${file}`, 'utf8').split('\n'))
  .filter((line) => line.startsWith('{'))
  .flatMap((line) => {
    try {
      return [JSON.parse(line) as Logged]
    } catch {
      return []
    }
  })

/** What a reader's page shows nothing of, but counts. */
const UNTOLD = new Set([
  'parley.room.conversation_forwarded.v1',
  'parley.room.conversation_reported.v1',
  'parley.room.reports_closed.v1',
])

test.each(events.map((event) => [event.type, event] as const))(
  'the released %s is a frame of the contract',
  (type, event) => {
    const { aggregate_id: roomId, sequence: seq, time, command_id, data } = event
    const frame = frameOf(roomId, { seq, type, time, command_id, data })
    if (UNTOLD.has(type)) {
      expect(frame.type).toBe('other_event')
    } else {
      expect(frame).toMatchObject({ room_id: roomId, seq })
      valid(`frames/out/${frame.type}`, frame)
    }
  },
)

test('all eleven kinds of events are there', () => {
  expect(new Set(events.map(({ type }) => type)).size).toBe(11)
})

test('an event of a later version counts, and says nothing else', () => {
  const told = { seq: 9, type: 'parley.room.message_pinned.v1', time: '', data: {} }
  const room_id = '06f0bdd2-5441-8102-8231-bea529e85eaa'
  expect(frameOf(room_id, told)).toEqual({ type: 'other_event', room_id, seq: 9 })
})
