import { describe, expect, it, vi } from 'vitest'
import { aDevice, type Tab } from '../testing/a-device.ts'
import { anAnnotationVersion, anArticle, aReviewer, aRevision } from '../testing/builders.ts'

const GONE = { ok: false, problem: { kind: 'unavailable' } }

describe('erasing everything', () => {
  it('S24 deletes the database, the other keys of this program and what was shared with it, and nothing else', async () => {
    const device = aDevice()
    const area = aWebStorage({ [`${device.name}:sentinel`]: '1', [device.name]: '2', somebodyElse: '3' })
    const forgetShared = vi.fn(() => Promise.resolve(true))
    const tab = device.openTab({ webStorages: () => [area], forgetShared })
    await fill(tab)
    expect(await tab.storage.eraseEverything()).toEqual({ ok: true, value: undefined })
    expect(forgetShared).toHaveBeenCalledOnce()
    expect(await namesOfDatabases()).not.toContain(device.name)
    expect(Object.keys(area)).toEqual(['somebodyElse'])
    expect(await device.openTab().storage.readLibrary()).toMatchObject({
      ok: true,
      value: { isNew: true, articles: [] },
    })
  })

  it('S24 says so when a place cannot be reached, and deletes nothing', async () => {
    const device = aDevice()
    const webStorages = () => {
      throw new DOMException('No.', 'SecurityError')
    }
    const tab = device.openTab({ webStorages })
    await fill(tab)
    expect(await tab.storage.eraseEverything()).toMatchObject({ ok: false, problem: { kind: 'unavailable' } })
    expect(await tab.storage.readLibrary()).toMatchObject({ ok: true, value: { articles: [anArticle()] } })
  })

  it('S25 is told to the other tabs, which close and write nothing more', async () => {
    const device = aDevice()
    const onErasedElsewhere = vi.fn()
    const [mine, other] = [device.openTab(), device.openTab({ onErasedElsewhere })]
    await fill(other)
    expect((await mine.storage.eraseEverything()).ok).toBe(true)
    expect(onErasedElsewhere).toHaveBeenCalledTimes(1)
    expect(await other.storage.commit({ reviewers: [aReviewer()] })).toMatchObject(GONE)
    expect(await other.storage.readLibrary()).toMatchObject(GONE)
    expect(await namesOfDatabases()).not.toContain(device.name)
  })

  it('S25 reaches a tab that is just opening the database', async () => {
    const device = aDevice()
    const [mine, other] = [device.openTab(), device.openTab()]
    const late = other.storage.commit({ reviewers: [aReviewer()] })
    expect((await mine.storage.eraseEverything()).ok).toBe(true)
    expect(await late).toMatchObject(GONE)
  })

  it('S25 reaches a tab that has not opened the database', async () => {
    const device = aDevice()
    const [mine, other] = [device.openTab(), device.openTab()]
    await fill(mine)
    expect((await mine.storage.eraseEverything()).ok).toBe(true)
    expect(await other.storage.commit({ reviewers: [aReviewer()] })).toMatchObject(GONE)
    expect(await namesOfDatabases()).not.toContain(device.name)
  })

  it('S25 reaches a tab without a channel', async () => {
    const device = aDevice()
    const onErasedElsewhere = vi.fn()
    const [mine, other] = [device.openTab(), device.openTab({ onErasedElsewhere, channel: undefined })]
    await fill(other)
    expect((await mine.storage.eraseEverything()).ok).toBe(true)
    expect(onErasedElsewhere).toHaveBeenCalledTimes(1)
    expect(await other.storage.commit({ reviewers: [aReviewer()] })).toMatchObject(GONE)
  })

  it('S25 is final for the tab that did it: it writes nothing more until it is loaded again', async () => {
    const device = aDevice()
    const onErasedElsewhere = vi.fn()
    const tab = device.openTab({ onErasedElsewhere })
    await fill(tab)
    const erased = tab.storage.eraseEverything()
    const late = tab.storage.commit({ reviewers: [aReviewer()] })
    expect((await erased).ok).toBe(true)
    expect(await late).toMatchObject(GONE)
    expect(await tab.storage.commit({ reviewers: [aReviewer()] })).toMatchObject(GONE)
    expect(onErasedElsewhere).not.toHaveBeenCalled()
  })

  it('S26 is a problem while another tab does not let go, and is finished when it does', async () => {
    const device = aDevice()
    const tab = device.openTab()
    await fill(tab)
    const held = await openWithoutLettingGo(device.name)
    expect(await tab.storage.eraseEverything()).toEqual({ ok: false, problem: { kind: 'blocked' } })
    held.close()
    await vi.waitFor(async () => expect((await tab.storage.eraseEverything()).ok).toBe(true))
    expect(await namesOfDatabases()).not.toContain(device.name)
  })

  it('S26 leaves a tab as it was when the browser refuses', async () => {
    const tab = aDevice().openTab()
    await fill(tab)
    const newer = aDevice().name
    await openWithoutLettingGo(newer, 2)
    // A request that fails, whatever it asked for.
    vi.spyOn(indexedDB, 'deleteDatabase').mockImplementationOnce(() => indexedDB.open(newer, 1))
    expect((await tab.storage.eraseEverything()).ok).toBe(false)
    expect(await tab.storage.readLibrary()).toMatchObject({ ok: true, value: { articles: [anArticle()] } })
    expect((await tab.storage.eraseEverything()).ok).toBe(true)
  })
})

async function fill({ storage }: Tab): Promise<void> {
  await storage.commit({ articles: [anArticle()], revisions: [aRevision()], versions: [anAnnotationVersion()] })
}

async function namesOfDatabases(): Promise<readonly (string | undefined)[]> {
  return (await indexedDB.databases()).map(({ name }) => name)
}

function openWithoutLettingGo(name: string, version?: number): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('It did not open.'))
  })
}

/** As in a browser, its keys are its own properties. */
function aWebStorage(items: Record<string, string>): Storage {
  const removeItem = (key: string) => {
    delete items[key]
  }
  return new Proxy(items, {
    get: (target, key) => (key === 'removeItem' ? removeItem : target[String(key)]),
  }) as unknown as Storage
}
