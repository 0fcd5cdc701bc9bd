import { afterEach, describe, expect, it, vi } from 'vitest'
import type { OfflineState } from './offline-state.ts'
import { registerServiceWorker } from './register-service-worker.ts'

afterEach(() => {
  vi.useRealTimers()
})

describe('offline support', () => {
  it('O9 is unsupported without service workers, and when the browser refuses them', async () => {
    const without = aBrowser({ container: false })
    expect(without.start().getState()).toEqual({ kept: 'unsupported', isUpdateReady: false })

    const refusing = aBrowser({ refuses: true })
    const support = refusing.start()
    await settled()
    expect(support.getState()).toEqual({ kept: 'unsupported', isUpdateReady: false })
    expect(await support.checkForUpdate()).toBe(false)
  })

  it('O10 says ready only when the worker has told that everything is kept', async () => {
    const browser = aBrowser()
    const support = browser.start()
    const states = watch(support)
    await settled()
    expect(browser.installing.sent).toEqual([])

    browser.activate(browser.installing)
    expect(browser.installing.sent).toEqual([])
    browser.beIdle()
    expect(browser.installing.sent).toEqual(['keep-the-rest'])
    expect(support.getState().kept).toBe('not-yet')

    browser.container.dispatchEvent(new MessageEvent('message', { data: 'ready-offline' }))
    expect(states).toEqual([{ kept: 'all', isUpdateReady: false }])
  })

  it('O10 asks again for what could not be kept, when the page is looked at again', async () => {
    const browser = aBrowser({ active: true })
    browser.start()
    await settled()
    browser.beIdle()
    const before = browser.active.sent.length
    browser.show()
    await settled()
    browser.beIdle()
    expect(browser.active.sent.length).toBeGreaterThan(before)
  })

  it('O11 looks for a newer build at the start and whenever the page is looked at again', async () => {
    const browser = aBrowser({ active: true })
    browser.start()
    await settled()
    expect(browser.registration.updates).toBe(1)
    browser.show()
    await settled()
    expect(browser.registration.updates).toBe(2)
  })

  it('O11 bears having no network', async () => {
    const browser = aBrowser({ active: true })
    const support = browser.start()
    await settled()
    browser.registration.isOffline = true
    expect(await support.checkForUpdate()).toBe(false)
    browser.registration.isOffline = false
    expect(await support.checkForUpdate()).toBe(true)
  })

  it('O12 offers an update found while the page is open, and one that waited since before', async () => {
    const open = aBrowser({ active: true })
    const support = open.start()
    await settled()
    open.find(open.next)
    expect(support.getState().isUpdateReady).toBe(false)
    open.wait(open.next)
    expect(support.getState().isUpdateReady).toBe(true)

    const since = aBrowser({ active: true, waiting: true })
    const later = since.start()
    await settled()
    expect(later.getState().isUpdateReady).toBe(true)
  })

  it('O16 says ready while an update waits only when the running build has told that everything is kept', async () => {
    const browser = aBrowser({ active: true, waiting: true })
    const support = browser.start()
    await settled()
    expect(support.getState()).toEqual({ kept: 'not-yet', isUpdateReady: true })
    browser.beIdle()
    expect(browser.active.sent).toContain('keep-the-rest')
    expect(browser.next.sent).toEqual([])
    browser.container.dispatchEvent(new MessageEvent('message', { data: 'ready-offline' }))
    expect(support.getState()).toEqual({ kept: 'all', isUpdateReady: true })
  })

  it('O16 says ready no more once another tab has let the update in', async () => {
    const browser = aBrowser({ active: true })
    const support = browser.start()
    await settled()
    browser.container.dispatchEvent(new MessageEvent('message', { data: 'ready-offline' }))
    browser.takeOver()
    browser.container.dispatchEvent(new MessageEvent('message', { data: 'ready-offline' }))
    expect(support.getState()).toEqual({ kept: 'replaced', isUpdateReady: true })
  })

  it('O13 reloads once, and only after the update was asked for and has taken over', async () => {
    const browser = aBrowser({ active: true, waiting: true })
    const support = browser.start()
    await settled()
    expect(browser.reloads).toBe(0)
    void support.applyUpdate(saved)
    expect(browser.next.sent).toEqual(['skip-waiting'])
    expect(browser.reloads).toBe(0)
    browser.takeOver()
    browser.takeOver()
    await settled()
    expect(browser.reloads).toBe(1)
  })

  it('O13 lets an update in only when the running worker has nothing to do, and then gives it nothing', async () => {
    const browser = aBrowser({ active: true, waiting: true })
    const support = browser.start()
    await settled()
    browser.beIdle()
    const asked = [...browser.active.sent]
    expect(asked).toContain('keep-the-rest')
    void support.applyUpdate(saved)
    expect(browser.next.sent).toEqual([])
    browser.show()
    await settled()
    browser.beIdle()
    expect(browser.active.sent).toEqual(asked)
    browser.container.dispatchEvent(new MessageEvent('message', { data: 'ready-offline' }))
    expect(browser.next.sent).toEqual(['skip-waiting'])
  })

  it('O13 lets an update in when the running worker says that it cannot keep all, which is not said to be ready', async () => {
    const browser = aBrowser({ active: true, waiting: true })
    const support = browser.start()
    await settled()
    browser.beIdle()
    void support.applyUpdate(saved)
    browser.container.dispatchEvent(new MessageEvent('message', { data: 'not-kept' }))
    expect(browser.next.sent).toEqual(['skip-waiting'])
    expect(support.getState().kept).toBe('not-yet')
  })

  it('O13 lets in the build that came after the one that was let in', async () => {
    const browser = aBrowser({ active: true, waiting: true })
    const support = browser.start()
    await settled()
    void support.applyUpdate(saved)
    const third = new FakeWorker()
    browser.find(third)
    browser.wait(third)
    expect(third.sent).toEqual(['skip-waiting'])
  })

  it('O13 does not wait for the answer of a worker that another tab has replaced', async () => {
    const browser = aBrowser({ active: true })
    const support = browser.start()
    await settled()
    browser.beIdle()
    browser.takeOver()
    void support.applyUpdate(saved)
    await settled()
    expect(browser.reloads).toBe(1)
  })

  it('O13 waits three seconds for a worker that is not heard of', async () => {
    vi.useFakeTimers()
    const browser = aBrowser({ active: true, waiting: true })
    const support = browser.start()
    await settled()
    browser.beIdle()
    void support.applyUpdate(saved)
    await vi.advanceTimersByTimeAsync(2_900)
    expect(browser.next.sent).toEqual([])
    await vi.advanceTimersByTimeAsync(200)
    expect(browser.next.sent).toEqual(['skip-waiting'])
    expect(browser.reloads).toBe(0)
  })

  it('O13 does not reload over what is not saved by then, and does when it is asked again', async () => {
    const browser = aBrowser({ active: true, waiting: true })
    const support = browser.start()
    await settled()
    const first = support.applyUpdate(() => Promise.resolve(false))
    browser.takeOver()
    await first
    expect(browser.reloads).toBe(0)
    browser.registration.waiting = null
    void support.applyUpdate(saved)
    await settled()
    expect(browser.reloads).toBe(1)
  })

  it('O13 never reloads because another tab let the update in, but offers it', async () => {
    const browser = aBrowser({ active: true })
    const support = browser.start()
    await settled()
    browser.takeOver()
    expect([browser.reloads, support.getState().isUpdateReady]).toEqual([0, true])
    void support.applyUpdate(saved)
    await settled()
    expect(browser.reloads).toBe(1)
  })

  it('O13 takes the first worker of all for no update', async () => {
    const browser = aBrowser()
    const support = browser.start()
    await settled()
    browser.takeOver()
    expect([browser.reloads, support.getState().isUpdateReady]).toEqual([0, false])
  })

  it('O13 tells listeners of changes until they have had enough', async () => {
    const browser = aBrowser({ active: true })
    const support = browser.start()
    const states: OfflineState[] = []
    const stop = support.subscribe(() => states.push(support.getState()))
    await settled()
    stop()
    browser.takeOver()
    expect(states).toEqual([])
    expect(support.getState().isUpdateReady).toBe(true)
  })
})

class FakeWorker extends EventTarget {
  readonly sent: unknown[] = []
  state = 'installing'
  postMessage(message: unknown) {
    this.sent.push(message)
  }
  become(state: string) {
    this.state = state
    this.dispatchEvent(new Event('statechange'))
  }
}

class FakeRegistration extends EventTarget {
  installing: FakeWorker | null = null
  waiting: FakeWorker | null = null
  active: FakeWorker | null = null
  isOffline = false
  updates = 0
  update(): Promise<this> {
    if (this.isOffline) return Promise.reject(new TypeError('Failed to fetch'))
    this.updates += 1
    return Promise.resolve(this)
  }
}

class FakeContainer extends EventTarget {
  controller: FakeWorker | null = null
  readonly registration: FakeRegistration
  readonly refuses: boolean
  constructor(registration: FakeRegistration, refuses: boolean) {
    super()
    this.registration = registration
    this.refuses = refuses
  }
  register(): Promise<FakeRegistration> {
    return this.refuses ? Promise.reject(new Error('refused')) : Promise.resolve(this.registration)
  }
}

interface Beginning {
  readonly container?: boolean
  readonly refuses?: boolean
  readonly active?: boolean
  readonly waiting?: boolean
}

/** A browser at its first visit, or with a worker that is active already, or one that waits too. */
function aBrowser({
  container: isOffered = true,
  refuses = false,
  active: isActive = false,
  waiting = false,
}: Beginning = {}) {
  const registration = new FakeRegistration()
  const container = new FakeContainer(registration, refuses)
  const page = Object.assign(new EventTarget(), { visibilityState: 'visible' })
  const [active, installing, next] = [new FakeWorker(), new FakeWorker(), new FakeWorker()]
  const idleWork: (() => void)[] = []
  if (isActive) {
    active.state = 'activated'
    registration.active = container.controller = active
  } else registration.installing = installing
  if (waiting) registration.waiting = next

  return {
    registration,
    container,
    active,
    installing,
    next,
    reloads: 0,
    start() {
      return registerServiceWorker({
        container: isOffered ? (container as unknown as ServiceWorkerContainer) : undefined,
        page: page as unknown as Document,
        reload: () => void (this.reloads += 1),
        whenIdle: work => void idleWork.push(work),
      })
    },
    beIdle: () => idleWork.splice(0).forEach(work => work()),
    show: () => page.dispatchEvent(new Event('visibilitychange')),
    activate(worker: FakeWorker) {
      registration.installing = null
      registration.active = worker
      worker.become('activated')
    },
    find(worker: FakeWorker) {
      registration.installing = worker
      registration.dispatchEvent(new Event('updatefound'))
    },
    wait(worker: FakeWorker) {
      registration.installing = null
      registration.waiting = worker
      worker.become('installed')
    },
    takeOver: () => container.dispatchEvent(new Event('controllerchange')),
  }
}

type Support = ReturnType<typeof registerServiceWorker>

function watch(support: Support): readonly OfflineState[] {
  const states: OfflineState[] = []
  support.subscribe(() => states.push(support.getState()))
  return states
}

const saved = () => Promise.resolve(true)

/** Registration and the look for updates are a few promises deep. */
async function settled() {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve()
}
