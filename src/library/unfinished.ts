import { createStore, type StoreApi } from 'zustand'
import { emptyDesk, isBare, type Desk } from './desk.ts'

/** The parts of a `Window` that are used. */
export type GuardedWindow = Pick<Window, 'addEventListener' | 'removeEventListener'>

/**
 * Keeps what lies on the page for new articles while other pages are looked at, until it is added or taken away. While there
 * is something, the browser asks before the window is closed: it is stored nowhere yet.
 */
export function createUnfinished(page: GuardedWindow): StoreApi<Desk> {
  const store = createStore<Desk>(() => emptyDesk())
  const leaving = (event: Event) => event.preventDefault()
  store.subscribe((desk, before) => {
    if (isBare(desk) === isBare(before)) return
    if (isBare(desk)) page.removeEventListener('beforeunload', leaving)
    else page.addEventListener('beforeunload', leaving)
  })
  return store
}
