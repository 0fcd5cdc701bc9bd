import type { LibraryMark } from '../domain/library-damage.ts'
import type { StorageProblem } from '../domain/review-storage.ts'
import type { Snapshot } from '../domain/snapshot.ts'

/** Thrown where a database is opened, or would be made, and must not be used. */
export class DatabaseRefused extends Error {
  readonly problem: StorageProblem

  constructor(problem: StorageProblem) {
    super(problem.kind)
    this.problem = problem
  }
}

/** What was done when an error came, for telling what it means. */
export interface Circumstances {
  readonly mode: IDBTransactionMode
  /** What the library was, as far as it is remembered. */
  readonly expected: LibraryMark | null
  /** Whether a new connection has already been tried. */
  readonly isRetried: boolean
}

/** What an error of a transaction means to the person. Whatever is not known is `failed`, with its own words. */
export function transactionProblem(error: unknown, { mode, expected, isRetried }: Circumstances): StorageProblem {
  const unreadable: StorageProblem = {
    kind: 'damaged',
    damage: { kind: 'unreadable', expected, detail: detailOf(error) },
  }
  switch (nameOf(error)) {
    case 'QuotaExceededError':
      return { kind: 'disk-full' }
    // Nobody here aborts without a reason of their own, so a bare AbortError is the browser taking the connection away.
    case 'AbortError':
    case 'InvalidStateError':
      return { kind: 'connection-lost' }
    // Safari's word for its lost storage process; from a reading that a new connection did not help, a database that is broken.
    case 'UnknownError':
      return isRetried && mode === 'readonly' ? unreadable : { kind: 'connection-lost' }
    // A store or an index that every version of the schema has is not there.
    case 'NotFoundError':
      return unreadable
    // Of a writing it means that the value has no key, which is no fault of the database.
    case 'DataError':
      return mode === 'readonly' ? unreadable : { kind: 'failed', detail: detailOf(error) }
    default:
      return { kind: 'failed', detail: detailOf(error) }
  }
}

/** What an error of opening or deleting a database means to the person; `isMissed` where snapshots tell that there was a library. */
export function openingProblem(error: unknown, expected: LibraryMark | null, isMissed = false): StorageProblem {
  if (error instanceof DatabaseRefused) return error.problem
  const detail = detailOf(error)
  switch (nameOf(error)) {
    case 'QuotaExceededError':
      return { kind: 'disk-full' }
    case 'VersionError':
      return { kind: 'newer-database' }
    case 'SecurityError':
      return { kind: 'unavailable', detail }
    case 'AbortError':
      return { kind: 'connection-lost' }
    default:
      return expected || isMissed
        ? { kind: 'damaged', damage: { kind: 'unreadable', expected, detail } }
        : { kind: 'unavailable', detail }
  }
}

/** Nothing but a snapshot is left of a library. */
export function forgotten(snapshot: Snapshot): StorageProblem {
  return { kind: 'damaged', damage: { kind: 'forgotten', expected: null, snapshot } }
}

/** Whether the browser may have lost its own way to the database, so that asking again helps. */
export function isPassing(error: unknown): boolean {
  return nameOf(error) === 'UnknownError' || nameOf(error) === 'AbortError'
}

function nameOf(error: unknown): string {
  return error instanceof Error || error instanceof DOMException ? error.name : ''
}

function detailOf(error: unknown): string {
  return String(error)
}
