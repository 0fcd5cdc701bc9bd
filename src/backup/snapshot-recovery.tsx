import { useState } from 'react'
import type { Snapshot } from '../domain/snapshot.ts'
import { useReviewStore } from '../store/use-review.ts'
import { Button } from '../ui/button.tsx'
import { download } from '../ui/download.ts'
import { describeBackupProblem, describeRecoveryProblem } from '../wording/backup-problems.ts'
import { formatMoment } from '../wording/dates.ts'
import { words } from '../wording/words.ts'
import { backupFileName } from './file-names.ts'
import { formatBytes } from './format-bytes.ts'
import { Refusal } from './refusal.tsx'
import { startOver } from './start-over.ts'

interface SnapshotRecoveryProps {
  readonly snapshot: Snapshot | 'none' | null
  /** Whether it is merged into what is left. */
  readonly isMerged: boolean
}

/** The shortest way back: the newest good snapshot, with one button. */
export function SnapshotRecovery({ snapshot, isMerged }: SnapshotRecoveryProps) {
  const store = useReviewStore()
  const [isRestoring, setRestoring] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const recover = async ({ id }: Snapshot) => {
    setRestoring(true)
    const stopped = await recoverFrom(id)
    if (stopped === null) return startOver()
    setRestoring(false)
    setProblem(stopped)
  }
  /** Answers what stopped it, in one sentence. */
  const recoverFrom = async (id: string): Promise<string | null> => {
    const file = await store.getState().openSnapshot(id)
    if (!file) return words.backup.snapshotGone
    const backup = await store.getState().readBackup(file, null)
    if (!backup.ok) return describeBackupProblem(backup.problem)
    const stopped = await store.getState().recover(backup.value, 'snapshot')
    return stopped && describeRecoveryProblem(stopped)
  }
  const save = async ({ id, at }: Snapshot) => {
    const file = await store.getState().openSnapshot(id)
    setProblem(file ? null : words.backup.snapshotGone)
    if (file) download(file, backupFileName(new Date(at), 'snapshot'))
  }
  if (snapshot === null) return <p role="status">{words.backup.looking}</p>
  if (snapshot === 'none') return <p role="status">{words.backup.noSnapshotHere}</p>
  const { articles, annotations, bytes } = snapshot
  return (
    <div className="restore-choice">
      <p>
        {words.backup.snapshotLine(articles, annotations, formatBytes(bytes))}.{' '}
        {isMerged ? words.backup.snapshotMerged : words.backup.snapshotReplaces}
      </p>
      <Button aria-label={words.backup.downloadOf(formatMoment(snapshot.at))} onClick={() => void save(snapshot)}>
        {words.backup.download}
      </Button>
      <Button look="solid" disabled={isRestoring} onClick={() => void recover(snapshot)}>
        {isRestoring ? words.backup.restoring : words.backup.restoreSnapshot(formatMoment(snapshot.at))}
      </Button>
      {problem !== null && <Refusal sentence={problem} />}
    </div>
  )
}
