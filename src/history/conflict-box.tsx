import { GitFork } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { useReviewerName } from '../article-view/reviewer-badge.tsx'
import type { RecordId } from '../domain/identifiers.ts'
import { readingsOf } from '../domain/shown-annotation.ts'
import { isMine } from '../store/cursor-target.ts'
import { annotationVersions, type PlacedAnnotation } from '../store/open-article.ts'
import { useReview } from '../store/use-review.ts'
import { words } from '../wording/words.ts'
import './quiet.css'
import './conflict-box.css'

// The comparison of words is needed only here.
const ConflictReadings = lazy(async () => ({ default: (await import('./conflict-readings.tsx')).ConflictReadings }))

/** Says that versions stand beside each other that did not know each other, shows all, and lets their reviewer choose. */
export function ConflictBox({ annotation }: { readonly annotation: PlacedAnnotation }) {
  const versions = useReview(state => annotationVersions(state.open!, annotation.id))
  const mine = useReview(state => isMine(state, annotation))
  const nameOf = useReviewerName()
  const { history } = words
  return (
    <section id={boxId(annotation.id)} className="conflict-box" aria-label={history.readings} tabIndex={-1}>
      <p className="conflict-box-title">
        <GitFork size={16} aria-hidden />
        {conflictTitle(readingsOf(versions).length)}
      </p>
      <p className="version-quiet">
        {mine ? history.conflictHelp : history.conflictOfOther(nameOf(annotation.reviewer))}
      </p>
      <Suspense fallback={null}>
        <ConflictReadings annotation={annotation.id} versions={versions} isMine={mine} />
      </Suspense>
    </section>
  )
}

/** The same in one line, for a card that is not open. */
export function ConflictLine() {
  return (
    <p className="conflict-line">
      <GitFork size={14} aria-hidden />
      {words.history.conflict}
    </p>
  )
}

/** The same as a sign that leads to the versions, where an open card may have them out of sight. */
export function ConflictSign({ annotation }: { readonly annotation: RecordId }) {
  return (
    <button type="button" className="conflict-sign" onClick={() => document.getElementById(boxId(annotation))?.focus()}>
      <GitFork size={14} aria-hidden />
      {words.history.conflictShort}
    </button>
  )
}

function boxId(annotation: RecordId): string {
  return `conflict-${annotation}`
}

function conflictTitle(count: number): string {
  return count === 2 ? words.history.conflict : words.history.conflictMany(count)
}
