import { unwrap } from 'idb'
import { answerOf } from './answer-of.ts'
import type { ReviewTransaction, StoreName } from './schema.ts'

/** One row as it came out of the database, or why it did not. */
export type RawRow = { readonly value: unknown } | { readonly key: IDBValidKey; readonly unreadable: string }

/** Rows of one store. One that cannot be read takes no other with it; throws when not even the keys can be read. */
export async function readRows(
  tx: ReviewTransaction<'readonly'>,
  store: StoreName,
  range?: IDBKeyRange,
): Promise<readonly RawRow[]> {
  const rows = unwrap(tx.objectStore(store))
  try {
    const values = await answerOf<unknown[]>(rows.getAll(range))
    return values.map(value => ({ value }))
  } catch {
    // One damaged row is enough for that: each is asked for alone.
    const keys = await answerOf(rows.getAllKeys(range))
    return Promise.all(keys.map(key => readRow(rows, key)))
  }
}

async function readRow(rows: IDBObjectStore, key: IDBValidKey): Promise<RawRow> {
  try {
    return { value: await answerOf<unknown>(rows.get(key)) }
  } catch (error) {
    return { key, unreadable: String(error) }
  }
}
