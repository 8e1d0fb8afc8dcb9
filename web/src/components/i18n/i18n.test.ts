import { expect, test } from 'vitest'
import { MESSAGES, languageOf, localeOf } from '.'
import { formatsOf } from './formats'

const NOON = Date.parse('2026-11-22T08:30:00.000Z')

test.each(['fa', 'bn'] as const)('%s has the keys and placeholders that en has', (locale) => {
  const placeholders = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort()
  expect(Object.keys(MESSAGES[locale]).sort()).toEqual(Object.keys(MESSAGES.en).sort())
  for (const [key, text] of Object.entries(MESSAGES.en)) {
    const translated = MESSAGES[locale][key as keyof typeof MESSAGES.en]
    expect([key, placeholders(translated)]).toEqual([key, placeholders(text)])
    expect(translated.trim()).not.toBe('')
    expect([key, translated]).not.toEqual([key, text])
  }
})

test('numbers are in the digits of the reader, and names keep their direction', () => {
  expect(languageOf('fa').t('unread_count', { n: 12 })).toBe('۱۲ خوانده‌نشده')
  expect(languageOf('bn').t('unread_count', { n: 12 })).toBe('১২টি অপঠিত')
  expect(languageOf('en').t('typing_one', { name: 'রহিম' })).toBe('\u2068রহিম\u2069 is typing…')
})

test('days are those of the reader: the Persian calendar for fa', () => {
  const fa = formatsOf('fa', 'Asia/Tehran')
  expect(fa.time(NOON)).toBe('۱۲:۰۰')
  expect(fa.day(NOON, NOON + 10 * 86_400_000)).toBe('یکشنبه ۱ آذر ۱۴۰۵')
  expect(fa.day(NOON, NOON)).toBe('امروز')
  expect(fa.day(NOON - 86_400_000, NOON)).toBe('دیروز')
  const bn = formatsOf('bn', 'Asia/Dhaka')
  expect(bn.time(NOON)).toContain('০২:৩০')
  expect(bn.day(NOON, NOON + 10 * 86_400_000)).toContain('২২ নভেম্বর')
  expect(formatsOf('en', 'UTC').day(NOON, NOON + 10 * 86_400_000)).toMatch(
    /^Sunday,? 22 November 2026$/,
  )
})

test('a day begins at midnight where the reader is', () => {
  const at = Date.parse('2026-11-22T20:29:59.999Z')
  const tehran = formatsOf('fa', 'Asia/Tehran')
  expect(tehran.dayOf(at)).not.toBe(tehran.dayOf(at + 1))
  expect(formatsOf('en', 'UTC').dayOf(at)).toBe(formatsOf('en', 'UTC').dayOf(at + 1))
})

test('the language is the first that we speak', () => {
  expect(localeOf(null, 'bn-BD', 'fa')).toBe('bn')
  expect(localeOf('de', undefined)).toBe('en')
  expect(localeOf('constructor')).toBe('en')
})
