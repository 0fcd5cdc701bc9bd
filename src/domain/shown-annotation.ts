import type { AnnotationContent } from './annotation.ts'
import type { RecordId, ReviewerId, Timestamp } from './identifiers.ts'
import { heads, shownVersion, type AnnotationVersion } from './version.ts'

/** One reviewer's judgement of one statement, as it is shown now: the head of its versions. */
export interface Annotation {
  readonly id: RecordId
  readonly reviewer: ReviewerId
  readonly content: AnnotationContent
  readonly modified: Timestamp
  /** Whether versions that did not know each other say different things. */
  readonly conflict: boolean
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
    conflict: heads(versions).length > 1,
  }
}
