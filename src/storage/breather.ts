const SLICE = 12 // ms of work at a time: a frame has 16

/** Lets the page answer to the person between stretches of long work. Call it often: it mostly does nothing. */
export function createBreather(): () => Promise<void> {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < SLICE) return
    await nextTask()
    since = performance.now()
  }
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
