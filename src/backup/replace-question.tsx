import type { RestoreProblem } from '../domain/backup-storage.ts'
import type { LibrarySize } from '../domain/library-damage.ts'
import { Button } from '../ui/button.tsx'
import { describeRestoreProblem } from '../wording/backup-problems.ts'
import { words } from '../wording/words.ts'
import { Refusal } from './refusal.tsx'
import { useSnapshots } from './use-snapshots.ts'

interface ReplaceQuestionProps {
  readonly here: LibrarySize
  readonly problem: RestoreProblem | null
  readonly isReplacing: boolean
  readonly onReplace: () => void
  readonly onKeep: () => void
}

/** Asks a second time before a library makes way for a backup, and says whether a snapshot is taken first. */
export function ReplaceQuestion({ here, problem, isReplacing, onReplace, onKeep }: ReplaceQuestionProps) {
  const snapshots = useSnapshots()
  return (
    <>
      <p role="status">{words.backup.replaceQuestion(here.articles, here.annotations)}</p>
      {snapshots && <p>{snapshots === 'unsupported' ? words.backup.noSnapshotFirst : words.backup.snapshotFirst}</p>}
      {problem && <Refusal sentence={describeRestoreProblem(problem)} />}
      <div className="dialog-actions">
        {/* The button that led here had the focus and is gone; on the safe answer nobody replaces by pressing Enter twice. */}
        <Button look="outlined" autoFocus onClick={onKeep}>
          {words.backup.keep}
        </Button>
        <Button look="danger" disabled={isReplacing} onClick={onReplace}>
          {isReplacing ? words.backup.restoring : words.backup.replaceNow}
        </Button>
      </div>
    </>
  )
}
