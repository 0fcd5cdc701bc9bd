import { useId, useMemo } from 'react'
import { useReview, useReviewStore } from '../store/use-review.ts'
import { Button } from '../ui/button.tsx'
import { pageWords } from '../wording/page-words.ts'
import { words } from '../wording/words.ts'
import './other-reviewers.css'

/** The reviewers whose work is in the library, each of whom the person may declare to be. Nothing when there are none. */
export function OtherReviewers() {
  const store = useReviewStore()
  const heading = useId()
  const local = useReview(state => state.settings.reviewer)
  const reviewers = useReview(state => state.reviewers)
  const others = useMemo(
    () =>
      Object.values(reviewers)
        .filter(({ id }) => id !== local)
        .sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1)),
    [reviewers, local],
  )
  if (others.length === 0) return null
  return (
    <section className="other-reviewers" aria-labelledby={heading}>
      <h3 id={heading}>{pageWords.settings.others}</h3>
      <p>{pageWords.settings.thisIsMeHelp}</p>
      <ul>
        {others.map(({ id, name, colour }) => (
          <li key={id}>
            <span className="other-reviewers-colour" style={{ backgroundColor: colour }} />
            <bdi>{name || words.common.unnamedReviewer}</bdi>
            <Button
              look="outlined"
              aria-label={pageWords.settings.thisIsMeFor(name || words.common.unnamedReviewer)}
              onClick={() => store.getState().changeSettings({ reviewer: id, askedForName: true })}
            >
              {pageWords.settings.thisIsMe}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
