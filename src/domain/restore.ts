import type { ArticleId } from './identifiers.ts'
import type { LibrarySize } from './library-damage.ts'
import type { BackupOrigin } from './backup.ts'
import type { Tally } from './library.ts'

/** One article of a backup, and how it stands to the library here. */
export interface RestoredArticle {
  readonly id: ArticleId
  /** As it is called in the backup. */
  readonly name: string
  readonly language: string
  /** Whether it is not in this library yet. */
  readonly isNew: boolean
  readonly isBinned: boolean
  readonly annotations: number
  /** Annotations that are not in this library yet. */
  readonly newAnnotations: number
  /** Versions that are not in this library yet, of marks and sessions too. */
  readonly newVersions: number
  /** Original texts that are not in this library yet. */
  readonly newOriginals: number
}

/** What a backup holds, what of it is new here, and what of this library it lacks. Nothing was written. */
export interface RestorePreview extends LibrarySize {
  readonly origin: BackupOrigin
  readonly isEncrypted: boolean
  /** Rows of the file that could not be read. */
  readonly skipped: number
  /** Those that are not in the bin first. */
  readonly list: readonly RestoredArticle[]
  readonly versions: number
  readonly newVersions: number
  readonly newOriginals: number
  readonly newTrustedKeys: number
  /** Withheld sources that are not in this library yet. */
  readonly newWithheld: number
  /** Records that another reviewer has written here: merging leaves them out. Their versions do not count as new. */
  readonly foreign: number
  readonly here: LibrarySize
  /** What of this library the backup does not have: replacing takes it away. */
  readonly onlyHere: {
    readonly articles: number
    readonly versions: number
    readonly originals: number
    readonly withheld: number
    readonly trustedKeys: number
  }
}

/**
 * `merge`: everything of the backup is united with what is here, and what is here stays as it is; what is signed with another
 * name than here is left out. `replace`: the library
 * becomes what the backup holds.
 */
export type RestoreMode = 'merge' | 'replace'

/** How a backup is to be restored. */
export interface RestorePlan {
  readonly mode: RestoreMode
  /** A file counts as a backup of what it is restored to; a snapshot is lost together with the device. */
  readonly source: 'file' | 'snapshot'
  /** Of articles that are here and get more versions: how far they are once merged. */
  readonly tallies: readonly Tally[]
}
