import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { GUEST, Room, VENDOR } from '../../test/room'
import type { Who } from '../../test/room'
import { frameOf } from '../client/history'
import type { RoomFrame } from '../client'
import { reduce } from './reducer'
import type { Action } from './reducer'
import { isArchived, lastMessage, readByOthers, unreadCount } from './selectors'
import type { Reader } from './selectors'
import { NOTHING, newestSeq } from './state'
import type { ChatState } from './state'
import { timeline } from './timeline'

const READER: Reader = { me: { name: GUEST.guest, id: null }, role: 'buyer' }
const DAY = (at: number) => new Date(at).toISOString().slice(0, 10)

/** Texts as people write them: half-spaces, combining marks, emoji, mixed directions. */
const text = fc.constantFrom(
  'می‌خواهم دو تا بخرم 👍🏽',
  'আপনার পণ্যটি কি আছে?',
  'قیمت iPhone 15 چند است؟',
  'ক্ষ ্র',
  'e\u0301té',
  '👩‍👩‍👧‍👦',
)

type Step =
  | { do: 'message'; by: Who; text: string }
  | { do: 'edit' | 'delete'; pick: number; text: string }
  | { do: 'read'; by: Who; back: number }
  | { do: 'archive'; away: boolean }
  | { do: 'attach' }

const who = fc.constantFrom<Who>(GUEST, VENDOR)

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('message' as const), by: who, text }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('edit' as const, 'delete' as const),
      pick: fc.nat(),
      text,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('read' as const), by: who, back: fc.nat(3) }),
  },
  fc.record({ do: fc.constant('archive' as const), away: fc.boolean() }),
  fc.record({ do: fc.constant('attach' as const) }),
)

/** A room in which this happened, and the views that were given of it on the way. */
function lived(steps: readonly Step[]): Room {
  const room = new Room()
  let ids = 0
  for (const each of steps) {
    const messages = room.events
      .filter(({ type }) => type.includes('message_sent'))
      .map(({ seq }) => seq)
    switch (each.do) {
      case 'message':
        room.message(
          each.by,
          each.text,
          `5b1f0c7e-3a52-4d0e-9c0a-${String(++ids).padStart(12, '0')}`,
        )
        break
      case 'edit':
      case 'delete': {
        const seq = messages[each.pick % Math.max(1, messages.length)]
        if (seq !== undefined && each.do === 'edit') room.edit(GUEST, seq, each.text)
        else if (seq !== undefined) room.delete(GUEST, seq)
        break
      }
      case 'read':
        room.read(each.by, Math.max(1, room.seq - each.back))
        break
      case 'archive':
        room.archive(VENDOR, each.away)
        break
      case 'attach':
        room.attach('সারা', 42)
    }
  }
  return room
}

function framesOf(room: Room): RoomFrame[] {
  return room.seenBy(GUEST).map((told) => frameOf(room.id, told))
}

/** The view as it was when the room was opened: all counts are then made of events. */
function firstView(room: Room) {
  return { ...new Room(room.id).view(GUEST), seq: 1 }
}

function shown(state: ChatState, room: Room) {
  const known = state.rooms.get(room.id)!
  return {
    lines: timeline(known, { reader: READER, dayOf: DAY, unreadFrom: undefined }),
    unread: unreadCount(known, READER),
    read: readByOthers(known, READER),
    archived: isArchived(known),
    last: lastMessage(known)?.content,
    newest: newestSeq(known),
    pending: known.pending,
  }
}

const run = (actions: readonly Action[], from: ChatState = NOTHING) => actions.reduce(reduce, from)

/** What comes in on the way: pages and single frames in any order, repeats, cuts, answers. */
const disturbance = fc.oneof(
  fc.record({
    do: fc.constant('page' as const),
    at: fc.nat(),
    size: fc.integer({ min: 1, max: 12 }),
  }),
  fc.record({ do: fc.constant('frame' as const), at: fc.nat() }),
  fc.record({ do: fc.constant('joined' as const), at: fc.nat() }),
  fc.record({ do: fc.constant('resync' as const), at: fc.nat() }),
  fc.record({ do: fc.constant('acknowledged' as const), at: fc.nat() }),
  fc.record({ do: fc.constant('lost' as const), at: fc.nat() }),
)

describe('whatever comes in and in whatever order', () => {
  test('the same history is the same room', () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 40 }),
        fc.array(disturbance, { maxLength: 30 }),
        (steps, disturbances) => {
          const room = lived(steps)
          const frames = framesOf(room)
          const roomId = room.id
          const begin: Action[] = [
            {
              type: 'frame',
              frame: { type: 'connection_established', user: GUEST.guest, user_id: null },
              at: 0,
            },
            { type: 'views', views: [firstView(room)] },
          ]
          const written = frames.flatMap((frame): Action[] =>
            frame.type === 'message' && frame.guest && frame.client_message_id !== undefined
              ? [
                  {
                    type: 'written',
                    roomId,
                    pending: {
                      clientMessageId: frame.client_message_id,
                      content: frame.content,
                      at: 0,
                      afterSeq: 0,
                    },
                  },
                ]
              : [],
          )
          const disturbed = disturbances.map((each): Action => {
            const index = each.at % frames.length
            const seq = index + 1
            switch (each.do) {
              case 'page':
                return { type: 'history', roomId, events: frames.slice(index, index + each.size) }
              case 'frame':
                return { type: 'frame', frame: frames[index]!, at: 0 }
              case 'joined':
              case 'resync':
                return { type: 'frame', frame: { type: each.do, room_id: roomId, seq }, at: 0 }
              case 'acknowledged': {
                const own = frames[index]!
                const id = own.type === 'message' ? own.client_message_id : undefined
                return id === undefined
                  ? { type: 'time', at: 0 }
                  : { type: 'sent', roomId, clientMessageId: id, seq }
              }
              case 'lost':
                return { type: 'connection', state: { is: 'waiting', retryAt: 0 } }
            }
          })
          const before = run([...begin, ...written, ...disturbed])
          // What a client does in the end: it hears what is missing, and loads all that is older.
          const { from = 1, joined = false } = before.rooms.get(roomId) ?? {}
          const newest = joined ? newestSeq(before.rooms.get(roomId)!) : 0
          const settled = run(
            [
              { type: 'history', roomId, events: frames.slice(0, Math.max(0, from - 1)) },
              ...frames.slice(newest).map((frame): Action => ({ type: 'frame', frame, at: 0 })),
              ...(joined ? [] : [{ type: 'history', roomId, events: frames } as const]),
            ],
            before,
          )
          const straight = run([...begin, { type: 'history', roomId, events: frames }])
          expect(shown(settled, room)).toEqual(shown(straight, room))
          expect(shown(settled, room).pending).toEqual([])
        },
      ),
      { numRuns: 1_000 },
    )
  })

  test('there is never a hole in what is shown', () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 30 }),
        fc.array(fc.tuple(fc.nat(), fc.nat(9)), { maxLength: 20 }),
        (steps, pages) => {
          const room = lived(steps)
          const frames = framesOf(room)
          let state = run([{ type: 'views', views: [firstView(room)] }])
          for (const [at, size] of pages) {
            const index = at % frames.length
            state = reduce(state, {
              type: 'history',
              roomId: room.id,
              events: frames.slice(index, index + size),
            })
            const known = state.rooms.get(room.id)!
            expect(known.run.map(({ seq }) => seq)).toEqual(known.run.map((_, i) => known.from + i))
          }
        },
      ),
    )
  })
})
