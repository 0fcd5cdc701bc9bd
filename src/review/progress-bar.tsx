import { VERDICTS } from '../domain/verdict.ts'
import { ownVerdictShares, progress } from '../store/selectors.ts'
import { useReview, useReviewSoon } from '../store/use-review.ts'
import { words } from '../wording/words.ts'

/** How many segments the local reviewer has reviewed, in the colours of the verdicts that cover them. */
export function ProgressBar() {
  const { reviewed, segments } = useReview(progress)
  const shares = useReviewSoon(ownVerdictShares)
  return (
    <div
      className="progress-bar"
      role="progressbar"
      aria-label={words.review.progress}
      aria-valuemin={0}
      aria-valuemax={segments}
      aria-valuenow={reviewed}
      aria-valuetext={words.review.reviewed(reviewed, segments)}
    >
      {[...VERDICTS, 'nothing' as const].map(kind => (
        <i key={kind} data-verdict={kind} style={{ flexGrow: shares[kind] }} />
      ))}
      <i style={{ flexGrow: Math.max(0, segments - reviewed) }} />
    </div>
  )
}
