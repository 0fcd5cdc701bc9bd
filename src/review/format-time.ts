import { words } from '../wording/words.ts'

const DAY = new Intl.DateTimeFormat(words.review.locale, { day: 'numeric', month: 'short', year: 'numeric' })
const MINUTE = new Intl.DateTimeFormat(words.review.locale, {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})
const RELATIVE = new Intl.RelativeTimeFormat(words.review.locale, { numeric: 'auto' })

/** A day in this device's time zone, such as `23 Nov 2026`. */
export function formatDay(timestamp: string): string {
  return DAY.format(new Date(timestamp))
}

/** A moment in this device's time zone, to the minute. */
export function formatMinute(timestamp: string): string {
  return MINUTE.format(new Date(timestamp))
}

/** A stretch of time in this device's time zone, saying what both ends share only once. */
export function formatPeriod(from: string, to: string): string {
  return MINUTE.formatRange(new Date(from), new Date(to))
}

/** How long ago a moment was, roughly: `3 hours ago`. `now` in ms since 1970. */
export function formatAgo(timestamp: string, now: number): string {
  const minutes = Math.round((Date.parse(timestamp) - now) / 60_000)
  if (minutes > -60) return RELATIVE.format(minutes, 'minute')
  if (minutes > -60 * 24) return RELATIVE.format(Math.round(minutes / 60), 'hour')
  return RELATIVE.format(Math.round(minutes / 60 / 24), 'day')
}
