import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Told } from '../client'
import { isAtEnd, unread, withLive, withNewest, withPage } from './history'
import type { History } from './history'

const event = (seq: number): Told => ({ seq, type: 'x', time: '', data: {} })
const events = (after: number, upTo: number) =>
  Array.from({ length: Math.max(0, upTo - after) }, (_, i) => event(after + 1 + i))
const page = (history: History, after: number, upTo: number) =>
  withPage(history, after, upTo, events(after, upTo))
const seqs = (history: History) => history.events.map(({ seq }) => seq)

test('pages that touch or overlap are one run', () => {
  const end = page(unread(10), 8, 10)
  expect(seqs(page(page(end, 5, 9), 10, 12))).toEqual([6, 7, 8, 9, 10, 11, 12])
})

test('what is far before changes nothing, what is far behind takes its place', () => {
  const end = page(unread(10), 8, 10)
  expect(seqs(page(end, 0, 3))).toEqual([9, 10])
  expect(seqs(page(end, 20, 22))).toEqual([21, 22])
})

test('a live event beyond what is read is known of, and not shown', () => {
  const history = withLive(page(unread(10), 8, 10), [event(12)])
  expect(seqs(history)).toEqual([9, 10])
  expect(isAtEnd(history)).toBe(false)
  expect(isAtEnd(page(history, 10, 12))).toBe(true)
})

test('whatever comes in whatever order, it is a run without a gap, in order, each event once', () => {
  const seq = fc.integer({ min: 0, max: 30 })
  const step = fc.oneof(
    fc.tuple(seq, seq).map(
      ([a, b]) =>
        (h: History) =>
          page(h, Math.min(a, b), Math.max(a, b)),
    ),
    seq.filter((s) => s > 0).map((s) => (h: History) => withLive(h, [event(s)])),
    seq.map((s) => (h: History) => withNewest(h, s)),
  )
  fc.assert(
    fc.property(seq, fc.array(step, { maxLength: 30 }), (newest, steps) => {
      const history = steps.reduce((h, each) => each(h), unread(newest))
      expect(seqs(history)).toEqual(events(history.after, history.upTo).map((each) => each.seq))
      expect(history.newest).toBeGreaterThanOrEqual(history.upTo)
    }),
  )
})
