import { openDB } from 'idb'
import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS, NO_FILTER, type ShelfEntry, type ViewState } from '../domain/library.ts'
import { versionHash } from '../domain/version.ts'
import { aDevice } from '../testing/a-device.ts'
import {
  aMarkVersion,
  anAnnotationVersion,
  anArticle,
  aReviewer,
  aRevision,
  aUuid,
  HARBOUR_ID,
  OTHER_REVIEWER_ID,
  someRecords,
} from '../testing/builders.ts'

const OTHER_ID = 'f'.repeat(64)
const SHELF_ENTRY: ShelfEntry = {
  article: HARBOUR_ID,
  name: 'The tunnel',
  added: '2026-11-20T09:14:02.000Z',
  opened: '2026-11-20T09:14:02.000Z',
  binned: false,
  revision: HARBOUR_ID,
}

describe('the library', () => {
  it.each([
    ['nothing was ever written', {}, true],
    ['only a reviewer is known', { reviewers: [aReviewer()] }, true],
    ['something is on the shelf', { shelf: [SHELF_ENTRY] }, false],
    ['settings were kept', { settings: DEFAULT_SETTINGS }, false],
  ])('S11 knows whether this device had one: %s', async (_case, changes, isNew) => {
    const { storage } = aDevice().openTab()
    await storage.commit(changes)
    await storage.leaseDevice()
    expect(await storage.readLibrary()).toMatchObject({ ok: true, value: { isNew } })
  })

  it('S11 has the default for a wish that was never stored', async () => {
    const device = aDevice()
    const { storage } = device.openTab()
    await storage.commit({ settings: DEFAULT_SETTINGS })
    const database = await openDB(device.name)
    await database.put('settings', { singleKeys: false }, 'settings') // as a program wrote it that knew no other wish
    database.close()
    const library = await storage.readLibrary()
    expect(library.ok && library.value.settings).toEqual({ ...DEFAULT_SETTINGS, singleKeys: false })
  })
})

describe('an article', () => {
  it('S12 comes with its revisions, all its versions and who wrote them, and nothing of another article', async () => {
    const { storage } = aDevice().openTab()
    const records = someRecords()
    await storage.commit({ ...records, articles: [records.article] })
    await storage.commit({
      articles: [anArticle({ id: OTHER_ID })],
      revisions: [aRevision({ article: OTHER_ID, hash: OTHER_ID })],
      versions: [anAnnotationVersion({ article: OTHER_ID, reviewer: OTHER_REVIEWER_ID })],
      reviewers: [aReviewer({ id: OTHER_REVIEWER_ID }), aReviewer({ id: aUuid(7) })],
    })
    const stored = await storage.readArticle(HARBOUR_ID)
    const byKey = [...records.versions].sort((a, b) => (key(a) < key(b) ? -1 : 1))
    expect(stored).toEqual({ ok: true, value: { ...records, versions: byKey, withheld: [], damaged: [] } })
  })

  it('S12 is null when there is none', async () => {
    const { storage } = aDevice().openTab()
    await storage.commit({ versions: [aMarkVersion()] })
    expect(await storage.readArticle(HARBOUR_ID)).toEqual({ ok: true, value: null })
  })

  it('S13 keeps a text that another article has too', async () => {
    const { storage } = aDevice().openTab()
    const text = aRevision()
    await storage.commit({ articles: [anArticle()], revisions: [text] })
    await storage.commit({ articles: [anArticle({ id: OTHER_ID })], revisions: [{ ...text, article: OTHER_ID }] })
    for (const id of [HARBOUR_ID, OTHER_ID]) {
      const stored = await storage.readArticle(id)
      expect(stored.ok && stored.value?.revisions).toEqual([{ ...text, article: id }])
    }
  })
})

describe('a view state', () => {
  it('S14 is what was last kept for the article, or null', async () => {
    const { storage } = aDevice().openTab()
    expect(await storage.readViewState(HARBOUR_ID)).toEqual({ ok: true, value: null })
    const viewState: ViewState = {
      article: HARBOUR_ID,
      segment: 3,
      topOffset: 40,
      filter: NO_FILTER,
      left: '2026-11-20T09:14:02.000Z',
    }
    await storage.commit({ viewState: { ...viewState, segment: 1 } })
    await storage.commit({ viewState })
    expect(await storage.readViewState(HARBOUR_ID)).toEqual({ ok: true, value: viewState })
    expect(await storage.readViewState(OTHER_ID)).toEqual({ ok: true, value: null })
  })
})

function key(version: Parameters<typeof versionHash>[0]): string {
  return `${version.id} ${versionHash(version)}`
}
