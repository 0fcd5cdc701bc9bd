import type { Backup, BackupProblem } from '../domain/backup.ts'
import type { BackUpProblem, FolderState, MadeBackup, RestoreProblem } from '../domain/backup-storage.ts'
import type { LibraryFacts } from '../domain/library-damage.ts'
import type { RestoreMode, RestorePlan, RestorePreview } from '../domain/restore.ts'
import type { Result } from '../domain/result.ts'
import type { StorageProblem } from '../domain/review-storage.ts'
import type { Snapshot } from '../domain/snapshot.ts'

/** A backup that was made, and how many changes are in it that this device could not save. */
export interface BackupReport extends MadeBackup {
  readonly unsaved: number
}

/** Whether the browser has promised not to evict the data: it was not asked yet, or what it answered. */
export type Persistence = 'unasked' | 'granted' | 'refused'

/** Copies of the library: backups, snapshots, and taking one back. */
export interface BackupSlice {
  /** What the database said of itself when it was last asked. */
  readonly facts: LibraryFacts | null
  readonly persistence: Persistence
  readonly folder: FolderState | null
  /** Why the last backup into the folder, or the last snapshot, was not made; `null` when it was. */
  readonly folderProblem: BackUpProblem | null
  readonly snapshotProblem: BackUpProblem | null
  /** Counts the snapshots that this tab has taken, so that a list of them knows when to look again. */
  readonly snapshotsTaken: number
  /** Asks the browser not to evict the data, once a tab unless the person insists. */
  askToKeep(isInsisting?: boolean): Promise<void>
  /** Asks the database, the browser and the folder how things stand. */
  refreshFacts(): Promise<void>
  /** Streams everything into a sink: what is being typed, and what could not be saved here, too. */
  backUp(sink: WritableStream<Uint8Array>, passphrase: string | null): Promise<Result<BackupReport, BackUpProblem>>
  readBackup(file: Blob, passphrase: string | null): Promise<Result<Backup, BackupProblem>>
  previewRestore(backup: Backup): Promise<Result<RestorePreview, StorageProblem>>
  /** Restores; after it this tab can write nothing more and must be loaded again. Answers what stopped it. */
  restore(backup: Backup, how: RestoreChoice): Promise<RestoreProblem | null>
  /** Restores where the database is damaged: into what is left of it, or into a new one. */
  recover(backup: Backup, source: RestorePlan['source']): Promise<RestoreProblem | null>
  /** Takes a damaged library as it is; answers what stopped it. The page must be loaded again. */
  acceptAsIs(): Promise<StorageProblem | null>
  /** Deletes a damaged library; answers what stopped it. The page must be loaded again. */
  startAnew(): Promise<StorageProblem | null>
  /** Every row that can still be read, as JSON Lines. */
  exportRaw(): ReadableStream<Uint8Array>
  listSnapshots(): Promise<readonly Snapshot[] | null>
  openSnapshot(id: string): Promise<Blob | null>
  chooseFolder(folder: FileSystemDirectoryHandle | null): Promise<StorageProblem | null>
  askForFolder(): Promise<void>
  /** Takes a snapshot and writes into the folder where that is due; into the folder in any case when `isLeaving`. */
  keepCopies(isLeaving: boolean): Promise<void>
}

export interface RestoreChoice {
  readonly mode: RestoreMode
  readonly source: RestorePlan['source']
}
