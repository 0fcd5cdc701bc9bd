import { useCallback, useMemo, useSyncExternalStore } from 'react'

/** Below it there is no room for a column beside a line of 60 characters. */
export const NARROW = '(max-width: 899px)'

/** Up to it the parts of a row stand below each other, as in the style sheets. */
export const STACKED = '(max-width: 640px)'

/** Whether a media query holds now; renders again when that changes. */
export function useMediaQuery(query: string): boolean {
  const list = useMemo(() => window.matchMedia(query), [query])
  const subscribe = useCallback(
    (listener: () => void) => {
      list.addEventListener('change', listener)
      return () => list.removeEventListener('change', listener)
    },
    [list],
  )
  return useSyncExternalStore(subscribe, () => list.matches)
}
