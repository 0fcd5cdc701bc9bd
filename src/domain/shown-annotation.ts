import type { AnnotationContent } from './annotation.ts'
import { canonicalJson } from './canonical-json.ts'
import type { ArticleId, RecordId, ReviewerId, Timestamp } from './identifiers.ts'
import { byPrecedence, heads, shownVersion, type AnnotationVersion, type ContentOf } from './version.ts'

/** One reviewer's judgement of one statement, as it is shown now: the head of its versions. */
export interface Annotation {
  readonly id: RecordId
  readonly reviewer: ReviewerId
  readonly content: AnnotationContent
  readonly modified: Timestamp
  /** Whether versions that did not know each other say different things. */
  readonly conflict: boolean
}

/** An annotation that was deleted and can be brought back. */
export interface RemovedAnnotation {
  readonly id: RecordId
  readonly article: ArticleId
  readonly reviewer: ReviewerId
  readonly removed: Timestamp
  /** The last version that said something; `null` when none is on this device. */
  readonly last: ContentOf<AnnotationVersion> | null
}

/** What a set of versions of one annotation shows; `null` when it is deleted or erased. */
export function annotationOf(versions: readonly AnnotationVersion[]): Annotation | null {
  const shown = shownVersion(versions)
  if (shown?.kind !== 'content') return null
  return {
    id: shown.id,
    reviewer: shown.reviewer,
    content: shown.content,
    modified: shown.at,
    conflict: readingsOf(versions).length > 1,
  }
}

/** The heads that say different things, the shown one first: one, unless there is a conflict. Of those that say the same, the first. */
export function readingsOf(versions: readonly AnnotationVersion[]): readonly AnnotationVersion[] {
  const [...current] = heads(versions)
  if (current.length === 1) return current
  const said = new Set<string>()
  return current.sort(byPrecedence).filter(version => {
    const saying = version.kind === 'content' ? canonicalJson(version.content) : version.kind
    const isNew = !said.has(saying)
    said.add(saying)
    return isNew
  })
}

/** What a set of versions of one annotation shows in the bin; `null` when it is not deleted, or erased for good. */
export function removedAnnotationOf(versions: readonly AnnotationVersion[]): RemovedAnnotation | null {
  const shown = shownVersion(versions)
  if (shown?.kind !== 'deleted') return null
  const { id, article, reviewer, at } = shown
  const last = shownVersion(versions.filter(version => version.kind === 'content')) ?? null
  return { id, article, reviewer, removed: at, last }
}
