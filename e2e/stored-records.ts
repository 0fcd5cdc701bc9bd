import type { Page } from '@playwright/test'

/** Everything that lies in the page's database, as text: equal texts mean an unchanged database. */
export function storedRecords(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const opening = indexedDB.open('factmark')
    await settled(opening)
    const database = opening.result
    const stores = [...database.objectStoreNames]
    const transaction = database.transaction(stores)
    const rows = await Promise.all(
      stores.map(async name => {
        const store = transaction.objectStore(name)
        const [keys, values] = [store.getAllKeys(), store.getAll()]
        await Promise.all([settled(keys), settled(values)])
        return [name, keys.result, values.result]
      }),
    )
    database.close()
    return JSON.stringify(rows, null, 1)

    function settled(request: IDBRequest): Promise<void> {
      return new Promise((resolve, reject) => {
        request.onsuccess = () => resolve()
        request.onerror = () => reject(request.error ?? new Error('The database cannot be read.'))
      })
    }
  })
}
