import { useEffect, useState } from 'react'
import type { Backup, BackupProblem } from '../domain/backup.ts'
import type { Result } from '../domain/result.ts'
import { useReviewStore } from '../store/use-review.ts'

/** A backup that may be restored: a file that the person chose, or a snapshot of this device. */
export interface RestoreSource {
  readonly kind: 'file' | 'snapshot'
  readonly name: string
  readonly file: Blob
}

interface Attempt {
  readonly source: RestoreSource
  readonly passphrase: string | null
}

/** What reading a backup came to; `null` while it is being read, or without one. */
export function useReadBackup(
  source: RestoreSource | null,
  passphrase: string | null,
): Result<Backup, BackupProblem> | null {
  const store = useReviewStore()
  const [read, setRead] = useState<(Attempt & { readonly outcome: Result<Backup, BackupProblem> }) | null>(null)
  useEffect(() => {
    if (!source) return
    let isWanted = true
    void store
      .getState()
      .readBackup(source.file, passphrase)
      .then(outcome => {
        if (isWanted) setRead({ source, passphrase, outcome })
      })
    return () => {
      isWanted = false
    }
  }, [store, source, passphrase])
  return read && read.source === source && read.passphrase === passphrase ? read.outcome : null
}
