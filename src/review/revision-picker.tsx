import { useId } from 'react'
import type { Revision } from '../domain/article.ts'
import { useReview, useReviewStore } from '../store/use-review.ts'
import { words } from '../wording/words.ts'

/** Which text of the article is open, where there are several; another one can be opened. */
export function RevisionPicker() {
  const store = useReviewStore()
  const id = useId()
  const revisions = useReview(state => state.open!.revisions)
  const shown = useReview(state => state.open!.revision.hash)
  if (revisions.length < 2) return null
  const ordered = inOrder(revisions)
  return (
    <span>
      <label htmlFor={id}>{words.changes.revision} </label>
      <select id={id} value={shown} onChange={event => void store.getState().showRevision(event.currentTarget.value)}>
        {ordered.map(({ hash }, index) => (
          <option key={hash} value={hash}>
            {words.changes.revisionOf(index + 1, ordered.length)}
          </option>
        ))}
      </select>
    </span>
  )
}

/** Each after the one that it follows; of several that follow the same one, always in the same order. */
function inOrder(revisions: readonly Revision[]): readonly Revision[] {
  const parents = new Map(revisions.map(({ hash, parent }) => [hash, parent]))
  const depth = (hash: string | null, seen = 0): number =>
    hash === null || seen > revisions.length ? seen : depth(parents.get(hash) ?? null, seen + 1)
  return revisions.toSorted((a, b) => depth(a.hash) - depth(b.hash) || (a.hash < b.hash ? -1 : 1))
}
