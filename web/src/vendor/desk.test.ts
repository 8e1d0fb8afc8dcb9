import fc from 'fast-check'
import { expect, test } from 'vitest'
import { EMPTY_DESK, closed, keep, opened } from './desk'
import type { Desk } from './desk'

const ids = ({ open }: Desk) => open.map(({ id, kept }) => (kept ? id.toUpperCase() : id)).join('')

test('a conversation takes the place of the one that is not kept', () => {
  let desk = opened(opened(EMPTY_DESK, 'a'), 'b')
  expect([ids(desk), desk.current]).toEqual(['b', 'b'])
  desk = opened(desk, 'c', true)
  expect([ids(desk), desk.current]).toEqual(['bC', 'c'])
  desk = opened(desk, 'd')
  expect([ids(desk), desk.current]).toEqual(['dC', 'd'])
  desk = opened(keep(desk, 'd', true), 'e')
  expect(ids(desk)).toBe('DCe')
})

test('when one is closed the one beside it is in front', () => {
  let desk = ['a', 'b', 'c'].reduce((all, id) => opened(all, id, true), EMPTY_DESK)
  desk = closed(opened(desk, 'b'), 'b')
  expect([ids(desk), desk.current]).toEqual(['AC', 'c'])
  desk = closed(desk, 'c')
  expect([ids(desk), desk.current]).toEqual(['A', 'a'])
  expect(closed(desk, 'a')).toEqual(EMPTY_DESK)
})

test('whatever is done, each is open once, at most one is not kept, and what is in front is open', () => {
  const step = fc.record({
    id: fc.constantFrom(...'abcdefghijkl'),
    how: fc.constantFrom('open', 'beside', 'keep', 'release', 'close'),
  })
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      let desk = EMPTY_DESK
      for (const { id, how } of steps) {
        if (how === 'open' || how === 'beside') desk = opened(desk, id, how === 'beside')
        else if (how === 'close') desk = closed(desk, id)
        else desk = keep(desk, id, how === 'keep')
        const open = desk.open.map((each) => each.id)
        expect(new Set(open).size).toBe(open.length)
        expect(open.length).toBeLessThanOrEqual(8)
        expect(desk.open.filter(({ kept }) => !kept).length).toBeLessThanOrEqual(1)
        expect(desk.current === undefined || open.includes(desk.current)).toBe(true)
        if (how === 'open' || how === 'beside') expect(desk.current).toBe(id)
      }
    }),
  )
})
