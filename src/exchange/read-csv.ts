import Papa from 'papaparse'
import * as v from 'valibot'
import { DateTextSchema } from '../domain/annotation.ts'
import { textHash } from '../domain/article-text.ts'
import type { DecodeProblem } from '../domain/decode-problem.ts'
import { fail, succeed, type Result } from '../domain/result.ts'
import type { Reading } from './codec.ts'
import { momentOf } from './loose-json.ts'
import type { ForeignAnnotation, ForeignPosition, SkippedItem } from './foreign.ts'
import { withoutGuard } from './formula-safe.ts'
import type { Incoming, IncomingFile } from './incoming.ts'
import { malformed } from './read-item.ts'
import { MAX_SET_LENGTH } from './w3c-set.ts'
import { sourceAt } from './source-at.ts'

/** The columns of Factmark's tables, in the order in which they are written. */
export const COLUMN_NAMES = [
  'article',
  'statement',
  'verdict',
  'rationale',
  'claim',
  'claimant',
  'claim date',
  'reviewer',
  'created',
  'modified',
  'evidence URLs',
  'tags',
  'start',
  'end',
  'state',
] as const

export type ColumnName = (typeof COLUMN_NAMES)[number]

/** Whether a file is a table with our columns, in any order, parted by commas, semicolons or tabs. */
export function recognisesCsv({ files: [file, ...others] }: Incoming): boolean {
  return file !== undefined && others.length === 0 && readHeader(textOf(file)) !== null
}

/** One document for each article that the table names; without its text, for the table has only quotes. */
export function readCsv({ files: [file] }: Incoming): Result<Reading, DecodeProblem> {
  const text = file ? textOf(file) : ''
  if (text.length > MAX_SET_LENGTH) return fail({ kind: 'too-large', limit: MAX_SET_LENGTH })
  const header = readHeader(text)
  if (!header) return fail({ kind: 'not-annotation-set' })
  const { data, errors } = Papa.parse<readonly string[]>(text, header.dialect)
  const torn = new Set(errors.filter(({ type }) => type === 'Quotes').map(({ row }) => row))
  const reader = rowReader(header.names)
  for (const [index, cells] of data.entries()) {
    if (index === 0 || cells.every(cell => cell.trim() === '')) continue
    const place = `row ${index + 1}`
    if (torn.has(index)) reader.skipped.push(malformed(place, 'must close its quotation marks'))
    else if (cells.length !== header.names.length) {
      reader.skipped.push(malformed(place, 'must have as many cells as the header'))
    } else reader.read(cells, place)
  }
  const documents = [...reader.articles].map(([title, annotations]) => ({ ...NO_TEXT, title, annotations }))
  return succeed({ kind: 'foreign', file: { documents, skipped: [...header.skipped, ...reader.skipped] } })
}

const NO_TEXT = { text: null, sourceUrl: '', language: '', textHash: '' } as const

/** Spreadsheets save "Unicode text" as UTF-16 with a byte order mark. */
function textOf({ text, bytes }: IncomingFile): string {
  if (text !== null) return text
  return bytes[0] === 0xff && bytes[1] === 0xfe ? new TextDecoder('utf-16le').decode(bytes).toWellFormed() : ''
}

const NEEDED: readonly ColumnName[] = ['article', 'statement', 'verdict']

/** What the first line says of the table; `null` where it is not ours. */
function readHeader(text: string) {
  const { 0: line = '', 1: newline = '\n' } = /^[^\r\n]*(\r\n|\r|\n)?/.exec(text) ?? []
  for (const delimiter of [',', ';', '\t']) {
    const [cells = []] = Papa.parse<readonly string[]>(line.trim(), { delimiter }).data
    const names = cells.map(cell => columnOf(cell))
    if (!NEEDED.every(name => names.includes(name))) continue
    const skipped = cells.flatMap((cell, index): readonly SkippedItem[] => {
      if (names[index] !== undefined && names.indexOf(names[index]) === index) return []
      const place = `row 1, column ${cell.toWellFormed()}`
      const other = { kind: 'other-kind', what: 'column' } as const
      return [{ place, reason: names[index] === undefined ? other : { kind: 'repeated' } }]
    })
    return { names, skipped, dialect: { delimiter, newline: newline as '\n' | '\r' | '\r\n' } }
  }
  return null
}

function columnOf(cell: string): ColumnName | undefined {
  const name = cell.trim().toLowerCase()
  return COLUMN_NAMES.find(column => column.toLowerCase() === name)
}

function rowReader(names: readonly (ColumnName | undefined)[]) {
  const articles = new Map<string, ForeignAnnotation[]>()
  const skipped: SkippedItem[] = []
  const known = new Set<string>()
  const keys = new Map<string, number>()
  const columns = new Map(COLUMN_NAMES.map(name => [name, names.indexOf(name)]))
  const read = (cells: readonly string[], place: string) => {
    const cell = (name: ColumnName) => withoutGuard(cells[columns.get(name) ?? -1] ?? '').toWellFormed()
    const whole = JSON.stringify(cells)
    const refuse = (name: ColumnName, expected: string) => skipped.push(malformed(`${place}, column ${name}`, expected))
    if (known.has(whole)) return skipped.push({ place, reason: { kind: 'repeated' } })
    if (cell('statement') === '') return skipped.push({ place, reason: { kind: 'no-statement' } })
    if (cell('verdict').trim() === '') return refuse('verdict', 'must name a verdict')
    known.add(whole)
    const annotation = readRow(cell, place, refuse)
    const count = (keys.get(annotation.key) ?? 0) + 1
    keys.set(annotation.key, count)
    const title = cell('article')
    const found = articles.get(title) ?? []
    articles.set(title, found)
    return found.push(count === 1 ? annotation : { ...annotation, key: `${annotation.key} ${count}` })
  }
  return { read, articles, skipped }
}

/** A cell that is wrong is told and left out; what the others say of the statement stays. */
function readRow(
  cell: (name: ColumnName) => string,
  place: string,
  refuse: (name: ColumnName, expected: string) => void,
): ForeignAnnotation {
  const date = cell('claim date').trim()
  const isDate = v.is(DateTextSchema, date)
  if (!isDate) refuse('claim date', 'must be a date such as 2025-06-16')
  const time = (name: 'created' | 'modified') => {
    const timestamp = momentOf(cell(name).trim())
    if (timestamp === '' && cell(name).trim() !== '') refuse(name, 'must be a time such as 2026-11-20T09:14:02.000Z')
    return timestamp
  }
  const statement = cell('statement')
  const reviewer = cell('reviewer')
  const created = time('created')
  return {
    // Tables have no names for rows: these stay when the verdict or its reasons are corrected.
    key: textHash(JSON.stringify([cell('article'), statement, cell('start'), reviewer, created])),
    place,
    author: { id: '', name: reviewer },
    quote: { exact: statement, prefix: '', suffix: '' },
    positions: readPosition(cell, statement, refuse),
    labels: [cell('verdict').trim()],
    tags: linesOf(cell('tags')),
    rationale: cell('rationale'),
    claim: { text: cell('claim'), claimant: cell('claimant'), date: isDate ? date : '' },
    evidence: linesOf(cell('evidence URLs')).map(url => sourceAt(url)),
    created,
    modified: time('modified'),
  }
}

/** Code points, as the table is written; a stretch that is not as long as the statement is somewhere else. */
function readPosition(
  cell: (name: ColumnName) => string,
  statement: string,
  refuse: (name: ColumnName, expected: string) => void,
): readonly ForeignPosition[] {
  const [start, end] = (['start', 'end'] as const).map(name => {
    const digits = cell(name).trim()
    if (digits === '') return undefined
    if (/^\d{1,15}$/.test(digits)) return Number(digits)
    refuse(name, 'must be a whole number')
    return undefined
  })
  if (start === undefined || end === undefined) return []
  return end - start === [...statement].length ? [{ unit: 'code-points', start, end }] : []
}

function linesOf(cell: string): readonly string[] {
  return cell
    .split(/\r\n|[\n\r]/)
    .map(line => line.trim())
    .filter(line => line !== '')
}
