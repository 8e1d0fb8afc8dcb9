import { expect, test } from 'vitest'
import { languageOf } from '../components'
import { PAGE_TEXTS } from '../page/texts'
import { VENDOR_TEXTS, errorText } from './texts'
import { durationIn } from './time'

const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([each]) => each).sort()

test.each([
  ['page', PAGE_TEXTS],
  ['vendor', VENDOR_TEXTS],
])('the %s says the same in all languages', (_, { en, fa, bn }) => {
  for (const other of [fa, bn]) {
    expect(Object.keys(other)).toEqual(Object.keys(en))
    for (const [key, text] of Object.entries(en)) {
      const told = (other as Record<string, string>)[key] ?? ''
      expect([key, placeholders(told)]).toEqual([key, placeholders(text)])
      expect(told.trim()).not.toBe('')
    }
  }
})

test('a problem that is not known is told in general words', () => {
  expect(errorText('shortcut_taken')).toBe('error_shortcut_taken')
  expect(errorText('toString')).toBe('error_other')
})

test.each([
  ['fa', -1, '۱ دقیقه'],
  ['fa', 59.9, '۵۹ دقیقه'],
  ['bn', 60, '১ ঘণ্টা'],
  ['bn', 23 * 60 + 59, '২৩ ঘণ্টা'],
  ['en', 24 * 60, '1 day'],
] as const)('in %s, %d minutes are %s', (locale, minutes, text) => {
  expect(durationIn(languageOf(locale).tag)(minutes * 60_000)).toBe(text)
})
