import { VerdictLabel } from '../article-view/verdict-sign.tsx'
import type { AnnotationContent } from '../domain/annotation.ts'
import { EvidenceSummary } from '../evidence/evidence-summary.tsx'
import { words } from '../wording/words.ts'

/** Everything that one version says, for reading. */
export function VersionContent({ content }: { readonly content: AnnotationContent }) {
  const { selector, verdict, rationale, claim, evidence, tags } = content
  const { review } = words
  return (
    <div className="version-content">
      <p>
        <VerdictLabel verdict={verdict} />
      </p>
      <blockquote dir="auto">“{selector.quote.exact}”</blockquote>
      {rationale !== '' && (
        <p className="changed-text" dir="auto">
          {rationale}
        </p>
      )}
      {claim.text + claim.claimant + claim.date !== '' && (
        <p dir="auto">
          <strong>{review.claim}:</strong> {[claim.text, claim.claimant, claim.date].filter(Boolean).join(' · ')}
        </p>
      )}
      <EvidenceSummary evidence={evidence} />
      {tags.length > 0 && <p className="version-quiet">{review.tagged(tags)}</p>}
    </div>
  )
}
