import { EvidenceSummary } from '../evidence/evidence-summary.tsx'
import type { AnnotationContent } from '../domain/annotation.ts'
import { words } from '../wording/words.ts'

interface CardSummaryProps {
  readonly content: AnnotationContent
  /** Whether everything is shown, or what helps to recognise the card. */
  readonly isWhole: boolean
}

/** What an annotation says, for reading. */
export function CardSummary({ content, isWhole }: CardSummaryProps) {
  const { rationale, claim, evidence, tags } = content
  const extras = [
    ...(evidence.length > 0 && !isWhole ? [words.review.sources(evidence.length)] : []),
    ...(tags.length > 0 ? [words.review.tagged(tags)] : []),
  ]
  return (
    <div className="card-summary">
      {rationale !== '' && (
        <p className={isWhole ? 'card-rationale' : 'card-rationale card-clamped'} dir="auto">
          {rationale}
        </p>
      )}
      {isWhole && claim.text !== '' && (
        <p dir="auto">
          <strong>{words.review.claim}:</strong> {[claim.text, claim.claimant, claim.date].filter(Boolean).join(' · ')}
        </p>
      )}
      {isWhole && <EvidenceSummary evidence={evidence} />}
      {extras.length > 0 && <p className="card-extras">{extras.join(' · ')}</p>}
    </div>
  )
}
