import type { Changes } from '../../../src/domain/review-storage.ts'
import { createReviewStorage } from '../../../src/storage/indexed-db-storage.ts'
import { dataOf } from './frame.ts'

/** Factmark's own storage in a page without Factmark, and the bare database beside it. Milliseconds. */
export interface StoragePage {
  /** Puts what the bench offers into Factmark's database. */
  fill(name: string): Promise<void>
  /** All of one article, as Factmark reads it. */
  readArticle(id: string): Promise<number>
  /** Puts records into the bare database as one value, so that it can be read. */
  pack(name: string): Promise<number>
  readPacked(): Promise<number>
  /** A strict transaction that puts so many records of this many bytes, until it is durable. */
  strictWrite(count: number, bytes: number): Promise<number>
  /** The same as one value for each 1,000 records. */
  packedWrite(count: number, bytes: number): Promise<number>
}

declare global {
  interface Window {
    storagePage: StoragePage
  }
}

const newId = () => crypto.randomUUID()
const bare = await openBare()
let versions: readonly unknown[] = []

const storage = () =>
  createReviewStorage({ name: 'factmark', newId, now: () => Date.now(), sentinelArea: () => localStorage })
const known = storage()

window.storagePage = {
  async fill(name) {
    const written = await known.commit(await dataOf<Changes>(name))
    if (!written.ok) throw new Error(`The database could not be filled: ${JSON.stringify(written.problem)}`)
    await known.readFacts()
  },
  async readArticle(id) {
    // Another one each time: it remembers which versions it has looked at.
    const fresh = storage()
    await fresh.readViewState(id)
    const start = performance.now()
    const read = await fresh.readArticle(id)
    const time = performance.now() - start
    if (!read.ok || !read.value) throw new Error('The article could not be read.')
    return time
  },
  async pack(name) {
    versions = (await dataOf<Changes>(name)).versions ?? []
    return write([versions])
  },
  async readPacked() {
    const start = performance.now()
    const request = bare.transaction('rows').objectStore('rows').get(0)
    await new Promise(resolve => (request.onsuccess = resolve))
    return performance.now() - start
  },
  strictWrite: (count, bytes) => write(Array.from({ length: count }, () => recordOf(bytes))),
  packedWrite(count, bytes) {
    const groups = Array.from({ length: Math.ceil(count / 1000) }, () =>
      Array.from({ length: 1000 }, () => recordOf(bytes)),
    )
    return write(groups)
  },
}
document.documentElement.dataset['ready'] = 'yes'

function write(rows: readonly unknown[]): Promise<number> {
  const start = performance.now()
  const transaction = bare.transaction('rows', 'readwrite', { durability: 'strict' })
  const store = transaction.objectStore('rows')
  rows.forEach((row, key) => store.put(row, key))
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(performance.now() - start)
    transaction.onabort = () => reject(transaction.error ?? new Error('The transaction was aborted.'))
  })
}

/** Of about this size, with as many fields as a record has. */
function recordOf(bytes: number) {
  const id = newId()
  const text = 'x'.repeat(Math.max(0, bytes - 200))
  return {
    article: id,
    id,
    hash: id,
    version: { record: 'annotation', kind: 'content', id, content: { text, tags: ['a'], at: 1 } },
  }
}

function openBare(): Promise<IDBDatabase> {
  const opening = indexedDB.open('bare')
  opening.onupgradeneeded = () => opening.result.createObjectStore('rows')
  return new Promise((resolve, reject) => {
    opening.onsuccess = () => resolve(opening.result)
    opening.onerror = () => reject(opening.error ?? new Error('The bare database could not be opened.'))
  })
}
