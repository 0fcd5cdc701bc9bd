import Papa from 'papaparse'
import type { AnnotationSet } from '../domain/annotation-set.ts'
import type { ChangeStates } from '../domain/statement.ts'
import type { Codec } from './codec.ts'
import { formulaSafe } from './formula-safe.ts'
import { COLUMN_NAMES, readCsv, recognisesCsv, type ColumnName } from './read-csv.ts'
import { shownAnnotations, type ShownAnnotation } from './shown-annotations.ts'

/** A table for spreadsheets. */
export const csvCodec: Codec = {
  id: 'csv',
  writer: {
    extension: '.csv',
    mediaType: 'text/csv',
    fates: {
      'evidence-details': 'left-out',
      states: 'for-reading',
      'earlier-versions': 'left-out',
      marks: 'left-out',
      sessions: 'left-out',
      'earlier-texts': 'left-out',
    },
    encode: (set, { changes }) => encodeCsv(set, changes),
  },
  reader: { recognises: recognisesCsv, read: readCsv },
}

/**
 * The shown annotations for a spreadsheet (RFC 4180): a header, then one row each in the order of the text. UTF-8 with a
 * byte order mark, CRLF; `start` and `end` count code points; a cell with several entries has one a line; no cell is a formula.
 */
export function encodeCsv(set: AnnotationSet, changes?: ChangeStates): string {
  const rows = shownAnnotations(set, changes).map(shown =>
    COLUMN_NAMES.map(name => formulaSafe(CELLS[name](shown, set))),
  )
  return `${BYTE_ORDER_MARK}${Papa.unparse([[...COLUMN_NAMES], ...rows], { newline: '\r\n' })}\r\n`
}

// Without it Excel reads UTF-8 as the machine's old code page.
const BYTE_ORDER_MARK = '\uFEFF'

type Cell = (shown: ShownAnnotation, set: AnnotationSet) => string

// The names are part of the format, not of the interface: they stay English, so that scripts can rely on them.
const CELLS: Readonly<Record<ColumnName, Cell>> = {
  article: (_, { article }) => article.title,
  statement: ({ content }) => content.selector.quote.exact,
  verdict: ({ content }) => content.verdict,
  rationale: ({ content }) => content.rationale,
  claim: ({ content }) => content.claim.text,
  claimant: ({ content }) => content.claim.claimant,
  'claim date': ({ content }) => content.claim.date,
  reviewer: ({ reviewerName }) => reviewerName,
  created: ({ content }) => content.created,
  modified: ({ modified }) => modified,
  'evidence URLs': ({ content }) => onePerLine(content.evidence.map(({ url }) => url)),
  tags: ({ content }) => onePerLine(content.tags),
  start: ({ codePoints }) => String(codePoints.start),
  end: ({ codePoints }) => String(codePoints.end),
  state: ({ state }) => state,
}

function onePerLine(entries: readonly string[]): string {
  return entries
    .map(entry => entry.replace(/\s+/gu, ' ').trim())
    .filter(entry => entry !== '')
    .join('\n')
}
