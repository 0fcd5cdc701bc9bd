import { abortTransaction } from './abort-transaction.ts'
import { fail, succeed, type Result } from '../domain/result.ts'
import type { StorageProblem } from '../domain/review-storage.ts'
import type { Connection } from './connection.ts'
import type { ReviewDatabase, ReviewTransaction, StoreName } from './schema.ts'
import { transactionProblem } from './storage-problem.ts'

/**
 * What is done in one transaction. It awaits requests of that transaction and nothing else: a transaction ends by itself as
 * soon as nobody asks it for anything. Writes whose answer it does not need it leaves to the transaction (`place`), which is
 * committed when the work is done. It may be done twice.
 */
export type Work<Mode extends IDBTransactionMode, T> = (transaction: ReviewTransaction<Mode>) => Promise<T>

/** The only way to the stored rows. */
export interface Transactions {
  read<T>(stores: readonly StoreName[], work: Work<'readonly', T>): Promise<Result<T, StorageProblem>>
  /** Writes everything durably or nothing at all, and counts the write in `meta`, whatever stores it is over. */
  write<T>(stores: readonly StoreName[], work: Work<'readwrite', T>): Promise<Result<T, StorageProblem>>
}

export interface WriteEvents {
  /** Does its part of every write, in the same transaction. `meta` is among its stores. */
  count(transaction: ReviewTransaction<'readwrite'>): Promise<unknown>
  /** After each commit. */
  onWritten(): void
}

/** Transactions on a connection. When it is lost, the work is done once more on a new one. */
export function transactionsOn(connection: Connection, { count, onWritten }: WriteEvents): Transactions {
  return {
    read: (stores, work) => run(connection, { stores, mode: 'readonly', work }),
    async write(stores, work) {
      const written = await run(connection, {
        stores: [...new Set([...stores, 'meta' as const])],
        mode: 'readwrite',
        work: async transaction => (await Promise.all([work(transaction), count(transaction)]))[0],
      })
      if (written.ok) onWritten()
      return written
    },
  }
}

/** One store of a database that may be of any version, in a reading transaction of its own. Throws when it is closed. */
export function storeToRead(database: IDBDatabase, store: string): IDBObjectStore {
  return database.transaction(store, 'readonly', { durability: 'strict' }).objectStore(store)
}

interface Task<Mode extends IDBTransactionMode, T> {
  readonly stores: readonly StoreName[]
  readonly mode: Mode
  readonly work: Work<Mode, T>
}

async function run<Mode extends IDBTransactionMode, T>(
  connection: Connection,
  task: Task<Mode, T>,
): Promise<Result<T, StorageProblem>> {
  const first = await attempt(connection, task, false)
  return first.ok || first.problem.kind !== 'connection-lost' ? first : attempt(connection, task, true)
}

async function attempt<Mode extends IDBTransactionMode, T>(
  connection: Connection,
  task: Task<Mode, T>,
  isRetried: boolean,
): Promise<Result<T, StorageProblem>> {
  const opened = await connection.open()
  if (!opened.ok) return opened
  try {
    return succeed(await transact(opened.value, task))
  } catch (error) {
    const problem = transactionProblem(error, { mode: task.mode, expected: connection.expected(), isRetried })
    if (problem.kind === 'connection-lost') connection.abandon(opened.value)
    return fail(problem)
  }
}

/** Does work in one transaction of a database that is open. Throws what stopped it. */
export async function transact<Mode extends IDBTransactionMode, T>(
  database: ReviewDatabase,
  { stores, mode, work }: Task<Mode, T>,
): Promise<T> {
  // Anything less than strict lost every unsynced write in a power cut.
  const transaction = database.transaction([...stores], mode, { durability: 'strict' })
  let hasCommitted = false
  const end = transaction.done.then(
    () => (hasCommitted = true),
    () => false,
  )
  try {
    const answer = await work(transaction)
    if (hasCommitted) throw new Error('A transaction ended before its work: it awaited something else.')
    // At once, instead of when the page has heard of every write: it may be rendering.
    if (mode === 'readwrite') transaction.commit()
    await transaction.done
    return answer
  } catch (error) {
    // An exception alone would still commit what was written before it.
    abortTransaction(transaction)
    await end
    // When the browser aborts, the requests only say AbortError; the reason stands in the transaction.
    throw transaction.error ?? error
  }
}
