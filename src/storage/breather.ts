const SLICE = 12 // ms of work at a time: a frame has 16

/** Lets the page answer to the person between stretches of long work. Call it often: it mostly does nothing. */
export function createBreather(rest: () => Promise<void> = nextTask): () => Promise<void> {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < SLICE) return
    await rest()
    since = performance.now()
  }
}

/** The same for work that nobody waits for: it goes on when the page has nothing else to do. */
export function createPatientBreather(): () => Promise<void> {
  return createBreather(() => whenIdle(1000))
}

/**
 * Resolves when the page has nothing else to do, after `longest` milliseconds at the latest; at once where the browser does
 * not say when it is idle (Safari), and in a hidden page, which may soon be gone.
 */
export function whenIdle(longest: number): Promise<void> {
  if (typeof requestIdleCallback !== 'function' || document.visibilityState === 'hidden') return nextTask()
  return new Promise(resolve => requestIdleCallback(() => resolve(), { timeout: longest }))
}

// A timer waits for a second where the page is hidden, a message does not.
function nextTask(): Promise<void> {
  return new Promise(resolve => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })
}
