import { useEffect, useState } from 'react'

/** Bytes on this device; `null` where the browser does not say. */
export interface Room {
  readonly used: number | null
  /** What the browser allows. */
  readonly available: number | null
}

/** How much room there is, `null` until it is known. Asked again when `occasion` changes. */
export function useRoom(occasion: unknown): Room | null {
  const [room, setRoom] = useState<Room | null>(null)
  useEffect(() => {
    let isShown = true
    void estimate().then(found => isShown && setRoom(found))
    return () => {
      isShown = false
    }
  }, [occasion])
  return room
}

async function estimate(): Promise<Room> {
  try {
    const { usage, quota } = await navigator.storage.estimate()
    return { used: usage ?? null, available: quota ?? null }
  } catch {
    // Insecure or opaque origins have no `navigator.storage`, and some browsers refuse in private mode.
    return { used: null, available: null }
  }
}
