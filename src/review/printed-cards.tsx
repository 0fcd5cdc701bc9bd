import { VerdictLabel } from '../article-view/verdict-sign.tsx'
import type { AnnotationContent } from '../domain/annotation.ts'
import { hiddenEvidence } from '../domain/withheld.ts'
import { annotationVersions, withheldOf, type PlacedAnnotation } from '../store/open-article.ts'
import { useReviewStore } from '../store/use-review.ts'
import { CardSummary } from './card-summary.tsx'
import { formatMinute } from '../wording/dates.ts'
import { useReviewerName } from '../article-view/reviewer-badge.tsx'

/** All annotations for the paper, after the article and in its order, each with everything it says. */
export function PrintedCards({ annotations }: { readonly annotations: readonly PlacedAnnotation[] }) {
  const nameOf = useReviewerName()
  const store = useReviewStore()
  // What was edited in two places may still hold in one of them what was withheld in the other.
  const printable = ({ id, content }: PlacedAnnotation): AnnotationContent => {
    const { open } = store.getState()
    if (!open) return { ...content, evidence: [] }
    const hidden = hiddenEvidence(content, annotationVersions(open, id), withheldOf(open, id))
    return { ...content, evidence: content.evidence.filter(one => !hidden.includes(one)) }
  }
  return (
    <ol className="printed-cards">
      {annotations
        .map(annotation => ({ ...annotation, content: printable(annotation) }))
        .map(({ id, content, reviewer, modified }) => (
          <li key={id} className="card" data-verdict={content.verdict}>
            <p className="printed-head">
              <VerdictLabel verdict={content.verdict} />
              <span>
                {nameOf(reviewer)}, {formatMinute(modified)}
              </span>
            </p>
            <blockquote className="card-quote" dir="auto">
              “{content.selector.quote.exact}”
            </blockquote>
            <CardSummary content={content} isWhole />
          </li>
        ))}
    </ol>
  )
}
