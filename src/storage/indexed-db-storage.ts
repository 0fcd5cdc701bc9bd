import type { BackupStorage } from '../domain/backup-storage.ts'
import type { DeviceId } from '../domain/identifiers.ts'
import type { OutsideChange } from '../domain/library.ts'
import type { KeyStorage } from '../domain/key-storage.ts'
import { fail, succeed, type Result } from '../domain/result.ts'
import type { ReviewStorage, StorageProblem } from '../domain/review-storage.ts'
import { lazyBackups } from './backup/lazy-backups.ts'
import { lazyKeys } from './keys/lazy-keys.ts'
import { readCount, takeDevice, type TabLocks } from './lease-device.ts'
import { createCopyKeeper } from './copy-keeper.ts'
import { exportRaw } from './export-raw.ts'
import { inspectLibrary } from './inspect-library.ts'
import { createFactsReader, raiseSequence } from './library-facts.ts'
import { migrations, type Migration } from './migrations.ts'
import { createConnection } from './connection.ts'
import { readArticle, readLibrary, readOriginals, readRemoved, readViewState } from './read-records.ts'
import { createSentinelKeeper } from './sentinel-keeper.ts'
import { createSentinel, type SentinelArea } from './sentinel.ts'
import { openingProblem } from './storage-problem.ts'
import { createTabChannel, type BroadcastPort } from './tab-channel.ts'
import { createTeller, type OnLeaving } from './tell-others.ts'
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
  /** Calls back when the page is about to go: what is on its way then is told to the other tabs. */
  readonly onLeaving?: OnLeaving
  /** Where this program may have left other keys: called when everything is erased. */
  webStorages?(): readonly Storage[]
  /** Lets go of what other programs have shared and nobody has taken: called when everything is erased. */
  forgetShared?(): Promise<unknown>
  /** Where a few words about the library are remembered outside of the database: `localStorage`. May throw. */
  sentinelArea?(): SentinelArea | undefined
  /** The site's private folder (OPFS), for snapshots; `null` where there is none that can be written. */
  readonly privateFolder?: (() => Promise<FileSystemDirectoryHandle>) | null
  /** Bytes that the browser allows this site; `null` where it does not say. */
  quota?(): Promise<number | null>
  /** Whether this browser lets a person choose a folder for backups. */
  readonly canChooseFolder?: boolean
  /** What is done each time before the database is opened, such as `sealLog`; answers what the browser said when it refused. */
  readonly beforeOpening?: () => Promise<string | null>
  /** Another tab has erased everything, or restored a backup: what this one shows is no longer true, and it can write nothing. Load it again. */
  onErasedElsewhere?(): void
  /** Milliseconds that other tabs have to let go of the database before the answer is `blocked`. */
  readonly patience?: number
  /** Milliseconds before each part of a copy that is made for the next reading. */
  readonly pause?: number
  /** Those of this program, unless another one is played. */
  readonly steps?: readonly Migration[]
}

/** The library of this device, its backups, and the keys for signing. */
export interface LibraryStorage extends ReviewStorage {
  readonly backups: BackupStorage
  readonly keys: KeyStorage
}

/** The library of this device, kept in IndexedDB. Touches nothing until its first method is called. */
export function createReviewStorage(options: StorageOptions): LibraryStorage {
  const { name, newId, now, locks, webStorages = () => [], onErasedElsewhere = () => {} } = options
  const { patience = 3000, steps = migrations } = options
  const channel = createTabChannel(options.channel)
  const teller = createTeller(channel, options.onLeaving ?? (() => {}))
  const sentinel = createSentinel(`${name}:library`, options.sentinelArea ?? (() => undefined))
  const connection = createConnection({
    name,
    steps,
    patience,
    beforeOpening: options.beforeOpening,
    expected: sentinel.read,
    snapshot: () => backups.newestSnapshot(),
    inspect: (database, snapshot) => inspectLibrary(database, sentinel, snapshot),
    onRetired(isErased) {
      keeper.allow(false)
      if (isErased) sentinel.forget()
      onErasedElsewhere()
    },
  })
  const transactions = transactionsOn(connection, {
    count: tx => raiseSequence(tx, { newDatabase: newId, savedAt: new Date(now()).toISOString(), above: lowest }),
    onWritten: () => keeper.follow(),
  })
  const readFacts = createFactsReader(transactions)
  const keeper = createSentinelKeeper(sentinel, readFacts)
  let lowest = 0 // what the sequence rises above, when an earlier state of the library was taken as it is
  const { privateFolder = null, canChooseFolder = false, quota = () => Promise.resolve(null) } = options
  const backups = lazyBackups({
    ...{ transactions, readFacts, now, locks, privateFolder, quota, canChooseFolder },
    onRestored() {
      connection.finish()
      channel.post({ kind: 'restored' })
    },
  })
  const listeners = new Set<(change: OutsideChange) => void>()
  const soundVersions = new Set<string>()
  const copies = createCopyKeeper({ transactions, locks, newId, pause: options.pause ?? 100 })
  let taking: Promise<Result<DeviceId, StorageProblem>> | null = null
  let device: DeviceId | null = null
  let erasing: Promise<Result<void, StorageProblem>> | null = null

  channel.listen(message => {
    if (message.kind !== 'changed') connection.retire(message.kind === 'erased')
    else for (const listener of listeners) listener({ articles: message.articles, records: message.records })
  })

  async function erase(): Promise<Result<void, StorageProblem>> {
    try {
      if (privateFolder) await backups.eraseSnapshots()
      for (const area of webStorages()) removeKeys(area, name)
      await options.forgetShared?.()
    } catch (error) {
      return fail(openingProblem(error, null))
    }
    return connection.erase()
  }

  return {
    backups: backups.storage,
    keys: lazyKeys({ transactions, now }),
    readLibrary: () => readLibrary(transactions),
    readArticle: id => readArticle(transactions, id, { soundVersions, copies }),
    readOriginals: id => readOriginals(transactions, id),
    readRemoved: () => readRemoved(transactions, soundVersions),
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

    async commit(changes, onProgress) {
      const stores = storesOf(changes, device)
      if (stores.length === 0) return succeed(undefined)
      if (erasing) await erasing // or it would be called saved and then erased
      const end = teller.begin(changes)
      const written = await transactions.write(stores, tx => writeChanges(tx, changes, { device, onProgress }))
      end(written.ok)
      return written
    },

    readFacts,
    exportRaw: () => exportRaw(name),

    async startAnew() {
      const library = await readLibrary(transactions)
      // Nothing is wrong with it, or not any more: another tab has seen to it.
      if (library.ok) return succeed(undefined)
      if (!MAY_BE_DELETED.has(library.problem.kind)) return library
      const deleted = await connection.startAnew()
      if (!deleted.ok) return deleted
      sentinel.forget()
      // An empty database beside snapshots would be missed again: it is written to at once.
      const isMissed = (await backups.newestSnapshot()) !== null
      return isMissed ? transactions.write(['devices'], tx => tx.objectStore('devices').clear()) : deleted
    },

    async acceptAsIs() {
      const opened = await connection.openAsItIs()
      if (!opened.ok) return opened
      lowest = sentinel.read()?.sequence ?? 0
      // How far the names that wrote here had counted is not known any more: none of them is used again.
      const cleared = await transactions.write(['devices'], tx => tx.objectStore('devices').clear())
      if (!cleared.ok) return cleared
      taking = null
      await keeper.catchUp()
      return cleared
    },

    async eraseEverything() {
      channel.post({ kind: 'erased' })
      // Before its key goes, or it might be written once more.
      keeper.allow(false)
      erasing = erase()
      const erased = await erasing
      erasing = null
      if (erased.ok) sentinel.forget()
      else if (erased.problem.kind !== 'blocked') keeper.allow(true)
      return erased
    },

    onOutsideChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

// A newer library, one that another tab holds, or one that only needs room is not given up.
const MAY_BE_DELETED: ReadonlySet<StorageProblem['kind']> = new Set(['damaged', 'unavailable', 'failed'])

function removeKeys(area: Storage, prefix: string): void {
  for (const key of Object.keys(area)) if (key.startsWith(prefix)) area.removeItem(key)
}
