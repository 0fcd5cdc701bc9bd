import { deleteDB, openDB, type IDBPDatabase } from 'idb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { LibraryDamage } from '../domain/library-damage.ts'
import { aDevice, type Device, type Tab } from '../testing/a-device.ts'
import type { Changes } from '../domain/review-storage.ts'
import {
  anAnnotationVersion,
  anArticle,
  aReviewer,
  aRevision,
  HARBOUR_ID,
  theNextVersion,
} from '../testing/builders.ts'
import { rawLinesOf } from '../testing/raw-lines.ts'
import { migrations } from './migrations.ts'

const ROWS = { articles: 1, revisions: 1, versions: 1, originals: 0, withheld: 0 }

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

describe('what is remembered of the library', () => {
  it('S36 follows the commits: the first at once, the others after a second', async () => {
    everyCountTakes(100)
    const device = aDevice()
    const { storage } = device.openTab()
    await storage.commit({ articles: [anArticle()], revisions: [aRevision()] })
    await vi.waitFor(() => expect(markOf(device)).toMatchObject({ sequence: 1, rows: { ...ROWS, versions: 0 } }))
    await storage.commit({ versions: [anAnnotationVersion()] })
    await storage.commit({ reviewers: [aReviewer()] })
    expect(markOf(device)?.sequence).toBe(1)
    await vi.advanceTimersByTimeAsync(1000)
    await vi.waitFor(() => expect(markOf(device)).toMatchObject({ sequence: 3, rows: ROWS }))
  })

  it('S36 comes back when web storage alone was cleared', async () => {
    const device = await aLibrary()
    device.webStorage.clear()
    expect((await device.openTab().storage.readLibrary()).ok).toBe(true)
    expect(markOf(device)).toMatchObject({ rows: ROWS })
  })

  it('S36 is gone when everything was erased, also from another tab that was about to remember', async () => {
    const device = await aLibrary()
    const [mine, other] = [device.openTab(), device.openTab({ channel: undefined })]
    await other.storage.commit({ reviewers: [aReviewer()] })
    await other.storage.commit({ reviewers: [aReviewer({ edition: 2 })] })
    expect((await mine.storage.eraseEverything()).ok).toBe(true)
    await vi.advanceTimersByTimeAsync(5000)
    expect(device.webStorage.size).toBe(0)
    expect(await device.openTab().storage.readLibrary()).toMatchObject({ ok: true, value: { isNew: true } })
  })

  it('S36 is kept when erasing was refused', async () => {
    const device = await aLibrary()
    const webStorages = () => {
      throw new DOMException('No.', 'SecurityError')
    }
    const tab = device.openTab({ webStorages })
    expect((await tab.storage.eraseEverything()).ok).toBe(false)
    await tab.storage.commit({ reviewers: [aReviewer()] })
    await vi.advanceTimersByTimeAsync(1000)
    await vi.waitFor(() => expect(markOf(device)?.sequence).toBe(2))
  })
})

describe('a library that is not what it was', () => {
  it('S37 has vanished: it is not made anew', async () => {
    const device = await aLibrary()
    await withoutItsTabs(device, () => deleteDB(device.name))
    const { storage } = device.openTab()
    const expected = markOf(device)
    expect(await storage.readLibrary()).toEqual(damaged({ kind: 'vanished', expected }))
    expect(await storage.commit({ reviewers: [aReviewer()] })).toEqual(damaged({ kind: 'vanished', expected }))
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(device.name)
    expect(markOf(device)).toEqual(expected)
  })

  it('S89 is unreadable where the browser refused and then knows of no database, though nothing is remembered', async () => {
    const device = aDevice()
    const beforeOpening = vi
      .fn(() => Promise.resolve<string | null>(null))
      .mockResolvedValueOnce('UnknownError: broken')
    const { storage } = device.openTab({ beforeOpening })
    const unreadable = damaged({ kind: 'unreadable', expected: null, detail: 'UnknownError: broken' })
    expect(await storage.readLibrary()).toEqual(unreadable)
    expect(await storage.commit({ reviewers: [aReviewer()] })).toEqual(unreadable)
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(device.name)
    expect((await storage.startAnew()).ok).toBe(true)
    expect(await storage.readLibrary()).toMatchObject({ ok: true, value: { isNew: true } })
  })

  it('S89 is unreadable where the first opening fails and the second finds none, though nothing is remembered', async () => {
    const device = aDevice()
    vi.spyOn(indexedDB, 'open').mockImplementationOnce(() => {
      throw new DOMException('Internal error opening backing store.', 'UnknownError')
    })
    const { storage } = device.openTab()
    const unreadable = damaged({ kind: 'unreadable', expected: null })
    expect(await storage.readLibrary()).toMatchObject(unreadable)
    expect(await storage.commit({ reviewers: [aReviewer()] })).toMatchObject(unreadable)
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(device.name)
  })

  it('S37 has vanished also where it went while the tab was open', async () => {
    const device = await aLibrary()
    const { storage } = device.openTab()
    const databases = databasesOpened()
    await storage.readLibrary()
    databases().forEach(database => database.close())
    await withoutItsTabs(device, () => deleteDB(device.name))
    expect(await storage.readLibrary()).toMatchObject(damaged({ kind: 'vanished' }))
  })

  it('S37 was emptied: another one stands in its place', async () => {
    const device = await aLibrary()
    await tamper(device, async database => {
      for (const store of database.objectStoreNames) await database.clear(store)
    })
    const { storage } = device.openTab()
    const found = {
      articles: 0,
      annotations: 0,
      rows: { articles: 0, revisions: 0, versions: 0, originals: 0, withheld: 0 },
    }
    expect(await storage.readLibrary()).toEqual(damaged({ kind: 'emptied', expected: markOf(device), found }))
    expect(await storage.leaseDevice()).toMatchObject(damaged({ kind: 'emptied' }))
    expect(await storage.commit({ reviewers: [aReviewer()] })).toMatchObject(damaged({ kind: 'emptied' }))
  })

  it('S37 is behind: an earlier state of it stands in its place', async () => {
    const device = await aLibrary()
    const earlier = await tamper(device, database => database.get('meta', 'state'))
    await writeOnce(device)
    await tamper(device, database => database.put('meta', earlier, 'state'))
    expect(await device.openTab().storage.readLibrary()).toMatchObject(damaged({ kind: 'behind' }))
  })

  it('S37 is incomplete: rows are gone', async () => {
    const device = await aLibrary()
    await tamper(device, database => database.clear('versions'))
    expect(await device.openTab().storage.readLibrary()).toMatchObject(damaged({ kind: 'incomplete' }))
  })

  it('S37 is incomplete also where it was written after it was remembered', async () => {
    const device = await aLibrary()
    const remembered = device.webStorage.get(`${device.name}:library`)
    await writeOnce(device)
    device.webStorage.set(`${device.name}:library`, remembered!)
    await tamper(device, database => database.clear('versions'))
    expect(await device.openTab().storage.readLibrary()).toMatchObject(damaged({ kind: 'incomplete' }))
  })

  it.each<[string, Changes]>([
    ['an import was taken back', { droppedVersions: [anAnnotationVersion()] }],
    ['an annotation was erased', { erasures: [theNextVersion(anAnnotationVersion(), { kind: 'erased' })] }],
    ['an erased annotation was taken in', { versions: [theNextVersion(anAnnotationVersion(), { kind: 'erased' })] }],
    ['an article was erased', { droppedArticles: [HARBOUR_ID] }],
  ])('S35 S37 is whole where %s after it was remembered', async (_case, changes) => {
    const device = await aLibrary()
    const remembered = device.webStorage.get(`${device.name}:library`)
    const { storage } = device.openTab()
    const second = theNextVersion(anAnnotationVersion())
    await storage.commit({ versions: [second] })
    await storage.commit({ droppedVersions: [second] })
    expect(await storage.commit(changes)).toMatchObject({ ok: true })
    device.webStorage.set(`${device.name}:library`, remembered!)
    expect(await device.openTab().storage.readLibrary()).toMatchObject({ ok: true })
  })

  it('S37 is unreadable when the row that names it makes no sense', async () => {
    const device = await aLibrary()
    await tamper(device, database => database.put('meta', { database: 7 }, 'state'))
    const { storage } = device.openTab()
    expect(await storage.readLibrary()).toMatchObject(damaged({ kind: 'unreadable', expected: markOf(device) }))
    expect((await rawLinesOf(storage)).map(({ store }) => store)).toContain('articles')
    expect((await storage.acceptAsIs()).ok).toBe(true)
    expect(await storage.readLibrary()).toMatchObject({ ok: true, value: { articles: [anArticle()] } })
  })

  it('S37 is unreadable when a store is missing', async () => {
    const device = await aLibrary()
    await withoutItsTabs(device, () => deleteDB(device.name))
    const database = await openDB(device.name, migrations.length, {
      upgrade: upgraded => void upgraded.createObjectStore('articles', { keyPath: 'id' }).put(anArticle()),
    })
    database.close()
    const { storage } = device.openTab()
    expect(await storage.readLibrary()).toMatchObject(damaged({ kind: 'unreadable', expected: markOf(device) }))
    expect(await rawLinesOf(storage)).toEqual([{ store: 'articles', key: HARBOUR_ID, value: anArticle() }])
    expect(await storage.acceptAsIs()).toMatchObject(damaged({ kind: 'unreadable' }))
    expect((await storage.startAnew()).ok).toBe(true)
  })

  it.each(['UnknownError', 'DataError', 'InvalidStateError'])(
    'S37 is unreadable when it cannot be opened (%s) and something is remembered of it',
    async name => {
      const device = await aLibrary()
      vi.spyOn(indexedDB, 'open').mockImplementation(() => {
        throw new DOMException('No.', name)
      })
      expect(await device.openTab().storage.readLibrary()).toMatchObject(damaged({ kind: 'unreadable' }))
      vi.restoreAllMocks()
      expect((await device.openTab().storage.readLibrary()).ok).toBe(true)
    },
  )

  it('S37 is noticed when it was opened again', async () => {
    const device = await aLibrary()
    const { storage } = device.openTab()
    const databases = databasesOpened()
    await storage.readLibrary()
    await tamper(device, database => database.clear('versions'))
    databases()[0]!.close()
    expect(await storage.readLibrary()).toMatchObject(damaged({ kind: 'incomplete' }))
  })

  it('S37 is not one that another tab is just writing', async () => {
    const device = await aLibrary()
    const writer = device.openTab()
    const written = Promise.all(
      Array.from({ length: 20 }, (_, count) =>
        writer.storage.commit({ reviewers: [aReviewer({ edition: count + 1 })] }),
      ),
    )
    const readers = Array.from({ length: 5 }, () => device.openTab().storage.readLibrary())
    expect((await Promise.all(readers)).every(({ ok }) => ok)).toBe(true)
    await written
  })
})

describe('starting anew', () => {
  it('S33 deletes a damaged database; the next thing that is asked finds an empty library', async () => {
    const device = await aLibrary()
    await tamper(device, database => database.clear('versions'))
    const { storage } = device.openTab()
    expect((await storage.readLibrary()).ok).toBe(false)
    expect(await storage.startAnew()).toEqual({ ok: true, value: undefined })
    expect(device.webStorage.size).toBe(0)
    expect(await storage.readLibrary()).toMatchObject({ ok: true, value: { isNew: true, articles: [] } })
    expect((await storage.commit({ articles: [anArticle()] })).ok).toBe(true)
    await vi.waitFor(() => expect(markOf(device)?.sequence).toBe(1))
  })

  it('S33 makes way for an empty library where the database has vanished', async () => {
    const device = await aLibrary()
    await withoutItsTabs(device, () => deleteDB(device.name))
    const { storage } = device.openTab()
    expect((await storage.readLibrary()).ok).toBe(false)
    expect((await storage.startAnew()).ok).toBe(true)
    expect(await storage.readLibrary()).toMatchObject({ ok: true, value: { isNew: true } })
  })

  it('S33 leaves alone what is whole again, as when another tab has seen to it', async () => {
    const device = await aLibrary()
    expect((await device.openTab().storage.startAnew()).ok).toBe(true)
    expect(await device.openTab().storage.readLibrary()).toMatchObject({ ok: true, value: { articles: [anArticle()] } })
  })

  it('S33 is refused for a newer database', async () => {
    const device = await aLibrary()
    const newer = await openDB(device.name, migrations.length + 1)
    newer.close()
    const { storage } = device.openTab()
    expect(await storage.startAnew()).toEqual({ ok: false, problem: { kind: 'newer-database' } })
    expect((await rawLinesOf(storage)).length).toBeGreaterThan(0)
  })
})

describe('taking a library as it is', () => {
  it.each(['incomplete', 'behind', 'emptied'])('S34 makes it the library that is expected: %s', async kind => {
    const device = await aLibrary()
    const earlier = await tamper(device, database => database.get('meta', 'state'))
    await writeOnce(device)
    await tamper(device, async database => {
      await database.clear('versions')
      if (kind === 'behind') await database.put('meta', earlier, 'state')
      if (kind === 'emptied') await database.delete('meta', 'state')
    })
    const { storage } = device.openTab()
    expect(await storage.readLibrary()).toMatchObject(damaged({ kind: kind as 'behind' }))
    expect((await storage.acceptAsIs()).ok).toBe(true)
    expect(await storage.readLibrary()).toMatchObject({ ok: true, value: { articles: [anArticle()] } })
    expect(markOf(device)?.rows).toEqual({ ...ROWS, versions: 0 })
    expect((await device.openTab().storage.readLibrary()).ok).toBe(true)
  })

  it('S34 never goes back in the count of its writes', async () => {
    const device = await aLibrary()
    const earlier = await tamper(device, database => database.get('meta', 'state'))
    for (let count = 0; count < 3; count += 1) await writeOnce(device)
    const before = markOf(device)!
    await tamper(device, database => database.put('meta', earlier, 'state'))
    await device.openTab().storage.acceptAsIs()
    expect(markOf(device)).toMatchObject({ database: before.database, sequence: before.sequence + 1 })
  })

  it('S34 uses no device name again that wrote before', async () => {
    const device = await aLibrary()
    const before = device.openTab()
    const name = await deviceOf(before)
    await before.storage.commit({ versions: [anAnnotationVersion({ dot: [name, 2] })] })
    before.close()
    const tab = device.openTab()
    expect(await deviceOf(tab)).toBe(name)
    expect((await tab.storage.acceptAsIs()).ok).toBe(true)
    expect(await deviceOf(tab)).not.toBe(name)
    expect(await deviceOf(device.openTab())).not.toBe(name)
  })

  it('S34 makes none where there is none', async () => {
    const device = await aLibrary()
    await withoutItsTabs(device, () => deleteDB(device.name))
    expect(await device.openTab().storage.acceptAsIs()).toMatchObject(damaged({ kind: 'vanished' }))
    expect(await device.openTab().storage.readLibrary()).toMatchObject(damaged({ kind: 'vanished' }))
  })
})

/** A device with a library that is remembered, and no open tab that has more to remember. */
async function aLibrary(): Promise<Device> {
  const device = aDevice()
  const { storage } = device.openTab()
  await storage.commit({ articles: [anArticle()], revisions: [aRevision()], versions: [anAnnotationVersion()] })
  await vi.waitFor(() => expect(markOf(device)).toMatchObject({ rows: ROWS }))
  return device
}

async function writeOnce(device: Device): Promise<void> {
  const before = markOf(device)!
  await device.openTab().storage.commit({ reviewers: [aReviewer()] })
  await vi.waitFor(() => expect(markOf(device)!.sequence).toBeGreaterThan(before.sequence))
}

async function deviceOf({ storage }: Tab): Promise<string> {
  const lease = await storage.leaseDevice()
  if (!lease.ok) throw new Error('No device was leased.')
  return lease.value.device
}

function markOf({ name, webStorage }: Device) {
  const text = webStorage.get(`${name}:library`)
  return text === undefined ? null : JSON.parse(text)
}

function damaged(damage: Partial<LibraryDamage>) {
  return { ok: false, problem: { kind: 'damaged', damage } }
}

/** As somebody else does it: the tabs that were open take it for erased on purpose, so what they forget is put back. */
async function withoutItsTabs(device: Device, work: () => Promise<void>): Promise<void> {
  const remembered = [...device.webStorage]
  await work()
  for (const [key, text] of remembered) device.webStorage.set(key, text)
}

async function tamper<T>(device: Device, work: (database: IDBPDatabase) => Promise<T>): Promise<T> {
  const database = await openDB(device.name)
  const answer = await work(database)
  database.close()
  return answer
}

function databasesOpened(): () => readonly IDBDatabase[] {
  const original = IDBDatabase.prototype.transaction
  const databases: IDBDatabase[] = []
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...parameters) {
    databases.push(this)
    return original.apply(this, parameters)
  })
  return () => databases
}

/** In ms, by a clock that nothing else moves. */
function everyCountTakes(duration: number): void {
  let now = 0
  vi.spyOn(performance, 'now').mockImplementation(() => (now += duration))
}
