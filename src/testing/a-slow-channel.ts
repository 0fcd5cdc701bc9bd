import type { BroadcastPort } from '../storage/tab-channel.ts'

/** A channel between tabs on which what was said waits until it is delivered, in whatever order. */
export interface SlowChannel {
  /** The end of one tab, and how it stops hearing. */
  open(): { readonly port: BroadcastPort; close(): void }
  /** Delivers one of the waiting messages, any number being one of them; `false` when none waits. */
  deliver(which: number): boolean
}

/** A channel with no tab on it. */
export function aSlowChannel(): SlowChannel {
  const ports = new Set<SlowPort>()
  const waiting: { readonly to: SlowPort; readonly data: unknown }[] = []
  return {
    open() {
      const port = new SlowPort(data => {
        if (!ports.has(port)) return
        for (const to of ports) if (to !== port) waiting.push({ to, data: structuredClone(data) })
      })
      ports.add(port)
      return { port, close: () => void ports.delete(port) }
    },
    deliver(which) {
      const [message] = waiting.splice(which % Math.max(1, waiting.length), 1)
      if (!message) return false
      if (ports.has(message.to)) message.to.dispatchEvent(new MessageEvent('message', { data: message.data }))
      return true
    },
  }
}

class SlowPort extends EventTarget {
  readonly postMessage: (data: unknown) => void

  constructor(say: (data: unknown) => void) {
    super()
    this.postMessage = say
  }
}
