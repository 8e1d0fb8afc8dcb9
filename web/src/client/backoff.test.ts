import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PATIENT, wait } from './backoff'
import { KNOWN_CODES, reactionTo } from './closing'

test('the longest wait doubles up to the most', () => {
  const almostOne = () => 1 - Number.EPSILON
  const waits = [0, 1, 2, 3, 4, 5, 6, 1_000].map((attempt) => wait(attempt, almostOne, PATIENT))
  expect(waits).toEqual([999, 1_999, 3_999, 7_999, 15_999, 29_999, 29_999, 29_999])
})

test('any wait below the longest is as likely', () => {
  fc.assert(
    fc.property(
      fc.nat(100),
      fc.double({ min: 0, max: 1, maxExcluded: true }),
      (attempt, chance) => {
        const most = Math.min(PATIENT.most, PATIENT.first * 2 ** attempt)
        expect(wait(attempt, () => chance, PATIENT)).toBe(Math.floor(chance * most))
      },
    ),
  )
})

test('every close code of the contract is known', () => {
  const text = readFileSync('../schemas/src/main/resources/parley/asyncapi.yaml', 'utf8')
  const told = [...text.matchAll(/Close codes:([^]*?)\.\n/g)].flatMap(([, codes = '']) =>
    [...codes.matchAll(/\b[14]\d{3}\b/g)].map(([code]) => Number(code)),
  )
  expect(told.length).toBeGreaterThan(12)
  expect(KNOWN_CODES).toEqual(expect.arrayContaining(told))
})

test('a connection that was cut is tried again', () => {
  expect(reactionTo(1006)).toBe('again')
})
