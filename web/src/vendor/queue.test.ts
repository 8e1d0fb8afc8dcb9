import fc from 'fast-check'
import { expect, test } from 'vitest'
import { InboxRoom } from '../../test/inbox'
import { VENDOR } from '../../test/room'
import { reduce } from '../store/reducer'
import { NOTHING } from '../store/state'
import type { ChatState } from '../store'
import { NONE, countsAfter } from './counts'
import type { Counts } from './counts'
import { EVERYTHING, compare, fits, nextPage, queueOf, rowOf } from './queue'
import type { Row, Show } from './queue'

const READER = { me: VENDOR, role: 'vendor' as const }
const SHOWS: readonly Show[] = ['all', 'waiting', 'unread', 'archived']

/** What happens in a room, as somebody does it. */
const HAPPENINGS = {
  asks: (room: InboxRoom) => room.message(room.about.buyer, 'می‌خواهم 🙏🏽'),
  answers: (room: InboxRoom) => room.message(VENDOR, 'জি, আছে'),
  reads: (room: InboxRoom) => room.read(VENDOR, room.seq),
  archives: (room: InboxRoom) => room.archive(VENDOR),
  reopens: (room: InboxRoom) => room.archive(VENDOR, false),
} as const

const happenings = fc.array(
  fc.record({
    room: fc.nat({ max: 3 }),
    what: fc.constantFrom(...(Object.keys(HAPPENINGS) as (keyof typeof HAPPENINGS)[])),
  }),
  { maxLength: 40 },
)

function rooms(): InboxRoom[] {
  return Array.from({ length: 4 }, (_, i) => {
    const id = `06f0bdd2-5441-8102-8231-${String(i).padStart(12, '0')}`
    const product = { id: i % 2, title: null, url: null, image_url: null, price: null }
    const buyer =
      i === 3 ? { guest: 'guest-3' } : { name: `خریدار ${i}`, id: i, role: 'buyer' as const }
    return new InboxRoom(id, { product, buyer, start: 1_000_000 * i })
  })
}

const loaded = (all: InboxRoom[]): ChatState =>
  reduce({ ...NOTHING, me: VENDOR }, { type: 'views', views: all.map((room) => room.view()) })

const rowsOf = ({ rooms: known }: ChatState): Row[] =>
  [...known.values()].map((room) => rowOf(room, READER))

const plainRow = ({ id, unread, waitingSince, archived, at }: Row) => ({
  id,
  unread,
  waitingSince,
  archived,
  at,
})

function countsOfRows(rows: readonly Row[]): Counts {
  return rows.reduce((counts, row) => countsAfter(counts, undefined, row), NONE)
}

test('the rows that were told in frames are those that the server has', () => {
  fc.assert(
    fc.property(happenings, (steps) => {
      const all = rooms()
      let state = loaded(all)
      let counts = countsOfRows(rowsOf(state))
      for (const { room: index, what } of steps) {
        const room = all[index]!
        const before = rowOf(state.rooms.get(room.id)!, READER)
        HAPPENINGS[what](room)
        state = reduce(state, { type: 'frame', frame: room.update(), at: 0 })
        counts = countsAfter(counts, before, rowOf(state.rooms.get(room.id)!, READER))
      }
      const fresh = rowsOf(loaded(all))
      expect(rowsOf(state).map(plainRow)).toEqual(fresh.map(plainRow))
      expect(counts).toEqual(countsOfRows(fresh))
    }),
  )
})

test('a repeated or late frame changes nothing', () => {
  fc.assert(
    fc.property(happenings, fc.nat(), (steps, chance) => {
      const all = rooms()
      const frames = steps.map(({ room: index, what }) => {
        HAPPENINGS[what](all[index]!)
        return all[index]!.update()
      })
      const heard = (list: typeof frames) =>
        list.reduce(
          (state, frame) => reduce(state, { type: 'frame', frame, at: 0 }),
          loaded(rooms()),
        )
      const again = frames[chance % Math.max(1, frames.length)]
      const told = heard(frames)
      expect(
        rowsOf(heard([...frames, ...(again === undefined ? [] : [again])])).map(plainRow),
      ).toEqual(rowsOf(told).map(plainRow))
    }),
  )
})

test('who waits longest is first, then what happened last, whatever order it comes in', () => {
  fc.assert(
    fc.property(happenings, fc.infiniteStream(fc.nat()), (steps, chance) => {
      const all = rooms()
      for (const { room, what } of steps) HAPPENINGS[what](all[room]!)
      const rows = rowsOf(loaded(all))
      const shuffled = [...rows].sort(() => (chance.next().value % 2 === 0 ? 1 : -1))
      const queue = queueOf(shuffled, {
        filter: EVERYTHING,
        extent: { upTo: undefined, complete: true },
      })
      expect(queue).toEqual(rows.filter(({ archived }) => !archived).sort(compare))
      const firstAnswered = queue.findIndex(({ waitingSince }) => waitingSince === undefined)
      const [waiting, rest] =
        firstAnswered < 0
          ? [queue, []]
          : [queue.slice(0, firstAnswered), queue.slice(firstAnswered)]
      expect(waiting.map((row) => row.waitingSince)).toEqual(
        waiting.map((row) => row.waitingSince ?? 0).sort((a, b) => a - b),
      )
      expect(rest.every(({ waitingSince }) => waitingSince === undefined)).toBe(true)
      expect(rest.map(({ at }) => at)).toEqual(rest.map(({ at }) => at).sort((a, b) => b - a))
    }),
  )
})

test('the queue is shown without a gap, as far as it was told', () => {
  fc.assert(
    fc.property(happenings, fc.nat({ max: 4 }), fc.constantFrom(...SHOWS), (steps, n, show) => {
      const all = rooms()
      for (const { room, what } of steps) HAPPENINGS[what](all[room]!)
      const filter = { ...EVERYTHING, show }
      const rows = rowsOf(loaded(all))
      const whole = rows.filter((row) => fits(row, filter)).sort(compare)
      const upTo = whole[n - 1]
      const extent = { upTo, complete: n >= whole.length }
      expect(queueOf(rows, { filter, extent })).toEqual(whole.slice(0, n))
    }),
  )
})

test('what is looked at stays, although it does not fit any more', () => {
  const all = rooms()
  HAPPENINGS.asks(all[0]!)
  const rows = rowsOf(loaded(all))
  const filter = { ...EVERYTHING, show: 'unread' as const }
  const extent = { upTo: undefined, complete: true }
  const ids = (held: ReadonlySet<string>) =>
    queueOf(rows, { filter, extent, held }).map(({ id }) => id)
  expect(ids(new Set())).toEqual([all[0]!.id])
  expect(ids(new Set([all[1]!.id]))).toEqual([all[0]!.id, all[1]!.id])
})

test('the next page is the one after what is known, the same again when some have left', () => {
  expect([0, 49, 50, 51, 99, 100].map((known) => nextPage(known, 50))).toEqual([1, 1, 2, 2, 2, 3])
})
