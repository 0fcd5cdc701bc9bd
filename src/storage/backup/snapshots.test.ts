import { describe, expect, it } from 'vitest'
import { aDevice, NOON, type Tab } from '../../testing/a-device.ts'
import { aFolder } from '../../testing/a-folder.ts'
import { someContents } from '../../testing/backups.ts'
import { aContent, anArticle, aReviewer, aRevision } from '../../testing/builders.ts'

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
  return { tab: openTab(), device: openTab, folder, root, pass: (milliseconds: number) => void (now += milliseconds) }
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
