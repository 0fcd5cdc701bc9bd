import type { Backup, BackupProblem } from './backup.ts'
import type { Timestamp } from './identifiers.ts'
import type { RestorePlan, RestorePreview } from './restore.ts'
import type { Result } from './result.ts'
import type { Changes, StorageProblem } from './review-storage.ts'
import type { Snapshot } from './snapshot.ts'

/** Why a backup or a snapshot was not made. */
export type BackUpProblem =
  | { readonly kind: 'storage'; readonly problem: StorageProblem }
  /** Nothing was ever written to this library. */
  | { readonly kind: 'nothing-there' }
  /** Larger than what can be restored: `limit` counts bytes. */
  | { readonly kind: 'too-large'; readonly limit: number }
  | { readonly kind: 'no-encryption' }
  | { readonly kind: 'no-room' }
  /** The browser, or the person, does not let Factmark write there. */
  | { readonly kind: 'not-allowed' }
  /** What was read back is not what was written. */
  | { readonly kind: 'written-wrong' }
  | { readonly kind: 'not-written'; readonly detail: string }
  | { readonly kind: 'unsupported' }

/** Why nothing was restored. */
export type RestoreProblem =
  /** This tab holds work that could not be saved: it would be gone with the page. */
  | { readonly kind: 'unsaved'; readonly problem: StorageProblem }
  | { readonly kind: 'storage'; readonly problem: StorageProblem }
  /** Nothing is replaced without a snapshot of what is there. */
  | { readonly kind: 'no-snapshot'; readonly problem: BackUpProblem }

/** A backup that was made. */
export interface MadeBackup {
  readonly at: Timestamp
  readonly bytes: number
  /** Rows of the library that make no sense and are not in it. */
  readonly omitted: number
}

/** How a backup is to be made. */
export interface BackUpOptions {
  /** Encrypts the file. */
  readonly passphrase: string | null
  /** What this tab could not save, in the order in which it was made: it goes into the backup all the same. */
  readonly unsaved: readonly Changes[]
}

/**
 * The folder that gets backups by itself: none chosen, or chosen and the browser still lets us write there (`granted`), or it
 * must be asked again (`prompt`) or has been told not to (`denied`).
 */
export type FolderState =
  | { readonly kind: 'unsupported' | 'none' }
  | { readonly kind: 'chosen'; readonly name: string; readonly permission: 'granted' | 'prompt' | 'denied' }

/** The port through which backups, snapshots and restoring are done. No method throws for what can be expected. */
export interface BackupStorage {
  /** Streams the library into a sink, and remembers that it was backed up. A sink that was not closed is to be thrown away. */
  backUp(sink: WritableStream<Uint8Array>, options: BackUpOptions): Promise<Result<MadeBackup, BackUpProblem>>
  /** Reads a file to its end and checks all of it. */
  readBackup(file: Blob, passphrase: string | null): Promise<Result<Backup, BackupProblem>>
  previewRestore(backup: Backup): Promise<Result<RestorePreview, StorageProblem>>
  /**
   * Restores in one transaction; replacing takes a snapshot first. Afterwards no tab writes any more before it was loaded
   * again: the others are told to, this one must.
   */
  restore(backup: Backup, plan: RestorePlan): Promise<Result<void, RestoreProblem>>

  /** The snapshots that are what was written, the newest first; `null` where this browser keeps none. */
  listSnapshots(): Promise<readonly Snapshot[] | null>
  /** The file of a snapshot, which is a backup; `null` when it is gone. */
  openSnapshot(id: string): Promise<Blob | null>
  /** Takes a snapshot unless there is a recent one, none is needed, or another tab is about it; answers whether it did. */
  takeSnapshotIfDue(): Promise<Result<boolean, BackUpProblem>>

  readFolder(): Promise<FolderState>
  /** Remembers a folder; `null` forgets it. What lies in it stays. */
  chooseFolder(folder: FileSystemDirectoryHandle | null): Promise<Result<FolderState, StorageProblem>>
  /** Asks the person to let us write there again; only in answer to something that they did. */
  askForFolder(): Promise<FolderState>
  /** Writes a backup into the folder unless there is none, nothing changed, or another tab is about it; answers whether it did. */
  backUpIntoFolder(): Promise<Result<boolean, BackUpProblem>>
}
