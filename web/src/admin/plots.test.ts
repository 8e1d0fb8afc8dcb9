import { expect, test } from 'vitest'
import type { StatisticsView } from '../protocol'
import { adminFormatsOf } from './formats'
import { activePlot, answersPlot, messagesPlot, sum } from './plots'

const NOW = Date.parse('2026-11-22T10:15:30.000Z')

test('an hour in which nothing was written is in the plot too', () => {
  const plot = messagesPlot(
    [
      { start: '2026-11-22T08:00:00.000Z', counts: { messages_buyer: 3, messages_public: 9 } },
      { start: '2026-11-20T08:00:00.000Z', counts: { messages_buyer: 100 } },
    ],
    'hour',
    NOW,
  )
  expect(plot.at).toHaveLength(24)
  expect(new Date(plot.at[23] ?? 0).toISOString()).toBe('2026-11-22T10:00:00.000Z')
  expect(plot.series.map(({ key, values }) => [key, values[21], values[22]])).toEqual([
    ['buyer', 3, 0],
    ['vendor', 0, 0],
    ['admin', 0, 0],
    ['public', 9, 0],
  ])
  expect(sum(plot)).toBe(12)
})

test('thirty days of UTC, today the last', () => {
  const plot = activePlot(
    [{ start: '2026-11-22T00:00:00.000Z', counts: { active_rooms: 4 } }],
    'day',
    NOW,
  )
  expect(plot.at).toHaveLength(30)
  expect(plot.series[0]?.values.at(-1)).toBe(4)
  expect(plot.series[0]?.values.at(-2)).toBe(0)
})

test('a day without an answer has no time to the first answer', () => {
  const days = [
    { start: '2026-11-21T00:00:00.000Z', answers: 3, p50_seconds: 40, p90_seconds: 600 },
  ]
  const plot = answersPlot({ first_answer: { days, waiting: 0 } } as unknown as StatisticsView, NOW)
  expect(plot.series.map(({ values }) => values.slice(-2))).toEqual([
    [40, null],
    [600, null],
  ])
})

test('times are in the calendar, digits and units of the reader', () => {
  const fa = adminFormatsOf('fa', 'Asia/Tehran')
  const at = Date.parse('2026-11-22T08:30:05.000Z')
  expect(fa.clock(at)).toBe('۱۲:۰۰:۰۵')
  expect(adminFormatsOf('bn', 'Asia/Dhaka').hour(at)).toBe('১৪:৩০')
  expect(fa.moment(at)).toContain('۱۴۰۵')
  expect(fa.utcDay(at)).toContain('آذر')
  expect(fa.duration(90)).toMatch(/^۱٫۵/)
  expect(adminFormatsOf('bn', 'Asia/Dhaka').number(1_234)).toBe('১,২৩৪')
  const en = adminFormatsOf('en', 'UTC')
  expect([en.duration(0), en.duration(59), en.duration(5_400)]).toEqual([
    '0 secs',
    '59 secs',
    '1.5 hrs',
  ])
})
