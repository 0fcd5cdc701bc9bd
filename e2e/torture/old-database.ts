import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { versionHash, type AnnotationVersion } from '../../src/domain/version.ts'

/** A row of a database, as a raw export has it. */
interface Row {
  readonly store: string
  readonly key: unknown
  readonly value: unknown
}

/** Makes a database of the first version in the page's origin, exactly as its program made it: with what that wrote, and so many annotations more. */
export async function makeOldDatabase(page: Page, annotations: number): Promise<void> {
  await page.evaluate(async rows => {
    const opening = indexedDB.open('factmark', 1)
    opening.onupgradeneeded = () => {
      const database = opening.result
      for (const name of ['articles', 'reviewers']) database.createObjectStore(name, { keyPath: 'id' })
      for (const name of ['shelf', 'tallies', 'viewStates']) database.createObjectStore(name, { keyPath: 'article' })
      database.createObjectStore('revisions', { keyPath: ['article', 'hash'] })
      database.createObjectStore('versions', { keyPath: ['article', 'id', 'hash'] }).createIndex('byErasure', 'erased')
      database.createObjectStore('settings')
      database.createObjectStore('devices', { keyPath: 'device' })
    }
    await new Promise<void>((resolve, reject) => {
      opening.onsuccess = () => resolve()
      opening.onerror = () => reject(opening.error ?? new Error('The database was not made.'))
    })
    const database = opening.result
    const transaction = database.transaction([...database.objectStoreNames], 'readwrite', { durability: 'strict' })
    for (const { store, key, value } of rows) {
      if (store === 'settings') transaction.objectStore(store).put(value, key as string)
      else transaction.objectStore(store).put(value)
    }
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve()
      transaction.onabort = () => reject(transaction.error ?? new Error('The database was not filled.'))
    })
    database.close()
  }, oldRows(annotations))
}

/** The rows that the program of the first version wrote, and so many more annotations of one of its articles, of which each third was deleted since. */
function oldRows(annotations: number): readonly Row[] {
  const shipped = readShipped()
  const model = shipped
    .flatMap(({ store, value }) => {
      const version = (value as { version?: AnnotationVersion }).version
      return store === 'versions' && version?.record === 'annotation' && version.kind === 'content' ? [version] : []
    })
    .at(-1)! // of the article that the program will not open: so many at one place are not what is tried here
  return [...shipped, ...Array.from({ length: annotations }, (_, index) => historyOf(model, index)).flat()]
}

function readShipped(): readonly Row[] {
  const file = new URL('../../src/storage/fixtures/database-1.jsonl', import.meta.url)
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n')
  return lines.map(line => JSON.parse(line) as Row)
}

const DEVICE = '00000000-0000-4000-8000-00000000d0d0'

function historyOf(model: AnnotationVersion & { kind: 'content' }, index: number): readonly Row[] {
  const id = `00000000-0000-4000-8000-${index.toString(16).padStart(12, '0')}`
  const first: AnnotationVersion = { ...model, id, dot: [DEVICE, 2 * index + 1], seen: {} }
  const rows = [rowOf(first)]
  if (index % 3 > 0) return rows
  const { content: _, ...stamp } = first
  return [
    ...rows,
    rowOf({ ...stamp, kind: 'deleted', dot: [DEVICE, 2 * index + 2], seen: { [DEVICE]: 2 * index + 1 } }),
  ]
}

function rowOf(version: AnnotationVersion): Row {
  const { article, id } = version
  const hash = versionHash(version)
  return { store: 'versions', key: [article, id, hash], value: { article, id, hash, version } }
}
