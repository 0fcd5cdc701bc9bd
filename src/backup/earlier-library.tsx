import { useState } from 'react'
import { useLocation } from 'wouter'
import { useReview } from '../store/use-review.ts'
import { Button } from '../ui/button.tsx'
import { Strip } from '../ui/strip.tsx'
import { formatMoment } from '../wording/dates.ts'
import { words } from '../wording/words.ts'
import { useSnapshots } from './use-snapshots.ts'

/** A first start in a place where snapshots of an earlier library lie: it was lost without a trace, or begun anew. */
export function EarlierLibrary() {
  const isFirstStart = useReview(state => state.isFirstStart)
  return isFirstStart ? <Offer /> : null
}

function Offer() {
  const [, navigate] = useLocation()
  const database = useReview(state => state.facts?.state?.database)
  const snapshots = useSnapshots()
  const [isDismissed, setDismissed] = useState(false)
  if (!snapshots || snapshots === 'unsupported' || database === undefined || isDismissed) return null
  const earlier = snapshots.find(snapshot => snapshot.database !== database && snapshot.annotations > 0)
  if (!earlier) return null
  return (
    <section className="backup-reminder" aria-label={words.backup.reminderName}>
      <Strip
        actions={
          <>
            <Button look="outlined" onClick={() => navigate('/storage')}>
              {words.backup.toSnapshots}
            </Button>
            <Button onClick={() => setDismissed(true)}>{words.backup.notNow}</Button>
          </>
        }
      >
        {words.backup.earlier(earlier.articles, earlier.annotations, formatMoment(earlier.at))}
      </Strip>
    </section>
  )
}
