import type { BackUpProblem } from '../../domain/backup-storage.ts'
import { isWorthMissing, type LibraryFacts } from '../../domain/library-damage.ts'
import { fail, succeed, type Result } from '../../domain/result.ts'
import type { StorageProblem } from '../../domain/review-storage.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { createBreather, createPatientBreather } from '../breather.ts'
import type { TabLocks } from '../lease-device.ts'
import type { Transactions } from '../transact.ts'
import { onceAlone, unlessElsewhere } from './alone.ts'
import { backUpProblem } from './back-up-problem.ts'
import { backupFile } from './backup-file.ts'
import { countedRows } from './counted-rows.ts'
import { answered, storedRows } from './library-rows.ts'
import { apparentSnapshots, goodSnapshots, snapshotFile, tidySnapshots, writeSnapshot } from './snapshot-folder.ts'
import { SNAPSHOT_FOLDER, snapshotPlace, type PrivateFolder } from './snapshot-place.ts'

/** What snapshots need of the browser. */
export interface SnapshotOptions {
  readonly transactions: Transactions
  readFacts(): Promise<Result<LibraryFacts, StorageProblem>>
  /** Milliseconds since 1970. */
  now(): number
  readonly locks: TabLocks | undefined
  /** The site's private folder (OPFS); `null` where there is none that can be written. */
  readonly privateFolder: PrivateFolder
  /** Bytes that the browser allows; `null` where it does not say. */
  quota(): Promise<number | null>
}

/** The snapshots of this device. They lie in another folder of the browser's profile than the database. */
export interface Snapshots {
  list(): Promise<readonly Snapshot[] | null>
  /** The newest as far as its receipt tells; it is not read. `null` when there is none. */
  newest(): Promise<Snapshot | null>
  open(id: string): Promise<Blob | null>
  takeIfDue(): Promise<Result<boolean, BackUpProblem>>
  /** Takes one now; there is none to take of a library to which nothing was ever written. */
  take(): Promise<Result<void, BackUpProblem>>
  /** Removes all of them and their folder. */
  erase(): Promise<void>
}

/** Touches nothing until asked. */
export function createSnapshots(options: SnapshotOptions): Snapshots {
  const { transactions, now, locks, privateFolder, quota } = options
  const folder = (how: { readonly create: boolean }) => snapshotPlace(privateFolder, how)

  /** Whether the browser gives the site a folder: some have the words for it and refuse in private mode. */
  async function isAnywhere(): Promise<boolean> {
    try {
      return Boolean(await privateFolder?.())
    } catch (error) {
      if (error instanceof DOMException) return false
      throw error
    }
  }

  async function write(facts: LibraryFacts, breathe: () => Promise<void>): Promise<Result<void, BackUpProblem>> {
    const place = await folder({ create: true })
    if (!place) return fail({ kind: 'unsupported' })
    const { state } = facts
    if (!state || !isWorthMissing(facts)) return fail({ kind: 'nothing-there' })
    const at = new Date(now()).toISOString()
    const { database, sequence } = state
    const counted = countedRows(storedRows(transactions))
    const content = backupFile({ created: at, database, sequence }, counted.rows, { breathe })
    const snapshot = await writeSnapshot(place, content, { at, database, sequence, size: counted.size })
    await tidySnapshots(place, { now: now(), limit: roomFor(await quota()) })
    return snapshot ? succeed(undefined) : fail({ kind: 'written-wrong' })
  }

  /** Whether there is an article that did not come with the program. */
  async function hasOwnArticle(): Promise<boolean> {
    const articles = await answered(transactions.read(['articles'], tx => tx.objectStore('articles').getAll()))
    return articles.some(({ origin }) => origin !== 'supplied')
  }

  async function isDue(facts: LibraryFacts): Promise<boolean> {
    if (facts.rows.versions === 0 && !(await hasOwnArticle())) return false
    const place = await folder({ create: false })
    const [newest] = place ? await apparentSnapshots(place) : []
    if (!newest || newest.database !== facts.state?.database) return true
    return newest.sequence !== facts.state.sequence && now() - Date.parse(newest.at) >= OFTEN_ENOUGH
  }

  const readFactsNow = () => answered(options.readFacts())

  return {
    async list() {
      if (!(await isAnywhere())) return null
      const place = await folder({ create: false })
      return place ? goodSnapshots(place) : []
    },
    async newest() {
      const place = await folder({ create: false })
      return (place && (await apparentSnapshots(place))[0]) ?? null
    },
    async open(id) {
      const place = await folder({ create: false })
      return place && snapshotFile(place, id)
    },
    async takeIfDue() {
      if (privateFolder === null) return succeed(false)
      try {
        const taken = await unlessElsewhere(locks, LOCK, async () => {
          const facts = await readFactsNow()
          return (await isDue(facts)) ? write(facts, createPatientBreather()) : null
        })
        return taken && !taken.ok ? taken : succeed(taken !== null)
      } catch (error) {
        return fail(backUpProblem(error))
      }
    },
    async take() {
      let outcome: Result<void, BackUpProblem> = succeed(undefined)
      try {
        await onceAlone(locks, LOCK, async () => {
          outcome = await write(await readFactsNow(), createBreather())
        })
        return outcome
      } catch (error) {
        return fail(backUpProblem(error))
      }
    },
    async erase() {
      if (privateFolder === null) return
      await onceAlone(locks, LOCK, async () => {
        const root = await privateFolder()
        await removeFolder(root)
      })
    },
  }
}

const LOCK = 'factmark-snapshots'
const OFTEN_ENOUGH = 60 * 60 * 1000 // ms between two snapshots
const SHARE = 0.05 // of what the browser allows: snapshots must not be why the library itself finds no room
const MOST = 500_000_000 // bytes, where the browser allows much
const SMALL_QUOTA = 1_000_000_000 // bytes, where it does not say

function roomFor(quota: number | null): number {
  return Math.min(MOST, (quota ?? SMALL_QUOTA) * SHARE)
}

async function removeFolder(root: FileSystemDirectoryHandle): Promise<void> {
  try {
    await root.removeEntry(SNAPSHOT_FOLDER, { recursive: true })
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'NotFoundError')) throw error
  }
}
