/** How long something takes, in the largest unit of which there is one, as `12 min`; a minute at least. */
export function durationIn(tag: string): (ms: number) => string {
  const format = (unit: string) =>
    new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay: 'short' })
  const [minutes, hours, days] = [format('minute'), format('hour'), format('day')]
  return (ms) => {
    const minute = Math.max(1, Math.floor(ms / 60_000))
    if (minute < 60) return minutes.format(minute)
    if (minute < 24 * 60) return hours.format(Math.floor(minute / 60))
    return days.format(Math.floor(minute / (24 * 60)))
  }
}
