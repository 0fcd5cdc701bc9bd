import type { BackupStorage } from '../domain/backup-storage.ts'
import type { DeviceId } from '../domain/identifiers.ts'
import type { OutsideChange } from '../domain/library.ts'
import { fail, succeed, type Result } from '../domain/result.ts'
import type { Changes, ReviewStorage, StorageProblem } from '../domain/review-storage.ts'
import { createBackupStorage } from './backup/backup-storage.ts'
import { createSnapshots } from './backup/snapshots.ts'
import { readCount, takeDevice, type TabLocks } from './lease-device.ts'
import { exportRaw } from './export-raw.ts'
import { raiseSequence, readFacts, STORES_OF_FACTS } from './library-facts.ts'
import { migrations, type Migration } from './migrations.ts'
import { createConnection } from './connection.ts'
import { readArticle, readLibrary, readViewState } from './read-records.ts'
import { openingProblem } from './storage-problem.ts'
import { createTabChannel, type BroadcastPort, type TabChannel } from './tab-channel.ts'
import { transactionsOn } from './transact.ts'
import { storesOf, writeChanges } from './write-changes.ts'

/** What the storage of one tab needs from the browser, besides the global `indexedDB`. */
export interface StorageOptions {
  /** Of the database; also how the keys of this program in `webStorages` begin. */
  readonly name: string
  /** A random UUID. */
  newId(): string
  /** Milliseconds since 1970. */
  now(): number
  /** `navigator.locks`; absent where the page is not served securely. */
  readonly locks?: TabLocks | undefined
  readonly channel?: BroadcastPort | undefined
  /** Where this program may have left other keys: called when everything is erased. */
  webStorages?(): readonly Storage[]
  /** The site's private folder (OPFS), for snapshots; `null` where there is none that can be written. */
  readonly privateFolder?: (() => Promise<FileSystemDirectoryHandle>) | null
  /** Bytes that the browser allows this site; `null` where it does not say. */
  quota?(): Promise<number | null>
  /** Whether this browser lets a person choose a folder for backups. */
  readonly canChooseFolder?: boolean
  /** Another tab has erased everything, or restored a backup: what this one shows is no longer true, and it can write nothing. Load it again. */
  onErasedElsewhere?(): void
  /** Milliseconds that other tabs have to let go of the database before the answer is `blocked`. */
  readonly patience?: number
  /** Those of this program, unless another one is played. */
  readonly steps?: readonly Migration[]
}

/** The library of this device, and its backups. */
export interface LibraryStorage extends ReviewStorage {
  readonly backups: BackupStorage
}

/** The library of this device, kept in IndexedDB. Touches nothing until its first method is called. */
export function createReviewStorage(options: StorageOptions): LibraryStorage {
  const { name, newId, now, locks, webStorages = () => [], onErasedElsewhere = () => {} } = options
  const { patience = 3000, steps = migrations } = options
  const channel = createTabChannel(options.channel)
  const connection = createConnection({ name, steps, patience, onErasedElsewhere })
  const transactions = transactionsOn(connection, tx =>
    raiseSequence(tx, { newDatabase: newId, savedAt: new Date(now()).toISOString() }),
  )
  const { privateFolder = null, canChooseFolder = false, quota = () => Promise.resolve(null) } = options
  const snapshots = createSnapshots({ transactions, now, locks, privateFolder, quota })
  const backups = createBackupStorage({
    ...{ transactions, now, locks, snapshots, canChooseFolder },
    onRestored() {
      connection.finish()
      channel.post({ kind: 'restored' })
    },
  })
  const listeners = new Set<(change: OutsideChange) => void>()
  let taking: Promise<Result<DeviceId, StorageProblem>> | null = null
  let device: DeviceId | null = null

  channel.listen(message => {
    if (message.kind !== 'changed') connection.retire()
    else for (const listener of listeners) listener({ articles: message.articles, records: message.records })
  })

  return {
    backups,
    readLibrary: () => readLibrary(transactions),
    readArticle: id => readArticle(transactions, id),
    readViewState: id => readViewState(transactions, id),

    async leaseDevice() {
      const taken = await (taking ??= takeDevice(transactions, newId, locks))
      if (!taken.ok) taking = null
      if (!taken.ok) return taken
      device = taken.value
      // Counted only now: its last holder may have written until the moment it let go.
      const count = await readCount(transactions, device)
      return count.ok ? succeed({ device, count: count.value }) : count
    },

    async commit(changes) {
      const stores = storesOf(changes, device)
      if (stores.length === 0) return succeed(undefined)
      const written = await transactions.write(stores, tx => writeChanges(tx, changes, device))
      if (written.ok) tellOthers(channel, changes)
      return written
    },

    readFacts: () => transactions.read(STORES_OF_FACTS, readFacts),
    exportRaw: () => exportRaw(name),

    startAnew: () => connection.startAnew(),

    async acceptAsIs() {
      // How far the names that wrote here had counted is not known any more: none of them is used again.
      const cleared = await transactions.write(['devices'], tx => tx.objectStore('devices').clear())
      if (cleared.ok) taking = null
      return cleared
    },

    async eraseEverything() {
      channel.post({ kind: 'erased' })
      try {
        await snapshots.erase()
        for (const area of webStorages()) removeKeys(area, name)
      } catch (error) {
        return fail(openingProblem(error))
      }
      return connection.erase()
    },

    onOutsideChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

// Settings and view states are each tab's own affair.
function tellOthers(channel: TabChannel, changes: Changes): void {
  const { articles: described = [], revisions = [], shelf = [], tallies = [], reviewers = [] } = changes
  const versions = [...(changes.versions ?? []), ...(changes.droppedVersions ?? [])]
  const within = [...revisions, ...shelf, ...tallies, ...versions].map(({ article }) => article)
  const articles = [...new Set([...described.map(({ id }) => id), ...within])]
  const records = [...new Set(versions.map(({ id }) => id))]
  if (articles.length + reviewers.length > 0) channel.post({ kind: 'changed', articles, records })
}

function removeKeys(area: Storage, prefix: string): void {
  for (const key of Object.keys(area)) if (key.startsWith(prefix)) area.removeItem(key)
}
