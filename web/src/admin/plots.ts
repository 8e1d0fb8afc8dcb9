import type { StatisticsView, StatisticsViewCounts } from '../protocol'

type Period = StatisticsView['daily'][number]

/** One line or one row of bars. */
export interface Series {
  key: 'buyer' | 'vendor' | 'admin' | 'public' | 'active' | 'p50' | 'p90'
  values: readonly (number | null)[]
}

/** What a plot shows, and the table beside it. */
export interface Plot {
  /** Beginnings of the periods in milliseconds since 1970. */
  at: readonly number[]
  series: readonly Series[]
}

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** Messages by who wrote them. */
export function messagesPlot(periods: readonly Period[], step: 'hour' | 'day', now: number): Plot {
  const { at, counts } = filled(periods, step, now)
  const of = (key: Series['key'], name: keyof StatisticsViewCounts): Series => ({
    key,
    values: counts.map((each) => each[name] ?? 0),
  })
  return {
    at,
    series: [
      of('buyer', 'messages_buyer'),
      of('vendor', 'messages_vendor'),
      of('admin', 'messages_admin'),
      of('public', 'messages_public'),
    ],
  }
}

export function activePlot(periods: readonly Period[], step: 'hour' | 'day', now: number): Plot {
  const { at, counts } = filled(periods, step, now)
  const values = counts.map(({ active_rooms = 0 }) => active_rooms)
  return { at, series: [{ key: 'active', values }] }
}

/** Seconds until a vendor answered first; null on days without an answer. */
export function answersPlot({ first_answer: { days } }: StatisticsView, now: number): Plot {
  const known = new Map(days.map((day) => [Date.parse(day.start), day]))
  const at = beginnings('day', now)
  const of = (key: 'p50' | 'p90'): Series => ({
    key,
    values: at.map((start) => known.get(start)?.[`${key}_seconds`] ?? null),
  })
  return { at, series: [of('p50'), of('p90')] }
}

export function sum({ series }: Plot): number {
  return series.flatMap(({ values }) => values).reduce<number>((all, each) => all + (each ?? 0), 0)
}

export function peak({ series }: Plot): number {
  return Math.max(0, ...series.flatMap(({ values }) => values.map((each) => each ?? 0)))
}

/** The services leave out where nothing happened. */
function filled(periods: readonly Period[], step: 'hour' | 'day', now: number) {
  const known = new Map(periods.map(({ start, counts }) => [Date.parse(start), counts]))
  const at = beginnings(step, now)
  return { at, counts: at.map((start): StatisticsViewCounts => known.get(start) ?? {}) }
}

/** The last 24 hours, or 30 days of UTC, up to the one that is now. */
function beginnings(step: 'hour' | 'day', now: number): number[] {
  const [length, count] = step === 'hour' ? [HOUR, 24] : [DAY, 30]
  const last = Math.floor(now / length) * length
  return Array.from({ length: count }, (_, i) => last - (count - 1 - i) * length)
}
