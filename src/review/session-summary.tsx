import { useId, useMemo } from 'react'
import type { SessionContent } from '../domain/session.ts'
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
        {sessions.map(({ id, reviewer, content }) => (
          <li key={id}>
            <ReviewerBadge reviewer={reviewer} />
            <SessionLine name={nameOf(reviewer)} session={content} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function SessionLine({ name, session }: { readonly name: string; readonly session: SessionContent }) {
  const { tagged, changed, removed, marked, started, lastActive, activeMs } = session
  // To the minute as they are shown: to write a stretch of time takes a browser longer than all the rest of the line.
  const [from, to] = [`${started.slice(0, 16)}Z`, `${lastActive.slice(0, 16)}Z`]
  const period = useMemo(() => formatPeriod(from, to), [from, to])
  const { review } = words
  return (
    <div>
      <p>
        <span className="visually-hidden">{review.sessionOf(name)}. </span>
        {period}
      </p>
      <p className="overview-quiet">
        {review.sessionNow(Math.round(activeMs / 60_000))} ·{' '}
        {review.sessionLine(tagged.verified + tagged.disputed + tagged.unverified, changed, removed, marked)}
      </p>
    </div>
  )
}
