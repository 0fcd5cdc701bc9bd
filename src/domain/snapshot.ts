import type { LibrarySize } from './library-damage.ts'
import type { Timestamp } from './identifiers.ts'

/** A copy of the whole library on this device, beside the database. */
export interface Snapshot extends LibrarySize {
  /** Names its file. */
  readonly id: string
  readonly at: Timestamp
  readonly database: string
  readonly sequence: number
  readonly bytes: number
}

/** Which snapshots stay, the newest first, when those of `now` (ms since 1970) are gone through; `limit` counts bytes. */
export function snapshotsToKeep(
  snapshots: readonly Snapshot[],
  { now, limit }: { readonly now: number; readonly limit: number },
): readonly Snapshot[] {
  const newestFirst = [...snapshots].sort(byNewest)
  const days = new Set<string>()
  const libraries = new Set<string>()
  const wanted = newestFirst.filter((snapshot, index) => {
    const age = now - Date.parse(snapshot.at)
    const isNewestOfDay = isFirst(days, snapshot.at.slice(0, 'yyyy-mm-dd'.length))
    const isNewestOfLibrary = isFirst(libraries, snapshot.database)
    return index < NEWEST || (isNewestOfDay && age < DAYS * DAY) || (isNewestOfLibrary && age < DAYS_OF_ANOTHER * DAY)
  })
  let bytes = 0
  // The newest stays whatever its size: one too many is better than none.
  return wanted.filter((snapshot, index) => (bytes += snapshot.bytes) <= limit || index === 0)
}

const DAY = 24 * 60 * 60 * 1000 // ms
const NEWEST = 3 // so that two bad ones in a row do no harm
const DAYS = 7 // in which a loss is noticed, one for each
const DAYS_OF_ANOTHER = 30 // for the last one of a library that was replaced or begun anew

/** Of two that were taken in the same millisecond always the same one first. */
function byNewest(a: Snapshot, b: Snapshot): number {
  if (a.at !== b.at) return a.at < b.at ? 1 : -1
  return a.id < b.id ? 1 : -1
}

function isFirst(seen: Set<string>, name: string): boolean {
  if (seen.has(name)) return false
  seen.add(name)
  return true
}
