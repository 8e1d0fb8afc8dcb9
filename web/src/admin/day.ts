import {
  GregorianCalendar,
  PersianCalendar,
  getLocalTimeZone,
  parseDate,
  toCalendar,
  today,
} from '@internationalized/date'
import type { CalendarDate } from '@internationalized/date'
import type { Locale } from '../components'

const calendarOf = (locale: Locale) =>
  locale === 'fa' ? new PersianCalendar() : new GregorianCalendar()

/** A day as `2026-11-22` in the calendar of a language; nothing of an empty text. */
export function dayIn(locale: Locale, day: string): CalendarDate | undefined {
  return day === '' ? undefined : toCalendar(parseDate(day), calendarOf(locale))
}

/** The reader's today in the calendar of a language. */
export function todayIn(locale: Locale): CalendarDate {
  return toCalendar(today(getLocalTimeZone()), calendarOf(locale))
}

/** Whether a text is a day that there is, as `2026-11-22`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
  const at = Date.parse(text)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text)
}
