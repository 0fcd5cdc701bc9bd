import type { AnnotationSet } from '../domain/annotation-set.ts'
import { fail, succeed, type Result } from '../domain/result.ts'
import type { Signature } from '../domain/signature.ts'
import { toAnnotationSet } from '../exchange/annotation-set.ts'
import { setHash } from '../exchange/w3c-set.ts'
import { NO_PUBLISHER, type Publisher, type Writer } from '../exchange/codec.ts'
import { lossesOf, type Loss } from '../exchange/fates.ts'
import { framedReport } from '../exchange/report/report.ts'
import type { ExportedRecords } from '../store/review-state.ts'

/** What a file holds that this writer writes; `not-encoded` when the format cannot express these records. */
export function exportedFile(
  writer: Writer,
  records: ExportedRecords,
  { history, ...options }: FileOptions,
): Result<string | Uint8Array<ArrayBuffer>, 'not-encoded'> {
  try {
    return succeed(writer.encode(exportedSet(records, history), writeOptions(records, options)))
  } catch (error) {
    console.error(error) // For a report; the person gets a sentence.
    return fail('not-encoded')
  }
}

/** How a file is written. */
interface FileOptions {
  readonly history: boolean
  readonly publisher?: Publisher
  /** Of the set with or without history, as it is asked for. */
  readonly signatures?: readonly Signature[]
}

/** What a signature of the file must sign. */
export function hashToSign(records: ExportedRecords, { history }: Pick<FileOptions, 'history'>): string {
  return setHash(exportedSet(records, history))
}

/** The report of these records as it is shown and printed here: the page that its file has, without the set in it. */
export function shownReport(records: ExportedRecords, options: Omit<FileOptions, 'history'> = {}): string {
  return framedReport(exportedSet(records, false), writeOptions(records, options))
}

/** What of these records the writer would leave out or change. */
export function lossesIn(
  { fates }: Writer,
  records: ExportedRecords,
  { history }: Pick<FileOptions, 'history'>,
): readonly Loss[] {
  return lossesOf(exportedSet(records, history), fates, records.changes)
}

const SETS = new WeakMap<ExportedRecords, Map<boolean, AnnotationSet>>()

/** The set of these records, made once: it is signed, looked at for losses and written. */
function exportedSet(records: ExportedRecords, history: boolean): AnnotationSet {
  const known = SETS.get(records) ?? new Map<boolean, AnnotationSet>()
  const { changes: _, withheld: __, ...rest } = records
  const set = known.get(history) ?? toAnnotationSet(rest, { history })
  SETS.set(records, known.set(history, set))
  return set
}

function writeOptions(
  { changes }: ExportedRecords,
  { publisher = NO_PUBLISHER, signatures = [] }: Partial<FileOptions>,
) {
  return { changes, publisher, signatures }
}

/** The beginning of an exported text, as much of it as is shown. */
export interface TextPreview {
  readonly text: string
  readonly isWhole: boolean
  /** Of the whole text. */
  readonly lines: number
}

const PREVIEW_LINES = 200
const PREVIEW_LENGTH = 20_000 // UTF-16 units; more makes the dialog slow and is not read

/** Shows whole lines where it can, and never half of a character. */
export function textPreview(text: string): TextPreview {
  const shown = withoutByteOrderMark(text)
  const lines = shown.replace(/\n$/, '').split('\n')
  const start = lines.slice(0, PREVIEW_LINES).join('\n')
  if (lines.length <= PREVIEW_LINES && shown.length <= PREVIEW_LENGTH) {
    return { text: shown, isWhole: true, lines: lines.length }
  }
  return { text: shortened(start), isWhole: false, lines: lines.length }
}

/** A text for the clipboard: the mark at the beginning of a CSV file would be pasted as an invisible character. */
export function withoutByteOrderMark(text: string): string {
  return text.replace(/^\uFEFF/, '')
}

function shortened(text: string): string {
  if (text.length <= PREVIEW_LENGTH) return text
  const cut = text.slice(0, PREVIEW_LENGTH)
  const lineEnd = cut.lastIndexOf('\n')
  return lineEnd > 0 ? cut.slice(0, lineEnd) : cut.replace(/[\uD800-\uDBFF]$/, '')
}
