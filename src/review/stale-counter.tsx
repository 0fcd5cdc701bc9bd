import { RefreshCw } from 'lucide-react'
import { NextOf } from '../history/next-of.tsx'
import { stale } from '../store/selectors.ts'
import { useReview } from '../store/use-review.ts'
import { words } from '../wording/words.ts'

/** How many verdicts were given on other words than the open text has; leads from one to the next. Nothing where none was. */
export function StaleCounter({ onLeave }: { readonly onLeave: () => void }) {
  const annotations = useReview(stale)
  const icon = <RefreshCw size={15} aria-hidden />
  return <NextOf annotations={annotations} icon={icon} label={words.changes.next} onLeave={onLeave} />
}
