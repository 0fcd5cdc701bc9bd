import { BETWEEN_FOLDER_BACKUPS } from './backup-slice.ts'
import type { ReviewStore } from './review-store.ts'

/**
 * Makes the copies that make themselves: once the page is idle after the start and after something was saved, from time to
 * time, and when the page is hidden.
 */
export function keepCopies(store: ReviewStore, page: Pick<Document, 'addEventListener' | 'visibilityState'>): void {
  let isDue = false
  const soon = () => {
    if (isDue) return
    isDue = true
    whenIdle(() => {
      isDue = false
      void store.getState().keepCopies(false)
    })
  }
  store.subscribe((state, before) => {
    const hasStarted = state.started === 'yes' && before.started !== 'yes'
    const isSaved = state.saving.kind === 'saved' && before.saving.kind !== 'saved'
    if (hasStarted || isSaved) soon()
  })
  page.addEventListener('visibilitychange', () => {
    if (page.visibilityState === 'hidden') void store.getState().keepCopies(true)
  })
  // What was changed shortly after a backup waits for the next one, even if nothing else is changed.
  setInterval(soon, BETWEEN_FOLDER_BACKUPS)
}

const PATIENCE = 3000 // ms; a page that is never idle gets its copies all the same

function whenIdle(work: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(work, { timeout: PATIENCE })
  else setTimeout(work, 1000)
}
