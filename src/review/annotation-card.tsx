import { History, Link2, Trash2 } from 'lucide-react'
import { memo, useEffect, useMemo, useRef, type KeyboardEvent, type MouseEvent } from 'react'
import { goToAnnotation } from '../article-view/keys/run-key-command.ts'
import { VerdictLabel } from '../article-view/verdict-sign.tsx'
import { cardId } from '../article-view/view/card-id.ts'
import { ConflictBox, ConflictLine, ConflictSign } from '../history/conflict-box.tsx'
import { withheldEvidence, type WithheldVersion } from '../domain/withheld.ts'
import { isMine } from '../store/cursor-target.ts'
import { readingInHand } from '../store/history-slice.ts'
import { withheldOf, type PlacedAnnotation } from '../store/open-article.ts'
import { useReview, useReviewStore } from '../store/use-review.ts'
import { ErrorBoundary } from '../ui/error-boundary.tsx'
import { words } from '../wording/words.ts'
import { CardForm } from './card-form.tsx'
import { CardSummary } from './card-summary.tsx'
import { ChangeBox, ChangeLine } from './change-box.tsx'
import { formatMinute } from '../wording/dates.ts'
import { ReviewerBadge, useReviewerName } from '../article-view/reviewer-badge.tsx'
import './annotation-card.css'

interface AnnotationCardProps {
  readonly annotation: PlacedAnnotation
  readonly isOpen: boolean
}

/** One annotation: in short, or open with all that can be said of the statement. Its failure leaves the other cards alone. */
export const AnnotationCard = memo(function AnnotationCard(props: AnnotationCardProps) {
  return (
    <ErrorBoundary part={words.trouble.parts.card} id={cardId(props.annotation.id)}>
      <Card {...props} />
    </ErrorBoundary>
  )
})

function Card({ annotation, isOpen }: AnnotationCardProps) {
  const store = useReviewStore()
  const card = useRef<HTMLDivElement>(null)
  const mine = useReview(state => isMine(state, annotation))
  const isChosen = useReview(state => state.chosen.has(annotation.id))
  const nameOf = useReviewerName()
  useFocusRequest(card, annotation.id, isOpen)
  const { review, common } = words
  const { id, reviewer, modified } = annotation
  const content = useReview(state => (isOpen && mine && readingInHand(state, id)?.content) || annotation.content)
  const kept = useReview(state => (state.open ? withheldOf(state.open, id) : NOTHING))
  const withheld = useMemo(() => withheldEvidence(kept), [kept])
  const quote = content.selector.quote.exact

  function clicked(event: MouseEvent) {
    const isControl = (event.target as Element).closest('button, input, textarea, select, label, a')
    if (!isOpen && !isControl) goToAnnotation(store, id)
  }

  function keyed(event: KeyboardEvent) {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.preventDefault()
    store.getState().settleDrafts()
    // Stays "entered", so that Enter in the article goes on to the next card at the same place.
    store.getState().requestFocus({ target: 'article', id })
  }

  return (
    <div
      ref={card}
      id={cardId(id)}
      className="card"
      role="comment"
      tabIndex={-1}
      data-verdict={content.verdict}
      data-open={isOpen || undefined}
      aria-label={`${common.verdicts[content.verdict]}: ${shortened(quote, 80)}`}
      onClick={clicked}
      onKeyDown={keyed}
    >
      <header className="card-header">
        <input
          type="checkbox"
          aria-label={review.chooseCard(shortened(quote, 40))}
          checked={isChosen}
          onChange={event => store.getState().choose(id, event.target.checked)}
        />
        <VerdictLabel verdict={content.verdict} />
        <span className="card-by">
          <ReviewerBadge reviewer={reviewer} />
          <span className="visually-hidden">{nameOf(reviewer)}</span>
          {annotation.conflict && isOpen ? (
            <ConflictSign annotation={id} />
          ) : (
            <time dateTime={modified}>{formatMinute(modified)}</time>
          )}
        </span>
      </header>
      <blockquote className="card-quote" dir="auto">
        <button
          type="button"
          aria-expanded={isOpen}
          onClick={() => (isOpen ? store.getState().select(null) : goToAnnotation(store, id))}
        >
          “{isOpen ? quote : shortened(quote, 130)}”
        </button>
      </blockquote>
      {annotation.conflict && !isOpen && <ConflictLine />}
      {annotation.conflict && isOpen && !mine && <ConflictBox annotation={annotation} />}
      {isOpen ? <ChangeBox annotation={annotation} /> : <ChangeLine change={annotation.change} />}
      {isOpen && mine ? (
        <CardForm annotation={annotation} content={content} withheld={withheld} />
      ) : (
        <CardSummary content={content} withheld={withheld} isWhole={isOpen} />
      )}
      {isOpen && (
        <footer className="card-footer">
          <p>
            {review.created(formatMinute(content.created))}, {review.changed(formatMinute(modified))}
            {mine ? '' : ` · ${review.writtenBy(nameOf(reviewer))}`}
          </p>
          <CopyLink annotation={id} />
          <button type="button" className="card-action" onClick={() => showHistory()}>
            <History size={14} aria-hidden />
            {words.history.open}
          </button>
          {mine && (
            <button type="button" className="card-action" onClick={() => remove()}>
              <Trash2 size={14} aria-hidden />
              {review.deleteAnnotation}
            </button>
          )}
        </footer>
      )}
    </div>
  )

  function showHistory() {
    store.getState().settleDrafts()
    store.getState().showHistory(id)
  }

  function remove() {
    store.getState().remove([id])
    store.getState().requestFocus({ target: 'article', id: null })
  }
}

function CopyLink({ annotation }: { readonly annotation: string }) {
  const article = useReview(state => state.open!.article.id)
  const store = useReviewStore()
  async function copy() {
    const address = new URL(`#/article/${article}/statement/${annotation}`, window.location.href)
    try {
      await navigator.clipboard.writeText(address.href)
      store.getState().announce({ kind: 'link-copied' })
    } catch {
      // Without permission the address goes where it can be copied by hand.
      window.location.assign(address)
    }
  }
  return (
    <button type="button" className="card-action" onClick={() => void copy()}>
      <Link2 size={14} aria-hidden />
      {words.review.copyLink}
    </button>
  )
}

const NOTHING: readonly WithheldVersion[] = []

function useFocusRequest(card: React.RefObject<HTMLDivElement | null>, id: string, isOpen: boolean): void {
  const request = useReview(state => state.focusRequest)
  useEffect(() => {
    if (!isOpen || request?.id !== id) return
    const element = card.current
    if (request.target === 'card') element?.focus({ preventScroll: true })
    if (request.target === 'rationale')
      element?.querySelector<HTMLElement>('[data-focus="rationale"]')?.focus({ preventScroll: true })
    if (request.target === 'evidence') {
      // The newest piece of evidence is the last.
      focusLast('fieldset:not([data-withheld]) [data-focus="evidence"]')
    }
    if (request.target === 'withhold' || request.target === 'release') focusLast(`[data-focus="${request.target}"]`)

    function focusLast(selector: string) {
      const found = element?.querySelectorAll<HTMLElement>(selector)
      found?.[found.length - 1]?.focus({ preventScroll: true })
    }
  }, [request, id, isOpen, card])
}

function shortened(text: string, length: number): string {
  if (text.length <= length) return text
  return `${text.slice(0, text.lastIndexOf(' ', length) > 0 ? text.lastIndexOf(' ', length) : length).toWellFormed()}…`
}
