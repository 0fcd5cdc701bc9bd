import { useCallback } from 'react'
import { initialsOf, REVIEWER_COLOURS } from '../domain/reviewer.ts'
import { useReview } from '../store/use-review.ts'
import { Badge } from '../ui/badge.tsx'
import { words } from '../wording/words.ts'

/** A reviewer's initials on their colour. */
export function ReviewerBadge({ reviewer }: { readonly reviewer: string }) {
  const profile = useReview(state => state.reviewers[reviewer])
  const nameOf = useReviewerName()
  return (
    <Badge
      letters={initialsOf(nameOf(reviewer))}
      colour={profile?.colour ?? REVIEWER_COLOURS[0]}
      title={nameOf(reviewer)}
    />
  )
}

/** What to call a reviewer: the local one without a name is "You". */
export function useReviewerName(): (reviewer: string) => string {
  const reviewers = useReview(state => state.reviewers)
  const local = useReview(state => state.settings.reviewer)
  return useCallback(
    reviewer => {
      const name = reviewers[reviewer]?.name ?? ''
      if (name !== '') return name
      return reviewer === local ? words.common.you : words.common.unnamedReviewer
    },
    [reviewers, local],
  )
}
