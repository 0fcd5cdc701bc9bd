import type { OfflineState, OfflineSupport } from './offline-state.ts'

/** What of the browser is used here; tests stand in for it. */
export interface Surroundings {
  /** Nothing where a service worker cannot be had: an old browser, an insecure address, development. */
  readonly container: ServiceWorkerContainer | undefined
  readonly page: Document
  reload(): void
  /** Runs `work` when the page has nothing better to do. */
  whenIdle(work: () => void): void
}

const LONGEST_WAIT = 3000 // ms for the running worker to answer

interface Update {
  isSaved(): Promise<boolean>
  /** Called when the page is not loaded anew because something is not saved. */
  end(): void
}

/** Installs the service worker that keeps the program for use offline, and tells how far it is. */
export function registerServiceWorker(surroundings: Surroundings = browser()): OfflineSupport {
  const { container, page, reload, whenIdle } = surroundings
  const listeners = new Set<() => void>()
  let state: OfflineState = { kept: container ? 'not-yet' : 'unsupported', isUpdateReady: false }
  let registration: ServiceWorkerRegistration | undefined
  let wasControlled = container?.controller != null
  /** What the person asked for; `null` when nothing is, or no longer. */
  let wanted: Update | null = null
  /** Whether this page has asked the running worker to keep the rest, and has not heard of it yet. */
  let isAnswerDue = false

  function become({ kept = state.kept, isUpdateReady = state.isUpdateReady }: Partial<OfflineState>) {
    if (kept === state.kept && isUpdateReady === state.isUpdateReady) return
    state = { kept, isUpdateReady }
    listeners.forEach(listener => listener())
  }

  async function start(workers: ServiceWorkerContainer) {
    workers.addEventListener('message', ({ data }) => {
      if (data === 'ready-offline' && state.kept === 'not-yet') become({ kept: 'all' })
      if (data === 'ready-offline' || data === 'not-kept') hearAnswer()
    })
    workers.addEventListener('controllerchange', changeController)
    try {
      registration = await workers.register('./service-worker.js', { updateViaCache: 'none' })
    } catch {
      become({ kept: 'unsupported' }) // private windows and some settings refuse; the program works all the same while online
      return
    }
    registration.addEventListener('updatefound', () => follow(registration?.installing))
    follow(registration.installing)
    look()
    await checkForUpdate()
  }

  function follow(worker: ServiceWorker | null | undefined) {
    worker?.addEventListener('statechange', look)
  }

  function look() {
    if (registration?.waiting && registration.active) become({ isUpdateReady: true })
    if (registration?.active?.state === 'activated') keepTheRest(registration.active)
    if (registration?.waiting) letIn() // also one that came after the one that was told
  }

  function keepTheRest(worker: ServiceWorker) {
    if (state.kept !== 'not-yet') return
    whenIdle(() => {
      if (wanted) return
      isAnswerDue = true
      worker.postMessage('keep-the-rest')
    })
  }

  function hearAnswer() {
    isAnswerDue = false
    letIn()
  }

  /**
   * Lets the wanted build take over when this page waits for no answer of the running one. Chromium ends the old worker for it,
   * once; what wakes that in the same moment puts the new one off until the old one has had nothing to do for half a minute.
   */
  function letIn() {
    if (!wanted || isAnswerDue) return
    if (registration?.waiting) registration.waiting.postMessage('skip-waiting')
    else void loadAnew(wanted)
  }

  function changeController() {
    // The first worker claims a page that it suits. A later one was let in by another tab: it forgets the files of this build.
    if (wasControlled) become({ kept: 'replaced', isUpdateReady: true })
    wasControlled = true
    isAnswerDue = false // of a worker that is gone
    if (wanted) void loadAnew(wanted)
  }

  /** Once for each asking, and not over what is not saved. */
  async function loadAnew(update: Update) {
    if (wanted !== update) return
    wanted = null
    if (await update.isSaved()) reload()
    else update.end()
  }

  async function checkForUpdate() {
    if (!registration) return false
    try {
      await registration.update()
      return true
    } catch {
      return false
    } finally {
      look() // what could not be kept earlier is tried again
    }
  }

  page.addEventListener('visibilitychange', () => {
    if (page.visibilityState === 'visible') void checkForUpdate()
  })
  if (container) void start(container)

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    checkForUpdate,
    applyUpdate: isSaved =>
      new Promise(end => {
        wanted = { isSaved, end }
        letIn()
        if (isAnswerDue) setTimeout(hearAnswer, LONGEST_WAIT)
      }),
  }
}

/** The real browser; in development the sources change under the page, so nothing is kept. */
function browser(): Surroundings {
  const isOffered = import.meta.env.PROD && 'serviceWorker' in navigator
  return {
    container: isOffered ? navigator.serviceWorker : undefined,
    page: document,
    reload: () => {
      location.reload()
    },
    whenIdle: work => {
      // Safari has no requestIdleCallback; by then the first view has long been drawn.
      if ('requestIdleCallback' in window) requestIdleCallback(work, { timeout: 10_000 })
      else setTimeout(work, 2_000)
    },
  }
}
