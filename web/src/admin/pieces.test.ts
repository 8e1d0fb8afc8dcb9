import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pieces } from './pieces'

test('what was looked for is marked, in any script', () => {
  expect(pieces('می‌خواهم کتاب بخرم', [[0, 8]])).toEqual([
    { text: 'می‌خواهم', found: true },
    { text: ' کتاب بخرم', found: false },
  ])
  expect(pieces('দাম কত? 🙏', [[4, 6]]).map(({ text }) => text)).toEqual(['দাম ', 'কত', '? 🙏'])
})

test('markup stays text, and a text without a place has one piece', () => {
  expect(pieces('<b>x</b>')).toEqual([{ text: '<b>x</b>', found: false }])
  expect(pieces('', [[0, 3]])).toEqual([])
})

test('what touches or overlaps is one piece', () => {
  expect(
    pieces('abcdef', [
      [2, 4],
      [1, 3],
      [4, 5],
    ]),
  ).toEqual([
    { text: 'a', found: false },
    { text: 'bcde', found: true },
    { text: 'f', found: false },
  ])
})

test('an emoji is not cut', () => {
  expect(pieces('a🙏🏽b', [[2, 3]])).toEqual([
    { text: 'a', found: false },
    { text: '🙏', found: true },
    { text: '🏽b', found: false },
  ])
})

test('whatever the offsets, the pieces are the text', () => {
  const places = fc.array(
    fc.tuple(fc.integer({ min: -5, max: 40 }), fc.integer({ min: -5, max: 40 })),
  )
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), places, (text, highlights) => {
      const parts = pieces(text, highlights)
      expect(parts.map((part) => part.text).join('')).toBe(text)
      expect(parts.every((part) => part.text !== '')).toBe(true)
    }),
  )
})
