import type { BackUpProblem, FolderState } from '../../domain/backup-storage.ts'
import { fail, succeed, type Result } from '../../domain/result.ts'
import type { StorageProblem } from '../../domain/review-storage.ts'
import { createPatientBreather } from '../breather.ts'
import type { TabLocks } from '../lease-device.ts'
import { readMeta } from '../library-facts.ts'
import type { Transactions } from '../transact.ts'
import { unlessElsewhere } from './alone.ts'
import { backUpProblem } from './back-up-problem.ts'
import { backupFile } from './backup-file.ts'
import { writeIntoFolder } from './folder-backups.ts'
import { permissionFor } from './folder-permission.ts'
import { answered, storedRows } from './library-rows.ts'
import { markBackup } from './mark-backup.ts'

/** What the chosen folder needs of the tab. */
export interface ChosenFolderOptions {
  readonly transactions: Transactions
  /** Milliseconds since 1970. */
  now(): number
  readonly locks: TabLocks | undefined
  /** Whether this browser lets a person choose a folder. */
  readonly canChooseFolder: boolean
}

/** The folder that gets backups by itself. */
export interface ChosenFolder {
  read(): Promise<FolderState>
  choose(folder: FileSystemDirectoryHandle | null): Promise<Result<FolderState, StorageProblem>>
  ask(): Promise<FolderState>
  backUp(): Promise<Result<boolean, BackUpProblem>>
}

/** Touches nothing until asked. */
export function createChosenFolder(options: ChosenFolderOptions): ChosenFolder {
  const { transactions, now, locks, canChooseFolder } = options

  async function stored(): Promise<FileSystemDirectoryHandle | null> {
    const folder = await transactions.read(['meta'], tx => readMeta(tx, 'folder'))
    return (folder.ok && folder.value) || null
  }

  async function stateOf(folder: FileSystemDirectoryHandle | null, how: 'query' | 'ask'): Promise<FolderState> {
    if (!folder) return { kind: canChooseFolder ? 'none' : 'unsupported' }
    return { kind: 'chosen', name: folder.name, permission: await permissionFor(folder, how) }
  }

  async function write(folder: FileSystemDirectoryHandle): Promise<Result<boolean, BackUpProblem>> {
    const { state, backup } = await answered(
      transactions.read(['meta'], async tx => ({
        state: await readMeta(tx, 'state'),
        backup: await readMeta(tx, 'backup'),
      })),
    )
    if (!state || backup?.sequence === state.sequence) return succeed(false)
    const { database, sequence } = state
    const at = new Date(now())
    const created = at.toISOString()
    const content = backupFile({ created, database, sequence }, storedRows(transactions), {
      breathe: createPatientBreather(),
    })
    if (!(await writeIntoFolder(folder, { at, database }, content))) return fail({ kind: 'written-wrong' })
    await answered(transactions.write(['versions'], tx => markBackup(tx, { at: created, sequence })))
    return succeed(true)
  }

  return {
    read: async () => stateOf(await stored(), 'query'),
    async choose(folder) {
      const kept = await transactions.write([], async tx => {
        if (folder) await tx.objectStore('meta').put(folder, 'folder')
        else await tx.objectStore('meta').delete('folder')
      })
      return kept.ok ? succeed(await stateOf(folder, 'query')) : kept
    },
    ask: async () => stateOf(await stored(), 'ask'),
    async backUp() {
      try {
        const folder = await stored()
        if (!folder || (await permissionFor(folder, 'query')) !== 'granted') return succeed(false)
        return (await unlessElsewhere(locks, LOCK, () => write(folder))) ?? succeed(false)
      } catch (error) {
        return fail(backUpProblem(error))
      }
    },
  }
}

const LOCK = 'factmark-folder'
