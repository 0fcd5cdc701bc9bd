import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Backup, BackupContents } from '../../domain/backup.ts'
import type { BackUpOptions } from '../../domain/backup-storage.ts'
import { DEFAULT_SETTINGS } from '../../domain/library.ts'
import type { RestorePlan } from '../../domain/restore.ts'
import type { Changes } from '../../domain/review-storage.ts'
import { versionHash } from '../../domain/version.ts'
import { aDevice, NOON, type Device, type Tab } from '../../testing/a-device.ts'
import { aFolder } from '../../testing/a-folder.ts'
import { anOrigin, aShelfEntry, aSink, aTally, aViewState, someContents } from '../../testing/backups.ts'
import {
  aContent,
  anAnnotationVersion,
  anArticle,
  aReviewer,
  aRevision,
  aUuid,
  DEVICE_ID,
  HARBOUR_ID,
  OTHER_REVIEWER_ID,
  theNextVersion,
} from '../../testing/builders.ts'

const MERGE: RestorePlan = { mode: 'merge', source: 'file', tallies: [] }
const REPLACE: RestorePlan = { mode: 'replace', source: 'file', tallies: [] }
const PLAIN: BackUpOptions = { passphrase: null, unsaved: [] }
const OTHER = aRevision({ content: aContent('Ferry runs again', ['The ferry runs again since Monday.']) })

afterEach(() => vi.restoreAllMocks())

describe('backing up', () => {
  it('S50 into an empty library and back again is the same library', async () => {
    const first = await aFilledTab()
    const second = anEmptyTab()
    await restored(second, await backupOf(first), REPLACE)
    expect(contentsOf(await backupOf(second.again()))).toEqual(contentsOf(await backupOf(first)))
  })

  it('S57 says when there is nothing, and gives up the sink', async () => {
    const sink = aSink()
    const { storage } = aDevice().openTab()
    expect(await storage.backups.backUp(sink.stream, PLAIN)).toEqual({ ok: false, problem: { kind: 'nothing-there' } })
    expect(sink.isAborted()).toBe(true)
  })

  const faults = [
    { error: new DOMException('full', 'QuotaExceededError'), problem: { kind: 'no-room' } },
    { error: new DOMException('no', 'NotAllowedError'), problem: { kind: 'not-allowed' } },
    { error: new Error('the stick is gone'), problem: { kind: 'not-written', detail: 'Error: the stick is gone' } },
  ]
  it.each(faults)('S57 says why it was not written: $problem.kind', async ({ error, problem }) => {
    const { storage } = await aFilledTab()
    expect(await storage.backups.backUp(aSink(error).stream, PLAIN)).toEqual({ ok: false, problem })
    expect(await storage.readFacts()).toMatchObject({ ok: true, value: { backup: null } })
  })

  it('S57 says when the library cannot be read, and gives up the sink', async () => {
    const { storage } = await aFilledTab()
    const sink = aSink()
    vi.spyOn(IDBObjectStore.prototype, 'getAllKeys').mockImplementation(() => {
      throw new DOMException('broken', 'DataError')
    })
    const outcome = await storage.backups.backUp(sink.stream, PLAIN)
    expect(outcome).toMatchObject({ ok: false, problem: { kind: 'storage', problem: { kind: 'damaged' } } })
    expect(sink.isAborted()).toBe(true)
  })

  it('S58 is remembered, with what was written since', async () => {
    const tab = await aFilledTab()
    await backupOf(tab)
    const facts = await factsOf(tab)
    expect(facts.backup).toEqual({ at: new Date(NOON).toISOString(), sequence: facts.state?.sequence, versions: 3 })
    await tab.storage.commit({ versions: [theNextVersion(anAnnotationVersion())] })
    expect((await factsOf(tab)).backup).toEqual(facts.backup)
  })

  it('S59 holds what this tab could not save, and not what that takes away', async () => {
    const tab = await aFilledTab()
    const [first, ...kept] = someContents().versions
    const unsaved: readonly Changes[] = [
      { versions: [theNextVersion(anAnnotationVersion())], droppedVersions: [first!] },
      { settings: { theme: 'light' }, reviewers: [aReviewer({ edition: 2, name: 'R. O.' })] },
    ]
    const { contents } = await backupOf(tab, { ...PLAIN, unsaved })
    expect(hashes(contents)).toEqual(hashes({ ...contents, versions: [...kept, ...unsaved[0]!.versions!] }))
    expect(contents.settings.at(-1)).toEqual({ ...someContents().settings[0], theme: 'light' })
    expect(contents.reviewers.at(-1)?.name).toBe('R. O.')
  })

  it('S58 holds what its versions name, also when that comes in meanwhile', async () => {
    const device = aDevice()
    const tab = await aFilledTab(device)
    const other = device.openTab()
    await other.storage.readLibrary() // it is open, so that its commit comes at once
    const sink = aSink()
    const getAllKeys = IDBObjectStore.prototype.getAllKeys
    let late: Promise<unknown> | undefined
    vi.spyOn(IDBObjectStore.prototype, 'getAllKeys').mockImplementation(function (this: IDBObjectStore, ...range) {
      // A backup asks for so many at once; the articles have been read by now.
      if (this.name === 'tallies' && range.length === 2) late ??= other.storage.commit(theOtherArticle())
      return getAllKeys.apply(this, range)
    })
    expect((await tab.storage.backups.backUp(sink.stream, PLAIN)).ok).toBe(true)
    await late
    vi.restoreAllMocks()
    const { contents } = await read(tab, sink.file())
    expect(contents.versions.some(({ article }) => article === OTHER.hash)).toBe(true)
    expect(contents.articles.some(({ id }) => id === OTHER.hash)).toBe(true)
    expect(contents.revisions.some(({ hash }) => hash === OTHER.hash)).toBe(true)
  })
})

describe('restoring', () => {
  it('S60 previews what is new and what is here, and writes nothing', async () => {
    const tab = await aFilledTab()
    const backup = await backupOf(await aFilledTab(aDevice(), { ...someContents(), ...withOther(someContents()) }))
    const before = await factsOf(tab)
    const preview = await tab.storage.backups.previewRestore(backup)
    expect(preview).toMatchObject({
      ok: true,
      value: {
        ...{ articles: 2, annotations: 2, versions: 4, newVersions: 1, skipped: 0 },
        here: { articles: 1, annotations: 1 },
        onlyHere: { articles: 0, versions: 0 },
      },
    })
    expect(preview.ok && preview.value.list).toMatchObject([
      { name: 'Ferry runs again', isNew: true, annotations: 1, newAnnotations: 1, newVersions: 1 },
      { name: 'Harbour tunnel reopens', isNew: false, annotations: 1, newAnnotations: 0, newVersions: 0 },
    ])
    expect(await factsOf(tab)).toEqual(before)
  })

  it('S60 previews what replacing would take away', async () => {
    const tab = await aFilledTab(aDevice(), { ...someContents(), ...withOther(someContents()) })
    const backup = await backupOf(await aFilledTab())
    expect(await tab.storage.backups.previewRestore(backup)).toMatchObject({
      ok: true,
      value: { newVersions: 0, onlyHere: { articles: 1, versions: 1 } },
    })
  })

  it('S61 merges: versions are united, and what an emptied bin took away stays away', async () => {
    const first = anAnnotationVersion()
    const mine = theNextVersion(first, { rationale: 'mine', dot: [DEVICE_ID, 5] })
    const theirs = theNextVersion(first, { rationale: 'theirs', dot: [aUuid(0xd9), 1] })
    const gone = anAnnotationVersion({ id: aUuid(0xc9), dot: [DEVICE_ID, 6] })
    const erased = theNextVersion(gone, { kind: 'erased', dot: [DEVICE_ID, 7] })
    const tab = await aFilledTab(aDevice(), someContents({ versions: [first, mine, erased] }))
    await restored(tab, await backupOf(await aFilledTab(aDevice(), someContents({ versions: [first, theirs, gone] }))))
    const article = await tab.again().storage.readArticle(HARBOUR_ID)
    expect(article.ok && new Set(article.value?.versions.map(versionHash))).toEqual(
      new Set([first, mine, theirs, erased].map(versionHash)),
    )
  })

  it('S61 M26 leaves out, when merging, what is signed with another name than here, and says so before', async () => {
    const mine = anAnnotationVersion()
    const forged = theNextVersion(mine, { reviewer: OTHER_REVIEWER_ID, rationale: 'forged', dot: [aUuid(0xd9), 1] })
    const fresh = anAnnotationVersion({ id: aUuid(0xc9), reviewer: OTHER_REVIEWER_ID, dot: [aUuid(0xd9), 2] })
    const tab = await aFilledTab(aDevice(), someContents({ versions: [mine] }))
    const theirs = backup(someContents({ versions: [mine, forged, fresh] }))
    expect(await tab.storage.backups.previewRestore(theirs)).toMatchObject({
      ok: true,
      value: { foreign: 1, newVersions: 1, onlyHere: { versions: 0 } },
    })
    await restored(tab, theirs)
    const article = await tab.again().storage.readArticle(HARBOUR_ID)
    expect(article.ok && new Set(article.value?.versions.map(versionHash))).toEqual(
      new Set([mine, fresh].map(versionHash)),
    )
  })

  it('S61 merges: shelf, places and wishes stay as they are here', async () => {
    const mine = someContents({ shelf: [aShelfEntry({ name: 'My name', binned: true })] })
    const tab = await aFilledTab(aDevice(), mine)
    const theirs = someContents({
      settings: [{ ...DEFAULT_SETTINGS, reviewer: OTHER_REVIEWER_ID }],
      viewStates: [aViewState({ segment: 4 })],
      tallies: [aTally({ reviewed: 5 })],
    })
    await restored(tab, backup(theirs), { ...MERGE, tallies: [aTally({ reviewed: 3 })] })
    const { contents } = await backupOf(tab.again())
    expect(contents.shelf).toEqual(mine.shelf)
    expect(contents.viewStates).toEqual(mine.viewStates)
    expect(contents.settings).toEqual(mine.settings)
    expect(contents.tallies).toEqual([aTally({ reviewed: 3 })])
  })

  it('S61 merges: who has not reviewed here yet goes on as the reviewer of the backup', async () => {
    const tab = anEmptyTab()
    await tab.storage.commit({ settings: { theme: 'light' } })
    await restored(tab, backup(someContents()))
    const library = await tab.again().storage.readLibrary()
    const expected = { ...DEFAULT_SETTINGS, theme: 'light', reviewer: aReviewer().id }
    expect(library.ok && library.value.settings).toEqual(expected)
  })

  it('S61 replaces: the library becomes what the backup holds', async () => {
    const other = withOther(someContents({ versions: [] }))
    const tab = await aFilledTab(aDevice(), someContents(other))
    await restored(tab, backup(someContents()), REPLACE)
    expect(contentsOf(await backupOf(tab.again()))).toEqual(contentsOf(backup(someContents())))
  })

  it('S61 opens every article that has a text, also where its place on the shelf was lost', async () => {
    const broken = someContents({ shelf: [aShelfEntry({ article: aUuid(1) })], revisions: [aRevision()] })
    const tab = anEmptyTab()
    await restored(tab, backup(broken), REPLACE)
    const library = await tab.again().storage.readLibrary()
    expect(library.ok && library.value.shelf).toMatchObject([{ article: HARBOUR_ID, name: anArticle().title }])
  })

  it.each(['merge', 'replace'] as const)('S62 is all or nothing: %s', async mode => {
    const tab = await aFilledTab()
    const { contents } = await backupOf(tab)
    const incoming = backup({ ...someContents(), ...withOther(someContents()) })
    for (const nth of [1, 3, 5]) {
      const puts = abortAfterPut(nth)
      const outcome = await tab.storage.backups.restore(incoming, { ...MERGE, mode })
      expect(outcome, `put ${nth}`).toMatchObject({ ok: false, problem: { kind: 'storage' } })
      expect(puts()).toBeGreaterThanOrEqual(nth)
      vi.restoreAllMocks()
      expect((await backupOf(tab)).contents).toEqual(contents)
    }
    expect((await tab.storage.commit({ settings: { theme: 'light' } })).ok).toBe(true)
  })

  it('S62 is one transaction', async () => {
    const tab = await aFilledTab()
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction')
    await restored(tab, backup(someContents()))
    const writes = transaction.mock.calls.filter(([, mode]) => mode === 'readwrite')
    expect(writes).toHaveLength(1)
    expect(writes[0]?.[2]).toEqual({ durability: 'strict' })
  })

  it('S63 goes on under a new device name, and no open tab writes any more', async () => {
    const device = aDevice()
    const tab = await aFilledTab(device)
    const before = await tab.storage.leaseDevice()
    await tab.storage.commit({ versions: [anAnnotationVersion({ id: aUuid(7), dot: [nameIn(before), 1] })] })
    const onErasedElsewhere = vi.fn()
    const other = device.openTab({ onErasedElsewhere })
    await other.storage.readLibrary()

    await restored(tab, backup(someContents()))
    expect(onErasedElsewhere).toHaveBeenCalledOnce()
    for (const { storage } of [tab, other]) {
      expect((await storage.commit({ settings: { theme: 'light' } })).ok).toBe(false)
    }
    tab.close()
    other.close()
    const after = await device.openTab().storage.leaseDevice()
    expect(nameIn(after)).not.toBe(nameIn(before))
    expect(after).toMatchObject({ value: { count: 0 } })
  })

  it('S61 a file that replaces the library counts as its backup, a snapshot or a part does not', async () => {
    const cases = [
      { plan: REPLACE, skipped: 0, isMarked: true },
      { plan: { ...REPLACE, source: 'snapshot' } as const, skipped: 0, isMarked: false },
      { plan: REPLACE, skipped: 1, isMarked: false },
      { plan: MERGE, skipped: 0, isMarked: false },
    ]
    for (const { plan, skipped, isMarked } of cases) {
      const tab = await aFilledTab()
      await restored(tab, { ...backup(someContents()), skipped }, plan)
      const { backup: mark, state } = await factsOf(tab.again())
      expect(mark).toEqual(isMarked ? { at: anOrigin().created, sequence: state?.sequence, versions: 3 } : null)
    }
  })

  it('S61 replaces only after a snapshot of what is there', async () => {
    const folder = aPrivateFolder()
    const tab = await aFilledTab(aDevice(), someContents(), { privateFolder: folder.open })
    const before = contentsOf(await backupOf(tab))
    folder.files().failWrites(new DOMException('full', 'QuotaExceededError'))
    expect(await tab.storage.backups.restore(backup(someContents({ versions: [] })), REPLACE)).toEqual({
      ok: false,
      problem: { kind: 'no-snapshot', problem: { kind: 'no-room' } },
    })
    expect(contentsOf(await backupOf(tab))).toEqual(before)
    folder.files().failWrites(null)
    await restored(tab, backup(someContents({ versions: [] })), REPLACE)
    const [snapshot] = (await tab.storage.backups.listSnapshots()) ?? []
    const file = await tab.storage.backups.openSnapshot(snapshot!.id)
    expect(contentsOf(await read(tab, file!))).toEqual(before)
  })
})

async function aFilledTab(
  device: Device = aDevice(),
  contents: BackupContents = someContents(),
  overrides: Parameters<Device['openTab']>[0] = {},
): Promise<TabToReload> {
  const tab = anEmptyTab(device, overrides)
  const { articles, revisions, versions, reviewers, shelf, tallies } = contents
  const [viewState] = contents.viewStates
  const settings = contents.settings[0] ?? {}
  const filled = await tab.storage.commit({
    ...{ articles, revisions, versions, reviewers, shelf, tallies, settings },
    ...(viewState && { viewState }),
  })
  expect(filled.ok).toBe(true)
  return tab
}

interface TabToReload extends Tab {
  /** The same tab after it was loaded again. */
  again(): Tab
}

function anEmptyTab(device = aDevice(), overrides: Parameters<Device['openTab']>[0] = {}): TabToReload {
  return { ...device.openTab(overrides), again: () => device.openTab(overrides) }
}

async function backupOf(tab: Tab, options = PLAIN): Promise<Backup> {
  const sink = aSink()
  const outcome = await tab.storage.backups.backUp(sink.stream, options)
  if (!outcome.ok) throw new Error(`No backup: ${outcome.problem.kind}`)
  return read(tab, sink.file())
}

async function read(tab: Tab, file: Blob): Promise<Backup> {
  const outcome = await tab.storage.backups.readBackup(file, null)
  if (!outcome.ok) throw new Error(`No backup: ${outcome.problem.kind}`)
  return outcome.value
}

async function restored(tab: Tab, from: Backup, plan: RestorePlan = MERGE): Promise<void> {
  expect(await tab.storage.backups.restore(from, plan)).toEqual({ ok: true, value: undefined })
}

async function factsOf(tab: Tab) {
  const facts = await tab.storage.readFacts()
  if (!facts.ok) throw new Error(facts.problem.kind)
  return facts.value
}

function backup(contents: BackupContents): Backup {
  return { origin: anOrigin(), contents, isEncrypted: false, skipped: 0 }
}

/** What a backup holds, whatever the order of its rows. */
function contentsOf({ contents }: Backup) {
  return { ...contents, versions: undefined, hashes: hashes(contents) }
}

function hashes({ versions }: BackupContents): readonly string[] {
  return versions.map(versionHash).sort()
}

function nameIn(lease: Awaited<ReturnType<Tab['storage']['leaseDevice']>>): string {
  if (!lease.ok) throw new Error(lease.problem.kind)
  return lease.value.device
}

function theOtherArticle(): Required<Pick<BackupContents, 'articles' | 'revisions' | 'versions' | 'shelf'>> {
  const { hash } = OTHER
  const statement = 'The ferry runs again'
  return {
    articles: [anArticle({ id: hash, title: 'Ferry runs again' })],
    revisions: [OTHER],
    versions: [
      anAnnotationVersion({
        id: aUuid(0xc5),
        article: hash,
        revision: hash,
        dot: [DEVICE_ID, 9],
        selector: {
          quote: { exact: statement, prefix: '', suffix: '' },
          position: { start: 17, end: 17 + statement.length },
        },
      }),
    ],
    shelf: [aShelfEntry({ article: hash, revision: hash, name: 'Ferry runs again' })],
  }
}

function withOther({ articles, revisions, versions, shelf }: BackupContents) {
  const other = theOtherArticle()
  return {
    articles: [...articles, ...other.articles],
    revisions: [...revisions, ...other.revisions],
    versions: [...versions, ...other.versions],
    shelf: [...shelf, ...other.shelf],
  }
}

/** Lets the browser abort once, after the n-th put; returns how to ask for the number of puts. */
function abortAfterPut(nth: number): () => number {
  const original = IDBObjectStore.prototype.put
  let puts = 0
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...parameters) {
    const request = original.apply(this, parameters)
    puts += 1
    if (puts === nth) {
      request.addEventListener('success', () => {
        const fake = this.transaction as unknown as { _abort(name: string): void }
        fake._abort('QuotaExceededError')
      })
    }
    return request
  })
  return () => puts
}

/** The private folder of a site, with one folder in it. */
function aPrivateFolder() {
  const inner = aFolder('factmark-snapshots')
  const root = { getDirectoryHandle: () => Promise.resolve(inner.handle) }
  return { open: () => Promise.resolve(root as unknown as FileSystemDirectoryHandle), files: () => inner }
}
