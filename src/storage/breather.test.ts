import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createBreather, createPatientBreather } from './breather.ts'

type Ask = (work: (deadline: IdleDeadline) => void, options: { readonly timeout: number }) => void

let now = 0
let asked: Parameters<Ask>[] = []

beforeEach(() => {
  now = 0
  asked = []
  vi.spyOn(performance, 'now').mockImplementation(() => now)
  vi.stubGlobal('requestIdleCallback', (...call: Parameters<Ask>) => void asked.push(call))
  vi.stubGlobal('document', { visibilityState: 'visible' })
})

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

describe('work that nobody waits for', () => {
  it('S114 goes on when the page has nothing else to do, for as long as that is', async () => {
    const breathe = createPatientBreather()
    now = 12
    const pause = watched(breathe())
    await aTurn()
    expect(pause.isOver()).toBe(false)
    idle(8)
    await aTurn()
    expect(pause.isOver()).toBe(true)
    now = 19
    await breathe()
    expect(asked).toEqual([])
    now = 20
    void breathe()
    await aTurn()
    expect(asked).toHaveLength(1)
  })

  it('S114 leaves the little time between two frames to what is scrolled, for a second at most', async () => {
    const breathe = createPatientBreather()
    now = 12
    const pause = watched(breathe())
    for (let frame = 0; frame < 5; frame += 1) {
      await aTurn()
      now += 16
      idle(5)
    }
    await aTurn()
    expect(pause.isOver()).toBe(false)
    expect(asked[0]?.[1]).toEqual({ timeout: 1000 - 5 * 16 })
    now = 1012
    idle(0, true)
    await aTurn()
    expect(pause.isOver()).toBe(true)
  })

  it('S114 waits for nothing between short stretches', async () => {
    const breathe = createPatientBreather()
    now = 11
    await breathe()
    expect(asked).toEqual([])
  })

  it('S114 does not wait where nobody sees the page: it may soon be gone', async () => {
    vi.stubGlobal('document', { visibilityState: 'hidden' })
    const breathe = createPatientBreather()
    now = 12
    await breathe()
    expect(asked).toEqual([])
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
  expect(asked).toEqual([])
})

/** The browser has so many milliseconds of its own. */
function idle(time: number, didTimeout = false): void {
  const [call] = asked.splice(0, 1)
  call?.[0]({ timeRemaining: () => time, didTimeout })
}

function watched(work: Promise<void>): { isOver(): boolean } {
  let isOver = false
  void work.then(() => (isOver = true))
  return { isOver: () => isOver }
}

function aTurn(): Promise<void> {
  return new Promise(resolve => {
    setImmediate(resolve)
  })
}
