import { words } from './words.ts'

const { locale } = words.common
const DAY = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' })
const MINUTE = new Intl.DateTimeFormat(locale, {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})
const MOMENT = new Intl.DateTimeFormat(locale, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})
const RELATIVE = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })

/** A day as people read it, such as `23 Nov 2026`, in the time zone of this device. Takes a timestamp or a day. */
export function formatDay(timestamp: string): string {
  return DAY.format(new Date(timestamp))
}

/** What somebody knows of a date (`2026-11-19`, `2026-11`, `2026`) as people read it: a day, a month or a year. */
export function formatDateText(text: string): string {
  const time = Date.parse(text)
  // Nobody looks whether a day that was typed exists.
  if (Number.isNaN(time) || !new Date(time).toISOString().startsWith(text)) return text
  return DATES[text.length]?.format(time) ?? text
}

// By length. In UTC, which these dates are parsed in: elsewhere they would be of the day before.
const DATES: Readonly<Record<number, Intl.DateTimeFormat>> = {
  10: new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }),
  7: new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'short', timeZone: 'UTC' }),
}

/** A moment to the minute, such as `23 Nov, 14:02`, in the time zone of this device. */
export function formatMinute(timestamp: string): string {
  return MINUTE.format(new Date(timestamp))
}

/** A moment to the minute with its year, such as `23 Nov 2026, 14:02`, in the time zone of this device. */
export function formatMoment(timestamp: string): string {
  return MOMENT.format(new Date(timestamp))
}

/** A stretch of time to the minute that says what both ends share only once. */
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
