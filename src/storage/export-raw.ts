import { openDB, unwrap } from 'idb'
import { answerOf } from './answer-of.ts'
import { rawJson } from './raw-json.ts'
import { storeToRead } from './transact.ts'

const ROWS_AT_ONCE = 100 // one reading stays small even where rows hold whole articles

/**
 * Everything that can still be read from a database, as JSON Lines in UTF-8: `{"store","key","value"}` for each row, and
 * `{"store"?,"key"?,"unreadable"}` for what cannot be read, in the browser's words. The database is opened in the version
 * that it has: nothing is upgraded, made or changed.
 */
export function exportRaw(name: string): ReadableStream<Uint8Array> {
  const lines = readLines(name)
  const encoder = new TextEncoder()
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await lines.next()
      if (next.done) controller.close()
      else controller.enqueue(encoder.encode(next.value.map(line => `${JSON.stringify(line)}\n`).join('')))
    },
    async cancel() {
      await lines.return(undefined)
    },
  })
}

interface Line {
  readonly store?: string
  readonly key?: unknown
  readonly value?: unknown
  readonly unreadable?: string
}

/** Lines in bundles, as they come out of the database. */
async function* readLines(name: string): AsyncGenerator<readonly Line[], undefined> {
  let database: IDBDatabase | null = null
  try {
    database = await openAsItIs(name)
    for (const store of database.objectStoreNames) yield* linesOf(database, store)
  } catch (error) {
    yield [{ unreadable: String(error) }]
  } finally {
    database?.close()
  }
}

async function* linesOf(database: IDBDatabase, store: string): AsyncGenerator<readonly Line[], undefined> {
  try {
    const keys = await answerOf(storeToRead(database, store).getAllKeys())
    for (let from = 0; from < keys.length; from += ROWS_AT_ONCE) {
      const rows = storeToRead(database, store)
      yield await Promise.all(keys.slice(from, from + ROWS_AT_ONCE).map(key => lineOf(rows, key)))
    }
  } catch (error) {
    yield [{ store, unreadable: String(error) }]
  }
}

async function lineOf(rows: IDBObjectStore, key: IDBValidKey): Promise<Line> {
  const store = rows.name
  try {
    const value = await answerOf<unknown>(rows.get(key))
    return { store, key: await rawJson(key), value: (await rawJson(value)) ?? null }
  } catch (error) {
    return { store, key: await rawJson(key), unreadable: String(error) }
  }
}

async function openAsItIs(name: string): Promise<IDBDatabase> {
  const database = await openDB(name, undefined, {
    // Only a database that is not there is upgraded without a version; it shall not be there afterwards either.
    upgrade(_database, _from, _to, transaction) {
      transaction.done.catch(() => {})
      transaction.abort()
    },
    blocking: (_current, _next, event) => (event.target as IDBDatabase).close(),
  })
  return unwrap(database)
}
