import { useEffect } from 'react'
import type { ReviewStore } from '../store/review-store.ts'

/**
 * Undo and redo wherever the focus is. While a field holds what is not saved yet, and in fields that save nothing,
 * Ctrl+Z stays the browser's own.
 */
export function useGlobalKeys(store: ReviewStore): void {
  useEffect(() => {
    const keyed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || !(event.ctrlKey || event.metaKey) || isTyping(event.target)) return
      const key = event.key.toLowerCase()
      const isRedo = key === 'y' || (key === 'z' && event.shiftKey)
      if (!isRedo && key !== 'z') return
      event.preventDefault()
      const { open, undo, redo, undoShelf, redoShelf } = store.getState()
      if (open) return isRedo ? redo() : undo()
      return isRedo ? redoShelf() : undoShelf()
    }
    document.addEventListener('keydown', keyed)
    return () => document.removeEventListener('keydown', keyed)
  }, [store])
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return false
  if (target instanceof HTMLInputElement && ['checkbox', 'radio', 'button'].includes(target.type)) return false
  // An empty field holds nothing that the browser could take back.
  return target.dataset.field !== 'saved' && target.value !== ''
}
