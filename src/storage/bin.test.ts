import fc from 'fast-check'
import { openDB } from 'idb'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Result } from '../domain/result.ts'
import type { ReviewStorage } from '../domain/review-storage.ts'
import { supersedes, versionHash, type AnnotationVersion, type Version } from '../domain/version.ts'
import { aDevice } from '../testing/a-device.ts'
import {
  aMarkVersion,
  anAnnotationVersion,
  anArticle,
  aRevision,
  aSessionVersion,
  aUuid,
  DEVICE_ID,
  HARBOUR_ID,
  OTHER_DEVICE_ID,
  someRecords,
  theNextVersion,
} from '../testing/builders.ts'

const OTHER_ID = 'f'.repeat(64)

afterEach(() => void vi.restoreAllMocks())

describe('what was deleted', () => {
  it('U57 is every annotation that shows as deleted, of every article, with all its versions', async () => {
    const { storage } = aDevice().openTab()
    const gone = aHistory(1, 'deleted')
    const elsewhere = aHistory(2, 'deleted', OTHER_ID)
    const back = aHistory(3, 'deleted', HARBOUR_ID)
    const restored = theNextVersion(back, { rationale: 'Again' })
    const goneTwice = aHistory(4, 'deleted')
    const again = theNextVersion(goneTwice, { rationale: 'Again' })
    const goneAgain = theNextVersion([...goneTwice, again], { kind: 'deleted' })
    const edited = aHistory(5, 'deleted')
    const beside = theNextVersion(edited[0]!, { dot: [OTHER_DEVICE_ID, 1], rationale: 'Beside the deletion' })
    await storage.commit({
      versions: [
        ...[...gone, ...elsewhere, ...back, restored, ...goneTwice, again, goneAgain, ...edited, beside],
        ...aHistory(6, 'erased'),
        anAnnotationVersion({ id: aUuid(7) }),
        aMarkVersion(),
        { ...stampOf(aMarkVersion()), record: 'mark', kind: 'deleted', dot: [DEVICE_ID, 900] },
      ],
    })
    const removed = valueOf(await storage.readRemoved())
    expect(hashes(removed)).toEqual(hashes([...gone, ...elsewhere, ...goneTwice, again, goneAgain]))
  })

  it('U57 is found by the deletions alone: what is kept is not read', async () => {
    const { storage } = aDevice().openTab()
    const kept = Array.from({ length: 200 }, (_, index) => anAnnotationVersion({ id: aUuid(100 + index) }))
    await storage.commit({ versions: [...kept, ...aHistory(1, 'deleted'), ...aHistory(2, 'deleted')] })
    const getAll = vi.spyOn(IDBObjectStore.prototype, 'getAll')
    const rows = vi.spyOn(IDBObjectStore.prototype, 'get')
    expect(valueOf(await storage.readRemoved())).toHaveLength(4)
    // What is remembered of the library follows the commit in its own time, from other stores.
    const ofVersions = (stores: readonly unknown[]) =>
      stores.filter(store => (store as IDBObjectStore).name === 'versions')
    expect(ofVersions(getAll.mock.contexts)).toHaveLength(2)
    expect(ofVersions(rows.mock.contexts)).toHaveLength(0)
  })

  it('U57 is a problem when it cannot be read, never an empty bin', async () => {
    const { storage } = aDevice().openTab()
    await storage.commit({ versions: aHistory(1, 'deleted') })
    vi.spyOn(IDBIndex.prototype, 'getAllKeys').mockImplementation(() => {
      throw new DOMException('gone', 'NotReadableError')
    })
    expect(await storage.readRemoved()).toMatchObject({ ok: false, problem: { kind: 'failed' } })
  })
})

describe('erasing an annotation', () => {
  it('U59 drops all its versions, and whatever of it comes later', async () => {
    const { storage } = aDevice().openTab()
    const history = aHistory(1, 'deleted')
    const other = aHistory(2, 'deleted')
    const erased = theNextVersion(history, { kind: 'erased' })
    await storage.commit({ ...anArticleToRead(), versions: [...history, ...other] })
    await storage.commit({ erasures: [erased] })
    await storage.commit({ versions: history })
    expect(hashes(await versionsIn(storage))).toEqual(hashes([erased, ...other]))
    expect(hashes(valueOf(await storage.readRemoved()))).toEqual(hashes(other))
  })

  it('U59 leaves what another tab has written of it since, and erases the rest', async () => {
    const device = aDevice()
    const [mine, other] = [device.openTab().storage, device.openTab().storage]
    const [brought, gone] = [aHistory(1, 'deleted'), aHistory(2, 'deleted')]
    await mine.commit({ ...anArticleToRead(), versions: [...brought, ...gone] })
    const back = theNextVersion(brought, { dot: [OTHER_DEVICE_ID, 1], rationale: 'Brought back' })
    await other.commit({ versions: [back] })
    const erasures = [theNextVersion(brought, { kind: 'erased' }), theNextVersion(gone, { kind: 'erased' })]
    await mine.commit({ erasures })
    expect(hashes(await versionsIn(mine))).toEqual(hashes([...brought, back, erasures[1]!]))
  })

  it('U59 writes nothing for what is not here', async () => {
    const { storage } = aDevice().openTab()
    await storage.commit({
      ...anArticleToRead(),
      erasures: [theNextVersion(aHistory(1, 'deleted'), { kind: 'erased' })],
    })
    expect(await versionsIn(storage)).toEqual([])
  })

  it('U59 raises the count of its device, so that no count is given twice', async () => {
    const { storage } = aDevice().openTab()
    const lease = valueOf(await storage.leaseDevice())
    const history = aHistory(1, 'deleted')
    await storage.commit({ versions: history })
    await storage.commit({ erasures: [theNextVersion(history, { kind: 'erased', dot: [lease.device, 7] })] })
    expect(valueOf(await storage.leaseDevice()).count).toBe(7)
  })
})

describe('dropping an article', () => {
  it('U59 takes every row of it, and none of another', async () => {
    const device = aDevice()
    const { storage } = device.openTab()
    await fill(storage, HARBOUR_ID, true)
    await fill(storage, OTHER_ID, true)
    await storage.commit({ droppedArticles: [HARBOUR_ID] })
    const rows = await rowsOf(device.name)
    for (const [store, text] of rows) expect(text, store).not.toContain(HARBOUR_ID)
    for (const store of ['articles', 'revisions', 'shelf', 'versions', 'tallies', 'viewStates']) {
      expect(rows.get(store), store).toContain(OTHER_ID)
    }
    expect(rows.get('reviewers')).not.toBe('[]')
  })

  it('U59 leaves one that is in use, and takes what is left of one that is on no shelf', async () => {
    const device = aDevice()
    const { storage } = device.openTab()
    await fill(storage, HARBOUR_ID, false)
    await storage.commit({ versions: [anAnnotationVersion({ article: OTHER_ID })] })
    await storage.commit({ droppedArticles: [HARBOUR_ID, OTHER_ID] })
    expect(await storage.readArticle(HARBOUR_ID)).toMatchObject({ ok: true, value: { article: { id: HARBOUR_ID } } })
    expect((await rowsOf(device.name)).get('versions')).not.toContain(OTHER_ID)
  })

  it('U59 is told to the other tabs, together with what was erased', async () => {
    const device = aDevice()
    const { storage } = device.openTab()
    const other = device.openTab()
    await fill(storage, HARBOUR_ID, true)
    const history = aHistory(9, 'deleted', OTHER_ID)
    await storage.commit({ versions: history })
    await storage.commit({ droppedArticles: [HARBOUR_ID], erasures: [theNextVersion(history, { kind: 'erased' })] })
    const told = other.heard.at(-1) as { articles: string[]; records: string[] }
    expect(new Set(told.articles)).toEqual(new Set([HARBOUR_ID, OTHER_ID]))
    expect(told.records).toEqual([aUuid(9)])
  })

  it('U59 is all or nothing, together with what is erased', async () => {
    const device = aDevice()
    const { storage } = device.openTab()
    await fill(storage, HARBOUR_ID, true)
    const history = aHistory(9, 'deleted', OTHER_ID)
    await storage.commit({ versions: history })
    const before = await rowsOf(device.name)
    for (let call = 0; call < 6; call += 1) {
      let calls = 0
      const original = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'delete')!
        .value as IDBObjectStore['delete']
      vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(function (this: IDBObjectStore, key) {
        if (calls++ === call) throw new DOMException('full', 'QuotaExceededError')
        return original.call(this, key)
      })
      const erasures = [theNextVersion(history, { kind: 'erased' })]
      expect(await storage.commit({ droppedArticles: [HARBOUR_ID], erasures })).toMatchObject({ ok: false })
      vi.restoreAllMocks()
      const after = await rowsOf(device.name)
      for (const [store, text] of before) if (store !== 'meta') expect(after.get(store), `${store}, ${call}`).toBe(text)
    }
  })
})

describe('what is remembered of the library', () => {
  it('S31 S35 U59 takes an emptied bin for no damage, also where it lags behind', async () => {
    const device = aDevice()
    const { storage } = device.openTab()
    await fill(storage, HARBOUR_ID, true)
    const history = aHistory(9, 'deleted', OTHER_ID)
    await storage.commit({ versions: history })
    const before = valueOf(await device.openTab().storage.readFacts())
    const lagging = new Map(device.webStorage)
    await storage.commit({ droppedArticles: [HARBOUR_ID], erasures: [theNextVersion(history, { kind: 'erased' })] })
    // Opening remembers what is there now.
    const after = valueOf(await device.openTab().storage.readFacts())
    expect(after).toMatchObject({ rows: { articles: 0, revisions: 0, versions: 1 } })
    expect(after.state?.sequence).toBe(before.state!.sequence + 1)
    expect((await device.openTab().storage.readLibrary()).ok).toBe(true)
    for (const [key, text] of lagging) device.webStorage.set(key, text)
    expect(lagging.size).toBe(1)
    expect((await device.openTab().storage.readLibrary()).ok).toBe(true)
  })
})

describe('tabs that delete, restore and erase at the same time', () => {
  it('U59 lose nothing that its eraser had not seen, whatever the order', async () => {
    const steps = fc.array(
      fc.record({ tab: fc.nat(2), record: fc.nat(2), what: fc.constantFrom('edit', 'delete', 'erase', 'look') }),
      { minLength: 1, maxLength: 16 },
    )
    await fc.assert(
      fc.asyncProperty(steps, async all => {
        const device = aDevice()
        const tabs = [0, 1, 2].map(() => device.openTab().storage)
        const first = [0, 1, 2].map(record => anAnnotationVersion({ id: aUuid(record), dot: [DEVICE_ID, record + 1] }))
        await tabs[0]!.commit({ ...anArticleToRead(), versions: first })
        const known = tabs.map(() => first.map(version => [version] as AnnotationVersion[]))
        const done: AnnotationVersion[] = [...first] // in the order in which it was done
        let count = 0
        for (const { tab, record, what } of all) {
          const mine = known[tab]![record]!
          const storage = tabs[tab]!
          if (what === 'look') {
            const stored = await versionsIn(storage)
            known[tab] = first.map(({ id }) => stored.filter(one => one.id === id) as AnnotationVersion[])
            continue
          }
          if (mine.length === 0 || mine.some(({ kind }) => kind === 'erased')) continue
          const kind = what === 'edit' ? 'content' : what === 'delete' ? 'deleted' : 'erased'
          const next = theNextVersion(mine, { kind, dot: [aUuid(0xd10 + tab), (count += 1)] })
          await storage.commit(kind === 'erased' ? { erasures: [next] } : { versions: [next] })
          mine.push(next)
          done.push(next)
        }
        const stored = await versionsIn(tabs[0]!)
        const isStored = new Set(hashes(stored))
        for (const { id } of first) {
          const ofRecord = done.filter(one => one.id === id)
          const erasure = ofRecord.findIndex(one => one.kind === 'erased' && isStored.has(versionHash(one)))
          const kept = ofRecord.filter(one => isStored.has(versionHash(one)))
          if (erasure < 0) expect(kept).toEqual(ofRecord.filter(({ kind }) => kind !== 'erased'))
          else expect(kept).toEqual([ofRecord[erasure]])
          const unseen = ofRecord.slice(0, Math.max(0, erasure)).filter(({ kind }) => kind !== 'erased')
          for (const version of unseen) expect(supersedes(ofRecord[erasure]!, version)).toBe(true)
        }
      }),
      { numRuns: 40 },
    )
  })
})

/** An annotation and its removal. */
function aHistory(record: number, end: 'deleted' | 'erased', article = HARBOUR_ID): AnnotationVersion[] {
  const first = anAnnotationVersion({ id: aUuid(record), article, dot: [DEVICE_ID, record * 10] })
  return [first, theNextVersion(first, { kind: end })]
}

function stampOf({ id, article, reviewer, seen, at }: Version) {
  return { id, article, reviewer, seen, at }
}

function anArticleToRead() {
  return { articles: [anArticle()], revisions: [aRevision()] }
}

/** An article with a row in every store. */
async function fill(storage: ReviewStorage, article: string, binned: boolean): Promise<void> {
  const at = '2026-11-20T09:14:02.000Z'
  const { reviewers } = someRecords()
  await storage.commit({
    articles: [anArticle({ id: article })],
    revisions: [aRevision({ article, hash: article })],
    shelf: [{ article, name: 'The tunnel', added: at, opened: at, binned, revision: HARBOUR_ID.replace(/./g, '0') }],
    versions: [
      anAnnotationVersion({ article, revision: '0'.repeat(64) }),
      aSessionVersion({ article }),
      aMarkVersion({ article, revision: '0'.repeat(64) }),
    ],
    reviewers,
    tallies: [{ article, segments: 4, reviewed: 1, verdicts: { verified: 1, disputed: 0, unverified: 0 } }],
    viewState: {
      article,
      segment: 1,
      topOffset: 0,
      filter: { verdicts: [], reviewers: [], tags: [], words: '' },
      left: at,
    },
  })
}

/** Each store's rows as text. */
async function rowsOf(name: string): Promise<ReadonlyMap<string, string>> {
  const database = await openDB(name)
  const rows = new Map<string, string>()
  for (const store of database.objectStoreNames) rows.set(store, JSON.stringify(await database.getAll(store)))
  database.close()
  return rows
}

async function versionsIn(storage: ReviewStorage): Promise<readonly Version[]> {
  return valueOf(await storage.readArticle(HARBOUR_ID))?.versions ?? []
}

function hashes(versions: readonly Version[]): readonly string[] {
  return versions.map(versionHash).sort()
}

function valueOf<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error('It could not be read.')
  return result.value
}
