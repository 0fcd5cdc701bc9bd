import { useEffect, useState } from 'react'

/** What the browser says of this site's storage. */
export interface StorageFacts {
  /** Bytes; `null` where the browser does not say. */
  readonly used: number | null
  /** Bytes that the browser allows; `null` where it does not say. */
  readonly available: number | null
  /** Whether the browser has promised not to evict the data by itself. */
  readonly isPersisted: boolean
}

/** The facts, `null` until they are known, and a way to ask the browser for its promise, which answers whether it gave it. */
export function useStorageFacts(): readonly [StorageFacts | null, () => Promise<boolean>] {
  const [facts, setFacts] = useState<StorageFacts | null>(null)
  useEffect(() => {
    let isShown = true
    void readFacts().then(read => isShown && setFacts(read))
    return () => {
      isShown = false
    }
  }, [])
  const askToKeep = async () => {
    const isPersisted = await answerOf(() => navigator.storage.persist())
    if (isPersisted) setFacts(before => before && { ...before, isPersisted })
    return isPersisted ?? false
  }
  return [facts, askToKeep]
}

/** Begins again without anything that this tab still has in memory. */
export function startOver(): void {
  // An address without a fragment is loaded afresh; taking only the fragment away would show another page of this tab.
  window.location.replace(window.location.pathname)
}

async function readFacts(): Promise<StorageFacts> {
  const estimate = await answerOf(() => navigator.storage.estimate())
  const isPersisted = await answerOf(() => navigator.storage.persisted())
  return { used: estimate?.usage ?? null, available: estimate?.quota ?? null, isPersisted: isPersisted ?? false }
}

// Insecure or opaque origins have no `navigator.storage`, and some browsers refuse in private mode.
async function answerOf<T>(ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask()
  } catch {
    return null
  }
}
