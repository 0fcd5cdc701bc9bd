import { GitFork } from 'lucide-react'
import { conflicting } from '../store/selectors.ts'
import { useReviewSoon } from '../store/use-review.ts'
import { words } from '../wording/words.ts'
import { NextOf } from './next-of.tsx'

/** How many annotations of the open article were edited in two places; leads from one to the next. Nothing where none was. */
export function ConflictCounter({ onLeave }: { readonly onLeave: () => void }) {
  const annotations = useReviewSoon(conflicting)
  const icon = <GitFork size={15} aria-hidden />
  return <NextOf annotations={annotations} icon={icon} label={words.history.nextConflict} onLeave={onLeave} />
}
