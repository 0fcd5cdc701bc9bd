import { Trash2, X } from 'lucide-react'
import { useState, type SubmitEvent } from 'react'
import { VerdictSign } from '../article-view/verdict-sign.tsx'
import { VERDICTS } from '../domain/verdict.ts'
import { shownAnnotations } from '../store/selectors.ts'
import { useReview, useReviewStore } from '../store/use-review.ts'
import { Button } from '../ui/button.tsx'
import { words } from '../wording/words.ts'

/** What can be done to several annotations together; there while any is chosen. */
export function BulkBar() {
  const store = useReviewStore()
  const chosen = useReview(state => state.chosen)
  const [tag, setTag] = useState('')
  if (chosen.size === 0) return null
  const { review, common } = words
  const ids = [...chosen]

  function label(event: SubmitEvent) {
    event.preventDefault()
    const clean = tag.trim()
    if (clean !== '') store.getState().labelAll(ids, clean)
    setTag('')
  }

  return (
    <div className="bulk-bar" role="group" aria-label={review.bulk}>
      <p role="status">{review.chosen(chosen.size)}</p>
      <div className="bulk-actions">
        {VERDICTS.map(verdict => (
          <Button
            key={verdict}
            look="outlined"
            icon={<VerdictSign verdict={verdict} />}
            onClick={() => store.getState().tagAll(ids, verdict)}
          >
            {common.verdicts[verdict]}
          </Button>
        ))}
      </div>
      <form className="bulk-tag" onSubmit={label}>
        <input
          aria-label={review.tagThem}
          placeholder={review.tagThem}
          value={tag}
          onChange={event => setTag(event.target.value)}
        />
        <Button type="submit" look="outlined">
          {review.addTag}
        </Button>
      </form>
      <div className="bulk-actions">
        <Button onClick={() => store.getState().chooseOnly(shownAnnotations(store.getState()).map(({ id }) => id))}>
          {review.chooseAllShown}
        </Button>
        <Button icon={<X size={15} aria-hidden />} onClick={() => store.getState().chooseOnly([])}>
          {review.chooseNone}
        </Button>
        <Button look="danger" icon={<Trash2 size={15} aria-hidden />} onClick={() => store.getState().remove(ids)}>
          {review.deleteChosen}
        </Button>
      </div>
    </div>
  )
}
