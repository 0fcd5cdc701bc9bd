import { GitFork } from 'lucide-react'
import { goToAnnotation } from '../article-view/keys/run-key-command.ts'
import { conflicting } from '../store/selectors.ts'
import { useReview, useReviewStore } from '../store/use-review.ts'
import { Button } from '../ui/button.tsx'
import { words } from '../wording/words.ts'

/** How many annotations of the open article were edited in two places; leads from one to the next. Nothing where none was. */
export function ConflictCounter({ onLeave }: { readonly onLeave: () => void }) {
  const store = useReviewStore()
  const all = useReview(conflicting)
  if (all.length === 0) return null

  function toNext() {
    const at = all.findIndex(({ id }) => id === store.getState().selected)
    const { id } = all[(at + 1) % all.length]!
    goToAnnotation(store, id)
    store.getState().requestFocus({ target: 'card', id })
    onLeave()
  }

  return (
    <Button look="outlined" icon={<GitFork size={15} aria-hidden />} onClick={toNext}>
      {words.history.nextConflict(all.length)}
    </Button>
  )
}
