import type { ReactNode } from 'react'
import { useReview, useReviewStore } from '../store/use-review.ts'
import { Button } from '../ui/button.tsx'
import { words } from '../wording/words.ts'

/** The keys one needs first, at the foot of the page. Not on touch screens. */
export function KeyHints({ aside }: { readonly aside: ReactNode }) {
  const store = useReviewStore()
  const singleKeys = useReview(state => state.settings.singleKeys)
  const { review } = words
  return (
    <footer className="key-hints">
      <p aria-hidden="true">
        <kbd>{singleKeys ? 'J' : '↓'}</kbd> <kbd>{singleKeys ? 'K' : '↑'}</kbd> {review.moveHint}
      </p>
      {singleKeys && (
        <p aria-hidden="true">
          <kbd>1</kbd> <kbd>2</kbd> <kbd>3</kbd> {review.tagHint}
        </p>
      )}
      <p aria-hidden="true">
        <kbd>Enter</kbd> {review.openHint}
      </p>
      <Button hint={singleKeys ? '?' : undefined} onClick={() => store.getState().showHelp(true)}>
        {review.allKeys}
      </Button>
      <div className="key-hints-aside">{aside}</div>
    </footer>
  )
}
