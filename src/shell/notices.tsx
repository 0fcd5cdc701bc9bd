import { X } from 'lucide-react'
import type { Notice } from '../store/review-state.ts'
import { useReview, useReviewStore } from '../store/use-review.ts'
import { Button } from '../ui/button.tsx'
import { Strip } from '../ui/strip.tsx'
import { words } from '../wording/words.ts'

/** What just happened and can still be taken back or read: one line under the header. */
export function Notices() {
  const store = useReviewStore()
  const notice = useReview(state => state.notice)
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

function said(notice: Notice): string {
  const { review } = words
  switch (notice.kind) {
    case 'left-alone':
      return review.leftAlone(notice.records.length)
    case 'article-deleted':
      return review.articleDeleted(notice.name)
    case 'article-known':
      return review.articleKnown(notice.name)
    case 'imported':
      return review.imported(notice.annotations)
    case 'no-such-statement':
      return review.noSuchStatement
    case 'damaged-rows':
      return review.damagedRows(notice.count)
  }
}
