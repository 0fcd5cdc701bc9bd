import { lazy, Suspense, useEffect, useState } from 'react'
import type { StoredOriginals } from '../domain/review-storage.ts'
import { useReview, useReviewStore } from '../store/use-review.ts'
import { formatDay } from '../wording/dates.ts'
import { words } from '../wording/words.ts'

const OriginalDialog = lazy(async () => ({
  default: (await import('../details/original-dialog.tsx')).OriginalDialog,
}))

/** Opens what the text that is open was made of; nothing where that is not known. */
export function OriginalLink() {
  const revision = useReview(state => state.open!.revision.hash)
  const stored = useOriginals()
  const [isShown, setShown] = useState(false)
  const originals = (stored?.originals ?? []).filter(original => original.revision === revision)
  const [first] = originals
  if (!first) {
    return stored && stored.damaged.length > 0 ? <span>{words.details.originalDamaged}</span> : null
  }
  return (
    <>
      <button type="button" onClick={() => setShown(true)}>
        {originals.length === 1
          ? words.details.original(formatDay(first.captured))
          : words.details.originals(originals.length)}
      </button>
      {isShown && (
        <Suspense fallback={null}>
          <OriginalDialog originals={originals} onClose={() => setShown(false)} />
        </Suspense>
      )}
    </>
  )
}

/** The original texts of the open article, read once it is shown and again when it gets another text. */
function useOriginals(): StoredOriginals | null {
  const store = useReviewStore()
  const article = useReview(state => state.open!.article.id)
  const texts = useReview(state => state.open!.revisions.length)
  const [stored, setStored] = useState<StoredOriginals | null>(null)
  useEffect(() => {
    let isWanted = true
    void store
      .getState()
      .readOriginals(article)
      .then(outcome => isWanted && outcome.ok && setStored(outcome.value))
    return () => {
      isWanted = false
    }
  }, [store, article, texts])
  return stored
}
