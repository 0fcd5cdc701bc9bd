import { X } from 'lucide-react'
import { lazy, Suspense, useEffect, useRef, type KeyboardEvent } from 'react'
import { annotationVersions } from '../store/open-article.ts'
import { isMine } from '../store/cursor-target.ts'
import { useReview, useReviewStore } from '../store/use-review.ts'
import { ReviewerBadge, useReviewerName } from '../article-view/reviewer-badge.tsx'
import { shownVersion, type AnnotationVersion } from '../domain/version.ts'
import type { RecordId } from '../domain/identifiers.ts'
import { Button } from '../ui/button.tsx'
import { ErrorBoundary } from '../ui/error-boundary.tsx'
import { words } from '../wording/words.ts'
import './quiet.css'
import './history-panel.css'

// The comparison of words is needed only here.
const VersionList = lazy(async () => ({ default: (await import('./version-list.tsx')).VersionList }))

/** The history of an annotation of the open article, in place of the cards while it is shown. */
export function HistoryPanel() {
  const id = useReview(state => state.history)
  const versions = useReview(state => (state.open && id !== null ? annotationVersions(state.open, id) : null))
  const shown = shownVersion(versions ?? [])
  // Nothing is left of what was erased for good.
  if (id === null || !versions || !shown || shown.kind === 'erased') return null
  return <Panel id={id} versions={versions} />
}

interface PanelProps {
  readonly id: RecordId
  readonly versions: readonly AnnotationVersion[]
}

function Panel({ id, versions }: PanelProps) {
  const store = useReviewStore()
  const heading = useFocusWhileShown()
  useCardsThatOpen()
  const nameOf = useReviewerName()
  const reviewer = versions[0]!.reviewer
  const mine = useReview(state => isMine(state, { reviewer }))
  const { history } = words
  const close = () => store.getState().showHistory(null)

  function closeOnEscape(event: KeyboardEvent) {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.preventDefault()
    close()
  }

  function restore(hash: string) {
    store.getState().restoreVersion(id, hash)
    heading.current?.focus() // the button that had the focus may be gone
  }

  return (
    <aside className="history-panel" aria-labelledby="history-heading" onKeyDown={closeOnEscape}>
      <header className="history-panel-header">
        <h2 id="history-heading" ref={heading} tabIndex={-1}>
          {history.title}
        </h2>
        <Button icon={<X size={18} aria-hidden />} iconOnly onClick={close}>
          {history.close}
        </Button>
      </header>
      <div className="history-panel-body">
        <Quote versions={versions} />
        {!mine && (
          <p className="version-quiet">
            <ReviewerBadge reviewer={reviewer} /> {history.readOnly(nameOf(reviewer))}
          </p>
        )}
        <ErrorBoundary key={id} part={words.trouble.parts.history}>
          <Suspense fallback={null}>
            <VersionList versions={versions} onRestore={mine ? restore : null} />
          </Suspense>
        </ErrorBoundary>
      </div>
    </aside>
  )
}

function Quote({ versions }: Pick<PanelProps, 'versions'>) {
  const told = shownVersion(versions.filter(version => version.kind === 'content'))
  return told ? (
    <blockquote className="history-panel-quote" dir="auto">
      “{told.content.selector.quote.exact}”
    </blockquote>
  ) : null
}

/** The panel stands where the cards do: it shows the annotation whose card would open. */
function useCardsThatOpen(): void {
  const store = useReviewStore()
  useEffect(
    () =>
      store.subscribe(({ selected, showHistory }, before) => {
        if (selected !== null && selected !== before.selected) showHistory(selected)
      }),
    [store],
  )
}

/** Takes the focus to the heading, and gives it back when the panel goes: to where it was, or else to the article. */
function useFocusWhileShown() {
  const store = useReviewStore()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    const before = document.activeElement
    heading.current?.focus()
    return () => {
      // After what is shown instead of the panel can take it.
      queueMicrotask(() => {
        if (document.activeElement !== document.body) return
        if (before instanceof HTMLElement && before !== document.body && before.isConnected) before.focus()
        if (document.activeElement === document.body) store.getState().requestFocus({ target: 'article', id: null })
      })
    }
  }, [store])
  return heading
}
