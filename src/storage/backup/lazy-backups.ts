import type { BackupStorage } from '../../domain/backup-storage.ts'
import { fail } from '../../domain/result.ts'
import type { Backups, BackupsOptions } from './create-backups.ts'
import { snapshotPlace } from './snapshot-place.ts'

/** Loads what backups need when it is first needed: nobody waits for it who only reads and tags. */
export function lazyBackups(options: BackupsOptions): Backups {
  let loading: Promise<Backups> | null = null
  const load = () => (loading ??= begin())
  const begin = async () => {
    try {
      return (await import('./create-backups.ts')).createBackups(options)
    } catch (error) {
      loading = null // It may be there the next time, as when the network is back.
      throw error
    }
  }
  const loaded = async () => (await load()).storage

  const storage: BackupStorage = {
    backUp: async (sink, how) => (await loaded()).backUp(sink, how),
    readBackup: async (file, passphrase) => (await loaded()).readBackup(file, passphrase),
    previewRestore: async backup => (await loaded()).previewRestore(backup),
    restore: async (backup, plan) => (await loaded()).restore(backup, plan),
    listSnapshots: async () => (await loaded()).listSnapshots(),
    openSnapshot: async id => (await loaded()).openSnapshot(id),
    takeSnapshotIfDue: () => orProblem(async () => (await loaded()).takeSnapshotIfDue()),
    readFolder: async () => (await loaded()).readFolder(),
    chooseFolder: async folder => (await loaded()).chooseFolder(folder),
    askForFolder: async () => (await loaded()).askForFolder(),
    backUpIntoFolder: () => orProblem(async () => (await loaded()).backUpIntoFolder()),
  }
  return {
    storage,
    async newestSnapshot() {
      // A first start loads nothing for it.
      const place = await snapshotPlace(options.privateFolder, { create: false })
      return place && (await load()).newestSnapshot()
    },
    eraseSnapshots: async () => (await load()).eraseSnapshots(),
  }
}

/** Nobody asked for these, so nobody would hear an error. */
async function orProblem<T>(work: () => Promise<T>) {
  try {
    return await work()
  } catch (error) {
    return fail({ kind: 'not-written', detail: String(error) } as const)
  }
}
