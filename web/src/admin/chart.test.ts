import { expect, test } from 'vitest'
import { configuration } from './chart'
import type { ChartLook } from './chart'
import { adminFormatsOf } from './formats'

const COLORS = { series: ['#111', '#222'], text: '#333', line: '#444', font: 'x' }
const LOOK: ChartLook = {
  type: 'bar',
  labels: ['۹', '۱۰'],
  series: [
    { label: 'خریداران', values: [1, 2] },
    { label: 'فروشگاه‌ها', values: [3, null] },
  ],
  rtl: true,
  write: adminFormatsOf('fa').number,
  logarithmic: false,
}

test('in a language from the right, time begins there, and so do its numbers', () => {
  const { options, data } = configuration(LOOK, COLORS)
  expect(options).toMatchObject({
    animation: false,
    scales: { x: { reverse: true }, y: { position: 'right' } },
    plugins: { legend: { rtl: true }, tooltip: { rtl: true, textDirection: 'rtl' } },
  })
  expect(data.datasets.map(({ backgroundColor }) => backgroundColor)).toEqual(['#111', '#222'])
  const ticks = options?.scales?.['y']?.ticks as { callback: (value: number) => string }
  expect([ticks.callback(1_200), ticks.callback(0.5)]).toEqual(['۱٬۲۰۰', ''])
})

test('one line needs no legend, and in a language from the left all is the other way', () => {
  const { options } = configuration(
    { ...LOOK, rtl: false, series: LOOK.series.slice(0, 1) },
    COLORS,
  )
  expect(options).toMatchObject({
    scales: { x: { reverse: false }, y: { position: 'left' } },
    plugins: { legend: { display: false } },
  })
})
