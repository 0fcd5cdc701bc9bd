import type { Page } from '@playwright/test'
import type { Rows } from './judge.ts'

/**
 * Reads everything that lies in the databases of the page's origin. Makes none and changes none. What the browser says where
 * it cannot open one, or cannot even name them, stands under `UNREADABLE`. The one that seals the log holds nothing: a kill
 * between its making and its deletion leaves it to the next start.
 */
export async function readRows(page: Page): Promise<Rows> {
  const rows = await page.evaluate(
    async ({ seal, unreadable }) => {
      const found: [place: string, row: string][] = []
      const databases = await indexedDB.databases().catch(String)
      if (typeof databases === 'string') return [[unreadable, databases] as const]
      for (const { name = '' } of databases) {
        if (name === seal) continue
        const database = await answerOf(indexedDB.open(name)).catch(String)
        if (typeof database === 'string') {
          found.push([JSON.stringify([name]), database], [unreadable, database])
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
    },
    { seal: SEAL, unreadable: UNREADABLE },
  )
  return new Map(rows)
}

/** The place of what the browser says when it cannot open a database of the site. */
export const UNREADABLE = '[]'

/** Holds nothing and is promised to nobody: whether it is there after a kill is of no account. */
export const SEAL = 'factmark-seal'
