import { RefreshCw } from 'lucide-react'
import { goToAnnotation } from '../article-view/keys/run-key-command.ts'
import { stale } from '../store/selectors.ts'
import { useReview, useReviewStore } from '../store/use-review.ts'
import { Button } from '../ui/button.tsx'
import { words } from '../wording/words.ts'

/** How many verdicts were given on other words than the open text has; leads from one to the next. Nothing where none was. */
export function StaleCounter({ onLeave }: { readonly onLeave: () => void }) {
  const store = useReviewStore()
  const all = useReview(stale)
  if (all.length === 0) return null

  function toNext() {
    const at = all.findIndex(({ id }) => id === store.getState().selected)
    const { id } = all[(at + 1) % all.length]!
    goToAnnotation(store, id)
    store.getState().requestFocus({ target: 'card', id })
    onLeave()
  }

  return (
    <Button look="outlined" icon={<RefreshCw size={15} aria-hidden />} onClick={toNext}>
      {words.changes.next(all.length)}
    </Button>
  )
}
