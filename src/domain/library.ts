import type { ArticleId, RecordId, ReviewerId, TextHash, Timestamp } from './identifiers.ts'
import type { Verdict } from './verdict.ts'

/** An article's place in this device's library: its name here, and whether it was put in the bin. Local, never exported. */
export interface ShelfEntry {
  readonly article: ArticleId
  readonly name: string
  readonly added: Timestamp
  readonly opened: Timestamp
  readonly binned: boolean
  /** When it was last put in the bin; missing where that was never noted. */
  readonly binnedAt?: Timestamp
  /** The revision that is open. */
  readonly revision: TextHash
}

/** How far an article is, as last counted: kept so that the library needs no annotation to be read. */
export interface Tally {
  readonly article: ArticleId
  readonly segments: number
  readonly reviewed: number
  readonly verdicts: Readonly<Record<Verdict, number>>
  /** Annotations whose verdict has to be looked at again since the text changed; missing where that was never counted. */
  readonly stale?: number
}

/** Where a reviewer was in an article. Local, in no exported record. */
export interface ViewState {
  readonly article: ArticleId
  /** Index of the segment under the cursor. */
  readonly segment: number | null
  /** UTF-16 offset of the text at the top of the view. */
  readonly topOffset: number
  readonly filter: Filter
  readonly left: Timestamp
}

/** Which annotations are shown; an empty list asks for nothing. */
export interface Filter {
  readonly verdicts: readonly Verdict[]
  readonly reviewers: readonly ReviewerId[]
  readonly tags: readonly string[]
  readonly words: string
}

export const NO_FILTER: Filter = { verdicts: [], reviewers: [], tags: [], words: '' }

/** What this device remembers of the person's wishes. */
export interface Settings {
  readonly reviewer: ReviewerId | null
  readonly theme: 'system' | 'light' | 'dark'
  /** Whether keys without a modifier act in the article (WCAG 2.1.4). */
  readonly singleKeys: boolean
  /** Whether the cursor moves on by itself after a tag. */
  readonly advanceAfterTag: boolean
  readonly lastArticle: ArticleId | null
  /** Whether the reviewer was asked for a name. */
  readonly askedForName: boolean
  /** No reminder of a backup before this; `null` while the person has not put one off. */
  readonly remindOfBackupAfter: Timestamp | null
  /** Who publishes the checks, as files for publishers name them; empty until somebody says. */
  readonly publisher: { readonly name: string; readonly url: string }
  /** Whether exports are signed, once there is a key. */
  readonly signsExports: boolean
}

export const DEFAULT_SETTINGS: Settings = {
  reviewer: null,
  theme: 'system',
  singleKeys: true,
  advanceAfterTag: false,
  lastArticle: null,
  askedForName: false,
  remindOfBackupAfter: null,
  publisher: { name: '', url: '' },
  signsExports: true,
}

/** What two tabs tell each other after a commit. */
export interface OutsideChange {
  readonly articles: readonly ArticleId[]
  readonly records: readonly RecordId[]
}
