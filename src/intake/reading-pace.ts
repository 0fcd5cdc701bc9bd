import type { ReadingPace } from './reader.ts'

const SLICE = 12 // ms of work at a time: a frame has 16

/** A pace at which the page stays responsive. `onProgress` gets shares of the whole work, 0 to 1. */
export function createPace(signal: AbortSignal, onProgress: (share: number) => void): ReadingPace {
  let since = performance.now()
  return {
    signal,
    async pause(share) {
      signal.throwIfAborted()
      if (performance.now() - since < SLICE) return
      onProgress(share)
      await nextTask()
      signal.throwIfAborted()
      since = performance.now()
    },
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
