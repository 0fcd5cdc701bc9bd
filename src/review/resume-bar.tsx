import { X } from 'lucide-react'
import { useState } from 'react'
import { useReview, useReviewStore } from '../store/use-review.ts'
import { Button } from '../ui/button.tsx'
import { words } from '../wording/words.ts'
import { formatAgo } from '../wording/dates.ts'

/** Offers to go back to where the reviewer stopped. It goes away with the first action, or when it is dismissed. */
export function ResumeBar() {
  const store = useReviewStore()
  const resumable = useReview(state => state.resumable)
  const segments = useReview(state => state.open!.segments.length)
  const [now] = useState(() => Date.now())
  if (!resumable) return null
  const at = resumable.segment === null ? null : resumable.segment + 1
  return (
    <div className="resume-bar">
      <p>{words.review.stoppedAt(at, segments, formatAgo(resumable.left, now))}</p>
      <Button look="outlined" onClick={() => store.getState().resume()}>
        {words.review.continue}
      </Button>
      <Button icon={<X size={16} aria-hidden />} iconOnly onClick={() => store.getState().dismissResume()}>
        {words.common.dismiss}
      </Button>
    </div>
  )
}
