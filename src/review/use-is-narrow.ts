import { useSyncExternalStore } from 'react'

const NARROW = '(max-width: 899px)' // below it there is no room for cards beside a line of 60 characters

/** Whether the cards are a sheet at the bottom. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => window.matchMedia(NARROW).matches)
}

function subscribe(listener: () => void): () => void {
  const query = window.matchMedia(NARROW)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}
