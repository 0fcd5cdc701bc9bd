import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import type { ReviewStore } from './review-store.ts'
import type { ReviewState } from './review-state.ts'

/** Hands the store of this tab to the components. */
export const ReviewStoreContext = createContext<ReviewStore | null>(null)

/** What a component shows of the store; it renders again when the answer is another value. */
export function useReview<T>(select: (state: ReviewState) => T): T {
  return useStore(useReviewStore(), select)
}

/** The store itself, for event handlers. Throws outside of the provider. */
export function useReviewStore(): ReviewStore {
  const store = useContext(ReviewStoreContext)
  if (!store) throw new Error('No review store is provided here.')
  return store
}
