import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { unlessScrolling } from './unless-scrolling.ts'

describe('work that waits for the scrolling', () => {
  beforeEach(() => void vi.useFakeTimers({ now: 10_000 }))
  afterEach(() => void vi.useRealTimers())

  it('P3 is done at once while nothing is scrolled', () => {
    const { soon, done } = aScene()
    soon.call()
    soon.call()
    expect(done).toHaveBeenCalledTimes(2)
  })

  it('P3 is done once when it stands still again, however often it was asked for', () => {
    const { soon, done, scroll } = aScene()
    soon.call()
    for (let frame = 0; frame < 10; frame += 1) {
      scroll()
      soon.call()
      vi.advanceTimersByTime(16)
    }
    expect(done).toHaveBeenCalledTimes(1)
    vi.advanceTimersByTime(1000)
    expect(done).toHaveBeenCalledTimes(2)
  })

  it('P3 is done now and then while the scrolling goes on', () => {
    const { soon, done, scroll } = aScene()
    for (let frame = 0; frame < 100; frame += 1) {
      scroll()
      soon.call()
      vi.advanceTimersByTime(16)
    }
    expect(done.mock.calls.length).toBeGreaterThanOrEqual(3)
    expect(done.mock.calls.length).toBeLessThanOrEqual(5)
  })

  it('P3 is not done any more once it was stopped', () => {
    const { soon, done, scroll } = aScene()
    soon.call()
    scroll()
    soon.call()
    soon.stop()
    vi.advanceTimersByTime(1000)
    expect(done).toHaveBeenCalledTimes(1)
  })
})

function aScene() {
  const scroller = new EventTarget() as HTMLElement
  const done = vi.fn()
  return { soon: unlessScrolling(scroller, done), done, scroll: () => scroller.dispatchEvent(new Event('scroll')) }
}
