import { useEffect, useState } from 'react'
import { succeed, type Result } from '../domain/result.ts'
import type { StorageProblem } from '../domain/review-storage.ts'
import type { ExportedRecords } from '../store/review-state.ts'
import { useReviewStore } from '../store/use-review.ts'
import { openFileWriter, type FileWriter } from '../workers/export-client.ts'

/** What is exported, and who writes files of it. */
export interface Leaving {
  readonly records: ExportedRecords
  readonly writer: FileWriter
}

/** The open article's records, read once; `null` until then. Their writer ends with the component. */
export function useLeavingRecords(): Result<Leaving, StorageProblem> | null {
  const store = useReviewStore()
  const [leaving, setLeaving] = useState<Result<Leaving, StorageProblem> | null>(null)
  useEffect(() => {
    const closed = new AbortController()
    void store
      .getState()
      .recordsForExport()
      .then(outcome => {
        if (closed.signal.aborted) return
        const { ok } = outcome
        setLeaving(
          ok ? succeed({ records: outcome.value, writer: openFileWriter(outcome.value, closed.signal) }) : outcome,
        )
      })
    return () => closed.abort()
  }, [store])
  return leaving
}
