import { ChevronDown, ChevronUp } from 'lucide-react'
import { useEffect, useId, useRef, type KeyboardEvent } from 'react'
import { goToPlace } from '../article-view/keys/run-key-command.ts'
import { searchHits, shownAnnotations } from '../store/selectors.ts'
import { useReview, useReviewStore } from '../store/use-review.ts'
import { Button } from '../ui/button.tsx'
import { words } from '../wording/words.ts'

/** Search in the article and its annotations: cards are filtered, places in the text are marked and can be walked through. */
export function SearchBox() {
  const store = useReviewStore()
  const input = useRef<HTMLInputElement>(null)
  const heading = useId()
  const query = useReview(state => state.filter.words)
  const hits = useReview(searchHits)
  const shown = useReview(state => shownAnnotations(state).length)
  const request = useReview(state => state.focusRequest)

  useEffect(() => {
    if (request?.target === 'search') input.current?.focus()
  }, [request])

  function step(by: 1 | -1) {
    const { selection, cursor, open } = store.getState()
    if (!open || hits.length === 0) return
    const at = selection?.from ?? (cursor ? (open.segments[cursor.head]?.from ?? -1) : -1)
    const next = by > 0 ? hits.findIndex(hit => hit.from > at) : hits.findLastIndex(hit => hit.from < at)
    const hit = hits.at(next >= 0 ? next : by > 0 ? 0 : -1)!
    goToPlace(store, hit)
  }

  function keyed(event: KeyboardEvent) {
    if (event.key === 'Enter') step(event.shiftKey ? -1 : 1)
    else if (event.key === 'Escape') {
      store.getState().changeFilter({ words: '' })
      store.getState().selectText(null)
      store.getState().requestFocus({ target: 'article', id: null })
    } else return
    event.preventDefault()
  }

  return (
    <section role="search" aria-labelledby={heading}>
      <h2 id={heading}>{words.review.find}</h2>
      <input
        ref={input}
        type="search"
        className="search-input"
        aria-label={words.review.search}
        placeholder={words.review.searchHint}
        value={query}
        onChange={event => store.getState().changeFilter({ words: event.target.value })}
        onKeyDown={keyed}
      />
      {query.trim() !== '' && (
        <div className="search-result">
          <p role="status">{words.review.searchHits(hits.length, shown)}</p>
          <Button
            icon={<ChevronUp size={16} aria-hidden />}
            iconOnly
            disabled={hits.length === 0}
            onClick={() => step(-1)}
          >
            {words.review.previousHit}
          </Button>
          <Button
            icon={<ChevronDown size={16} aria-hidden />}
            iconOnly
            disabled={hits.length === 0}
            onClick={() => step(1)}
          >
            {words.review.nextHit}
          </Button>
        </div>
      )}
    </section>
  )
}
