import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { useReviewStore } from '../store/use-review.ts'
import { Button } from '../ui/button.tsx'
import { Part } from '../ui/part.tsx'
import { pageWords } from '../wording/page-words.ts'
import { words } from '../wording/words.ts'
import { BackUpForm } from './back-up-form.tsx'
import { DevicePart } from './device-part.tsx'
import { EraseDialog } from './erase-dialog.tsx'
import { FolderPart } from './folder-part.tsx'
import { LastBackup } from './last-backup.tsx'
import { RestoreDialog } from './restore-dialog.tsx'
import { SnapshotList } from './snapshot-list.tsx'
import type { RestoreSource } from './use-read-backup.ts'
import './storage-page.css'

interface StoragePageProps {
  /** Whether the address asks to restore a backup. */
  readonly isRestoring: boolean
}

/** What is kept where, how to have it twice, and how to be rid of it. */
export function StoragePage({ isRestoring }: StoragePageProps) {
  const store = useReviewStore()
  const [, navigate] = useLocation()
  const [source, setSource] = useState<RestoreSource | null>(null)
  useEffect(() => void store.getState().refreshFacts(), [store])
  const close = () => {
    setSource(null)
    if (isRestoring) navigate('/storage', { replace: true })
  }
  return (
    <main className="storage-page">
      <header>
        <h1>{words.backup.title}</h1>
        <p>{words.backup.intro}</p>
      </header>
      <Part title={words.backup.backUp}>
        <p>{words.backup.backUpHelp}</p>
        <LastBackup />
        <BackUpForm />
      </Part>
      <Part title={words.backup.restore}>
        <p>{words.backup.restoreHelp}</p>
        <div>
          <Button look="outlined" onClick={() => navigate('/restore')}>
            {words.backup.restoreChoose}
          </Button>
        </div>
      </Part>
      <Part title={words.backup.folderTitle}>
        <FolderPart />
      </Part>
      <Part title={words.backup.snapshotsTitle}>
        <p>{words.backup.snapshotsHelp}</p>
        <SnapshotList onRestore={setSource} />
      </Part>
      <Part title={words.backup.deviceTitle}>
        <DevicePart />
        <Eraser />
      </Part>
      {(isRestoring || source) && <RestoreDialog given={source} onClose={close} />}
    </main>
  )
}

function Eraser() {
  const [isAsking, setAsking] = useState(false)
  return (
    <div className="storage-page-erase">
      <p>{pageWords.settings.eraseHelp}</p>
      <Button look="danger" onClick={() => setAsking(true)}>
        {pageWords.settings.erase}
      </Button>
      {isAsking && <EraseDialog onClose={() => setAsking(false)} />}
    </div>
  )
}
