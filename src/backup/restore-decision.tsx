import { useEffect, useState } from 'react'
import type { Backup } from '../domain/backup.ts'
import type { RestoreProblem } from '../domain/backup-storage.ts'
import type { RestoreMode, RestorePreview } from '../domain/restore.ts'
import type { Result } from '../domain/result.ts'
import type { StorageProblem } from '../domain/review-storage.ts'
import { useReviewStore } from '../store/use-review.ts'
import { Button } from '../ui/button.tsx'
import { describeRestoreProblem } from '../wording/backup-problems.ts'
import { words } from '../wording/words.ts'
import { Refusal } from './refusal.tsx'
import { ReplaceQuestion } from './replace-question.tsx'
import { RestorePreviewList } from './restore-preview-list.tsx'
import { startOver } from './start-over.ts'
import type { RestoreSource } from './use-read-backup.ts'

interface RestoreDecisionProps {
  readonly source: RestoreSource
  readonly backup: Backup
  /** Whether it is what could be read of a broken backup: that never replaces a library. */
  readonly isPart: boolean
  readonly onClose: () => void
}

/** What a backup would do to this library, and the choice to merge, to replace, or to leave it. */
export function RestoreDecision({ source, backup, isPart, onClose }: RestoreDecisionProps) {
  const store = useReviewStore()
  const preview = usePreview(backup)
  const [isReplacing, setReplacing] = useState(false)
  const [isRestoring, setRestoring] = useState(false)
  const [problem, setProblem] = useState<RestoreProblem | null>(null)
  const restore = async (mode: RestoreMode) => {
    setRestoring(true)
    const stopped = await store.getState().restore(backup, { mode, source: source.kind })
    if (!stopped) return startOver()
    setRestoring(false)
    setProblem(stopped)
  }
  if (!preview) return <p role="status">{words.backup.reading(source.name)}</p>
  if (!preview.ok) {
    return <Refusal sentence={describeRestoreProblem({ kind: 'storage', problem: preview.problem })} />
  }
  if (isReplacing) {
    return (
      <ReplaceQuestion
        here={preview.value.here}
        problem={problem}
        isReplacing={isRestoring}
        onReplace={() => void restore('replace')}
        onKeep={() => setReplacing(false)}
      />
    )
  }
  return (
    <>
      <RestorePreviewList name={source.name} preview={preview.value} />
      <Choices
        preview={preview.value}
        isPart={isPart}
        isRestoring={isRestoring}
        onMerge={() => void restore('merge')}
        onRestore={() => void restore('replace')}
        onReplace={() => {
          setProblem(null)
          setReplacing(true)
        }}
      />
      {problem && <Refusal sentence={describeRestoreProblem(problem)} />}
      <div className="dialog-actions">
        <Button look="outlined" onClick={onClose}>
          {words.common.cancel}
        </Button>
      </div>
    </>
  )
}

interface ChoicesProps {
  readonly preview: RestorePreview
  readonly isPart: boolean
  readonly isRestoring: boolean
  readonly onMerge: () => void
  /** Replaces a library in which there is nothing to lose. */
  readonly onRestore: () => void
  readonly onReplace: () => void
}

function Choices({ preview, isPart, isRestoring, onMerge, onRestore, onReplace }: ChoicesProps) {
  const { onlyHere } = preview
  const label = (text: string) => (isRestoring ? words.backup.restoring : text)
  if (isUntouched(preview) && !isPart) {
    return (
      <div className="restore-choice">
        <p>{words.backup.otherTabs}</p>
        <Button look="solid" disabled={isRestoring} onClick={onRestore}>
          {label(words.backup.restoreNow)}
        </Button>
      </div>
    )
  }
  return (
    <div className="restore-choices">
      <div className="restore-choice">
        <p>
          {words.backup.mergeHelp} {words.backup.otherTabs}
        </p>
        <Button look="solid" disabled={isRestoring} onClick={onMerge}>
          {label(words.backup.merge)}
        </Button>
      </div>
      {!isPart && (
        <div className="restore-choice">
          <p>{words.backup.replaceHelp(onlyHere)}</p>
          <Button look="outlined" disabled={isRestoring} onClick={onReplace}>
            {words.backup.replace}
          </Button>
        </div>
      )}
    </div>
  )
}

/** Whether nobody has worked in this library yet: there is nothing that a backup could take away, and nothing to merge with. */
function isUntouched({ onlyHere, versions, newVersions }: RestorePreview): boolean {
  return (
    onlyHere.articles + onlyHere.versions + onlyHere.originals + onlyHere.withheld + onlyHere.trustedKeys === 0 &&
    versions === newVersions
  )
}

function usePreview(backup: Backup): Result<RestorePreview, StorageProblem> | null {
  const store = useReviewStore()
  const [preview, setPreview] = useState<Result<RestorePreview, StorageProblem> | null>(null)
  useEffect(() => {
    let isWanted = true
    void store
      .getState()
      .previewRestore(backup)
      .then(outcome => isWanted && setPreview(outcome))
    return () => {
      isWanted = false
    }
  }, [store, backup])
  return preview
}
