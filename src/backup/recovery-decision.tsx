import { useState } from 'react'
import type { Backup } from '../domain/backup.ts'
import type { RestoreProblem } from '../domain/backup-storage.ts'
import { backupSize } from '../domain/backup-size.ts'
import { useReviewStore } from '../store/use-review.ts'
import { Button } from '../ui/button.tsx'
import { describeRecoveryProblem } from '../wording/backup-problems.ts'
import { formatMoment } from '../wording/dates.ts'
import { words } from '../wording/words.ts'
import { Refusal } from './refusal.tsx'
import { startOver } from './start-over.ts'
import type { RestoreSource } from './use-read-backup.ts'

interface RecoveryDecisionProps {
  readonly source: RestoreSource
  readonly backup: Backup
  readonly onClose: () => void
}

/** What a backup holds, and one button: where the library is damaged there is nothing to compare with. */
export function RecoveryDecision({ source, backup, onClose }: RecoveryDecisionProps) {
  const store = useReviewStore()
  const [isRestoring, setRestoring] = useState(false)
  const [problem, setProblem] = useState<RestoreProblem | null>(null)
  const { articles, annotations } = backupSize(backup.contents)
  const recover = async () => {
    setRestoring(true)
    const stopped = await store.getState().recover(backup, source.kind)
    if (!stopped) return startOver()
    setRestoring(false)
    setProblem(stopped)
  }
  return (
    <>
      <p role="status">
        {words.backup.made(formatMoment(backup.origin.created))}. {words.backup.size(articles, annotations)}.
        {backup.skipped > 0 && ` ${words.backup.skipped(backup.skipped)}`}
      </p>
      {problem && <Refusal sentence={describeRecoveryProblem(problem)} />}
      <div className="dialog-actions">
        <Button look="outlined" onClick={onClose}>
          {words.common.cancel}
        </Button>
        <Button look="solid" disabled={isRestoring} onClick={() => void recover()}>
          {isRestoring ? words.backup.restoring : words.backup.restoreNow}
        </Button>
      </div>
    </>
  )
}
