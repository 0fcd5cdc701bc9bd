import { openDB } from 'idb'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { aDevice } from '../testing/a-device.ts'
import { anAnnotationVersion, anArticle, aReviewer, aRevision, HARBOUR_ID } from '../testing/builders.ts'
import { rawLinesOf } from '../testing/raw-lines.ts'
import { migrations, type Migration } from './migrations.ts'

const LATER_PROGRAM: readonly Migration[] = [
  ...migrations,
  database => void database.createObjectStore('attachments').put(new Uint8Array([1, 2, 255]), 'picture'),
]
const MANY = 250 // more than are read at once

afterEach(() => vi.restoreAllMocks())

describe('a raw export', () => {
  it('S32 holds every row of every store', async () => {
    const { storage } = aDevice().openTab()
    const reviewers = Array.from({ length: MANY }, (_, index) => aReviewer({ id: `reviewer ${index + 100}` }))
    await storage.commit({ articles: [anArticle()], revisions: [aRevision()], reviewers })
    await storage.commit({ versions: [anAnnotationVersion()] })
    const lines = await rawLinesOf(storage)
    expect(lines).toContainEqual({ store: 'articles', key: HARBOUR_ID, value: anArticle() })
    expect(lines.filter(({ store }) => store === 'reviewers').map(({ value }) => value)).toEqual(reviewers)
    expect(new Set(lines.map(({ store }) => store))).toEqual(
      new Set(['articles', 'meta', 'reviewers', 'revisions', 'versions']),
    )
  })

  it('S32 of a newer database holds what this program does not know, and leaves it as it is', async () => {
    const device = aDevice()
    await device.openTab({ steps: LATER_PROGRAM }).storage.commit({ articles: [anArticle()] })
    const { storage } = device.openTab()
    expect(await storage.readLibrary()).toEqual({ ok: false, problem: { kind: 'newer-database' } })
    const lines = await rawLinesOf(storage)
    expect(lines).toContainEqual({ store: 'articles', key: HARBOUR_ID, value: anArticle() })
    expect(lines).toContainEqual({ store: 'attachments', key: 'picture', value: { $base64: 'AQL/' } })
    expect(await indexedDB.databases()).toContainEqual({ name: device.name, version: LATER_PROGRAM.length })
  })

  it('S32 names the row that cannot be read, and holds the others', async () => {
    const { storage } = aDevice().openTab()
    await storage.commit({ reviewers: [aReviewer({ id: 'a' }), aReviewer({ id: 'b' }), aReviewer({ id: 'c' })] })
    failRequests('get', ([key]) => key === 'b')
    const lines = (await rawLinesOf(storage)).filter(({ store }) => store === 'reviewers')
    expect(lines).toEqual([
      { store: 'reviewers', key: 'a', value: aReviewer({ id: 'a' }) },
      { store: 'reviewers', key: 'b', unreadable: 'DataError: It is damaged.' },
      { store: 'reviewers', key: 'c', value: aReviewer({ id: 'c' }) },
    ])
  })

  it('S32 names the store that cannot be read, and holds the others', async () => {
    const { storage } = aDevice().openTab()
    await storage.commit({ articles: [anArticle()], reviewers: [aReviewer()] })
    failRequests('getAllKeys', (_parameters, { name }) => name === 'articles')
    const lines = await rawLinesOf(storage)
    expect(lines).toContainEqual({ store: 'articles', unreadable: 'DataError: It is damaged.' })
    expect(lines).toContainEqual({ store: 'reviewers', key: aReviewer().id, value: aReviewer() })
  })

  it('S32 of a database that cannot be opened says why', async () => {
    const { storage } = aDevice().openTab()
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('Internal error.', 'UnknownError')
    })
    expect(await rawLinesOf(storage)).toEqual([{ unreadable: 'UnknownError: Internal error.' }])
  })

  it('S32 makes no database where there is none', async () => {
    const device = aDevice()
    await rawLinesOf(device.openTab().storage)
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(device.name)
  })

  it('S32 keeps no other tab from a newer program, and closes the database when it is broken off', async () => {
    const device = aDevice()
    const { storage } = device.openTab()
    const reviewers = Array.from({ length: MANY }, (_, index) => aReviewer({ id: `reviewer ${index + 100}` }))
    await storage.commit({ reviewers })
    const reader = storage.exportRaw().getReader()
    await reader.read()
    expect((await device.openTab({ steps: LATER_PROGRAM }).storage.readLibrary()).ok).toBe(true)
    await reader.cancel()
    const again = await openDB(device.name, LATER_PROGRAM.length + 1)
    again.close()
  })
})

/** Lets those requests fail that are chosen by their parameters and their store. */
function failRequests(
  method: 'get' | 'getAllKeys',
  isChosen: (parameters: readonly unknown[], store: IDBObjectStore) => boolean,
): void {
  const original = IDBObjectStore.prototype[method] as (...parameters: unknown[]) => IDBRequest
  vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function (
    this: IDBObjectStore,
    ...parameters: unknown[]
  ) {
    const request = original.apply(this, parameters)
    if (isChosen(parameters, this)) {
      const { _requests } = this.transaction as unknown as { _requests: { operation: () => void }[] }
      _requests.at(-1)!.operation = () => {
        throw new DOMException('It is damaged.', 'DataError')
      }
    }
    return request
  })
}
