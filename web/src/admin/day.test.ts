import { expect, test } from 'vitest'
import { dayIn, isDay, todayIn } from './day'

test('a day is counted as the language counts it, and stays the same day', () => {
  const persian = dayIn('fa', '2026-11-22')
  expect([persian?.year, persian?.month, persian?.day]).toEqual([1405, 9, 1])
  expect(persian?.toString()).toBe('2026-11-22')
  expect(dayIn('bn', '2026-11-22')?.day).toBe(22)
  expect(dayIn('fa', '')).toBeUndefined()
})

test('a month later is a month of that calendar', () => {
  expect(dayIn('fa', '2027-03-20')?.add({ days: 1 }).toString()).toBe('2027-03-21')
  expect(dayIn('fa', '2027-03-20')?.add({ days: 1 }).year).toBe(1406)
})

test('today is the same day in all calendars', () => {
  expect(todayIn('fa').toString()).toBe(todayIn('en').toString())
})

test('only days that there are are days', () => {
  expect(['2026-11-22', '2028-02-29'].every(isDay)).toBe(true)
  expect(['', '2026-02-29', '2026-02-31', '2026-13-01', '2026-1-1', '22.11.2026'].some(isDay)).toBe(
    false,
  )
})
