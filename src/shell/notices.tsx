import { X } from 'lucide-react'
import type { Notice, ReviewState } from '../store/review-state.ts'
import { useReview, useReviewStore } from '../store/use-review.ts'
import { Button } from '../ui/button.tsx'
import { Strip } from '../ui/strip.tsx'
import { words } from '../wording/words.ts'

/** What just happened and can still be taken back or read: one line under the header. */
export function Notices() {
  const store = useReviewStore()
  const notice = useReview(lastingNotice)
  const dismiss = () => store.getState().notify(null)
  return (
    <div role="status" className="app-notices">
      {notice && (
        <Strip
          actions={
            <>
              {notice.kind === 'article-deleted' && (
                <Button
                  look="outlined"
                  onClick={() => {
                    store.getState().undoShelf()
                    dismiss()
                  }}
                >
                  {words.common.undo}
                </Button>
              )}
              {notice.kind === 'left-alone' && (
                <Button look="outlined" onClick={() => store.getState().showHistory(notice.records[0] ?? null)}>
                  {words.history.open}
                </Button>
              )}
              <Button icon={<X size={16} aria-hidden />} iconOnly onClick={dismiss}>
                {words.common.dismiss}
              </Button>
            </>
          }
        >
          {said(notice)}
        </Strip>
      )}
    </div>
  )
}

/** Of a deletion is told only while it is the last thing that was done to the library: only then its "Undo" takes it back. */
function lastingNotice({ notice, shelfUndo }: ReviewState): Notice | null {
  if (notice?.kind !== 'article-deleted') return notice
  const last = shelfUndo.at(-1)
  return last?.kind === 'shelf' && last.article === notice.article && last.after.binned ? notice : null
}

function said(notice: Notice): string {
  const { review } = words
  switch (notice.kind) {
    case 'left-alone':
      return review.leftAlone(notice.records.length)
    case 'article-deleted':
      return review.articleDeleted(notice.name)
    case 'article-known':
      return review.articleKnown(notice.name)
    case 'articles-added':
      return review.articlesAdded(notice.added, notice.known)
    case 'files-unreadable':
      return words.common.filesUnreadable(notice.names)
    case 'imported':
      return review.imported(notice.annotations)
    case 'no-such-statement':
      return review.noSuchStatement
    case 'damaged-rows':
      return review.damagedRows(notice.count)
    case 'out-of-date':
      return review.outOfDate
  }
}
