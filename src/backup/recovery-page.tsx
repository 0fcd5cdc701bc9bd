import { useState, type ReactNode } from 'react'
import { isSomethingLeft, type LibraryDamage } from '../domain/library-damage.ts'
import type { Snapshot } from '../domain/snapshot.ts'
import { Button } from '../ui/button.tsx'
import { formatMoment } from '../wording/dates.ts'
import { words } from '../wording/words.ts'
import { Fact, FactList } from './fact-list.tsx'
import { LastResorts } from './last-resorts.tsx'
import { RestoreDialog } from './restore-dialog.tsx'
import { SaveRaw } from './save-raw.tsx'
import { SnapshotRecovery } from './snapshot-recovery.tsx'
import { useSnapshots } from './use-snapshots.ts'
import './recovery-page.css'

interface RecoveryPageProps {
  readonly damage: LibraryDamage
  /** How to tell others of the problem. */
  readonly report: ReactNode
}

/** In place of a library that is not what it was: what was expected, what is there, and every way on. */
export function RecoveryPage({ damage, report }: RecoveryPageProps) {
  const [isRestoring, setRestoring] = useState(false)
  const snapshots = useSnapshots()
  return (
    <main className="recovery-page">
      <header>
        <h1>{words.backup.recoveryTitle}</h1>
        <p role="alert">
          {words.backup.recovery[damage.kind]} {words.backup.recoveryCalm}
        </p>
      </header>
      <FactList>
        <Fact name={words.backup.expected}>{expectedOf(damage)}</Fact>
        <Fact name={words.backup.found}>{foundOf(damage)}</Fact>
      </FactList>
      <div className="recovery-page-ways">
        <SnapshotRecovery snapshot={newestOf(snapshots, damage)} isMerged={isSomethingLeft(damage)} />
        <div className="restore-choice">
          <p>{words.backup.restoreFileHelp}</p>
          <Button look="outlined" onClick={() => setRestoring(true)}>
            {words.backup.restoreFile}
          </Button>
        </div>
        <SaveRaw />
      </div>
      <LastResorts canGoOn={isSomethingLeft(damage)} />
      {report}
      {isRestoring && <RestoreDialog isRecovery onClose={() => setRestoring(false)} />}
    </main>
  )
}

/** The newest good snapshot of the library that is missed; `null` while they are looked at, `none` where there is none. */
function newestOf(snapshots: ReturnType<typeof useSnapshots>, damage: LibraryDamage): Snapshot | 'none' | null {
  if (snapshots === null) return null
  if (snapshots === 'unsupported') return 'none'
  const own = snapshots.find(({ database }) => database === damage.expected?.database)
  return own ?? snapshots[0] ?? 'none'
}

function expectedOf(damage: LibraryDamage): string {
  if (damage.kind === 'forgotten') {
    const { articles, annotations, at } = damage.snapshot
    return words.backup.expectedAtLeast(articles, annotations, formatMoment(at))
  }
  const { expected } = damage
  if (!expected) return words.backup.expectedUnknown
  return words.backup.expectedSize(expected.articles, expected.annotations, formatMoment(expected.savedAt))
}

function foundOf(damage: LibraryDamage): string {
  if (damage.kind === 'unreadable') return words.backup.foundUnreadable
  if (!isSomethingLeft(damage) || !('found' in damage)) return words.backup.foundNothing
  if (damage.kind === 'incomplete') return words.backup.foundPart(damage.expected.rows, damage.found.rows)
  return words.backup.size(damage.found.articles, damage.found.annotations)
}
