import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Heights } from './heights'

const keys = (from: number, count: number) =>
  Array.from({ length: count }, (_, i) => `m${from + i}`)

test('offsets are the sums of the heights before, whatever was measured and when', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 60 }),
      fc.array(fc.tuple(fc.nat(80), fc.integer({ min: 1, max: 300 }), fc.nat(80))),
      (count, steps) => {
        const heights = new Heights(50)
        heights.setKeys(keys(0, count))
        const known = new Map<number, number>()
        for (const [row, height, asked] of steps) {
          heights.measure(`m${row}`, height)
          known.set(row, height)
          const index = Math.min(asked, count)
          const sum = keys(0, index).reduce((all, _, i) => all + (known.get(i) ?? 50), 0)
          expect(heights.offset(asked)).toBe(sum)
          if (index < count) expect(heights.indexAt(sum)).toBe(index)
        }
      },
    ),
  )
})

test('rows keep their heights when others come before them', () => {
  const heights = new Heights(50)
  heights.setKeys(keys(100, 10))
  heights.measure('m100', 70)
  heights.setKeys(keys(0, 110))
  expect(heights.offset(101)).toBe(100 * 50 + 70)
  expect(heights.indexOf('m100')).toBe(100)
})

test('there are no rows at first', () => {
  expect([new Heights(50).total, new Heights(50).indexAt(1_000)]).toEqual([0, 0])
})

test('fifty thousand rows are no work', () => {
  const heights = new Heights(50)
  const begin = performance.now()
  heights.setKeys(keys(0, 50_000))
  for (let i = 0; i < 1_000; i++) {
    heights.measure(`m${(i * 37) % 50_000}`, 40 + i)
    heights.indexAt((i * 2_000) % heights.total)
  }
  expect((performance.now() - begin) / 1_000).toBeLessThan(25) // ms for one measured row
})
