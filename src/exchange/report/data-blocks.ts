import type { DecodeProblem } from '../../domain/decode-problem.ts'
import { fail, type Result } from '../../domain/result.ts'
import type { ReadSet } from '../read-set.ts'
import { readAnnotationSet } from '../w3c-set.ts'
import type { Markup } from './markup.ts'

const SET_OPENING = '<script type="application/ld+json" id="factmark-set">'
const OPENING = '<script type="application/ld+json">'
const CLOSING = '</script>'
const SIGN = '<meta name="generator" content="Factmark">'
const LONGEST_HEAD = 2000 // UTF-16 units before the sign; a browser that saves a page adds a line or two

/** Stands near the beginning of every report, so that one that was cut off is still known for what it was. */
export const REPORT_SIGN: Markup = { source: SIGN }

/** A set's JSON as the block of data that reading a report looks for. */
export function setBlock(json: string): Markup {
  return { source: `${SET_OPENING}${harmless(json)}${CLOSING}` }
}

/** Other JSON-LD as a block of data, for search engines. */
export function dataBlock(json: string): Markup {
  return { source: `${OPENING}${harmless(json)}${CLOSING}` }
}

/** Whether a text is a report, or was one before it was cut off. */
export function isReport(text: string): boolean {
  return text.slice(0, LONGEST_HEAD).includes(SIGN) || text.includes(SET_OPENING)
}

/** The set that a report holds. The page around it is never built: it is text that a block of data is looked for in. */
export function setWithin(report: string): Result<ReadSet, DecodeProblem> {
  const opening = report.indexOf(SET_OPENING)
  const start = opening + SET_OPENING.length
  const end = report.indexOf(CLOSING, start)
  if (opening < 0 || end < 0) return fail({ kind: 'set-missing' })
  const set = readAnnotationSet(report.slice(start, end))
  const isCut = !set.ok && (set.problem.kind === 'not-json' || set.problem.kind === 'not-annotation-set')
  return isCut ? fail({ kind: 'set-missing' }) : set
}

/** The same JSON without the signs that end a block, or that older scripts take for the end of a line. They only stand in strings. */
function harmless(json: string): string {
  return json.replace(/[<\u2028\u2029]/g, sign => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
