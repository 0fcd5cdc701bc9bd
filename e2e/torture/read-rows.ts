import type { Page } from '@playwright/test'
import type { Rows } from './judge.ts'

/**
 * Reads everything that lies in the databases of the page's origin; of one that cannot be opened it says so. Makes none and
 * changes none. The one that seals the log holds nothing: a kill between its making and its deletion leaves it to the next start.
 */
export async function readRows(page: Page): Promise<Rows> {
  const rows = await page.evaluate(async seal => {
    const found: [place: string, row: string][] = []
    for (const { name = '' } of await indexedDB.databases()) {
      if (name === seal) continue
      const database = await answerOf(indexedDB.open(name)).catch(String)
      if (typeof database === 'string') {
        found.push([JSON.stringify([name]), database])
        continue
      }
      found.push([JSON.stringify([name]), JSON.stringify(database.version)])
      for (const storeName of database.objectStoreNames) {
        const store = database.transaction(storeName).objectStore(storeName)
        found.push([JSON.stringify([name, storeName]), JSON.stringify(store.keyPath)])
        const [keys, values] = await Promise.all([answerOf(store.getAllKeys()), answerOf(store.getAll())])
        keys.forEach((key, at) => found.push([JSON.stringify([name, storeName, key]), JSON.stringify(values[at])]))
      }
      database.close()
    }
    return found

    function answerOf<T>(request: IDBRequest<T>): Promise<T> {
      return new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error ?? new Error('The database cannot be read.'))
      })
    }
  }, SEAL)
  return new Map(rows)
}

/** Holds nothing and is promised to nobody: whether it is there after a kill is of no account. */
export const SEAL = 'factmark-seal'
