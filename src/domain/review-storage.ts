import type { Article, Revision } from './article.ts'
import type { ArticleId, DeviceId } from './identifiers.ts'
import type { OutsideChange, Settings, ShelfEntry, Tally, ViewState } from './library.ts'
import type { DamagedRow, LibraryDamage, LibraryFacts } from './library-damage.ts'
import type { ArticleRecords } from './merge.ts'
import type { Original } from './original.ts'
import type { Result } from './result.ts'
import type { Reviewer } from './reviewer.ts'
import type { TrustedKey } from './signing-key.ts'
import type { AnnotationVersion, Version } from './version.ts'
import type { WithheldVersion } from './withheld.ts'

/** Why storage could not do as asked. */
export type StorageProblem =
  | { readonly kind: 'disk-full' }
  | { readonly kind: 'connection-lost' }
  | { readonly kind: 'newer-database' }
  | { readonly kind: 'blocked' }
  /** What is stored is not what it was. Nothing is written until a person has decided what to do. */
  | { readonly kind: 'damaged'; readonly damage: LibraryDamage }
  | { readonly kind: 'unavailable'; readonly detail: string }
  | { readonly kind: 'failed'; readonly detail: string }

/** What is written together: all of it or nothing. */
export interface Changes {
  readonly articles?: readonly Article[]
  readonly revisions?: readonly Revision[]
  /** Written beside what is there: none is taken back but with its article. */
  readonly originals?: readonly Original[]
  readonly shelf?: readonly ShelfEntry[]
  readonly versions?: readonly Version[]
  /** Versions that go: superseded session states, or what an undone import had added. */
  readonly droppedVersions?: readonly Version[]
  /** Of evidence that never leaves: of each record only the latest versions are kept. It goes when its annotation is erased. */
  readonly withheld?: readonly WithheldVersion[]
  /** Erased versions, each written only if its author has seen all that is stored of its record by then. */
  readonly erasures?: readonly Version[]
  /** Articles that go with all their rows, each only if it is still in the bin, or on no shelf. */
  readonly droppedArticles?: readonly ArticleId[]
  readonly reviewers?: readonly Reviewer[]
  /** Added to those that are trusted. */
  readonly trustedKeys?: readonly TrustedKey[]
  readonly tallies?: readonly Tally[]
  /** The wishes that changed; the others stay as they are stored, whichever tab they come from. */
  readonly settings?: Partial<Settings>
  readonly viewState?: ViewState
}

/** What the program knows before any article is opened. */
export interface LibraryContents {
  /** Whether this device had no library before. */
  readonly isNew: boolean
  readonly articles: readonly Article[]
  readonly shelf: readonly ShelfEntry[]
  readonly tallies: readonly Tally[]
  readonly reviewers: readonly Reviewer[]
  readonly settings: Settings
  readonly damaged: readonly DamagedRow[]
}

/** All of one article that can be read, and what of it is left out because it cannot. */
export interface StoredArticle extends ArticleRecords {
  /** What is said of its annotations and never leaves this device. */
  readonly withheld: readonly WithheldVersion[]
  readonly damaged: readonly DamagedRow[]
}

/** The original texts of an article that can be read, and what is left out because it cannot. */
export interface StoredOriginals {
  readonly originals: readonly Original[]
  readonly damaged: readonly DamagedRow[]
}

/** The name under which this tab writes, and how many versions were written under it so far. No other open tab writes under it. */
export interface DeviceLease {
  readonly device: DeviceId
  readonly count: number
}

/** The port that storage implements. Every method answers with a value; none throws for what can be expected. */
export interface ReviewStorage {
  readLibrary(): Promise<Result<LibraryContents, StorageProblem>>
  /** `null` when there is no such article. */
  readArticle(id: ArticleId): Promise<Result<StoredArticle | null, StorageProblem>>
  /** The texts of which the revisions of an article were made; they are long, and no part of `readArticle`. */
  readOriginals(id: ArticleId): Promise<Result<StoredOriginals, StorageProblem>>
  readViewState(id: ArticleId): Promise<Result<ViewState | null, StorageProblem>>
  /** All versions of every annotation that shows as deleted. Its cost grows with what was deleted, not with what is kept. */
  readRemoved(): Promise<Result<readonly AnnotationVersion[], StorageProblem>>
  /** Takes a name of this device that no other tab is using now, before anything is written. */
  leaseDevice(): Promise<Result<DeviceLease, StorageProblem>>
  /**
   * Writes all changes in one strict transaction; succeeds only after it is durable. `onProgress` hears now and then the share of
   * many versions that the database has taken, from 0 to 1.
   */
  commit(changes: Changes, onProgress?: (share: number) => void): Promise<Result<void, StorageProblem>>
  readFacts(): Promise<Result<LibraryFacts, StorageProblem>>
  /**
   * Everything that can still be read from the database, whatever its version and whatever is broken, as JSON Lines in UTF-8:
   * `{"store","key","value"}` for each row, `{"store","key"?,"unreadable"}` for what cannot be read. Changes nothing; never fails.
   */
  exportRaw(): ReadableStream<Uint8Array>
  /** Deletes a damaged database on purpose: the next thing that is asked finds an empty library. */
  startAnew(): Promise<Result<void, StorageProblem>>
  /** Takes a damaged database as it is, if it can be opened: what it lacks is no longer expected. This tab must lease a device again. */
  acceptAsIs(): Promise<Result<void, StorageProblem>>
  /** Removes everything this program keeps on this device. */
  eraseEverything(): Promise<Result<void, StorageProblem>>
  /** Calls back after another tab has committed; returns how to stop. */
  onOutsideChange(listener: (change: OutsideChange) => void): () => void
}
