import type { Article, Revision } from './article.ts'
import type { SetFlaw } from './decode-problem.ts'
import type { Timestamp } from './identifiers.ts'
import type { Settings, ShelfEntry, Tally, ViewState } from './library.ts'
import type { Original } from './original.ts'
import type { Reviewer } from './reviewer.ts'
import type { TrustedKey } from './signing-key.ts'
import type { Version } from './version.ts'
import type { WithheldVersion } from './withheld.ts'

/**
 * What a backup holds of each store of the library. Device names are not among it: a restored library goes on under new
 * ones. A store that comes later is one more entry here, and raises the version of the format.
 */
export interface BackedUp {
  readonly reviewers: Reviewer
  readonly settings: Settings
  readonly articles: Article
  readonly revisions: Revision
  readonly shelf: ShelfEntry
  readonly tallies: Tally
  readonly viewStates: ViewState
  readonly versions: Version
  /** Evidence that leaves this device in backups only. */
  readonly withheld: WithheldVersion
  readonly originals: Original
  /** Whose keys are trusted. One's own key is in no backup. */
  readonly trustedKeys: TrustedKey
}

export type BackedUpStore = keyof BackedUp

/**
 * The stores in the order in which they are written: what others name comes first, the many come after. Withheld evidence comes
 * after the versions, so that what goes out of them while they are read is found. Original texts, which nothing names, come
 * last: of a file that was cut they are what can best be done without.
 */
export const BACKED_UP_STORES = [
  'reviewers',
  'settings',
  'trustedKeys',
  'articles',
  'revisions',
  'shelf',
  'tallies',
  'viewStates',
  'versions',
  'withheld',
  'originals',
] as const satisfies readonly BackedUpStore[]

/** One row of a library, and the store that it belongs to. */
export type BackupRow = {
  [Store in BackedUpStore]: { readonly store: Store; readonly value: BackedUp[Store] }
}[BackedUpStore]

/** All rows of a library by store, in the order in which they were written; a later one stands for an earlier one of the same key. */
export type BackupContents = { readonly [Store in BackedUpStore]: readonly BackedUp[Store][] }

/** When a backup was made, and of which state of which library. */
export interface BackupOrigin {
  readonly created: Timestamp
  readonly database: string
  /** How often the library had been written when the backup began. */
  readonly sequence: number
}

/** A backup as it was read. */
export interface Backup {
  readonly origin: BackupOrigin
  readonly contents: BackupContents
  readonly isEncrypted: boolean
  /** Rows that could not be read; those behind a cut are not counted, for nobody knows them. */
  readonly skipped: number
}

/** What is wrong with one row of a backup. */
export type RowFlaw =
  | SetFlaw
  | { readonly kind: 'not-json' }
  /** Packed bytes that cannot be unpacked. */
  | { readonly kind: 'cannot-unpack' }
  /** Encrypted bytes that are not what was written. */
  | { readonly kind: 'altered' }
  /** The numbers at the end are not those of the rows. */
  | { readonly kind: 'wrong-counts' }
  | { readonly kind: 'after-the-end' }

/** Why a file cannot be restored. `readable` is what can be read of it all the same, `null` when that is nothing. */
export type BackupProblem =
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'not-a-backup' }
  | { readonly kind: 'newer-backup'; readonly version: number }
  /** `limit` counts bytes, once unpacked. */
  | { readonly kind: 'too-large'; readonly limit: number }
  | { readonly kind: 'passphrase-needed' }
  | { readonly kind: 'wrong-passphrase' }
  /** This browser, or this address, has no encryption. */
  | { readonly kind: 'no-encryption' }
  | { readonly kind: 'truncated'; readonly readable: Backup | null }
  | { readonly kind: 'wrong-checksum'; readonly readable: Backup | null }
  /** `line` counts from 1: the first line that is not right; `place` is a path in it, or empty. */
  | {
      readonly kind: 'damaged'
      readonly line: number
      readonly place: string
      readonly flaw: RowFlaw
      readonly readable: Backup | null
    }

/** A backup without rows, for what is added to it. */
export const NO_CONTENTS: BackupContents = {
  reviewers: [],
  settings: [],
  articles: [],
  revisions: [],
  shelf: [],
  tallies: [],
  viewStates: [],
  versions: [],
  withheld: [],
  originals: [],
  trustedKeys: [],
}
