import 'fake-indexeddb/auto'
import { createReviewStorage, type LibraryStorage, type StorageOptions } from '../storage/indexed-db-storage.ts'
import type { SentinelArea } from '../storage/sentinel.ts'
import { aUuid } from './builders.ts'

/** A browser with an empty database of its own, in which tabs open and close. */
export interface Device {
  /** The database's name. */
  readonly name: string
  /** What lies in its web storage, by key. */
  readonly webStorage: Map<string, string>
  openTab(overrides?: Partial<StorageOptions>): Tab
}

export interface Tab {
  readonly storage: LibraryStorage
  /** What the tab was told through the channel, in order. */
  readonly heard: readonly unknown[]
  /** Ends the tab: its locks are free again and it hears nothing more. */
  close(): void
}

/** When these tabs write, unless told otherwise: in ms since 1970. */
export const NOON = Date.UTC(2026, 10, 20, 12)

let devices = 0
let ids = 0

/** A device that no other test uses. */
export function aDevice(): Device {
  devices += 1
  const name = `factmark-${devices}`
  const locked = new Set<string>()
  const ports = new Set<FakePort>()
  const webStorage = new Map<string, string>()
  const area: SentinelArea = {
    getItem: key => webStorage.get(key) ?? null,
    setItem: (key, text) => void webStorage.set(key, text),
    removeItem: key => void webStorage.delete(key),
  }
  return {
    name,
    webStorage,
    openTab(overrides = {}) {
      const locks = new FakeLocks(locked)
      const port = new FakePort(ports)
      const heard: unknown[] = []
      port.addEventListener('message', event => heard.push((event as MessageEvent).data))
      const storage = createReviewStorage({
        ...{ name, newId: aFreshId, now: () => NOON, locks, channel: port, patience: 0, sentinelArea: () => area },
        ...overrides,
      })
      return {
        storage,
        heard,
        close() {
          locks.releaseAll()
          ports.delete(port)
        },
      }
    },
  }
}

function aFreshId(): string {
  ids += 1
  return aUuid(0xf000 + ids)
}

/** Web Locks as far as they are used: what is free is granted until the work or the tab ends. */
class FakeLocks {
  readonly #locked: Set<string>
  readonly #mine = new Set<string>()

  constructor(locked: Set<string>) {
    this.#locked = locked
  }

  async request(
    name: string,
    { ifAvailable }: { readonly ifAvailable: boolean },
    whenGranted: (lock: unknown) => Promise<void>,
  ) {
    while (this.#locked.has(name)) {
      if (ifAvailable) return whenGranted(null)
      await new Promise(resolve => setTimeout(resolve))
    }
    this.#locked.add(name)
    this.#mine.add(name)
    try {
      await whenGranted({ name })
    } finally {
      this.#locked.delete(name)
      this.#mine.delete(name)
    }
  }

  releaseAll() {
    for (const name of this.#mine) this.#locked.delete(name)
  }
}

/** A BroadcastChannel that delivers at once. */
class FakePort extends EventTarget {
  readonly #all: Set<FakePort>

  constructor(all: Set<FakePort>) {
    super()
    this.#all = all
    all.add(this)
  }

  postMessage(data: unknown) {
    if (!this.#all.has(this)) return
    for (const port of this.#all) if (port !== this) port.dispatchEvent(new MessageEvent('message', { data }))
  }
}
