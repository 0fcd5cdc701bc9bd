import { useState, type ChangeEvent } from 'react'
import { useReviewStore } from './use-review.ts'

interface DraftField {
  readonly value: string
  readonly onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => void
  readonly onBlur: () => void
  /** Whether Ctrl+Z is the browser's own (`typing`) or undoes what was saved. */
  readonly 'data-field': 'typing' | 'saved'
}

/**
 * A field that saves by itself: after a second's pause, when it is left, or when the page is hidden. What `isValid`
 * refuses stays in the field and is not saved. `field` names it uniquely in the page.
 */
export function useDraft(
  field: string,
  stored: string,
  save: (value: string) => void,
  isValid: (value: string) => boolean = () => true,
): DraftField {
  const store = useReviewStore()
  const [typed, setTyped] = useState<string | null>(null)
  return {
    value: typed ?? stored,
    onChange(event) {
      // A half of a surrogate pair could not be written in UTF-8.
      const value = event.target.value.toWellFormed()
      setTyped(value)
      store.getState().draft(field, () => {
        if (!isValid(value)) return
        setTyped(null)
        save(value)
      })
    },
    onBlur: () => store.getState().settleDraft(field),
    'data-field': typed === null ? 'saved' : 'typing',
  }
}
