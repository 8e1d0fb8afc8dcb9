import type { Locale } from '../components'
import type { MarketplaceId } from '../protocol'

/** What only the console writes, in the reader's calendar, digits and time zone. */
export interface AdminFormats {
  number(value: number): string
  /** As the marketplace gave it out; a number without marks between its digits. */
  id(value: MarketplaceId): string
  /** Date and time, exactly. */
  moment(at: number): string
  /** Date, short. */
  date(at: number): string
  /** Time of day with seconds. */
  clock(at: number): string
  /** The hour that begins now. */
  hour(at: number): string
  /** A day of UTC, short; the numbers of the services are by those. */
  utcDay(at: number): string
  /** Seconds in the unit that fits. */
  duration(seconds: number): string
}

const TAGS: Readonly<Record<Locale, string>> = {
  fa: 'fa-IR-u-ca-persian-nu-arabext',
  bn: 'bn-BD-u-ca-gregory-nu-beng',
  en: 'en-GB-u-ca-gregory-nu-latn',
}

export function adminFormatsOf(locale: Locale, timeZone?: string): AdminFormats {
  const tag = TAGS[locale]
  const zone = timeZone === undefined ? {} : { timeZone }
  const times = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(tag, { ...zone, hourCycle: 'h23', ...options })
    return (at: number) => format.format(at)
  }
  const unit = (name: string) =>
    new Intl.NumberFormat(tag, {
      style: 'unit',
      unit: name,
      unitDisplay: 'short',
      maximumFractionDigits: 1,
    })
  const units = [
    [86_400, unit('day')],
    [3_600, unit('hour')],
    [60, unit('minute')],
    [0, unit('second')],
  ] as const
  const number = new Intl.NumberFormat(tag)
  const plain = new Intl.NumberFormat(tag, { useGrouping: false })
  return {
    number: (value) => number.format(value),
    id: (value) => (typeof value === 'number' ? plain.format(value) : value),
    moment: times({
      year: 'numeric',
      month: 'short',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    }),
    date: times({ year: 'numeric', month: 'short', day: 'numeric' }),
    clock: times({ hour: '2-digit', minute: '2-digit', second: '2-digit' }),
    hour: times({ hour: '2-digit', minute: '2-digit' }),
    utcDay: times({ month: 'short', day: 'numeric', timeZone: 'UTC' }),
    duration(seconds) {
      const [size, format] = units.find(([least]) => seconds >= least) ?? units[3]
      return format.format(seconds / (size || 1))
    },
  }
}
