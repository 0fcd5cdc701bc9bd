import { useState } from 'react'
import type { Snapshot } from '../domain/snapshot.ts'
import { useReview, useReviewStore } from '../store/use-review.ts'
import { Button } from '../ui/button.tsx'
import { download } from '../ui/download.ts'
import { describeBackUpProblem } from '../wording/backup-problems.ts'
import { formatMoment } from '../wording/dates.ts'
import { words } from '../wording/words.ts'
import { backupFileName } from './file-names.ts'
import { formatBytes } from './format-bytes.ts'
import { Refusal } from './refusal.tsx'
import type { RestoreSource } from './use-read-backup.ts'
import { useSnapshots } from './use-snapshots.ts'
import './snapshot-list.css'

interface SnapshotListProps {
  readonly onRestore: (source: RestoreSource) => void
}

/** The snapshots of this device: what each holds, to be restored or taken elsewhere. */
export function SnapshotList({ onRestore }: SnapshotListProps) {
  const store = useReviewStore()
  const snapshots = useSnapshots()
  const problem = useReview(state => state.snapshotProblem)
  const [isGone, setGone] = useState(false)
  const withFile = async (snapshot: Snapshot, act: (file: Blob) => void) => {
    const file = await store.getState().openSnapshot(snapshot.id)
    setGone(file === null)
    if (file) act(file)
  }
  if (snapshots === null) return <p role="status">{words.backup.looking}</p>
  if (snapshots === 'unsupported') return <p>{words.backup.snapshotsUnsupported}</p>
  return (
    <>
      {problem && (
        <p>
          {words.backup.snapshotFailed} {describeBackUpProblem(problem)}
        </p>
      )}
      {isGone && <Refusal sentence={words.backup.snapshotGone} />}
      {snapshots.length === 0 && <p>{words.backup.noSnapshots}</p>}
      <ul className="snapshot-list" aria-label={words.backup.snapshots}>
        {snapshots.map(snapshot => (
          <SnapshotLine
            key={snapshot.id}
            snapshot={snapshot}
            onRestore={() =>
              void withFile(snapshot, file =>
                onRestore({ kind: 'snapshot', name: words.backup.snapshotOf(formatMoment(snapshot.at)), file }),
              )
            }
            onDownload={() =>
              void withFile(snapshot, file => download(file, backupFileName(new Date(snapshot.at), 'snapshot')))
            }
          />
        ))}
      </ul>
    </>
  )
}

interface SnapshotLineProps {
  readonly snapshot: Snapshot
  readonly onRestore: () => void
  readonly onDownload: () => void
}

function SnapshotLine({ snapshot, onRestore, onDownload }: SnapshotLineProps) {
  const moment = formatMoment(snapshot.at)
  const { articles, annotations, bytes } = snapshot
  return (
    <li>
      <p>
        <strong>{moment}</strong>
        <span>{words.backup.snapshotLine(articles, annotations, formatBytes(bytes))}</span>
      </p>
      <div>
        <Button look="outlined" aria-label={words.backup.restoreOf(moment)} onClick={onRestore}>
          {words.backup.restoreNow}
        </Button>
        <Button aria-label={words.backup.downloadOf(moment)} onClick={onDownload}>
          {words.backup.download}
        </Button>
      </div>
    </li>
  )
}
