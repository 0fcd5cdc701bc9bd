import type { Page } from '@playwright/test'

/** Damages the database behind the program's back, from a page of the same origin that is not the program. */
export async function damageLibrary(page: Page, how: 'delete' | 'empty' | 'versions' | 'newer'): Promise<void> {
  await page.goto('./manifest.webmanifest')
  await page.evaluate(async kind => {
    const settled = (request: IDBRequest) =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error ?? new Error('refused'))
      })
    if (kind === 'delete') return settled(indexedDB.deleteDatabase('factmark'))
    const opening = kind === 'newer' ? indexedDB.open('factmark', 99) : indexedDB.open('factmark')
    const database = (await settled(opening)) as IDBDatabase
    if (kind !== 'newer') {
      const stores = kind === 'empty' ? [...database.objectStoreNames] : ['versions']
      const transaction = database.transaction(stores, 'readwrite')
      await Promise.all(stores.map(store => settled(transaction.objectStore(store).clear())))
    }
    database.close()
    return null
  }, how)
}
