import { forceCloseDatabase } from 'fake-indexeddb'
import { deleteDB } from 'idb'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { ViewState } from '../domain/library.ts'
import type { Changes } from '../domain/review-storage.ts'
import { aDevice } from '../testing/a-device.ts'
import {
  aMarkVersion,
  anAnnotationVersion,
  anArticle,
  aReviewer,
  aRevision,
  DEVICE_ID,
  HARBOUR_ID,
} from '../testing/builders.ts'
import { createConnection } from './connection.ts'
import { migrations } from './migrations.ts'
import { transactionsOn, type WriteEvents } from './transact.ts'

const WORK: Changes = {
  articles: [anArticle()],
  revisions: [aRevision()],
  reviewers: [aReviewer()],
  versions: [anAnnotationVersion(), aMarkVersion({ dot: [DEVICE_ID, 2] })],
}
const PUTS_OF_WORK = 5
const UNCOUNTED: WriteEvents = { count: () => Promise.resolve(), onWritten: () => {} }

afterEach(() => vi.restoreAllMocks())

describe('durability', () => {
  it('S1 asks for strict durability in every transaction', async () => {
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction')
    const { storage } = aDevice().openTab()
    await storage.readLibrary()
    await storage.leaseDevice()
    await storage.commit(WORK)
    await storage.readArticle(HARBOUR_ID)
    const calls = transaction.mock.calls.filter(([, mode]) => (mode as string) !== 'versionchange')
    expect(calls.filter(([, mode]) => mode === 'readwrite')).toHaveLength(1)
    expect(calls.map(([, , options]) => options)).toEqual(calls.map(() => ({ durability: 'strict' })))
  })

  it('S2 reports success only after the transaction has completed', async () => {
    const { storage } = aDevice().openTab()
    await storage.readLibrary()
    let hasCompleted = false
    onTransactions(transaction => transaction.addEventListener('complete', () => (hasCompleted = true)))
    expect(await storage.commit(WORK)).toEqual({ ok: true, value: undefined })
    expect(hasCompleted).toBe(true)
  })

  it('S112 commits as soon as the last write is handed over, and waits for no answer that is not needed', async () => {
    const { storage } = aDevice().openTab()
    await storage.readLibrary()
    const put = vi.spyOn(IDBObjectStore.prototype, 'put')
    const unanswered: number[] = []
    const { commit } = IDBTransaction.prototype
    vi.spyOn(IDBTransaction.prototype, 'commit').mockImplementation(function (this: IDBTransaction) {
      unanswered.push(put.mock.results.filter(({ value }) => (value as IDBRequest).readyState === 'pending').length)
      commit.call(this)
    })
    expect(await storage.commit(WORK)).toEqual({ ok: true, value: undefined })
    expect(unanswered).toEqual([4]) // of an article, a revision, a reviewer and the count of writes, which come after what was read
  })

  it('S2 touches exactly the stores that the changes need', async () => {
    const { storage } = aDevice().openTab()
    await storage.readLibrary()
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction')
    await storage.commit({ versions: [anAnnotationVersion()] })
    await storage.commit({})
    const writes = transaction.mock.calls.filter(([, mode]) => mode === 'readwrite')
    expect(writes.map(([stores]) => stores)).toEqual([['versions', 'readingCopies', 'meta']])
  })
})

describe('all or nothing', () => {
  it('S3 commits nothing when one of the values cannot be stored', async () => {
    const device = aDevice()
    const { storage } = device.openTab()
    const viewState = { article: HARBOUR_ID, filter: () => {} } as unknown as ViewState
    const outcome = await storage.commit({ ...WORK, viewState })
    expect(outcome).toMatchObject({ ok: false, problem: { kind: 'failed' } })
    expect(await isEmpty(storage)).toBe(true)
  })

  it('S3 commits nothing when a version has no hash', async () => {
    const { storage } = aDevice().openTab()
    const broken = anAnnotationVersion({ dot: [DEVICE_ID, Number.NaN] })
    const outcome = await storage.commit({ ...WORK, versions: [anAnnotationVersion(), broken] })
    expect(outcome).toMatchObject({ ok: false, problem: { kind: 'failed' } })
    expect(await isEmpty(storage)).toBe(true)
  })

  it.each(Array.from({ length: PUTS_OF_WORK }, (_, index) => index + 1))(
    'S4 says disk-full and commits nothing when the abort comes after the success of put %i',
    async nth => {
      const { storage } = aDevice().openTab()
      await storage.readLibrary()
      const puts = abortAfterPut(nth, 'QuotaExceededError')
      expect(await storage.commit(WORK)).toEqual({ ok: false, problem: { kind: 'disk-full' } })
      expect(puts()).toBeGreaterThanOrEqual(nth)
      vi.restoreAllMocks()
      expect(await isEmpty(storage)).toBe(true)
      expect((await storage.commit(WORK)).ok).toBe(true) // it heals when room appears
    },
  )

  it('S4 counts no device up for what was not written', async () => {
    const { storage } = aDevice().openTab()
    const lease = await storage.leaseDevice()
    const device = lease.ok ? lease.value.device : ''
    abortAfterPut(2, 'QuotaExceededError')
    const version = anAnnotationVersion({ dot: [device, 1] })
    expect((await storage.commit({ versions: [version] })).ok).toBe(false)
    vi.restoreAllMocks()
    expect(await storage.leaseDevice()).toEqual({ ok: true, value: { device, count: 0 } })
  })

  it('S5 does not count as done what awaited anything but its own requests', async () => {
    const connection = createConnection({
      name: aDevice().name,
      steps: migrations,
      patience: 0,
      expected: () => null,
      snapshot: () => Promise.resolve(null),
      inspect: () => Promise.resolve(null),
      onRetired: () => {},
    })
    const outcome = await transactionsOn(connection, UNCOUNTED).write(['reviewers'], async tx => {
      await tx.objectStore('reviewers').put(aReviewer())
      await tx.done
    })
    expect(outcome).toMatchObject({ ok: false, problem: { kind: 'failed' } })
  })
})

describe('a lost connection', () => {
  it.each([
    ['closed without a word', (database: IDBDatabase) => database.close()],
    ['closed by the browser', (database: IDBDatabase) => forceCloseDatabase(database as never)],
  ])('S6 is opened again and the work done: %s', async (_name, lose) => {
    const { storage } = aDevice().openTab()
    const databases = databasesUsed()
    await storage.readLibrary()
    lose(databases().at(-1)!)
    expect((await storage.commit(WORK)).ok).toBe(true)
    expect(new Set(databases()).size).toBeGreaterThanOrEqual(2)
    expect(await isEmpty(storage)).toBe(false)
  })

  it('S6 is noticed when the browser tells, and nothing is asked of it any more', async () => {
    const { storage } = aDevice().openTab()
    await storage.commit(WORK)
    const databases = databasesUsed()
    await storage.readLibrary()
    const before = databases().length
    forceCloseDatabase(databases()[0] as never)
    await storage.readLibrary()
    expect(databases().slice(before)).not.toContain(databases()[0])
    expect(databases().length).toBeGreaterThan(before)
  })

  it('S6 is not mistaken for the one that has replaced it', async () => {
    const { storage } = aDevice().openTab()
    const databases = databasesUsed()
    await storage.readLibrary()
    const [lost] = databases()
    lost!.close()
    await storage.readLibrary()
    const replacement = databases().at(-1)
    forceCloseDatabase(lost as never) // only now comes the event
    await storage.readLibrary()
    expect(databases().at(-1)).toBe(replacement)
    expect(replacement).not.toBe(lost)
  })

  it('S6 is opened again when it went in the middle of a transaction', async () => {
    const { storage } = aDevice().openTab()
    await storage.readLibrary()
    abortAfterPut(2, 'AbortError')
    expect((await storage.commit(WORK)).ok).toBe(true)
    const stored = await storage.readArticle(HARBOUR_ID)
    expect(stored.ok && stored.value?.versions).toHaveLength(2)
  })

  it('S6 is a problem when it is lost again at once, after one more try', async () => {
    const { storage } = aDevice().openTab()
    await storage.readLibrary()
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => {
      throw new DOMException('The database connection is closing.', 'InvalidStateError')
    })
    expect(await storage.commit(WORK)).toEqual({ ok: false, problem: { kind: 'connection-lost' } })
    expect(transaction).toHaveBeenCalledTimes(2)
  })

  it('S6 is not replaced by an empty one when the database went with it', async () => {
    const device = aDevice()
    const { storage } = device.openTab()
    const databases = databasesUsed()
    await storage.commit(WORK)
    forceCloseDatabase(databases().at(-1) as never)
    await deleteDB(device.name)
    const vanished = { ok: false, problem: { kind: 'unavailable', detail: expect.stringContaining('was removed') } }
    expect(await storage.readLibrary()).toMatchObject(vanished)
    expect(await storage.commit({ versions: [anAnnotationVersion()] })).toMatchObject(vanished)
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(device.name)
  })

  it('S6 is not what a full disk or a broken value is: those are tried once', async () => {
    const { storage } = aDevice().openTab()
    await storage.readLibrary()
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction')
    await storage.commit({ viewState: { article: HARBOUR_ID, filter: () => {} } as unknown as ViewState })
    expect(transaction).toHaveBeenCalledTimes(1)
  })
})

async function isEmpty(storage: ReturnType<ReturnType<typeof aDevice>['openTab']>['storage']): Promise<boolean> {
  const [library, article] = [await storage.readLibrary(), await storage.readArticle(HARBOUR_ID)]
  if (!library.ok || !article.ok) throw new Error('The storage cannot be read.')
  return library.value.articles.length + library.value.reviewers.length === 0 && article.value === null
}

function onTransactions(listener: (transaction: IDBTransaction, database: IDBDatabase) => void): void {
  const original = IDBDatabase.prototype.transaction
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...parameters) {
    const transaction = original.apply(this, parameters)
    if (transaction.mode !== 'versionchange') listener(transaction, this)
    return transaction
  })
}

function databasesUsed(): () => readonly IDBDatabase[] {
  const databases: IDBDatabase[] = []
  onTransactions((_transaction, database) => databases.push(database))
  return () => databases
}

/** Lets the browser abort once, right after the n-th put has reported success; returns how to ask for the number of puts. */
function abortAfterPut(nth: number, name: string): () => number {
  const original = IDBObjectStore.prototype.put
  let puts = 0
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...parameters) {
    const request = original.apply(this, parameters)
    puts += 1
    if (puts === nth) request.addEventListener('success', () => abort(this.transaction, name))
    return request
  })
  return () => puts
}

function abort(transaction: IDBTransaction, name: string): void {
  const fake = transaction as unknown as { _abort(name: string): void }
  fake._abort(name)
}
