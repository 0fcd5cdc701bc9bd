import type { BackupStorage, BackUpOptions, MadeBackup } from '../../domain/backup-storage.ts'
import { fail, succeed } from '../../domain/result.ts'
import { backUpProblem } from './back-up-problem.ts'
import { backupFile, readBackupFile } from './backup-file.ts'
import { pour } from './checked-file.ts'
import { createChosenFolder, type ChosenFolderOptions } from './chosen-folder.ts'
import { libraryRows, readLibraryState, ReadingFault } from './library-rows.ts'
import { markBackup } from './mark-backup.ts'
import { previewRestore } from './preview-restore.ts'
import { restoreBackup } from './restore-backup.ts'
import type { Snapshots } from './snapshots.ts'

/** What backups need of the tab. */
export interface BackupStorageOptions extends ChosenFolderOptions {
  readonly snapshots: Snapshots
  /** A backup was restored: from now on no tab may write before it was loaded again. */
  onRestored(): void
}

/** Backups of this tab's library. Touches nothing until asked. */
export function createBackupStorage(options: BackupStorageOptions): BackupStorage {
  const { transactions, now, snapshots, onRestored } = options
  const folder = createChosenFolder(options)

  async function backUp(
    sink: WritableStream<Uint8Array>,
    { passphrase, unsaved }: BackUpOptions,
  ): Promise<MadeBackup | null> {
    const state = await readLibraryState(transactions)
    if (!state) return null
    const at = new Date(now()).toISOString()
    const { database, sequence } = state
    let omitted = 0
    const onOmitted = (count: number) => void (omitted += count)
    const rows = libraryRows(transactions, { unsaved, onOmitted })
    const file = backupFile({ created: at, database, sequence }, rows, { passphrase, onOmitted })
    const { bytes } = await pour(file, sink)
    const marked = await transactions.write(['versions'], tx => markBackup(tx, { at, sequence }))
    // The file is whole; a full disk keeps only the memory of it from being stored.
    if (!marked.ok && marked.problem.kind !== 'disk-full') throw new ReadingFault(marked.problem)
    return { at, bytes, omitted }
  }

  return {
    async backUp(sink, how) {
      try {
        const made = await backUp(sink, how)
        if (made) return succeed(made)
        await sink.abort()
        return fail({ kind: 'nothing-there' })
      } catch (error) {
        return fail(backUpProblem(error))
      }
    },
    readBackup: readBackupFile,
    previewRestore: backup => previewRestore(transactions, backup),
    async restore(backup, plan) {
      if (plan.mode === 'replace') {
        const taken = await snapshots.take()
        if (!taken.ok && !HARMLESS.has(taken.problem.kind)) return fail({ kind: 'no-snapshot', problem: taken.problem })
      }
      const restored = await restoreBackup(transactions, backup, plan)
      if (!restored.ok) return fail({ kind: 'storage', problem: restored.problem })
      onRestored()
      return succeed(undefined)
    },
    listSnapshots: () => snapshots.list(),
    openSnapshot: id => snapshots.open(id),
    takeSnapshotIfDue: () => snapshots.takeIfDue(),
    readFolder: () => folder.read(),
    chooseFolder: chosen => folder.choose(chosen),
    askForFolder: () => folder.ask(),
    backUpIntoFolder: () => folder.backUp(),
  }
}

// Where there is nothing to lose, or no snapshot can be kept, which the person was told before.
const HARMLESS: ReadonlySet<string> = new Set(['nothing-there', 'unsupported'])
