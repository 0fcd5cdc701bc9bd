import type { BackupStorage } from '../../domain/backup-storage.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { createBackupStorage, type BackupStorageOptions } from './backup-storage.ts'
import { createSnapshots, type SnapshotOptions } from './snapshots.ts'

export type BackupsOptions = SnapshotOptions & Omit<BackupStorageOptions, 'snapshots'>

/** The copies of one tab's library. */
export interface Backups {
  readonly storage: BackupStorage
  /** The newest snapshot as far as its receipt tells; `null` when there is none. */
  newestSnapshot(): Promise<Snapshot | null>
  /** Removes all snapshots and their folder. Throws when the browser does not let it. */
  eraseSnapshots(): Promise<void>
}

/** Touches nothing until asked. */
export function createBackups(options: BackupsOptions): Backups {
  const snapshots = createSnapshots(options)
  return {
    storage: createBackupStorage({ ...options, snapshots }),
    newestSnapshot: () => snapshots.newest(),
    eraseSnapshots: () => snapshots.erase(),
  }
}
