import { History, Trash2, Undo2 } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import { goToAnnotation } from '../article-view/keys/run-key-command.ts'
import { useReviewerName } from '../article-view/reviewer-badge.tsx'
import { VerdictLabel } from '../article-view/verdict-sign.tsx'
import type { RemovedAnnotation } from '../domain/shown-annotation.ts'
import { versionHash } from '../domain/version.ts'
import { isMine } from '../store/cursor-target.ts'
import { removedHere } from '../store/selectors.ts'
import { useReview, useReviewStore } from '../store/use-review.ts'
import { Button } from '../ui/button.tsx'
import { InParts } from '../ui/in-parts.tsx'
import { formatMinute } from '../wording/dates.ts'
import { words } from '../wording/words.ts'
import './quiet.css'
import './removed-list.css'

const AT_ONCE = 40 // rows: more than a screen shows
const NONE_REMOVED: readonly RemovedAnnotation[] = []

/** The deleted annotations of the open article, behind a count; nothing where none was deleted. */
export function RemovedList({ onLeave }: { readonly onLeave: () => void }) {
  const store = useReviewStore()
  const removed = useReview(removedHere)
  const [isShown, setShown] = useState(false)
  const list = useId()
  const toggle = useRef<HTMLButtonElement>(null)
  const { history } = words
  if (removed.length === 0) return null

  function restore({ id, last }: RemovedAnnotation) {
    if (!last) return
    store.getState().restoreVersion(id, versionHash(last))
    goToAnnotation(store, id)
    // The button that had the focus is gone, and with the last one the whole list.
    if (removed.length > 1) toggle.current?.focus()
    else store.getState().requestFocus({ target: 'article', id: null })
  }

  return (
    <section className="removed">
      <Button
        ref={toggle}
        icon={<Trash2 size={15} aria-hidden />}
        aria-expanded={isShown}
        aria-controls={list}
        onClick={() => setShown(!isShown)}
      >
        {history.deletedCount(removed.length)}
      </Button>
      <InParts items={isShown ? removed : NONE_REMOVED} atOnce={AT_ONCE} more={history.showMore}>
        {shown => (
          <ul id={list} className="removed-list" aria-label={history.deletedHere} hidden={!isShown}>
            {shown.map(annotation => (
              <Removed
                key={annotation.id}
                annotation={annotation}
                onRestore={() => restore(annotation)}
                onHistory={() => {
                  store.getState().showHistory(annotation.id)
                  onLeave()
                }}
              />
            ))}
          </ul>
        )}
      </InParts>
    </section>
  )
}

interface RemovedProps {
  readonly annotation: RemovedAnnotation
  readonly onRestore: () => void
  readonly onHistory: () => void
}

function Removed({ annotation, onRestore, onHistory }: RemovedProps) {
  const mine = useReview(state => isMine(state, annotation))
  const nameOf = useReviewerName()
  const { history } = words
  const { last, removed, reviewer } = annotation
  const quote = last?.content.selector.quote.exact ?? ''
  return (
    <li>
      {last && <VerdictLabel verdict={last.content.verdict} />}
      <p className="removed-quote" dir="auto">
        {last ? `“${quote}”` : history.nothingLeft}
      </p>
      <p className="version-quiet">
        {history.deletedBy(nameOf(reviewer))} <time dateTime={removed}>{formatMinute(removed)}</time>
      </p>
      <div className="removed-actions">
        {mine && last && (
          <Button
            look="outlined"
            icon={<Undo2 size={14} aria-hidden />}
            aria-label={history.restoreNamed(quote)}
            onClick={onRestore}
          >
            {history.bringBack}
          </Button>
        )}
        <Button icon={<History size={14} aria-hidden />} aria-label={history.of(quote)} onClick={onHistory}>
          {history.open}
        </Button>
      </div>
    </li>
  )
}
