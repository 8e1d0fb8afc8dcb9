import fc from 'fast-check'
import { expect, test } from 'vitest'
import { KINDS, START, TABS, askedFor, filtersSet, placeOf, queryOf } from './place'
import type { Place } from './place'

const ROOM = '06f0bdd2-5441-8102-8231-bea529e85eaa'

test('nothing in the address is where one starts, which has nothing in the address', () => {
  expect(placeOf('')).toEqual(START)
  expect(queryOf(START)).toBe('')
})

test('what cannot be is as if it were not there', () => {
  expect(
    placeOf('tab=x&kind=<b>&page=-1&archived=maybe&from=2026-13-45&room=../etc&seq=4&public=true'),
  ).toEqual(START)
})

test('an address can be gone back to', () => {
  const day = fc.constantFrom('', '2026-11-22', '2024-02-29')
  const maybe = fc.constantFrom(true, false, undefined)
  const place: fc.Arbitrary<Place> = fc.record({
    tab: fc.constantFrom(...TABS),
    list: fc.constantFrom('rooms' as const, 'messages' as const),
    search: fc.string({ unit: 'grapheme', maxLength: 40 }),
    vendor: fc.string({ maxLength: 20 }),
    product: fc.string({ maxLength: 20 }),
    kind: fc.constantFrom(...KINDS, undefined),
    archived: maybe,
    reported: maybe,
    from: day,
    to: day,
    page: fc.integer({ min: 1, max: 1_000 }),
    room: fc.constant(ROOM),
    isPublic: fc.boolean(),
    seq: fc.option(fc.integer({ min: 1 }), { nil: undefined }),
  })
  fc.assert(
    fc.property(place, (each) => {
      expect(placeOf(queryOf(each))).toEqual(each)
    }),
  )
})

test('what is not ours stays in the address', () => {
  const query = queryOf({ ...START, search: 'کتاب' }, 'lang=fa&search=old&page=3')
  expect(query).toBe(`lang=fa&search=${encodeURIComponent('کتاب')}`)
})

test('both days are part of the time, by the clock of the reader', () => {
  const { from, to } = askedFor({ ...START, from: '2026-11-22', to: '2026-11-22' })
  expect(from).toBe(new Date(2026, 10, 22).toISOString())
  expect(to).toBe(new Date(2026, 10, 23).toISOString())
})

test('an id may be typed in the digits of any of our languages', () => {
  expect(askedFor({ ...START, vendor: ' ۱২3 ', product: 'কলম-৭' })).toMatchObject({
    vendor_id: '123',
    product_id: 'কলম-7',
  })
})

test('filters that are set are counted', () => {
  expect(filtersSet({ ...START, search: 'x', archived: false, vendor: '7' })).toBe(2)
})

test('a day that there is not is as if it were not in the address', () => {
  expect(placeOf('from=2026-02-31&to=2026-11-22')).toMatchObject({ from: '', to: '2026-11-22' })
})
