import { describe, expect, it } from 'vitest'
import { formatAgo, formatDateText, formatDay, formatMinute, formatMoment, formatPeriod } from './dates.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const NOW = Date.UTC(2026, 10, 23, 14, 2)

describe('times', () => {
  it('H6 are told in the time zone of the device, days with the year, moments to the minute', () => {
    expect(formatDay(at(2026, 11, 23, 0, 30))).toBe('23 Nov 2026')
    expect(formatMinute(at(2026, 11, 23, 9, 5))).toBe('23 Nov, 09:05')
    expect(formatMinute(at(2026, 11, 23, 0, 5))).toBe('23 Nov, 00:05')
    expect(formatMoment(at(2026, 11, 23, 9, 5))).toBe('23 Nov 2026, 09:05')
  })

  it.each([
    ['2026-11-19', '19 Nov 2026'],
    ['2026-11', 'Nov 2026'],
    ['2026', '2026'],
    ['2026-02-31', '2026-02-31'],
    ['2026-13', '2026-13'],
    ['', ''],
  ])('H6 a date that may be a month or a year is told as it is known: %s', (text, told) => {
    expect(formatDateText(text)).toBe(told)
  })

  it('H6 a period says what both ends share only once', () => {
    const sameDay = formatPeriod(at(2026, 11, 23, 9, 5), at(2026, 11, 23, 10, 45))
    expect(sameDay).toMatch(/09:05\D+10:45/)
    expect(sameDay.match(/Nov/g)).toHaveLength(1)
    const overnight = formatPeriod(at(2026, 11, 23, 23, 50), at(2026, 11, 24, 0, 10))
    expect(overnight).toMatch(/23 Nov.*23:50.*24 Nov.*00:10/)
    expect(formatPeriod(at(2026, 11, 23, 9, 5), at(2026, 11, 23, 9, 5))).toBe('23 Nov, 09:05')
  })

  it.each([
    [20 * SECOND, 'this minute'],
    [5 * MINUTE, '5 minutes ago'],
    [59 * MINUTE, '59 minutes ago'],
    [HOUR, '1 hour ago'],
    [23 * HOUR, '23 hours ago'],
    [DAY, 'yesterday'],
    [10 * DAY, '10 days ago'],
    [-3 * MINUTE, 'in 3 minutes'], // the other device's clock is ahead
  ])('H6 %i ms are told as "%s"', (milliseconds, told) => {
    expect(formatAgo(new Date(NOW - milliseconds).toISOString(), NOW)).toBe(told)
  })
})

/** A moment in the time zone of this device. */
function at(year: number, month: number, day: number, hours: number, minutes: number): string {
  return new Date(year, month - 1, day, hours, minutes).toISOString()
}
