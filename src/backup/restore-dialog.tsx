import { useState } from 'react'
import type { Backup, BackupProblem } from '../domain/backup.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { FileField } from '../ui/file-field.tsx'
import { describeBackupProblem } from '../wording/backup-problems.ts'
import { words } from '../wording/words.ts'
import { PassphraseForm } from './passphrase-form.tsx'
import { ReadablePart } from './readable-part.tsx'
import { RecoveryDecision } from './recovery-decision.tsx'
import { Refusal } from './refusal.tsx'
import { RestoreDecision } from './restore-decision.tsx'
import { useReadBackup, type RestoreSource } from './use-read-backup.ts'
import './restore-dialog.css'

interface RestoreDialogProps {
  /** What was dropped, or chosen from the snapshots. */
  readonly given?: RestoreSource | null
  /** Whether the library is damaged, so that there is nothing to compare with. */
  readonly isRecovery?: boolean
  readonly onClose: () => void
}

/** Takes a backup back: a file, its passphrase, what it holds, then a decision. Nothing is changed before that. */
export function RestoreDialog({ given = null, isRecovery = false, onClose }: RestoreDialogProps) {
  const [source, setSource] = useState(given)
  const [passphrase, setPassphrase] = useState<string | null>(null)
  const [readable, setReadable] = useState<Backup | null>(null)
  const outcome = useReadBackup(source, passphrase)
  const backup = outcome?.ok ? outcome.value : readable
  const choose = (file: File) => {
    setSource({ kind: 'file', name: file.name, file })
    setPassphrase(null)
    setReadable(null)
  }
  return (
    <Dialog title={words.backup.restore} closeLabel={words.common.close} onClose={onClose}>
      {given?.kind !== 'snapshot' && (
        <FileField label={words.backup.file} help={words.backup.fileHelp} accept={ACCEPTED} onFile={choose} />
      )}
      <p className="restore-dialog-reading" role="status">
        {source && !outcome && (passphrase === null ? words.backup.reading(source.name) : words.backup.opening)}
      </p>
      {outcome && !outcome.ok && !readable && (
        <Refused problem={outcome.problem} onPassphrase={setPassphrase} onReadable={setReadable} />
      )}
      {source && backup ? (
        <Decision key={backup.skipped} {...{ source, backup, isRecovery, onClose }} isPart={readable !== null} />
      ) : (
        <div className="dialog-actions">
          <Button look="outlined" onClick={onClose}>
            {words.common.cancel}
          </Button>
        </div>
      )}
    </Dialog>
  )
}

// Phones grey out files by their media type; a name alone would leave none.
const ACCEPTED = '.factmark,.factmark-snapshot,application/octet-stream,application/gzip'

interface RefusedProps {
  readonly problem: BackupProblem
  readonly onPassphrase: (passphrase: string) => void
  readonly onReadable: (backup: Backup) => void
}

function Refused({ problem, onPassphrase, onReadable }: RefusedProps) {
  if (problem.kind === 'passphrase-needed' || problem.kind === 'wrong-passphrase') {
    return <PassphraseForm isWrong={problem.kind === 'wrong-passphrase'} onPassphrase={onPassphrase} />
  }
  return (
    <>
      <Refusal sentence={describeBackupProblem(problem)} />
      {'readable' in problem && <ReadablePart readable={problem.readable} onUse={onReadable} />}
    </>
  )
}

interface DecisionProps {
  readonly source: RestoreSource
  readonly backup: Backup
  readonly isPart: boolean
  readonly isRecovery: boolean
  readonly onClose: () => void
}

function Decision({ isRecovery, ...props }: DecisionProps) {
  return isRecovery ? <RecoveryDecision {...props} /> : <RestoreDecision {...props} />
}
