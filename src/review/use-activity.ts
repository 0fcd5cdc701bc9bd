import { useEffect } from 'react'
import type { ReviewStore } from '../store/review-store.ts'

const SIGNS = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchmove'] as const
const AT_MOST_EVERY = 1000 // ms; a session counts minutes

/** Tells the store when the person is at work. A hidden page pauses the session and stores what is still being typed. */
export function useActivity(store: ReviewStore): void {
  useEffect(() => {
    let last = 0
    let wasVisible = document.visibilityState === 'visible'
    const sign = (event: Event) => {
      if (event.timeStamp - last < AT_MOST_EVERY) return
      last = event.timeStamp
      store.getState().noteActivity(wasVisible)
      wasVisible = true
    }
    const visibilityChanged = () => {
      const { noteActivity, settleDrafts, pauseSession, rememberView } = store.getState()
      if (document.visibilityState === 'visible') return
      noteActivity(wasVisible)
      wasVisible = false
      settleDrafts()
      pauseSession()
      rememberView()
    }
    const leaving = () => store.getState().settleDrafts()
    for (const name of SIGNS) window.addEventListener(name, sign, { passive: true })
    document.addEventListener('visibilitychange', visibilityChanged)
    window.addEventListener('pagehide', leaving)
    return () => {
      for (const name of SIGNS) window.removeEventListener(name, sign)
      document.removeEventListener('visibilitychange', visibilityChanged)
      window.removeEventListener('pagehide', leaving)
    }
  }, [store])
}
