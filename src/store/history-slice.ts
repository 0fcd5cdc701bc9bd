import { canonicalJson } from '../domain/canonical-json.ts'
import type { RecordId } from '../domain/identifiers.ts'
import { readingsOf } from '../domain/shown-annotation.ts'
import { lineOf, shownVersion, versionHash, type AnnotationVersion, type ContentOf } from '../domain/version.ts'
import { isMine } from './cursor-target.ts'
import { annotationVersions } from './open-article.ts'
import type { HistorySlice, ReviewState, Slice } from './review-state.ts'

export const createHistorySlice: Slice<HistorySlice> = (set, get) => ({
  history: null,
  showHistory: history => set({ history }),

  restoreVersion(id, hash) {
    get().settleDrafts()
    const { open } = get()
    const versions = open ? annotationVersions(open, id) : []
    const shown = shownVersion(versions)
    const wanted = versions.find(version => versionHash(version) === hash)
    if (!wanted || !shown || shown.kind === 'erased' || !isMine(get(), shown)) return
    const isConflict = readingsOf(versions).length > 1
    if (!isConflict && saying(wanted) === saying(shown)) return
    const content = wanted.kind === 'content' ? wanted.content : null
    get().perform(isConflict ? 'settle' : 'restore', [{ record: 'annotation', id, content }])
    get().announce({ kind: isConflict ? 'settled' : 'restored' })
  },
})

/**
 * The reading of a conflict that this tab goes on with when it edits, and that the open card of the annotation shows: its
 * own where it has written one, so that nothing is exchanged under the hands of who writes it, else the one that is shown
 * everywhere. `null` without an annotation, and where an edit can only settle the conflict: after a deletion of this tab's own.
 */
export function readingInHand({ open, lease }: ReviewState, id: RecordId): ContentOf<AnnotationVersion> | null {
  if (!open) return null
  const versions = annotationVersions(open, id)
  const readings = readingsOf(versions)
  const [only] = readings
  if (readings.length === 1) return only?.kind === 'content' ? only : null
  // What a device wrote is seen from its first count to its last: it cannot go on from a line that lacks a part of that.
  const own = versions.filter(({ dot: [device] }) => device === lease?.device)
  const lines = readings.filter(reading => {
    const line = new Set(lineOf(reading, versions))
    return own.every(version => line.has(version))
  })
  return lines.find(reading => reading.kind === 'content') ?? null
}

function saying(version: AnnotationVersion): string {
  return version.kind === 'content' ? canonicalJson(version.content) : version.kind
}
