import { fail, succeed, type Result } from '../domain/result.ts'
import { toAnnotationSet } from '../exchange/annotation-set.ts'
import { NO_PUBLISHER, type Publisher, type Writer } from '../exchange/codec.ts'
import { lossesOf, type Loss } from '../exchange/fates.ts'
import { framedReport } from '../exchange/report/report.ts'
import type { ExportedRecords } from '../store/review-state.ts'

/** What a file holds that this writer writes; `not-encoded` when the format cannot express these records. */
export function exportedFile(
  writer: Writer,
  { changes, ...records }: ExportedRecords,
  { publisher = NO_PUBLISHER, ...options }: { readonly history: boolean; readonly publisher?: Publisher },
): Result<string | Uint8Array<ArrayBuffer>, 'not-encoded'> {
  try {
    return succeed(writer.encode(toAnnotationSet(records, options), { changes, publisher }))
  } catch (error) {
    console.error(error) // For a report; the person gets a sentence.
    return fail('not-encoded')
  }
}

/** The report of these records as it is shown and printed here: the page that its file has, without the set in it. */
export function shownReport({ changes, ...records }: ExportedRecords, publisher: Publisher = NO_PUBLISHER): string {
  return framedReport(toAnnotationSet(records, { history: false }), { changes, publisher })
}

/** What of these records the writer would leave out or change. */
export function lossesIn(
  { fates }: Writer,
  { changes, ...records }: ExportedRecords,
  options: { readonly history: boolean },
): readonly Loss[] {
  return lossesOf(toAnnotationSet(records, options), fates, changes)
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
