import type { Announcement } from '../store/review-state.ts'
import { useReview } from '../store/use-review.ts'
import { words } from '../wording/words.ts'

/** The one polite live region of the review: what the cursor reached and what a key did. */
export function Announcer() {
  const announcement = useReview(state => state.announcement)
  return (
    <p className="visually-hidden" aria-live="polite">
      {announcement && said(announcement)}
    </p>
  )
}

function said(announcement: Announcement): string {
  const { review, common } = words
  switch (announcement.kind) {
    case 'segment': {
      const { verdict, text } = announcement
      const state =
        verdict === null ? null : verdict === 'nothing-to-check' ? review.nothingToCheck : common.verdicts[verdict]
      return review.segmentSaid(text, state)
    }
    case 'tagged':
      return review.taggedSaid(common.verdicts[announcement.verdict], announcement.at, announcement.of)
    case 'marked':
      return review.markedSaid
    case 'unmarked':
      return review.unmarkedSaid
    case 'deleted':
      return review.deletedSaid
    case 'restored':
      return review.restoredSaid
    case 'settled':
      return review.settledSaid
    case 'withheld':
      return review.withheldSaid
    case 'released':
      return review.releasedSaid
    case 'conflict':
      return review.conflictSaid(announcement.count)
    case 'nothing-here':
      return review.nothingHereSaid
    case 'all-reviewed':
      return review.allReviewed
    case 'link-copied':
      return review.linkCopied
    case 'changed':
      return review.changedSaid(announcement.count)
    case 'undone':
      return review.undoneSaid(review.step(announcement.label))
    case 'redone':
      return review.redoneSaid(review.step(announcement.label))
  }
}
