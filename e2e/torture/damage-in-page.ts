import type { Page } from '@playwright/test'

/** Harm that something else on the same origin does to the database, while Factmark is not open. */
export type DamageInPage = (page: Page) => Promise<void>

/** What another page of the origin, an extension or a curious person with the developer tools can do. */
export const DAMAGES_IN_PAGE: Readonly<Record<string, DamageInPage>> = {
  'the database is deleted': page => harm(page, 'delete'),
  'every row is removed': page => harm(page, 'clear'),
  'the newest versions are removed': page => harm(page, 'clear newest'),
  'a store is missing': page => harm(page, 'drop store'),
}

type Harm = 'delete' | 'clear' | 'clear newest' | 'drop store'

function harm(page: Page, how: Harm): Promise<void> {
  return page.evaluate(inPage, how)
}

/** Brings along everything that it needs. */
async function inPage(how: Harm): Promise<void> {
  const name = 'factmark'
  const database = await answerOf(indexedDB.open(name))
  const { version } = database
  const names = [...database.objectStoreNames]
  if (how === 'clear') {
    const clearing = database.transaction(names, 'readwrite')
    for (const store of names) clearing.objectStore(store).clear()
    await endOf(clearing)
  } else if (how === 'clear newest') {
    const removing = database.transaction('versions', 'readwrite')
    const versions = removing.objectStore('versions')
    const keys = await answerOf(versions.getAllKeys())
    for (const key of keys.slice(-5)) versions.delete(key)
    await endOf(removing)
  }
  const rows = await Promise.all(names.map(store => rowsOf(store)))
  database.close()
  if (how === 'delete' || how === 'drop store') await answerOf(indexedDB.deleteDatabase(name))
  if (how === 'drop store') await makeWithout('versions')

  async function rowsOf(storeName: string) {
    const store = database.transaction(storeName).objectStore(storeName)
    const indexes = [...store.indexNames].map(index => store.index(index))
    const [keys, values] = await Promise.all([answerOf(store.getAllKeys()), answerOf<unknown[]>(store.getAll())])
    return { storeName, keyPath: store.keyPath, indexes, keys, values }
  }

  async function makeWithout(left: string): Promise<void> {
    const opening = indexedDB.open(name, version)
    opening.onupgradeneeded = () => {
      for (const { storeName, keyPath, indexes, keys, values } of rows.filter(store => store.storeName !== left)) {
        const store = opening.result.createObjectStore(storeName, { keyPath })
        for (const index of indexes) store.createIndex(index.name, index.keyPath, { unique: index.unique })
        values.forEach((value, at) => (keyPath === null ? store.put(value, keys[at]) : store.put(value)))
      }
    }
    const made = await answerOf(opening)
    made.close()
  }

  function answerOf<T>(request: IDBRequest<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error ?? new Error('The database refused.'))
    })
  }

  function endOf(transaction: IDBTransaction): Promise<void> {
    return new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve()
      transaction.onabort = () => reject(transaction.error ?? new Error('The database refused.'))
    })
  }
}
