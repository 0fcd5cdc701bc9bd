import { RefreshCw } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { useReviewerName } from '../article-view/reviewer-badge.tsx'
import { staleChange, type ChangeState, type StaleChange } from '../domain/change-state.ts'
import { isMine } from '../store/cursor-target.ts'
import type { PlacedAnnotation } from '../store/open-article.ts'
import { useReview, useReviewStore } from '../store/use-review.ts'
import { Button } from '../ui/button.tsx'
import { words } from '../wording/words.ts'
import './change-box.css'

// The comparison of words is needed only here.
const ChangedText = lazy(async () => ({ default: (await import('../history/changed-text.tsx')).ChangedText }))

/** What became of the words since the verdict was given, and what its reviewer can say to that. Nothing where nothing did. */
export function ChangeBox({ annotation }: { readonly annotation: PlacedAnnotation }) {
  const mine = useReview(state => isMine(state, annotation))
  const nameOf = useReviewerName()
  const change = staleChange(annotation.change)
  if (!change) return null
  return (
    <section className="change-box" aria-label={words.changes.boxName}>
      <p className="change-box-title">
        <RefreshCw size={16} aria-hidden />
        {words.changes.titles[change.kind]}
      </p>
      <Differences change={change} />
      {mine ? (
        <Answers id={annotation.id} change={change} />
      ) : (
        <p>{words.changes.ofOther(nameOf(annotation.reviewer))}</p>
      )}
    </section>
  )
}

/** The same in one line, for a card that is not open. */
export function ChangeLine({ change }: { readonly change: ChangeState | null }) {
  const stale = staleChange(change)
  if (!stale) return null
  return (
    <p className="change-line">
      <RefreshCw size={14} aria-hidden />
      {words.changes.titles[stale.kind]}
    </p>
  )
}

function Differences({ change }: { readonly change: StaleChange }) {
  const { changes } = words
  if (change.kind === 'ambiguous' || change.kind === 'orphaned') {
    const { prefix, exact, suffix } = change.was.quote
    return (
      <p className="change-box-was" dir="auto">
        …{prefix}
        <strong>{exact}</strong>
        {suffix}…
      </p>
    )
  }
  return (
    <>
      {change.kind === 'fact-changed' && (
        <ul>
          {change.facts.map(({ fact, was, is }, index) => (
            <li key={index}>
              {changes.factBecame(changes.facts[fact], was || changes.nothing, is || changes.nothing)}
            </li>
          ))}
        </ul>
      )}
      <Suspense fallback={<p dir="auto">{change.is}</p>}>
        <ChangedText before={change.was} after={change.is} />
      </Suspense>
    </>
  )
}

function Answers({ id, change }: { readonly id: string; readonly change: StaleChange }) {
  const store = useReviewStore()
  const text = useReview(state => state.open!.text)
  const hasSelection = useReview(state => state.selection !== null)
  const { changes } = words
  if (change.kind === 'reworded' || change.kind === 'fact-changed') {
    return (
      <Button look="outlined" onClick={() => store.getState().confirm([id])}>
        {changes.holds}
      </Button>
    )
  }
  const candidates = change.kind === 'ambiguous' ? change.candidates : []
  return (
    <>
      {candidates.map(span => (
        <Button key={span.from} look="outlined" onClick={() => store.getState().attach(id, span)}>
          {changes.isHere(`${text.slice(span.from - CONTEXT, span.from)}${text.slice(span.from, span.to + CONTEXT)}`)}
        </Button>
      ))}
      <p>{changes.attachHelp}</p>
      <Button
        look="outlined"
        disabled={!hasSelection}
        onMouseDown={event => event.preventDefault()} // which would take the selection away
        onClick={() => {
          const { selection } = store.getState()
          if (selection) store.getState().attach(id, selection)
        }}
      >
        {changes.attach}
      </Button>
    </>
  )
}

const CONTEXT = 24 // UTF-16 units on each side, enough to tell two places apart
