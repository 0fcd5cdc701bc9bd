import { REPORT_WORDS as words } from '../../wording/report-words.ts'
import { markup, type Markup } from './markup.ts'

/** A day, a month or a year as people read it, such as `19 November 2026`; what is no date stays as it was typed. */
export function dateMarkup(text: string): Markup {
  const [year = '', month, day] = text.split('-')
  if (!isDate(text)) return markup`${text}`
  const name = month === undefined ? '' : `${words.months[Number(month) - 1]!} `
  return markup`<time datetime="${text}">${day === undefined ? '' : `${Number(day)} `}${name}${year}</time>`
}

/** A moment to the minute. In UTC, so that the same report is the same everywhere. */
export function momentMarkup(timestamp: string): Markup {
  const [day = '', time = ''] = timestamp.split('T')
  return markup`${dateMarkup(day)}, <time datetime="${timestamp}">${time.slice(0, 'hh:mm'.length)} UTC</time>`
}

/** The day of a moment, in UTC. */
export function dayMarkup(timestamp: string): Markup {
  return dateMarkup(timestamp.slice(0, 'yyyy-mm-dd'.length))
}

function isDate(text: string): boolean {
  const time = Date.parse(text)
  // Nobody looks whether a day that was typed exists.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}
