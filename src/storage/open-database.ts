import { openDB, type IDBPDatabase } from 'idb'
import { abortTransaction } from './abort-transaction.ts'
import { takeSteps, type Migration } from './migrations.ts'
import type { ReviewDatabase } from './schema.ts'

/** What may happen to a database before and after it is open. */
export interface DatabaseEvents {
  /** A tab of an older program keeps it open. */
  onHeldUp(): void
  /** There is none: throws when none may be made. */
  onNone(): void
  /** The connection is closed: by the browser, or to make way for a newer program. */
  onLost(): void
  /** The connection is closed, because another tab deletes the database. */
  onErased(): void
}

/** Opens the database in the newest version this program knows. A newer one is refused (VersionError) and left as it is. */
export async function openReviewDatabase(
  name: string,
  steps: readonly Migration[],
  events: DatabaseEvents,
): Promise<ReviewDatabase> {
  let reasonToStop: unknown
  const opening: Promise<IDBPDatabase> = openDB(name, steps.length, {
    upgrade(upgraded, from, _to, transaction) {
      // How it ends is told by the opening.
      transaction.done.catch(() => {})
      const upgrade = async () => {
        if (from === 0) events.onNone()
        await takeSteps(steps.slice(from), upgraded, transaction)
      }
      upgrade().catch((reason: unknown) => {
        reasonToStop = reason
        abortTransaction(transaction)
      })
    },
    blocked: events.onHeldUp,
    blocking(_current, next, event) {
      const inTheWay = event.target as IDBDatabase
      inTheWay.close()
      if (next === null) events.onErased()
      else events.onLost()
    },
    terminated: events.onLost,
  })
  try {
    // The steps above have just made what the schema says.
    return (await opening) as unknown as ReviewDatabase
  } catch (error) {
    // The browser only says that the steps were broken off, not why.
    throw reasonToStop ?? error
  }
}
