import type { Locale } from '.'

/** Times and numbers in the reader's calendar, digits and time zone. */
export interface Formats {
  /** The language, its calendar and its digits, as `Intl` wants to have them. */
  tag: string
  number(value: number): string
  /** The time of day. */
  time(at: number): string
  /** Today, yesterday, or the date. */
  day(at: number, now: number): string
  /** For machines: equal for moments of one day. */
  dayOf(at: number): string
  /** Short: the time if it is today, else the date. */
  moment(at: number, now: number): string
}

const TAGS: Readonly<Record<Locale, string>> = {
  fa: 'fa-IR-u-ca-persian-nu-arabext',
  bn: 'bn-BD-u-ca-gregory-nu-beng',
  en: 'en-GB-u-ca-gregory-nu-latn',
}

const DAY = 24 * 60 * 60 * 1_000

/** @param timeZone as `Asia/Tehran`; the reader's own when it is not given */
export function formatsOf(locale: Locale, timeZone?: string): Formats {
  const tag = TAGS[locale]
  const zone = timeZone === undefined ? {} : { timeZone }
  const number = new Intl.NumberFormat(tag)
  const time = new Intl.DateTimeFormat(tag, { hour: '2-digit', minute: '2-digit', ...zone })
  const date = new Intl.DateTimeFormat(tag, { dateStyle: 'full', ...zone })
  const short = new Intl.DateTimeFormat(tag, { month: 'short', day: 'numeric', ...zone })
  const iso = new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', ...zone })
  const relative = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' })
  const dayOf = (at: number) => iso.format(at)
  return {
    tag,
    number: (value) => number.format(value),
    time: (at) => time.format(at),
    dayOf,
    day(at, now) {
      if (dayOf(at) === dayOf(now)) return relative.format(0, 'day')
      if (dayOf(at) === dayOf(now - DAY)) return relative.format(-1, 'day')
      return locale === 'fa' ? persianDate(date, at) : date.format(at)
    },
    moment: (at, now) => (dayOf(at) === dayOf(now) ? time : short).format(at),
  }
}

/** Weekday, day, month and year, as Persian has them; the locale data puts the year first. */
function persianDate(format: Intl.DateTimeFormat, at: number): string {
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]))
  return (['weekday', 'day', 'month', 'year'] as const).map((part) => parts.get(part)).join(' ')
}
