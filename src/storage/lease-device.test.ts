import { describe, expect, it, vi } from 'vitest'
import { aDevice, type Tab } from '../testing/a-device.ts'
import { anAnnotationVersion, aUuid, OTHER_DEVICE_ID } from '../testing/builders.ts'
import type { TabLocks } from './lease-device.ts'

describe('a device name', () => {
  it('S20 is never shared by two open tabs', async () => {
    const device = aDevice()
    const tabs = [device.openTab(), device.openTab(), device.openTab()]
    const leases = await Promise.all(tabs.map(leaseOf))
    expect(new Set(leases.map(lease => lease.device)).size).toBe(3)
  })

  it('S20 is not taken while the tab that wrote under it is open', async () => {
    const device = aDevice()
    const first = device.openTab()
    const lease = await leaseOf(first)
    await write(first, lease.device, [1])
    expect((await leaseOf(device.openTab())).device).not.toBe(lease.device)
  })

  it('S20 is free again when its tab has ended, and its count goes on', async () => {
    const device = aDevice()
    const first = device.openTab()
    const lease = await leaseOf(first)
    await write(first, lease.device, [1, 3, 2])
    first.close()
    const second = device.openTab()
    expect(await leaseOf(second)).toEqual({ device: lease.device, count: 3 })
    expect((await leaseOf(device.openTab())).device).not.toBe(lease.device)
  })

  it('S20 stays the same for a tab that asks again', async () => {
    const tab = aDevice().openTab()
    const lease = await leaseOf(tab)
    await write(tab, lease.device, [1])
    expect(await leaseOf(tab)).toEqual({ device: lease.device, count: 1 })
  })

  it('S20 is counted after it was taken, so that the last words of its former tab are in it', async () => {
    const device = aDevice()
    const former = device.openTab()
    const lease = await leaseOf(former)
    await write(former, lease.device, [1])
    const locks: TabLocks = {
      async request(_name, _options, whenGranted) {
        await write(former, lease.device, [2])
        return whenGranted({})
      },
    }
    expect(await leaseOf(device.openTab({ locks }))).toEqual({ device: lease.device, count: 2 })
  })

  it('S20 is not counted up by the versions of others', async () => {
    const tab = aDevice().openTab()
    const lease = await leaseOf(tab)
    await write(tab, OTHER_DEVICE_ID, [9])
    expect(await leaseOf(tab)).toEqual({ device: lease.device, count: 0 })
  })

  it.each([
    ['has no locks', undefined],
    ['refuses to say', { request: () => Promise.reject(new DOMException('No.', 'SecurityError')) }],
  ])('S21 is always a new one where the browser %s', async (_case, locks) => {
    const device = aDevice()
    const first = device.openTab({ locks })
    const lease = await leaseOf(first)
    await write(first, lease.device, [1])
    first.close()
    expect((await leaseOf(device.openTab({ locks }))).device).not.toBe(lease.device)
  })

  it('S21 is a problem when the known names cannot be read, and can be asked for again', async () => {
    const device = aDevice()
    await device.openTab({ sentinelArea: () => undefined }).storage.commit({ versions: [anAnnotationVersion()] })
    const tab = device.openTab()
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('No.', 'UnknownError')
    })
    expect(await tab.storage.leaseDevice()).toMatchObject({ ok: false, problem: { kind: 'unavailable' } })
    vi.restoreAllMocks()
    expect((await tab.storage.leaseDevice()).ok).toBe(true)
  })
})

async function leaseOf(tab: Tab) {
  const lease = await tab.storage.leaseDevice()
  if (!lease.ok) throw new Error('No device was leased.')
  return lease.value
}

async function write(tab: Tab, device: string, counts: readonly number[]): Promise<void> {
  for (const count of counts) {
    await tab.storage.commit({ versions: [anAnnotationVersion({ id: aUuid(count), dot: [device, count] })] })
  }
}
