import { expect, type Page } from '@playwright/test'

/** Damages the database behind the program's back, from a page of the same origin that is not the program. */
export async function damageLibrary(page: Page, how: 'delete' | 'empty' | 'versions' | 'newer'): Promise<void> {
  await isRemembered(page)
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

/** Waits for the program to remember the size of the library as it is now, which it does within a second. */
async function isRemembered(page: Page): Promise<void> {
  const sequences = () =>
    page.evaluate(
      () =>
        new Promise<readonly number[]>((resolve, reject) => {
          const opening = indexedDB.open('factmark')
          opening.onerror = () => reject(opening.error ?? new Error('refused'))
          opening.onsuccess = () => {
            const asking = opening.result.transaction('meta').objectStore('meta').get('state')
            asking.onsuccess = () => {
              const mark = JSON.parse(localStorage.getItem('factmark:library') ?? '{}') as { sequence?: number }
              resolve([(asking.result as { sequence: number }).sequence, mark.sequence ?? 0])
              opening.result.close()
            }
          }
        }),
    )
  await expect
    .poll(async () => {
      const [stored, remembered] = await sequences()
      return stored === remembered
    })
    .toBe(true)
}
