import { Check, LoaderCircle, TriangleAlert } from 'lucide-react'
import { useReview, useReviewStore } from '../store/use-review.ts'
import { Button } from '../ui/button.tsx'
import { words } from '../wording/words.ts'

/** Whether everything is saved. It says so only after the last transaction has completed. */
export function SaveStatus() {
  const store = useReviewStore()
  const saving = useReview(state => state.saving)
  const { common } = words
  return (
    <div className="save-status" data-kind={saving.kind}>
      {saving.kind === 'saved' && <Check size={16} strokeWidth={2.5} aria-hidden />}
      {saving.kind === 'saving' && <LoaderCircle size={16} aria-hidden />}
      {saving.kind === 'not-saved' && <TriangleAlert size={16} aria-hidden />}
      <p role="status">
        {saving.kind === 'saved' && common.saved}
        {saving.kind === 'saving' && common.saving}
        {saving.kind === 'not-saved' && common.notSaved[saving.problem.kind]}
      </p>
      {saving.kind === 'not-saved' && (
        <Button look="outlined" onClick={() => void store.getState().retrySaving()}>
          {common.tryAgain}
        </Button>
      )}
    </div>
  )
}
