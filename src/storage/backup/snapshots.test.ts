import { deleteDB, openDB } from 'idb'
import { describe, expect, it, vi } from 'vitest'
import { aDevice, NOON, type Tab } from '../../testing/a-device.ts'
import { aFolder } from '../../testing/a-folder.ts'
import { someContents } from '../../testing/backups.ts'
import { aContent, anArticle, aReviewer, aRevision } from '../../testing/builders.ts'
import { migrations, takeSteps } from '../migrations.ts'

const HOUR = 3600_000

describe('snapshots of this device', () => {
  it('S64 are taken when something was written and the last one is an hour old', async () => {
    const { tab, pass, device } = aDeviceWithSnapshots()
    expect(await taken(tab)).toBe(false) // nothing was ever written
    await fill(tab)
    expect(await taken(tab)).toBe(true)
    pass(2 * HOUR)
    expect(await taken(tab)).toBe(false) // nothing was written since
    await change(tab, 2)
    expect(await taken(tab)).toBe(true)
    await change(tab, 3)
    pass(HOUR - 1)
    expect(await taken(tab)).toBe(false)
    pass(1)
    expect(await taken(tab)).toBe(true)
    expect(await tab.storage.backups.listSnapshots()).toMatchObject([{ articles: 1, annotations: 1 }, {}, {}])

    const later = await device().storage.backups.listSnapshots()
    expect(later).toHaveLength(3)
  })

  it('S64 are not taken of what came with the program', async () => {
    const { tab } = aDeviceWithSnapshots()
    await tab.storage.commit({ articles: [anArticle({ origin: 'supplied' })], revisions: [aRevision()] })
    expect(await taken(tab)).toBe(false)
    const pasted = aRevision({ content: aContent('Pasted', []) })
    await tab.storage.commit({ articles: [anArticle({ id: pasted.hash, title: 'Pasted' })], revisions: [pasted] })
    expect(await taken(tab)).toBe(true)
  })

  it('S66 are taken by one tab at a time', async () => {
    const { tab, device } = aDeviceWithSnapshots()
    await fill(tab)
    const outcomes = await Promise.all([taken(tab), taken(device()), taken(device())])
    expect(outcomes.filter(Boolean)).toHaveLength(1)
    expect(await tab.storage.backups.listSnapshots()).toHaveLength(1)
  })

  it('S65 that cannot be written say why', async () => {
    const { tab, folder } = aDeviceWithSnapshots()
    await fill(tab)
    folder.failWrites(new DOMException('full', 'QuotaExceededError'))
    expect(await tab.storage.backups.takeSnapshotIfDue()).toEqual({ ok: false, problem: { kind: 'no-room' } })
    folder.failWrites(null)
    folder.garbleWrites()
    expect(await tab.storage.backups.takeSnapshotIfDue()).toEqual({ ok: false, problem: { kind: 'written-wrong' } })
    expect(await tab.storage.backups.listSnapshots()).toEqual([])
  })

  it('S65 are none where the browser has no place for them', async () => {
    const { storage } = aDevice().openTab()
    expect(await storage.backups.listSnapshots()).toBeNull()
    expect(await storage.backups.takeSnapshotIfDue()).toEqual({ ok: true, value: false })
    const refused = () => Promise.reject(new DOMException('private mode', 'SecurityError'))
    const tab = aDevice().openTab({ privateFolder: refused })
    await fill(tab)
    expect(await tab.storage.backups.listSnapshots()).toBeNull()
    expect(await tab.storage.backups.takeSnapshotIfDue()).toEqual({ ok: false, problem: { kind: 'unsupported' } })
  })

  it('S67 are erased with everything else, and other folders stay', async () => {
    const { tab, root } = aDeviceWithSnapshots()
    await fill(tab)
    await taken(tab)
    root.set('somebody-else', null)
    expect((await tab.storage.eraseEverything()).ok).toBe(true)
    expect([...root.keys()]).toEqual(['somebody-else'])
  })

  it('S67 that are just being taken in another tab do not outlive an erasure', async () => {
    const { tab, device, root } = aDeviceWithSnapshots()
    await fill(tab)
    const other = device()
    const taking = other.storage.backups.takeSnapshotIfDue()
    expect((await tab.storage.eraseEverything()).ok).toBe(true)
    await taking
    expect([...root.keys()]).toEqual([])
  })

  it('S67 that cannot be erased keep the rest, and it is said', async () => {
    const { tab, root } = aDeviceWithSnapshots()
    await fill(tab)
    await taken(tab)
    root.delete = () => {
      throw new DOMException('in use', 'NoModificationAllowedError')
    }
    expect((await tab.storage.eraseEverything()).ok).toBe(false)
    expect(await tab.storage.readLibrary()).toMatchObject({ ok: true, value: { isNew: false } })
  })
})

describe('a library of which only snapshots are left', () => {
  it.each(['gone', 'empty'])('S77 is missed where the database is %s and nothing is remembered of it', async how => {
    const { tab, device, name } = aDeviceWithSnapshots()
    await fill(tab)
    await taken(tab)
    await lose(name, how)
    const { storage } = device()
    const damage = { kind: 'forgotten', snapshot: { articles: 1, annotations: 1, at: new Date(NOON).toISOString() } }
    expect(await storage.readLibrary()).toMatchObject({ ok: false, problem: { kind: 'damaged', damage } })
    expect(await storage.leaseDevice()).toMatchObject({ ok: false, problem: { damage: { kind: 'forgotten' } } })
    expect(await storage.commit({ reviewers: [aReviewer()] })).toMatchObject({
      ok: false,
      problem: { kind: 'damaged' },
    })
    expect(await device().storage.readLibrary()).toMatchObject({ ok: false, problem: { kind: 'damaged' } })
  })

  it('S77 is unreadable where the browser refuses the database', async () => {
    const { tab, device, name } = aDeviceWithSnapshots()
    await fill(tab)
    await taken(tab)
    await lose(name, 'gone')
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('Internal error.', 'UnknownError')
    })
    const outcome = await device().storage.readLibrary()
    vi.restoreAllMocks()
    expect(outcome).toMatchObject({ ok: false, problem: { kind: 'damaged', damage: { kind: 'unreadable' } } })
  })

  it.each(['gone', 'empty'])('S77 is not missed any more once a person has started anew: %s', async how => {
    const { tab, device, name } = aDeviceWithSnapshots()
    await fill(tab)
    await taken(tab)
    await lose(name, how)
    const { storage } = device()
    await storage.readLibrary()
    expect(await storage.startAnew()).toEqual({ ok: true, value: undefined })
    expect(await storage.readLibrary()).toMatchObject({ ok: true, value: { isNew: true } })
    expect(await device().storage.readLibrary()).toMatchObject({ ok: true, value: { isNew: true } })
    expect(await storage.backups.listSnapshots()).toHaveLength(1)
  })

  it('S77 comes back from its snapshot', async () => {
    const { tab, device, name } = aDeviceWithSnapshots()
    await fill(tab)
    await taken(tab)
    await lose(name, 'gone')
    const { storage } = device()
    await storage.startAnew()
    const [snapshot] = (await storage.backups.listSnapshots())!
    const backup = await storage.backups.readBackup((await storage.backups.openSnapshot(snapshot!.id))!, null)
    if (!backup.ok) throw new Error(backup.problem.kind)
    const plan = { mode: 'replace', source: 'snapshot', tallies: [] } as const
    expect(await storage.backups.restore(backup.value, plan)).toEqual({ ok: true, value: undefined })
    const later = device().storage
    expect(await later.readLibrary()).toMatchObject({ ok: true, value: { articles: [anArticle()] } })
    // Nothing is copied of a library in which there was nothing.
    expect(await later.backups.listSnapshots()).toEqual([snapshot])
  })

  it('S77 is not missed once everything was erased, nor where no snapshot was ever taken', async () => {
    const { tab, device, name } = aDeviceWithSnapshots()
    await fill(tab)
    await taken(tab)
    expect((await tab.storage.eraseEverything()).ok).toBe(true)
    expect(await device().storage.readLibrary()).toMatchObject({ ok: true, value: { isNew: true } })
    const other = aDeviceWithSnapshots()
    await fill(other.tab)
    await lose(name, 'gone')
    expect(await aDeviceWithSnapshots().tab.storage.readLibrary()).toMatchObject({ ok: true, value: { isNew: true } })
  })
})

/** Takes away what the database held; of what is remembered of it nothing is left either. */
async function lose(name: string, how: string): Promise<void> {
  await deleteDB(name)
  if (how === 'gone') return
  const empty = await openDB(name, migrations.length, {
    upgrade: (database, _from, _to, transaction) => void takeSteps(migrations, database, transaction),
  })
  empty.close()
}

/** A device whose private folder has room for one folder, and a clock that stands still unless it is moved. */
function aDeviceWithSnapshots() {
  let now = NOON
  const folder = aFolder('factmark-snapshots')
  const root = new Map<string, unknown>()
  const handle = {
    getDirectoryHandle(name: string, { create }: { readonly create: boolean }) {
      if (create) root.set(name, folder)
      return root.has(name) ? Promise.resolve(folder.handle) : Promise.reject(new DOMException('none', 'NotFoundError'))
    },
    removeEntry: async (name: string) => {
      if (!root.delete(name)) throw new DOMException('none', 'NotFoundError')
      await Promise.resolve()
    },
  }
  const device = aDevice()
  const openTab = () =>
    device.openTab({
      now: () => now,
      privateFolder: () => Promise.resolve(handle as unknown as FileSystemDirectoryHandle),
    })
  const { name } = device
  return {
    tab: openTab(),
    device: openTab,
    name,
    folder,
    root,
    pass: (milliseconds: number) => void (now += milliseconds),
  }
}

async function fill(tab: Tab): Promise<void> {
  const { articles, revisions, versions, reviewers, shelf, tallies } = someContents()
  await tab.storage.commit({ articles, revisions, versions, reviewers, shelf, tallies })
}

async function change(tab: Tab, edition: number): Promise<void> {
  await tab.storage.commit({ reviewers: [aReviewer({ edition })] })
}

async function taken(tab: Tab): Promise<boolean> {
  const outcome = await tab.storage.backups.takeSnapshotIfDue()
  if (!outcome.ok) throw new Error(outcome.problem.kind)
  return outcome.value
}
