import { expect, test } from 'vitest'
import { GUEST, Room, VENDOR } from '../../test/room'
import type { Told } from '../client'
import { archivedAfter, entriesOf } from './entries'
import type { Entry } from './entries'

const ALL = { dayOf: () => 'one', quiet: true }
const messages = (entries: Entry[]) => entries.filter((entry) => entry.kind === 'message')
const events = (entries: Entry[]) =>
  entries.flatMap((entry) => (entry.kind === 'event' ? [[entry.seq, entry.what]] : []))

test('an edited message has all its texts, and each edit a line where it happened', () => {
  const room = new Room()
  const seq = room.message(GUEST, 'سلام، می‌خواهم')
  room.message(VENDOR, 'জি')
  room.edit(GUEST, seq, 'سلام، می‌خواهم دو تا')
  room.edit(GUEST, seq, 'سلام، می‌خواهم سه تا 🙏🏽')
  const entries = entriesOf(room.events, ALL)
  expect(messages(entries)[0]?.versions.map(({ seq: at, content }) => [at, content])).toEqual([
    [2, 'سلام، می‌خواهم'],
    [4, 'سلام، می‌خواهم دو تا'],
    [5, 'سلام، می‌خواهم سه تا 🙏🏽'],
  ])
  expect(events(entries)).toEqual([
    [1, 'started'],
    [4, 'edited'],
    [5, 'edited'],
  ])
})

test('a message that was taken back is marked, and what it said stays', () => {
  const room = new Room()
  const seq = room.message(GUEST, 'شمارهٔ من')
  room.delete(VENDOR, seq)
  const [message] = messages(entriesOf(room.events, ALL))
  expect(message).toMatchObject({
    deleted: { seq: 3, who: { name: 'سفالگری مهر', role: 'vendor' } },
    versions: [{ content: 'شمارهٔ من' }],
  })
})

test('who read what is told to who wants it', () => {
  const room = new Room()
  room.message(GUEST, 'হ্যালো')
  room.read(VENDOR, 2)
  room.archive(VENDOR)
  expect(events(entriesOf(room.events, ALL)).map(([, what]) => what)).toEqual([
    'started',
    'read',
    'archived',
  ])
  expect(events(entriesOf(room.events, { ...ALL, quiet: false })).map(([, what]) => what)).toEqual([
    'started',
    'archived',
  ])
})

test('an edit of what is not loaded is still told, and days begin where they do', () => {
  const room = new Room()
  const seq = room.message(GUEST, 'قدیم')
  room.edit(GUEST, seq, 'جدید')
  const entries = entriesOf(room.events.slice(2), { ...ALL, dayOf: String })
  expect(entries.map(({ kind }) => kind)).toEqual(['day', 'event'])
  expect(entries[1]).toMatchObject({ what: 'edited', about: seq, text: 'جدید' })
})

test('what a later version writes is there by its name', () => {
  const later: Told = {
    seq: 1,
    type: 'parley.room.pinned.v1',
    time: '2026-11-22T10:00:00Z',
    data: {},
  }
  expect(entriesOf([later], ALL)[1]).toMatchObject({ what: 'other', text: later.type })
})

test('a public room tells who opened it, wrote, came, left, and was called otherwise', () => {
  const visitor = {
    id: '168695aa-e536-88b5-ad8a-b9cc92a8c727',
    username: 'রাকিব',
    color: '#ff0000',
  }
  const told = (seq: number, type: string, data: object): Told => ({
    seq,
    type: `parley.public_room.${type}.v1`,
    time: '2026-11-22T10:15:35.125Z',
    data,
  })
  const entries = entriesOf(
    [
      told(1, 'public_room_opened', { settings: { name: 'সিনেমা-গান' } }),
      told(2, 'visitor_joined', { visitor }),
      told(3, 'public_message_sent', {
        message_id: 'm',
        sender: visitor,
        content: 'হ্যালো সবাই!',
        message_type: 'text',
        file_url: null,
      }),
      told(4, 'visitor_changed', { visitor, former_username: 'রকিব' }),
      told(5, 'connection_closed', {}),
      told(6, 'visitor_left', { visitor }),
    ],
    ALL,
  )
  expect(messages(entries)[0]?.who).toEqual({
    name: 'রাকিব',
    role: 'visitor',
    id: visitor.id,
    color: '#ff0000',
  })
  expect(events(entries)).toEqual([
    [1, 'room_opened'],
    [2, 'came'],
    [4, 'renamed'],
    [6, 'left'],
  ])
})

test('a report is told with who made it and why, and so is who closed it', () => {
  const room = new Room()
  const { buyer } = room.events[0]?.data as { buyer: object }
  const told = (seq: number, type: string, more: object): Told => ({
    seq,
    type: `parley.room.${type}.v1`,
    time: '2026-11-22T10:15:39.129Z',
    data: { room_id: room.id, ...more },
  })
  const entries = entriesOf(
    [
      told(2, 'conversation_reported', {
        reporter: buyer,
        reason: 'جواب نمی‌دهد 😡',
        message_id: null,
      }),
      told(3, 'reports_closed', { by: { ...buyer, username: 'নাসরিন', role: 'admin' } }),
    ],
    ALL,
  )
  expect(entries.slice(1)).toMatchObject([
    { what: 'reported', text: 'جواب نمی‌دهد 😡', who: { name: GUEST.guest } },
    { what: 'reports_closed', who: { name: 'নাসরিন', role: 'admin' } },
  ])
})

test('a conversation is put away or open by the newest that says so', () => {
  const room = new Room()
  room.message(GUEST, 'سلام')
  const view = room.view(VENDOR)
  room.archive(VENDOR)
  expect(archivedAfter(view, room.events)).toBe(true)
  const away = { ...room.view(VENDOR), is_archived: true }
  expect(archivedAfter(away, room.events)).toBe(true)
  room.message(GUEST, 'هنوز هستم')
  expect(archivedAfter(away, room.events)).toBe(false)
})
