import type { DBSchema, IDBPDatabase, IDBPTransaction } from 'idb'
import type { Article, Revision } from '../domain/article.ts'
import type { ArticleId, DeviceId, RecordId, ReviewerId, TextHash } from '../domain/identifiers.ts'
import type { Settings, ShelfEntry, Tally, ViewState } from '../domain/library.ts'
import type { BackupMark, LibraryState } from '../domain/library-damage.ts'
import type { Original } from '../domain/original.ts'
import type { DeviceLease } from '../domain/review-storage.ts'
import type { Reviewer } from '../domain/reviewer.ts'
import type { SigningKey, TrustedKey } from '../domain/signing-key.ts'
import type { Version } from '../domain/version.ts'
import type { WithheldVersion } from '../domain/withheld.ts'

/** One version as it lies on disk: the versions of an article, and of a record, are each one range of keys. */
export interface VersionRow {
  readonly article: ArticleId
  readonly id: RecordId
  readonly hash: string
  readonly version: Version
  /** Only on erased versions, so that the index of them stays small. */
  readonly erased?: [ArticleId, RecordId]
  /** Only on deleted versions: the bin is listed from them. */
  readonly removed?: [ArticleId, RecordId]
}

/** One version of withheld evidence as it lies on disk: what is withheld of an article, and of an annotation, is each one range of keys. */
export interface WithheldRow {
  readonly article: ArticleId
  readonly annotation: RecordId
  readonly id: RecordId
  readonly hash: string
  readonly version: WithheldVersion
}

/** A part of the copy that makes a long article quick to read. */
export interface CopyRow {
  readonly article: ArticleId
  readonly part: string
  /** How what is in it was looked at. */
  readonly form: number
  /** Who makes the copy, in the part that begins it. */
  readonly by?: string
  readonly versions: readonly VersionRow[]
}

/** What the database knows of itself. */
export interface MetaRows {
  state: LibraryState
  backup: BackupMark
  /** How often rows were taken away on purpose. */
  removals: number
  /** The folder that gets backups by itself, where the browser has such. */
  folder: FileSystemDirectoryHandle
  /** The reviewer's own key. Here, and in no store that is backed up: it never leaves the browser but in its own file. */
  signingKey: SigningKey
}

/** What lies in the database, as the last migration step leaves it. */
export interface ReviewSchema extends DBSchema {
  articles: { key: ArticleId; value: Article }
  // One text can be a revision of two articles, so its hash alone does not name a row.
  revisions: { key: [ArticleId, TextHash]; value: Revision }
  // Each text that a revision was made of, under its own hash: the same revision may come out of several files.
  originals: { key: [ArticleId, TextHash, TextHash]; value: Original }
  shelf: { key: ArticleId; value: ShelfEntry }
  versions: {
    key: [ArticleId, RecordId, string]
    value: VersionRow
    indexes: { byErasure: [ArticleId, RecordId]; byRemoval: [ArticleId, RecordId] }
  }
  // Of each record only what nothing supersedes: words that were taken back are not kept.
  withheld: { key: [ArticleId, RecordId, RecordId, string]; value: WithheldRow }
  // Nothing but what `versions` holds, in fewer rows.
  readingCopies: { key: [ArticleId, string]; value: CopyRow }
  reviewers: { key: ReviewerId; value: Reviewer }
  tallies: { key: ArticleId; value: Tally }
  viewStates: { key: ArticleId; value: ViewState }
  settings: { key: typeof SETTINGS_KEY; value: Settings }
  devices: { key: DeviceId; value: DeviceLease }
  trustedKeys: { key: string; value: TrustedKey }
  meta: { key: keyof MetaRows; value: MetaRows[keyof MetaRows] }
}

/** The key of the only row of `settings`. */
export const SETTINGS_KEY = 'settings'
/** The key of the reviewer's own key in `meta`. */
export const SIGNING_KEY = 'signingKey'

export type StoreName =
  | 'articles'
  | 'revisions'
  | 'originals'
  | 'shelf'
  | 'versions'
  | 'reviewers'
  | 'tallies'
  | 'viewStates'
  | 'settings'
  | 'devices'
  | 'trustedKeys'
  | 'withheld'
  | 'readingCopies'
  | 'meta'
/** Of an open database only this: idb's shortcuts would write past the one owner of transactions. */
export type ReviewDatabase = Pick<IDBPDatabase<ReviewSchema>, 'transaction' | 'close'>
export type ReviewTransaction<Mode extends IDBTransactionMode> = IDBPTransaction<ReviewSchema, StoreName[], Mode>

/** All keys that begin with these parts. */
export function keysWithin(...parts: readonly string[]): IDBKeyRange {
  // An array sorts after every string, so this upper bound lies behind all longer keys.
  return IDBKeyRange.bound([...parts], [...parts, []])
}
