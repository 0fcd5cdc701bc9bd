import { deleteDB } from 'idb'
import { isWorthMissing, type LibraryMark } from '../domain/library-damage.ts'
import { fail, succeed, type Result } from '../domain/result.ts'
import type { StorageProblem } from '../domain/review-storage.ts'
import type { Snapshot } from '../domain/snapshot.ts'
import type { Migration } from './migrations.ts'
import { openReviewDatabase } from './open-database.ts'
import type { ReviewDatabase } from './schema.ts'
import { DatabaseRefused, forgotten, openingProblem } from './storage-problem.ts'
import { tryTwice } from './try-twice.ts'
import { isHeldUp, unlessHeldUp, type HeldUpWork } from './unless-held-up.ts'

export interface ConnectionOptions {
  readonly name: string
  readonly steps: readonly Migration[]
  /** Milliseconds that other tabs have to let go before the answer is `blocked`. */
  readonly patience: number
  /** What is done each time before the database is opened; answers what the browser said when it refused. */
  readonly beforeOpening?: (() => Promise<string | null>) | undefined
  /** What the library was, as far as it is remembered. */
  expected(): LibraryMark | null
  /** What lies beside the database of a library of which nothing is remembered; `null` when nothing does. */
  snapshot(): Promise<Snapshot | null>
  /** Why a database that was just opened must not be used; `null` when it is what it was. */
  inspect(database: ReviewDatabase, snapshot: Snapshot | null): Promise<StorageProblem | null>
  /** Another tab has erased everything, or restored a backup. */
  onRetired(isErased: boolean): void
}

/** One tab's connection to its database. */
export interface Connection {
  /** The open database: opened and inspected when first asked for, and again after it was lost. */
  open(): Promise<Result<ReviewDatabase, StorageProblem>>
  /** The same for a database that is not what it was; still none is made where there is none. */
  openAsItIs(): Promise<Result<ReviewDatabase, StorageProblem>>
  expected(): LibraryMark | null
  /** Lets go of a database that no longer answers. */
  abandon(database: ReviewDatabase): void
  /** Deletes the database for good: this connection never opens one again, unless the deletion failed. */
  erase(): Promise<Result<void, StorageProblem>>
  /** Deletes the database, so that the next opening makes an empty one. */
  startAnew(): Promise<Result<void, StorageProblem>>
  /** Closes for good, because another tab is erasing everything or has restored a backup. */
  retire(isErased: boolean): void
  /** Closes for good: a backup was restored here, and what this tab shows is no longer true. */
  finish(): void
}

/** Opens nothing until asked. */
export function createConnection(options: ConnectionOptions): Connection {
  const { name, steps, patience, beforeOpening, expected, snapshot, inspect, onRetired } = options
  let opening: HeldUpWork<ReviewDatabase> | null = null
  let database: ReviewDatabase | null = null
  let erasing: HeldUpWork<void> | null = null
  let hadDatabase = false
  let isBegunAnew = false
  let trace: Snapshot | null = null
  let closedFor: StorageProblem | null = null
  let refusal: string | null = null

  async function open(isTakenAsItIs = false): Promise<Result<ReviewDatabase, StorageProblem>> {
    if (closedFor) return fail(closedFor)
    // Open already: whoever writes in the event of a key shall not wait behind what the page shows of it.
    if (database) return succeed(database)
    const mine = (opening ??= begin(isTakenAsItIs))
    try {
      const opened = await mine.outcome()
      // The request stays: once the other tab lets go, the next call finds the database open.
      if (isHeldUp(opened)) return fail({ kind: 'blocked' })
      if (closedFor) return fail(closedFor)
      if (opening === mine) database = opened
      hadDatabase = true
      return succeed(opened)
    } catch (error) {
      forget(mine)
      return fail(closedFor ?? openingProblem(error, expected(), trace !== null))
    }
  }

  function begin(isTakenAsItIs: boolean): HeldUpWork<ReviewDatabase> {
    const mine = unlessHeldUp(patience, async onHeldUp => {
      refusal = (await beforeOpening?.()) ?? refusal
      trace = isBegunAnew || isTakenAsItIs || expected() ? null : await snapshot()
      const events = {
        onHeldUp,
        onNone: () => refuseToMake(isTakenAsItIs),
        onLost: () => forget(mine),
        onErased: () => retire(true),
      }
      const opened = await tryTwice(
        () => openReviewDatabase(name, steps, events),
        error => (refusal = String(error)),
      )
      const problem = isTakenAsItIs ? null : await inspect(opened, trace)
      if (!problem) return opened
      opened.close()
      throw new DatabaseRefused(problem)
    })
    return mine
  }

  // Made anew it would be empty, and what this tab still shows would be written into it piece by piece.
  function refuseToMake(isTakenAsItIs: boolean): void {
    const missed = expected()
    if (missed && isWorthMissing(missed)) {
      throw new DatabaseRefused({ kind: 'damaged', damage: { kind: 'vanished', expected: missed } })
    }
    if (trace && refusal === null) throw new DatabaseRefused(forgotten(trace))
    if (hadDatabase || isTakenAsItIs) throw new DatabaseRefused(VANISHED)
    // Chromium says only once that a database cannot be read, and deletes it.
    if (refusal !== null) throw new DatabaseRefused(unreadable(refusal))
  }

  // What is lost may be a connection that has long been replaced.
  function forget(lost: HeldUpWork<ReviewDatabase> | null): void {
    if (opening !== lost) return
    database?.close()
    database = null
    opening = null
  }

  function retire(isErased: boolean): void {
    forget(opening)
    if (closedFor) return
    closedFor = ERASED
    onRetired(isErased)
  }

  function finish(): void {
    forget(opening)
    closedFor ??= RESTORED
  }

  async function erase(): Promise<Result<void, StorageProblem>> {
    const before = closedFor
    closedFor = ERASED
    try {
      erasing ??= unlessHeldUp(patience, onHeldUp => deleteDB(name, { blocked: onHeldUp }))
      return isHeldUp(await erasing.outcome()) ? fail({ kind: 'blocked' }) : succeed(undefined)
    } catch (error) {
      erasing = null
      closedFor = before
      return fail(openingProblem(error, null))
    }
  }

  return {
    open: () => open(),
    openAsItIs: () => open(true),
    expected,
    abandon(lost) {
      if (lost === database) forget(opening)
    },
    erase,
    async startAnew() {
      const erased = await erase()
      if (!erased.ok) return erased
      forget(opening)
      erasing = null
      closedFor = null
      hadDatabase = false
      isBegunAnew = true
      refusal = null
      return erased
    },
    retire,
    finish,
  }
}

function unreadable(detail: string): StorageProblem {
  return { kind: 'damaged', damage: { kind: 'unreadable', expected: null, detail } }
}

const ERASED: StorageProblem = {
  kind: 'unavailable',
  detail: 'Everything on this device was erased. Load the page again.',
}

const RESTORED: StorageProblem = {
  kind: 'unavailable',
  detail: 'A backup was restored. Load the page again.',
}

const VANISHED: StorageProblem = {
  kind: 'unavailable',
  detail: 'The database was removed while this page was open.',
}
