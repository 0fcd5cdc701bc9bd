import { useId } from 'react'
import { sessionsOf } from '../store/open-article.ts'
import { useReview } from '../store/use-review.ts'
import { words } from '../wording/words.ts'
import { formatPeriod } from '../wording/dates.ts'
import { ReviewerBadge, useReviewerName } from '../article-view/reviewer-badge.tsx'

/** The review sessions of the article, the latest first: who, when, how long, what was done. */
export function SessionSummary() {
  const heading = useId()
  const open = useReview(state => state.open!)
  const nameOf = useReviewerName()
  const sessions = sessionsOf(open).toReversed()
  const { review } = words
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>{review.sessionSummary}</h2>
      {sessions.length === 0 && <p className="overview-quiet">{review.noSession}</p>}
      <ul className="session-list">
        {sessions.map(({ id, reviewer, content }) => {
          const { tagged, changed, removed, marked, started, lastActive, activeMs } = content
          return (
            <li key={id}>
              <ReviewerBadge reviewer={reviewer} />
              <div>
                <p>
                  <span className="visually-hidden">{review.sessionOf(nameOf(reviewer))}. </span>
                  {formatPeriod(started, lastActive)}
                </p>
                <p className="overview-quiet">
                  {review.sessionNow(Math.round(activeMs / 60_000))} ·{' '}
                  {review.sessionLine(tagged.verified + tagged.disputed + tagged.unverified, changed, removed, marked)}
                </p>
              </div>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
