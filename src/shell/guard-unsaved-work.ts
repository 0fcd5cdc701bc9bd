import type { ReviewStore } from '../store/review-store.ts'

/** The parts of a `Window` that are used. */
export interface GuardedPage {
  readonly document: Pick<Document, 'addEventListener' | 'visibilityState'>
  addEventListener(type: 'beforeunload', listener: (event: Event) => void): void
  removeEventListener(type: 'beforeunload', listener: (event: Event) => void): void
}

/**
 * Tries again to save what could not be saved as soon as the page is looked at again (a hidden page's timers may sleep), and
 * lets the browser ask before a page with work that is not saved is left.
 */
export function guardUnsavedWork(store: ReviewStore, page: GuardedPage): void {
  page.document.addEventListener('visibilitychange', () => {
    if (page.document.visibilityState === 'visible') void store.getState().retrySaving()
  })
  const leaving = (event: Event) => {
    // While the person is asked, it is written.
    store.getState().settleDrafts()
    if (store.getState().saving.kind !== 'saved') event.preventDefault()
  }
  // Only while there may be something to ask: the listener alone keeps some browsers from going back to a page at once.
  store.subscribe(({ saving }, before) => {
    if (saving === before.saving) return
    if (saving.kind === 'saved') page.removeEventListener('beforeunload', leaving)
    else page.addEventListener('beforeunload', leaving)
  })
}
