import { VerdictLabel } from '../article-view/verdict-sign.tsx'
import type { PlacedAnnotation } from '../store/open-article.ts'
import { CardSummary } from './card-summary.tsx'
import { formatMinute } from '../wording/dates.ts'
import { useReviewerName } from '../article-view/reviewer-badge.tsx'

/** All annotations for the paper, after the article and in its order, each with everything it says. */
export function PrintedCards({ annotations }: { readonly annotations: readonly PlacedAnnotation[] }) {
  const nameOf = useReviewerName()
  return (
    <ol className="printed-cards">
      {annotations.map(({ id, content, reviewer, modified }) => (
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
