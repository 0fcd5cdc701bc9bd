/** Milliseconds from a call to the end of its frame's style, layout and paint on the main thread. */
export function frameOf(work: () => unknown): Promise<number> {
  return new Promise(resolve => {
    requestAnimationFrame(() => {
      const start = performance.now()
      const { port1, port2 } = new MessageChannel()
      // Answered by the first task after the frame in which this runs.
      port1.onmessage = () => {
        port1.close()
        resolve(performance.now() - start)
      }
      void work()
      port2.postMessage(null)
    })
  })
}

/** The same for work that goes on after the call: until the end of the frame in which it has ended. */
export async function framesOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  await frameOf(() => {})
  return performance.now() - start
}

/** Reads what the bench offers. */
export async function dataOf<Data>(name: string): Promise<Data> {
  const response = await fetch(`../data/${name}`)
  return (await response.json()) as Data
}
