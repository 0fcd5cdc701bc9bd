const SLICE = 12 // ms of work at a time: a frame has 16
const WORTH_IT = 6 // ms; while something is scrolled there are fewer between two frames, and they are left to it

/** Lets the page answer to the person between stretches of long work. Call it often: it mostly does nothing. */
export function createBreather(): () => Promise<void> {
  return breather(async () => {
    await nextTask()
    return SLICE
  })
}

/** The same for work that nobody waits for: it goes on when the page has nothing else to do. */
export function createPatientBreather(): () => Promise<void> {
  return breather(() => idleTime(1000))
}

/** `rest` answers how many milliseconds of work there is time for after it. */
function breather(rest: () => Promise<number>): () => Promise<void> {
  let end = performance.now() + SLICE
  return async () => {
    if (performance.now() < end) return
    const time = await rest()
    end = performance.now() + time
  }
}

/**
 * Resolves when the page has nothing else to do, after `longest` milliseconds at the latest, with the milliseconds that
 * there are; at once where the browser does not say when it is idle (Safari), and in a hidden page, which may soon be gone.
 */
export async function idleTime(longest: number): Promise<number> {
  const last = performance.now() + longest
  while (typeof requestIdleCallback === 'function' && document.visibilityState !== 'hidden') {
    const deadline = await nextIdle(last - performance.now())
    const time = Math.min(SLICE, deadline.timeRemaining())
    if (time >= WORTH_IT) return time
    if (deadline.didTimeout || performance.now() >= last) return SLICE
  }
  await nextTask()
  return SLICE
}

function nextIdle(timeout: number): Promise<IdleDeadline> {
  return new Promise(resolve => requestIdleCallback(resolve, { timeout: Math.max(1, timeout) }))
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
