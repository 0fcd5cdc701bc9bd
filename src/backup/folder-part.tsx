import { FolderOpen } from 'lucide-react'
import { useState } from 'react'
import type { FolderState } from '../domain/backup-storage.ts'
import type { StorageProblem } from '../domain/review-storage.ts'
import { useReview, useReviewStore } from '../store/use-review.ts'
import { Button } from '../ui/button.tsx'
import { describeBackUpProblem } from '../wording/backup-problems.ts'
import { words } from '../wording/words.ts'
import { Refusal } from './refusal.tsx'
import { chooseFolder } from './save-target.ts'

/** The folder that gets backups by itself: chosen, lost, or none. */
export function FolderPart() {
  const store = useReviewStore()
  const folder = useReview(state => state.folder)
  const failed = useReview(state => state.folderProblem)
  const [problem, setProblem] = useState<StorageProblem | null>(null)
  const keep = async (chosen: FileSystemDirectoryHandle | null) => {
    setProblem(await store.getState().chooseFolder(chosen))
  }
  const choose = async () => {
    const chosen = await chooseFolder()
    if (chosen) await keep(chosen)
  }
  if (!folder) return null
  if (folder.kind === 'unsupported') return <p>{words.backup.folderUnsupported}</p>
  return (
    <>
      <p>{words.backup.folderHelp}</p>
      <p role="status">{folder.kind === 'chosen' && stateOf(folder)}</p>
      {failed && <Refusal sentence={describeBackUpProblem(failed)} />}
      {problem && <Refusal sentence={describeBackUpProblem({ kind: 'storage', problem })} />}
      <div className="storage-page-actions">
        {folder.kind === 'chosen' && folder.permission === 'prompt' && (
          <Button look="solid" onClick={() => void store.getState().askForFolder()}>
            {words.backup.allowAgain}
          </Button>
        )}
        <Button look="outlined" icon={<FolderOpen size={16} aria-hidden />} onClick={() => void choose()}>
          {folder.kind === 'chosen' ? words.backup.otherFolder : words.backup.chooseFolder}
        </Button>
        {folder.kind === 'chosen' && <Button onClick={() => void keep(null)}>{words.backup.stopFolder}</Button>}
      </div>
    </>
  )
}

function stateOf({ name, permission }: Extract<FolderState, { kind: 'chosen' }>): string {
  if (permission === 'granted') return words.backup.folderChosen(name)
  return permission === 'prompt' ? words.backup.folderLost(name) : words.backup.folderDenied(name)
}
