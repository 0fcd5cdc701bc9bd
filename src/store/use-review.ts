import { createContext, useContext, useDeferredValue, useMemo } from 'react'
import { useStore } from 'zustand'
import type { ReviewStore } from './review-store.ts'
import type { ReviewState } from './review-state.ts'
import type { OfArticle } from './selectors.ts'

/** Hands the store of this tab to the components. */
export const ReviewStoreContext = createContext<ReviewStore | null>(null)

/** What a component shows of the store; it renders again when the answer is another value. */
export function useReview<T>(select: (state: ReviewState) => T): T {
  return useStore(useReviewStore(), select)
}

/** The same for counts of thousands: worked out after what was done is painted, for the next frame. */
export function useReviewSoon<T>(select: (state: OfArticle) => T): T {
  const open = useDeferredValue(useReview(state => state.open))
  const settings = useReview(state => state.settings)
  return useMemo(() => select({ open, settings }), [select, open, settings])
}

/** The store itself, for event handlers. Throws outside of the provider. */
export function useReviewStore(): ReviewStore {
  const store = useContext(ReviewStoreContext)
  if (!store) throw new Error('No review store is provided here.')
  return store
}
