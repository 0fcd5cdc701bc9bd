import type { StorageProblem } from '../domain/review-storage.ts'

/** What an error of a transaction means to the person. Whatever is not known is `failed`, with its own words. */
export function transactionProblem(error: unknown): StorageProblem {
  switch (nameOf(error)) {
    case 'QuotaExceededError':
      return { kind: 'disk-full' }
    // Nobody here aborts without a reason of their own, so a bare AbortError is the browser taking the connection away;
    // UnknownError is Safari's word for its lost storage process.
    case 'AbortError':
    case 'InvalidStateError':
    case 'UnknownError':
      return { kind: 'connection-lost' }
    default:
      return { kind: 'failed', detail: detailOf(error) }
  }
}

/** What an error of opening or deleting a database means to the person. */
export function openingProblem(error: unknown): StorageProblem {
  switch (nameOf(error)) {
    case 'QuotaExceededError':
      return { kind: 'disk-full' }
    case 'VersionError':
      return { kind: 'newer-database' }
    default:
      return { kind: 'unavailable', detail: detailOf(error) }
  }
}

function nameOf(error: unknown): string {
  return error instanceof Error || error instanceof DOMException ? error.name : ''
}

function detailOf(error: unknown): string {
  return String(error)
}
