import { useEffect, useState } from 'react'
import type { Snapshot } from '../domain/snapshot.ts'
import { useReview, useReviewStore } from '../store/use-review.ts'

/** The good snapshots of this device, the newest first: `unsupported` where there can be none, `null` while they are looked at. */
export function useSnapshots(): readonly Snapshot[] | 'unsupported' | null {
  const store = useReviewStore()
  const taken = useReview(state => state.snapshotsTaken)
  const [snapshots, setSnapshots] = useState<readonly Snapshot[] | 'unsupported' | null>(null)
  useEffect(() => {
    let isShown = true
    void store
      .getState()
      .listSnapshots()
      .then(found => isShown && setSnapshots(found ?? 'unsupported'))
    return () => {
      isShown = false
    }
  }, [store, taken])
  return snapshots
}
