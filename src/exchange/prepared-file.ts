import type { AnnotationSet } from '../domain/annotation-set.ts'
import type { ArticleRecords } from '../domain/merge.ts'
import type { Signature } from '../domain/signature.ts'
import type { ChangeStates } from '../domain/statement.ts'
import { toAnnotationSet } from './annotation-set.ts'
import { NO_PUBLISHER, type Publisher } from './codec.ts'
import type { WritableCodec } from './codecs.ts'
import { lossesOf, type Loss } from './fates.ts'
import { framedReport } from './report/report.ts'
import { textPreview, type TextPreview } from './text-preview.ts'
import { setHash } from './w3c-set.ts'

/** The records of an article that may leave this device, and how its statements fared up to its newest text. */
export interface LeavingRecords extends ArticleRecords {
  readonly changes: ChangeStates
}

/** How a file is written. */
export interface FileOptions {
  readonly history: boolean
  readonly publisher?: Publisher
  /** Of the set with or without history, as it is asked for. */
  readonly signatures?: readonly Signature[]
}

/** A file, and what is told and shown of it before it is handed over. */
export interface PreparedFile {
  readonly content: Blob
  /** What of the records the format leaves out or changes. */
  readonly losses: readonly Loss[]
  /** `null` for an archive. */
  readonly preview: TextPreview | null
  /** The page that a report's file has, without the set in it, to be shown and printed here; `null` for other formats. */
  readonly report: string | null
}

/** Writes these records in a format. Throws when the format cannot express them. */
export function preparedFile(
  { id, writer }: WritableCodec,
  records: LeavingRecords,
  { history, publisher = NO_PUBLISHER, signatures = [] }: FileOptions,
): PreparedFile {
  const { changes } = records
  const set = exportedSet(records, history)
  const options = { changes, publisher, signatures }
  const written = writer.encode(set, options)
  return {
    content: new Blob([written], { type: writer.mediaType }),
    losses: lossesOf(set, writer.fates, changes),
    preview: typeof written === 'string' ? textPreview(written) : null,
    report: id === 'report' ? framedReport(set, options) : null,
  }
}

/** What a signature of the file must sign. */
export function hashToSign(records: LeavingRecords, { history }: Pick<FileOptions, 'history'>): string {
  return setHash(exportedSet(records, history))
}

const SETS = new WeakMap<LeavingRecords, Map<boolean, AnnotationSet>>()

/** The set of these records, made once: it is signed, looked at for losses and written in one format after the other. */
function exportedSet(records: LeavingRecords, history: boolean): AnnotationSet {
  const known = SETS.get(records) ?? new Map<boolean, AnnotationSet>()
  const { article, revisions, versions, reviewers } = records
  const set = known.get(history) ?? toAnnotationSet({ article, revisions, versions, reviewers }, { history })
  SETS.set(records, known.set(history, set))
  return set
}
