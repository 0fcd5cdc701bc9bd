import type { ArticleContent } from '../domain/article-content.ts'
import type { TextHash } from '../domain/identifiers.ts'
import type { Run } from '../domain/text-edits.ts'
import type { GuardedWindow } from './unfinished.ts'

/** A text that is being edited: what is written now, and the words of the revision that are still there. */
export interface EditedText {
  readonly content: ArticleContent
  readonly kept: readonly Run[]
}

/** What was edited in revisions and is not saved, kept while other pages are looked at. */
export interface UnsavedEdits {
  of(revision: TextHash): EditedText | null
  /** `null` when there is nothing to save any more. */
  keep(revision: TextHash, edited: EditedText | null): void
}

/** Keeps edits in memory; while there are some, the browser asks before the window is closed. */
export function createUnsavedEdits(page: GuardedWindow): UnsavedEdits {
  const edits = new Map<TextHash, EditedText>()
  const leaving = (event: Event) => event.preventDefault()
  return {
    of: revision => edits.get(revision) ?? null,
    keep(revision, edited) {
      if (edited) edits.set(revision, edited)
      else edits.delete(revision)
      if (edits.size > 0) page.addEventListener('beforeunload', leaving)
      else page.removeEventListener('beforeunload', leaving)
    },
  }
}
