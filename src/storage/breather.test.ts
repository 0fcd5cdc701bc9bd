import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createBreather, createPatientBreather } from './breather.ts'

const ASK = vi.fn<(work: () => void, options: { readonly timeout: number }) => void>()

let now = 0

beforeEach(() => {
  now = 0
  ASK.mockReset()
  vi.spyOn(performance, 'now').mockImplementation(() => now)
  vi.stubGlobal('requestIdleCallback', ASK)
  vi.stubGlobal('document', { visibilityState: 'visible' })
})

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

describe('work that nobody waits for', () => {
  it('S114 goes on when the page has nothing else to do, after a second at the latest', async () => {
    const breathe = createPatientBreather()
    now = 12
    let hasGoneOn = false
    const pause = breathe().then(() => (hasGoneOn = true))
    await aTurn()
    expect(hasGoneOn).toBe(false)
    expect(ASK).toHaveBeenCalledExactlyOnceWith(expect.any(Function), { timeout: 1000 })
    ASK.mock.calls[0]![0]()
    await pause
    expect(hasGoneOn).toBe(true)
  })

  it('S114 waits for nothing between short stretches', async () => {
    const breathe = createPatientBreather()
    now = 11
    await breathe()
    expect(ASK).not.toHaveBeenCalled()
  })

  it('S114 does not wait where nobody sees the page: it may soon be gone', async () => {
    vi.stubGlobal('document', { visibilityState: 'hidden' })
    const breathe = createPatientBreather()
    now = 12
    await breathe()
    expect(ASK).not.toHaveBeenCalled()
  })

  it('S114 goes on where the browser does not say when it is idle', async () => {
    vi.stubGlobal('requestIdleCallback', undefined)
    const breathe = createPatientBreather()
    now = 12
    await expect(breathe()).resolves.toBeUndefined()
  })
})

it('S114 what somebody waits for lets other tasks have their turn, and goes on', async () => {
  const breathe = createBreather()
  now = 12
  const turns: string[] = []
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = () => turns.push('another task')
  port2.postMessage(null)
  await breathe()
  turns.push('the work')
  port1.close()
  expect(turns).toEqual(['another task', 'the work'])
  expect(ASK).not.toHaveBeenCalled()
})

function aTurn(): Promise<void> {
  return new Promise(resolve => {
    setImmediate(resolve)
  })
}
