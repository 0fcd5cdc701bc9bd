import { Lock } from 'lucide-react'
import { EvidenceSummary } from '../evidence/evidence-summary.tsx'
import type { AnnotationContent } from '../domain/annotation.ts'
import type { WithheldEvidence } from '../domain/withheld.ts'
import { words } from '../wording/words.ts'

interface CardSummaryProps {
  readonly content: AnnotationContent
  /** What never leaves this device; nothing where it could, as on paper. */
  readonly withheld?: readonly WithheldEvidence[]
  /** Whether everything is shown, or what helps to recognise the card. */
  readonly isWhole: boolean
}

/** What an annotation says, for reading. */
export function CardSummary({ content, withheld = [], isWhole }: CardSummaryProps) {
  const { rationale, claim, evidence, tags } = content
  const extras = [
    ...(evidence.length > 0 && !isWhole ? [words.review.sources(evidence.length)] : []),
    ...(tags.length > 0 ? [words.review.tagged(tags)] : []),
  ]
  const isLocked = withheld.length > 0 && !isWhole
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
      {isWhole && <EvidenceSummary evidence={evidence} withheld={withheld.map(one => one.content)} />}
      {(extras.length > 0 || isLocked) && (
        <p className="card-extras">
          {extras.join(' · ')}
          {isLocked && extras.length > 0 && ' · '}
          {isLocked && (
            <span className="card-withheld">
              <Lock size={12} aria-hidden /> {words.review.withheldSources(withheld.length)}
            </span>
          )}
        </p>
      )}
    </div>
  )
}
