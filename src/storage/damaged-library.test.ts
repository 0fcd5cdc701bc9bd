import { describe, expect, it, vi } from 'vitest'
import { aDevice } from '../testing/a-device.ts'
import { anAnnotationVersion, anArticle, aRevision } from '../testing/builders.ts'

describe('starting anew', () => {
  it('S33 deletes the database; the next thing that is asked finds an empty library', async () => {
    const device = aDevice()
    const { storage } = device.openTab()
    await storage.commit({ articles: [anArticle()], revisions: [aRevision()] })
    expect(await storage.startAnew()).toEqual({ ok: true, value: undefined })
    expect(await storage.readLibrary()).toMatchObject({ ok: true, value: { isNew: true, articles: [] } })
    expect((await storage.commit({ articles: [anArticle()] })).ok).toBe(true)
  })

  it('S33 closes the other tabs, which are told to load the page again', async () => {
    const device = aDevice()
    const onErasedElsewhere = vi.fn()
    const [mine, other] = [device.openTab(), device.openTab({ onErasedElsewhere })]
    await other.storage.commit({ articles: [anArticle()] })
    expect((await mine.storage.startAnew()).ok).toBe(true)
    expect(onErasedElsewhere).toHaveBeenCalledTimes(1)
    expect(await other.storage.commit({ articles: [anArticle()] })).toMatchObject({ ok: false })
  })
})

describe('taking a library as it is', () => {
  it('S34 keeps what is there, and no device name that wrote before is used again', async () => {
    const device = aDevice()
    const before = device.openTab()
    const lease = await before.storage.leaseDevice()
    const name = lease.ok ? lease.value.device : ''
    await before.storage.commit({ articles: [anArticle()], versions: [anAnnotationVersion({ dot: [name, 1] })] })
    before.close()
    const { storage } = device.openTab()
    expect((await storage.acceptAsIs()).ok).toBe(true)
    expect(await storage.readLibrary()).toMatchObject({ ok: true, value: { articles: [anArticle()] } })
    const next = await storage.leaseDevice()
    expect(next.ok && next.value.count).toBe(0)
    expect(next.ok && next.value.device).not.toBe(name)
  })

  it('S34 gives a new name to the tab that had one', async () => {
    const { storage } = aDevice().openTab()
    const before = await storage.leaseDevice()
    const name = before.ok ? before.value.device : ''
    await storage.commit({ versions: [anAnnotationVersion({ dot: [name, 1] })] })
    await storage.acceptAsIs()
    const after = await storage.leaseDevice()
    expect(after.ok && after.value.device).not.toBe(name)
  })
})
