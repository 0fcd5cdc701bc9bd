import { afterEach, describe, expect, it, vi } from 'vitest'
import { aDevice } from '../testing/a-device.ts'
import { anArticle, aReviewer, aRevision, HARBOUR_ID } from '../testing/builders.ts'
import { migrations, type Migration } from './migrations.ts'

const LATER_PROGRAM: readonly Migration[] = [...migrations, database => void database.createObjectStore('later')]

afterEach(() => vi.restoreAllMocks())

describe('a database that is newer than the program', () => {
  it('S7 is refused by name and left as it is', async () => {
    const device = aDevice()
    const later = device.openTab({ steps: LATER_PROGRAM })
    await later.storage.commit({ reviewers: [aReviewer()] })
    const { storage } = device.openTab()
    const refused = { ok: false, problem: { kind: 'newer-database' } }
    expect(await storage.readLibrary()).toEqual(refused)
    expect(await storage.leaseDevice()).toEqual(refused)
    expect(await storage.commit({ reviewers: [aReviewer({ edition: 2, name: 'Overwritten' })] })).toEqual(refused)
    const library = await later.storage.readLibrary()
    expect(library.ok && library.value.reviewers).toEqual([aReviewer()])
    expect(await indexedDB.databases()).toContainEqual({ name: device.name, version: LATER_PROGRAM.length })
  })

  it('S7 takes over from a tab of the older program, which then says so', async () => {
    const device = aDevice()
    const older = device.openTab()
    await older.storage.commit({ articles: [anArticle()], revisions: [aRevision()] })
    const later = device.openTab({ steps: LATER_PROGRAM })
    const stored = await later.storage.readArticle(HARBOUR_ID)
    expect(stored.ok && stored.value?.article).toEqual(anArticle())
    expect(await older.storage.readLibrary()).toEqual({ ok: false, problem: { kind: 'newer-database' } })
  })
})

describe('a database that another tab holds', () => {
  it('S8 is a problem while it is held, and opens once it is let go', async () => {
    const device = aDevice()
    await device.openTab().storage.commit({ reviewers: [aReviewer()] })
    const held = await openWithoutLettingGo(device.name)
    const { storage } = device.openTab({ steps: LATER_PROGRAM })
    expect(await storage.readLibrary()).toEqual({ ok: false, problem: { kind: 'blocked' } })
    expect(await storage.readLibrary()).toEqual({ ok: false, problem: { kind: 'blocked' } })
    held.close()
    await vi.waitFor(async () => expect((await storage.readLibrary()).ok).toBe(true))
  })

  it('S8 is let go again by a tab that was given it when it no longer waited', async () => {
    const device = aDevice()
    await device.openTab().storage.commit({ reviewers: [aReviewer()] })
    const held = await openWithoutLettingGo(device.name)
    const late = device.openTab({ steps: LATER_PROGRAM, channel: undefined })
    expect(await late.storage.readLibrary()).toEqual({ ok: false, problem: { kind: 'blocked' } })
    held.close()
    expect(await device.openTab().storage.eraseEverything()).toEqual({ ok: true, value: undefined })
  })
})

describe('a database that cannot be had', () => {
  it.each([
    ['SecurityError', 'unavailable'],
    ['InvalidStateError', 'unavailable'], // Firefox in a private window, before version 115
    ['UnknownError', 'unavailable'],
    ['QuotaExceededError', 'disk-full'],
  ])('S9 is a problem, never an empty library: %s', async (name, kind) => {
    const device = aDevice()
    await device.openTab({ sentinelArea: () => undefined }).storage.commit({ articles: [anArticle()] })
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('No.', name)
    })
    const { storage } = device.openTab()
    expect(await storage.readLibrary()).toMatchObject({ ok: false, problem: { kind } })
    expect(await storage.readArticle(HARBOUR_ID)).toMatchObject({ ok: false, problem: { kind } })
    vi.restoreAllMocks()
    expect(await storage.readLibrary()).toMatchObject({ ok: true, value: { articles: [anArticle()] } })
  })

  it('S9 is a problem when a read fails', async () => {
    const { storage } = aDevice().openTab()
    await storage.leaseDevice()
    failEvery('getAll')
    failEvery('getAllKeys')
    const unreadable = { ok: false, problem: { kind: 'damaged', damage: { kind: 'unreadable', expected: null } } }
    expect(await storage.readLibrary()).toMatchObject(unreadable)
    expect(await storage.readArticle(HARBOUR_ID)).toMatchObject(unreadable)
  })

  it('S9 is a problem when the browser has no IndexedDB', async () => {
    vi.stubGlobal('indexedDB', undefined)
    const { storage } = aDevice().openTab()
    expect(await storage.readLibrary()).toMatchObject({ ok: false, problem: { kind: 'unavailable' } })
    expect(await storage.eraseEverything()).toMatchObject({ ok: false, problem: { kind: 'unavailable' } })
    vi.unstubAllGlobals()
  })
})

function failEvery(method: 'getAll' | 'getAllKeys'): void {
  const original = IDBObjectStore.prototype[method] as (...parameters: unknown[]) => IDBRequest
  vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function (
    this: IDBObjectStore,
    ...parameters: unknown[]
  ) {
    const request = original.apply(this, parameters)
    const { _requests } = this.transaction as unknown as { _requests: { operation: () => void }[] }
    _requests.at(-1)!.operation = () => {
      throw new DOMException('A row is damaged.', 'DataError')
    }
    return request
  })
}

function openWithoutLettingGo(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('It did not open.'))
  })
}
