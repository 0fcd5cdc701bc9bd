import type { DatabaseId, Timestamp } from './identifiers.ts'

/** Which database this is and how often it was written: each write raises `sequence` by one. */
export interface LibraryState {
  readonly database: DatabaseId
  readonly sequence: number
  readonly savedAt: Timestamp
}

/** What a person would recognise their library by. The bin is not counted; annotations as their articles' tallies last had them. */
export interface LibrarySize {
  readonly articles: number
  readonly annotations: number
}

/** What a copy beside the database holds, and when it was made. */
export interface LibraryCopy extends LibrarySize {
  readonly at: Timestamp
}

/** Rows of the stores from which nothing goes without a trace. */
export interface RowCounts {
  readonly articles: number
  readonly revisions: number
  readonly versions: number
  readonly originals: number
  readonly withheld: number
}

/** The last backup: when it was made, the sequence of the library that it holds, and how many versions that has. */
export interface BackupMark {
  readonly at: Timestamp
  readonly sequence: number
  readonly versions: number
}

/** How often rows were taken away on purpose: fewer rows than before are no damage when this has risen. */
export interface Removals {
  readonly removals: number
}

/** What the database says of itself. `state` is `null` until something was written by this version of the program. */
export interface LibraryFacts extends LibrarySize, Removals {
  readonly state: LibraryState | null
  readonly rows: RowCounts
  readonly backup: BackupMark | null
}

/** What the library was, as it is remembered outside of the database. It may lag behind. */
export interface LibraryMark extends LibraryState, LibrarySize, Removals {
  readonly rows: RowCounts
}

/** What is there. The size is as the shelf and the tallies have it, which may still count rows that are gone. */
export interface LibraryFound extends LibrarySize {
  readonly rows: RowCounts
}

/**
 * How the library on this device differs from what it was: `vanished` (there is no database), `forgotten` (there is none, or
 * an empty one, and only a snapshot of it is left), `emptied` (another, empty one stands in its place), `behind` (an earlier
 * state of it), `incomplete` (rows are gone), or `unreadable`.
 */
export type LibraryDamage =
  | { readonly kind: 'forgotten'; readonly expected: null; readonly snapshot: LibraryCopy }
  | { readonly kind: 'vanished'; readonly expected: LibraryMark }
  | {
      readonly kind: 'emptied' | 'behind' | 'incomplete'
      readonly expected: LibraryMark
      readonly found: LibraryFound
    }
  | {
      readonly kind: 'unreadable'
      /** `null` when nothing is remembered of it. */
      readonly expected: LibraryMark | null
      /** The browser's own words. */
      readonly detail: string
    }

/** A row that lies in the database and cannot be read, or makes no sense. It is left out, and left where it is. */
export interface DamagedRow {
  readonly store: string
  /** The row's key; a composite one as JSON. */
  readonly key: string
  /** What is wrong with it, for a problem report. */
  readonly detail: string
}

/** What to remember of a library; `null` while nothing was written. */
export function markOf({ state, rows, removals, articles, annotations }: LibraryFacts): LibraryMark | null {
  return state && { ...state, articles, annotations, rows, removals }
}

/** Whether a database is one to which nothing was ever written. */
export function isUnwritten(facts: LibraryFacts): boolean {
  return facts.state === null && !isWorthMissing(facts)
}

/** Whether anything of a damaged library is left to go on with. */
export function isSomethingLeft(damage: LibraryDamage): boolean {
  return 'found' in damage && isWorthMissing(damage.found)
}

/** Whether there was anything that can be missed. */
export function isWorthMissing({ rows }: Pick<LibraryMark, 'rows'>): boolean {
  return rows.articles + rows.revisions + rows.versions > 0
}

/**
 * What became of a library, as far as some counts and a name can tell. That it was written since is no damage: what is
 * remembered may lag.
 */
export function findDamage(expected: LibraryMark | null, facts: LibraryFacts): LibraryDamage | null {
  if (!expected || !isWorthMissing(expected)) return null
  const found = { articles: facts.articles, annotations: facts.annotations, rows: facts.rows }
  if (facts.state?.database !== expected.database) return { kind: 'emptied', expected, found }
  if (facts.state.sequence < expected.sequence) return { kind: 'behind', expected, found }
  const isLess = COUNTED.some(store => facts.rows[store] < expected.rows[store])
  return isLess && facts.removals === expected.removals ? { kind: 'incomplete', expected, found } : null
}

const COUNTED = ['articles', 'revisions', 'versions', 'originals', 'withheld'] as const
