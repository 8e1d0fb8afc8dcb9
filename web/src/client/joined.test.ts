import { expect, test } from 'vitest'
import { readServerFrame } from '../protocol'
import { isRoomFrame } from './joined'

const room_id = '06f0bdd2-5441-8102-8231-bea529e85eaa'
const read = (frame: object) => readServerFrame(JSON.stringify(frame))

test.each(['noted', 'message_pinned'])('%s counts as an event of its room', (type) => {
  const frame = read({ type, room_id, seq: 7 })
  expect(frame).toMatchObject({ room_id, seq: 7 })
  expect(frame !== undefined && isRoomFrame(frame)).toBe(true)
})

test.each([
  { type: 'joined', room_id, seq: 7 },
  { type: 'resync', room_id, seq: 7 },
  { type: 'room_updated', room_id, seq: 7, updated_at: '2026-11-22T10:15:31.121Z' },
  { type: 'pong' },
])('$type is no event of a room', (said) => {
  const frame = read(said)
  expect(frame?.type).toBe(said.type)
  expect(frame !== undefined && isRoomFrame(frame)).toBe(false)
})

test('a server that does not tell roles yet is understood', () => {
  const who = { user_id: null, username: 'guest-c4ca4238', guest: true }
  const frame = read({
    type: 'read_receipt',
    room_id,
    seq: 3,
    ...who,
    up_to_seq: 2,
    read_at: '2026-11-22T10:15:31.121Z',
  })
  expect(frame?.type).toBe('read_receipt')
})
