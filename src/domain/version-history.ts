import { byPrecedence, heads, supersedes, versionHash, type Version } from './version.ts'

/** One version of a record among the others. */
export interface HistoryEntry<V extends Version = Version> {
  readonly version: V
  /** Counted from the oldest, 1: names the version for as long as no other is added. */
  readonly number: number
  /** Whether nothing supersedes it. */
  readonly isHead: boolean
  /** The newest of the versions that its author had seen, each of them a head of what they had seen. */
  readonly before: readonly V[]
  /** The versions that its author had not seen and whose authors had not seen it. */
  readonly beside: readonly V[]
}

/**
 * The versions of one record, the newest first: each stands before all that its author had seen, and clocks decide
 * nothing. Of those that did not know each other, a line of edits stays together, and the line that is shown comes
 * first. The same on every device; none is left out, not even when forged ones claim to have seen each other.
 */
export function historyOf<V extends Version>(versions: readonly V[]): readonly HistoryEntry<V>[] {
  const ordered = newestFirst(versions)
  const current = new Set(heads(versions))
  return ordered.map((version, index) => {
    const others = ordered.filter(other => other !== version)
    return {
      version,
      number: ordered.length - index,
      isHead: current.has(version),
      before: heads(others.filter(other => supersedes(version, other))),
      beside: others.filter(other => !supersedes(version, other) && !supersedes(other, version)),
    }
  })
}

function newestFirst<V extends Version>(versions: readonly V[]): readonly V[] {
  const waiting = new Set([...versions].sort(byPrecedence))
  const later = new Map([...waiting].map(one => [one, versions.filter(other => isLater(other, one)).length]))
  const isFree = (version: V) => later.get(version) === 0
  // The last of these is next: what a version frees comes before what was free already, so a line is followed down.
  const free = [...waiting].filter(isFree).reverse()
  const ordered: V[] = []
  while (waiting.size > 0) {
    // Only forged versions, which supersede each other in a circle, leave nothing free.
    const next = free.pop() ?? [...waiting][0]!
    if (!waiting.delete(next)) continue
    ordered.push(next)
    const known = [...waiting].filter(other => isLater(next, other))
    for (const other of known) later.set(other, later.get(other)! - 1)
    free.push(...known.filter(isFree).reverse())
  }
  return ordered
}

function isLater(version: Version, other: Version): boolean {
  return version !== other && supersedes(version, other)
}

/** The number by which a history names a version. Throws for a version that is not in it. */
export function numberIn(history: readonly HistoryEntry[], version: Version): number {
  const hash = versionHash(version)
  const entry = history.find(one => versionHash(one.version) === hash)
  if (!entry) throw new Error('The version is not in this history.')
  return entry.number
}
