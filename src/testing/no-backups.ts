import type { BackupStorage } from '../domain/backup-storage.ts'
import { fail, succeed } from '../domain/result.ts'

/** Copies of a library in a browser that can keep none; each method can be replaced. */
export function noBackups(overrides: Partial<BackupStorage> = {}): BackupStorage {
  return {
    backUp: () => Promise.resolve(fail({ kind: 'unsupported' })),
    readBackup: () => Promise.resolve(fail({ kind: 'not-a-backup' })),
    previewRestore: () => Promise.resolve(fail({ kind: 'blocked' })),
    restore: () => Promise.resolve(fail({ kind: 'storage', problem: { kind: 'blocked' } })),
    listSnapshots: () => Promise.resolve(null),
    openSnapshot: () => Promise.resolve(null),
    takeSnapshotIfDue: () => Promise.resolve(succeed(false)),
    readFolder: () => Promise.resolve({ kind: 'unsupported' }),
    chooseFolder: () => Promise.resolve(succeed({ kind: 'unsupported' })),
    askForFolder: () => Promise.resolve({ kind: 'unsupported' }),
    backUpIntoFolder: () => Promise.resolve(succeed(false)),
    ...overrides,
  }
}
