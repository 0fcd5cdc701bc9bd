import { openDB } from 'idb'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { DEFAULT_SETTINGS, type ShelfEntry, type Tally } from '../domain/library.ts'
import { versionHash } from '../domain/version.ts'
import { aDevice, type Device } from '../testing/a-device.ts'
import {
  aMarkVersion,
  anAnnotationVersion,
  anArticle,
  aReviewer,
  aRevision,
  aSessionVersion,
  DEVICE_ID,
  HARBOUR_ID,
  REVIEWER_ID,
} from '../testing/builders.ts'

const OTHER_ID = 'f'.repeat(64)
const AT = '2026-11-20T09:14:02.000Z'
const ENTRY: ShelfEntry = {
  article: HARBOUR_ID,
  name: 'The tunnel',
  added: AT,
  opened: AT,
  binned: false,
  revision: HARBOUR_ID,
}
const TALLY: Tally = {
  article: HARBOUR_ID,
  segments: 5,
  reviewed: 1,
  verdicts: { verified: 0, disputed: 1, unverified: 0 },
}
const MARK = aMarkVersion({ dot: [DEVICE_ID, 2] })

afterEach(() => vi.restoreAllMocks())

describe('a damaged row of the library', () => {
  it.each([
    ['articles', { ...anArticle({ id: OTHER_ID }), edition: 'one' }],
    ['shelf', { ...ENTRY, article: OTHER_ID, name: null }],
    ['tallies', { ...TALLY, article: OTHER_ID, verdicts: {} }],
  ] as const)('S38 is left out, told, and left where it is: %s', async (store, row) => {
    const device = await aLibrary()
    await put(device, store, row)
    const library = await libraryOf(device)
    expect(library.damaged).toEqual([{ store, key: OTHER_ID, detail: expect.any(String) }])
    expect(library).toMatchObject({ articles: [anArticle()], shelf: [ENTRY], tallies: [TALLY] })
    expect(await rowsIn(device, store)).toContainEqual(row)
  })

  it('S38 of the shelf is made up for: the article stands there under its title', async () => {
    const device = await aLibrary()
    await put(device, 'shelf', { article: HARBOUR_ID })
    const { shelf, damaged } = await libraryOf(device)
    expect(shelf).toEqual([{ ...ENTRY, name: anArticle().title }])
    expect(damaged).toHaveLength(1)
  })

  it('S38 of a reviewer is made up for: they stay the same, without a name', async () => {
    const device = await aLibrary()
    await put(device, 'reviewers', { id: REVIEWER_ID })
    const { reviewers } = await libraryOf(device)
    expect(reviewers).toMatchObject([{ id: REVIEWER_ID, edition: 1, name: '' }])
    const stored = await device.openTab().storage.readArticle(HARBOUR_ID)
    expect(stored.ok && stored.value?.reviewers).toEqual(reviewers)
  })

  it('S38 of the settings leaves the other wishes', async () => {
    const device = await aLibrary()
    await put(device, 'settings', { ...DEFAULT_SETTINGS, theme: 'purple', singleKeys: false }, 'settings')
    const library = await libraryOf(device)
    expect(library.settings).toEqual({ ...DEFAULT_SETTINGS, singleKeys: false })
    expect(library.damaged).toMatchObject([{ store: 'settings' }])
    expect(library.isNew).toBe(false)
  })

  it('S38 never makes a library new', async () => {
    const device = aDevice()
    await device.openTab().storage.commit({ settings: {} })
    await put(device, 'settings', 'nothing', 'settings')
    expect((await libraryOf(device)).isNew).toBe(false)
  })

  it('S39 is not one with a field that this program does not know', async () => {
    const device = await aLibrary()
    await put(device, 'shelf', { ...ENTRY, later: 1 })
    await put(device, 'settings', { ...DEFAULT_SETTINGS, later: 1 }, 'settings')
    const library = await libraryOf(device)
    expect(library.damaged).toEqual([])
    expect(library.shelf).toMatchObject([ENTRY])
  })
})

describe('a damaged row of an article', () => {
  it.each<readonly [string, (row: VersionRow) => unknown]>([
    ['is no version', row => ({ ...row, version: undefined })],
    ['is of no known kind', row => ({ ...row, version: { ...row.version, record: 'remark' } })],
    ['has a field that makes no sense', row => ({ ...row, version: { ...row.version, dot: ['x', 0] } })],
    ['is filed under another record', row => ({ ...row, version: { ...row.version, id: REVIEWER_ID } })],
  ])('S38 is left out, told, and left where it is: a version that %s', async (_case, damage) => {
    const device = await aLibrary()
    const broken = damage(versionRow())
    await put(device, 'versions', broken)
    const article = await articleOf(device)
    expect(article).toMatchObject({ versions: [MARK], damaged: [{ store: 'versions' }] })
    expect(await rowsIn(device, 'versions')).toContainEqual(broken)
  })

  it('S38 is told when the browser cannot read it, and the others are there', async () => {
    const device = await aLibrary()
    failReading(versionRow().hash)
    const article = await articleOf(device)
    expect(article.versions).toEqual([MARK])
    expect(article.damaged).toEqual([
      { store: 'versions', key: expect.stringContaining(versionRow().hash), detail: 'DataError: It is damaged.' },
    ])
  })

  it('S38 is told of a text, too', async () => {
    const device = await aLibrary()
    await put(device, 'revisions', { ...aRevision(), content: { type: 'doc' } })
    expect(await articleOf(device)).toMatchObject({ revisions: [], damaged: [{ store: 'revisions' }] })
  })

  it('S38 that says what the article is makes it damaged, and no other', async () => {
    const device = await aLibrary()
    const { storage } = device.openTab()
    await storage.commit({ articles: [anArticle({ id: OTHER_ID })] })
    await put(device, 'articles', { id: HARBOUR_ID })
    const damage = { kind: 'unreadable', expected: null }
    expect(await storage.readArticle(HARBOUR_ID)).toMatchObject({ ok: false, problem: { kind: 'damaged', damage } })
    expect(await storage.readArticle(OTHER_ID)).toMatchObject({ ok: true })
  })

  it('S38 is found again each time, and a version that was sound is not looked at twice', async () => {
    const device = await aLibrary()
    const { storage } = device.openTab()
    await put(device, 'versions', { ...versionRow(), version: { ...versionRow().version, at: 7 } })
    for (let time = 0; time < 2; time += 1) {
      const stored = await storage.readArticle(HARBOUR_ID)
      expect(stored.ok && stored.value?.damaged).toHaveLength(1)
      expect(stored.ok && stored.value?.versions).toEqual([MARK])
    }
  })

  it('S38 of the view is as if nothing were remembered', async () => {
    const device = await aLibrary()
    await put(device, 'viewStates', { article: HARBOUR_ID, segment: 'last' })
    expect(await device.openTab().storage.readViewState(HARBOUR_ID)).toEqual({ ok: true, value: null })
  })
})

describe('a damaged device name', () => {
  it('S38 is not used: how far it had counted is not known', async () => {
    const device = aDevice()
    await device.openTab().storage.readLibrary()
    await put(device, 'devices', { device: DEVICE_ID, count: 'many' })
    const lease = await device.openTab().storage.leaseDevice()
    expect(lease.ok && lease.value.count).toBe(0)
    expect(lease.ok && lease.value.device).not.toBe(DEVICE_ID)
  })
})

type VersionRow = ReturnType<typeof versionRow>

function versionRow() {
  const version = anAnnotationVersion()
  return { article: HARBOUR_ID, id: version.id, hash: versionHash(version), version }
}

async function aLibrary(): Promise<Device> {
  const device = aDevice()
  await device.openTab().storage.commit({
    articles: [anArticle()],
    revisions: [aRevision()],
    reviewers: [aReviewer()],
    shelf: [ENTRY],
    tallies: [TALLY],
    versions: [anAnnotationVersion(), MARK],
    droppedVersions: [aSessionVersion()],
  })
  return device
}

async function put(device: Device, store: string, row: unknown, key?: string): Promise<void> {
  const database = await openDB(device.name)
  await database.put(store, row, key)
  database.close()
}

async function rowsIn(device: Device, store: string): Promise<readonly unknown[]> {
  const database = await openDB(device.name)
  const rows = await database.getAll(store)
  database.close()
  return rows
}

async function libraryOf(device: Device) {
  const library = await device.openTab().storage.readLibrary()
  if (!library.ok) throw new Error('The library cannot be read.')
  return library.value
}

async function articleOf(device: Device) {
  const stored = await device.openTab().storage.readArticle(HARBOUR_ID)
  if (!stored.ok || !stored.value) throw new Error('The article cannot be read.')
  return stored.value
}

/** The browser fails at the row whose key holds this, wherever it meets it. */
function failReading(keyPart: string): void {
  for (const method of ['get', 'getAll'] as const) {
    const original = IDBObjectStore.prototype[method] as (...parameters: unknown[]) => IDBRequest
    vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function (
      this: IDBObjectStore,
      ...parameters: unknown[]
    ) {
      const request = original.apply(this, parameters)
      const isMet = method === 'getAll' ? this.name === 'versions' : JSON.stringify(parameters).includes(keyPart)
      if (isMet) {
        const { _requests } = this.transaction as unknown as { _requests: { operation: () => void }[] }
        _requests.at(-1)!.operation = () => {
          throw new DOMException('It is damaged.', 'DataError')
        }
      }
      return request
    })
  }
}
