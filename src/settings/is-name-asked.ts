import type { LibrarySlice } from '../store/review-state.ts'

/** Whether a reviewer who has begun to annotate has neither a name nor been asked for one. */
export function isNameAsked({ settings, reviewers }: Pick<LibrarySlice, 'settings' | 'reviewers'>): boolean {
  if (settings.askedForName || settings.reviewer === null) return false
  return reviewers[settings.reviewer]?.name === ''
}
