import { readFileSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { wordsFor } from './failure'
import { HttpProblem } from '../client'
import { ADMIN_TEXTS } from './texts'
import type { TextKey } from './texts'

const KEYS = Object.keys(ADMIN_TEXTS.en) as TextKey[]
const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort()

test.each(['fa', 'bn'] as const)('%s says everything that English says', (locale) => {
  expect(Object.keys(ADMIN_TEXTS[locale])).toEqual(KEYS)
  for (const key of KEYS) {
    const [translated, text] = [ADMIN_TEXTS[locale][key], ADMIN_TEXTS.en[key]]
    expect([key, placeholders(translated)]).toEqual([key, placeholders(text)])
    if (text !== '{text}') expect([key, translated]).not.toEqual([key, text])
  }
})

test('every text is said somewhere', () => {
  const sources = readdirSync('src/admin')
    .filter((file) => /\.(vue|ts)$/.test(file) && !file.endsWith('.test.ts'))
    .map((file) => readFileSync(`src/admin/${file}`, 'utf8'))
    .join('\n')
  const families = [...sources.matchAll(/`(\w+_)\$\{/g)].map(([, family = '']) => family)
  const unsaid = KEYS.filter(
    (key) => !sources.includes(`'${key}'`) && !families.some((family) => key.startsWith(family)),
  )
  expect(unsaid).toEqual([])
})

test.each([
  [403, 'failure_forbidden'],
  [503, 'failure_unavailable'],
  [0, 'failure_network'],
  [404, 'failure_gone'],
  [500, 'failure_other'],
] as const)('an answer of %s has words', (status, words) => {
  expect(wordsFor(new HttpProblem('x', status, ''))).toBe(words)
  expect(wordsFor(new Error('x'))).toBe('failure_other')
})
