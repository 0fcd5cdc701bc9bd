import { Link } from 'wouter'
import { useReview } from '../store/use-review.ts'
import { words } from '../wording/words.ts'

/** For who begins on this device and has a library elsewhere: the way to bring it here. */
export function RestoreHint() {
  const isFirstStart = useReview(state => state.isFirstStart)
  return isFirstStart ? <Link href="/restore">{words.backup.firstHint}</Link> : null
}
