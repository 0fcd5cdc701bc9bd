import type { BackupStorage } from '../../domain/backup-storage.ts'
import { createBackupStorage, type BackupStorageOptions } from './backup-storage.ts'
import { createSnapshots, type SnapshotOptions } from './snapshots.ts'

export type BackupsOptions = SnapshotOptions & Omit<BackupStorageOptions, 'snapshots'>

/** The copies of one tab's library. */
export interface Backups {
  readonly storage: BackupStorage
  /** Removes all snapshots and their folder. Throws when the browser does not let it. */
  eraseSnapshots(): Promise<void>
}

/** Touches nothing until asked. */
export function createBackups(options: BackupsOptions): Backups {
  const snapshots = createSnapshots(options)
  return { storage: createBackupStorage({ ...options, snapshots }), eraseSnapshots: () => snapshots.erase() }
}
