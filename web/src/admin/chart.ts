import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  Legend,
  LineController,
  LineElement,
  LinearScale,
  LogarithmicScale,
  PointElement,
  Tooltip,
} from 'chart.js'
import type { ChartConfiguration, Scale } from 'chart.js'

/** One line, or one part of the bars. */
export interface ChartSeries {
  label: string
  values: readonly (number | null)[]
}

/** What a plot looks like, in words of ours. */
export interface ChartLook {
  type: 'bar' | 'line'
  labels: readonly string[]
  series: readonly ChartSeries[]
  /** Time goes from the right to the left. */
  rtl: boolean
  /** A value as the reader writes it. */
  write: (value: number) => string
  /** Times lie so far apart that they are drawn by their size only. */
  logarithmic: boolean
}

/** The page's own colours and letters. */
export interface ChartColors {
  series: readonly string[]
  text: string
  line: string
  font: string
}

let registered = false

function register(): void {
  if (registered) return
  registered = true
  Chart.register(
    BarController,
    BarElement,
    LineController,
    LineElement,
    PointElement,
    CategoryScale,
    LinearScale,
    LogarithmicScale,
    Tooltip,
    Legend,
  )
}

/** Reads what our style sheets say where this element is. A token may be any expression, so it is
 * taken as the colour that it comes to. */
export function colorsOf(element: HTMLElement): ChartColors {
  const probe = document.createElement('span')
  element.append(probe)
  const style = getComputedStyle(probe)
  const token = (name: string) => {
    probe.style.color = `var(--${name})`
    return style.color
  }
  const colors = {
    series: ['plot-1', 'plot-2', 'plot-3', 'plot-4'].map(token),
    text: token('quiet'),
    line: token('line'),
    font: style.fontFamily,
  }
  probe.remove()
  return colors
}

/** Draws a plot, which stays until it is destroyed. */
export function draw(canvas: HTMLCanvasElement, look: ChartLook, colors: ChartColors): Chart {
  register()
  return new Chart(canvas, configuration(look, colors))
}

export function redraw(chart: Chart, look: ChartLook, colors: ChartColors): void {
  const { data, options } = configuration(look, colors)
  chart.data = data
  if (options !== undefined) chart.options = options
  chart.update('none')
}

/** A second, ten, half a minute, … a week. */
const ROUND = [1, 10, 30, 60, 300, 900, 3_600, 4 * 3_600, 86_400, 7 * 86_400]

/** Times are read by these, not by powers of ten. */
function roundTimes(axis: Scale): void {
  axis.ticks = ROUND.filter((value) => value >= axis.min && value <= axis.max).map((value) => ({
    value,
  }))
}

export function configuration(look: ChartLook, colors: ChartColors): ChartConfiguration {
  const { type, labels, series, rtl, write, logarithmic } = look
  const font = { family: colors.font, size: 12 }
  const grid = { color: colors.line, drawTicks: false }
  return {
    type,
    data: {
      labels: [...labels],
      datasets: series.map(({ label, values }, i) => ({
        label,
        data: [...values],
        backgroundColor: colors.series[i] ?? colors.text,
        borderColor: colors.series[i] ?? colors.text,
        borderWidth: type === 'line' ? 2 : 0,
        pointRadius: 2,
        spanGaps: false,
        cubicInterpolationMode: 'monotone',
        stack: 'all',
      })),
    },
    options: {
      animation: false,
      maintainAspectRatio: false,
      interaction: { mode: 'index', intersect: false },
      scales: {
        x: {
          stacked: type === 'bar',
          reverse: rtl,
          grid: { display: false },
          border: { color: colors.line },
          ticks: { color: colors.text, font, maxRotation: 0, autoSkipPadding: 14 },
        },
        y: {
          type: logarithmic ? 'logarithmic' : 'linear',
          stacked: type === 'bar',
          beginAtZero: true,
          ...(logarithmic ? { afterBuildTicks: roundTimes } : {}),
          position: rtl ? 'right' : 'left',
          grid,
          border: { display: false },
          ticks: {
            color: colors.text,
            font,
            maxTicksLimit: 6,
            callback: (value) => (Number.isInteger(Number(value)) ? write(Number(value)) : ''),
          },
        },
      },
      plugins: {
        legend: {
          display: series.length > 1,
          align: 'start',
          rtl,
          textDirection: rtl ? 'rtl' : 'ltr',
          labels: { color: colors.text, font, boxWidth: 10, boxHeight: 10 },
        },
        tooltip: {
          rtl,
          textDirection: rtl ? 'rtl' : 'ltr',
          titleFont: font,
          bodyFont: font,
          callbacks: {
            label: ({ dataset, parsed }) => `${dataset.label ?? ''}: ${write(parsed.y ?? 0)}`,
          },
        },
      },
    },
  }
}
