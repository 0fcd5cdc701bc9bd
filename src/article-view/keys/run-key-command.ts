import { segmentAt } from '../../anchoring/find-segment.ts'
import type { RecordId } from '../../domain/identifiers.ts'
import type { Span } from '../../domain/selector.ts'
import type { Verdict } from '../../domain/verdict.ts'
import { nextUnreviewed } from '../../store/commands-slice.ts'
import {
  annotationFor,
  annotationsWithin,
  cursorRange,
  cursorSpan,
  isMine,
  marksWithin,
} from '../../store/cursor-target.ts'
import type { ReviewState } from '../../store/review-state.ts'
import type { ReviewStore } from '../../store/review-store.ts'
import { shownAnnotations } from '../../store/selectors.ts'
import type { KeyCommand } from './key-table.ts'

/** Does what a key of the keyboard table says. */
export function runKeyCommand(command: KeyCommand, store: ReviewStore): void {
  COMMANDS[command](store)
}

const COMMANDS: Readonly<Record<KeyCommand, (store: ReviewStore) => void>> = {
  'next-segment': store => step(store, 1),
  'previous-segment': store => step(store, -1),
  'extend-next': store => extend(store, 1),
  'extend-previous': store => extend(store, -1),
  'first-segment': store => goTo(store, 0),
  'last-segment': store => goTo(store, Number.MAX_SAFE_INTEGER),
  verified: store => tag(store, 'verified'),
  disputed: store => tag(store, 'disputed'),
  unverified: store => tag(store, 'unverified'),
  'nothing-to-check': store => {
    store.getState().toggleNothingToCheck()
    advance(store)
  },
  note: store => store.getState().addNote(),
  evidence: store => store.getState().addEvidence(),
  open: openCard,
  'next-annotation': store => stepAnnotation(store, 1),
  'previous-annotation': store => stepAnnotation(store, -1),
  'next-unreviewed': goToUnreviewed,
  choose: store => {
    const { selected, chosen, choose } = store.getState()
    if (selected) choose(selected, !chosen.has(selected))
  },
  history: showHistory,
  delete: store => store.getState().removeAtCursor(),
  find: store => store.getState().requestFocus({ target: 'search', id: null }),
  help: store => store.getState().showHelp(true),
  leave,
  undo: store => store.getState().undo(),
  redo: store => store.getState().redo(),
}

/** Puts the cursor on one segment, opens the card of what stands there, and says both. */
export function goTo(store: ReviewStore, index: number): void {
  const state = store.getState()
  const last = (state.open?.segments.length ?? 0) - 1
  if (last < 0) return
  const head = Math.max(0, Math.min(index, last))
  state.selectText(null)
  state.placeCursor({ anchor: head, head })
  state.requestFocus(null)
  state.select(annotationHere(store.getState()))
  announceSegment(store)
}

/** Opens the card of an annotation and puts the cursor where its statement begins. */
export function goToAnnotation(store: ReviewStore, id: RecordId): void {
  const state = store.getState()
  const annotation = state.open?.annotations.get(id)
  if (!annotation) return
  if (annotation.anchor.kind === 'anchored') {
    const head = segmentAt(state.open!.segments, annotation.anchor.from)
    state.placeCursor({ anchor: head, head })
  }
  state.selectText(null)
  state.select(id)
}

/** Puts the cursor where a stretch of the text begins, and selects it. */
export function goToPlace(store: ReviewStore, place: Span): void {
  const { open, placeCursor, selectText } = store.getState()
  const head = segmentAt(open?.segments ?? [], place.from)
  placeCursor({ anchor: head, head })
  selectText(place)
}

function step(store: ReviewStore, by: 1 | -1): void {
  const state = store.getState()
  // The first press shows the cursor where the reader is; only the next ones move it.
  goTo(store, state.cursor ? state.cursor.head + by : cursorRange(state)[0])
}

function extend(store: ReviewStore, by: 1 | -1): void {
  const state = store.getState()
  const cursor = state.cursor ?? { anchor: cursorRange(state)[0], head: cursorRange(state)[0] - by }
  const head = Math.max(0, Math.min(cursor.head + by, (state.open?.segments.length ?? 1) - 1))
  state.selectText(null)
  state.placeCursor({ anchor: cursor.anchor, head })
  state.select(annotationHere(store.getState()))
  announceSegment(store)
}

function tag(store: ReviewStore, verdict: Verdict): void {
  const isSelection = store.getState().selection !== null
  store.getState().tag(verdict)
  if (!isSelection) advance(store)
}

function advance(store: ReviewStore): void {
  const { settings } = store.getState()
  const [, last] = cursorRange(store.getState())
  if (settings.advanceAfterTag) goTo(store, last + 1)
  else if (!store.getState().cursor) store.getState().placeCursor({ anchor: last, head: last })
}

function openCard(store: ReviewStore): void {
  const state = store.getState()
  const span = state.selection ?? cursorSpan(state)
  const here = state.open && span ? annotationsWithin(state.open, span) : []
  const selected = here.findIndex(({ id }) => id === state.selected)
  // Leaving a card asks for the article and names the card, so that the next press goes on to the next one.
  const wasEntered = selected >= 0 && state.focusRequest?.id === state.selected
  const next = here[wasEntered ? (selected + 1) % here.length : Math.max(0, selected)]
  if (!next) return state.announce({ kind: 'nothing-here' })
  state.select(next.id)
  state.requestFocus({ target: 'card', id: next.id })
}

function stepAnnotation(store: ReviewStore, by: 1 | -1): void {
  const state = store.getState()
  const annotations = shownAnnotations(state).filter(({ anchor }) => anchor.kind === 'anchored')
  if (annotations.length === 0) return state.announce({ kind: 'nothing-here' })
  const current = annotations.findIndex(({ id }) => id === state.selected)
  const next = current >= 0 ? current + by : besideCursor(state, by)
  const found = annotations.at(((next % annotations.length) + annotations.length) % annotations.length)!
  goToAnnotation(store, found.id)
  announceSegment(store)
}

function besideCursor(state: ReviewState, by: 1 | -1): number {
  const at = cursorSpan(state)?.from ?? 0
  const after = shownAnnotations(state).findIndex(({ anchor }) => anchor.kind === 'anchored' && anchor.from >= at)
  if (after < 0) return by > 0 ? 0 : -1 // all stand before the cursor: the first is next, the last is previous
  return by > 0 ? after : after - 1
}

function goToUnreviewed(store: ReviewStore): void {
  const next = nextUnreviewed(store.getState())
  if (next === null) store.getState().announce({ kind: 'all-reviewed' })
  else goTo(store, next)
}

/** Of the open card, else of what stands under the cursor. */
function showHistory(store: ReviewStore): void {
  const state = store.getState()
  const id = state.selected ?? annotationHere(state)
  if (id === null) return state.announce({ kind: 'nothing-here' })
  state.settleDrafts()
  state.showHistory(id)
}

/** One Escape takes back one thing. */
function leave(store: ReviewStore): void {
  const state = store.getState()
  if (state.history) state.showHistory(null)
  else if (state.selection) state.selectText(null)
  else if (state.selected) state.select(null)
  else if (state.chosen.size > 0) state.chooseOnly([])
  else state.placeCursor(null)
}

/** What a verdict would change here, else what another reviewer says: a part that one annotated would take the verdict for the whole. */
function annotationHere(state: ReviewState): RecordId | null {
  const span = cursorSpan(state)
  if (!span || !state.open) return null
  const own = annotationFor({ ...state, selected: null }, span, false)
  return (own ?? annotationsWithin(state.open, span).find(annotation => !isMine(state, annotation)))?.id ?? null
}

function announceSegment(store: ReviewStore): void {
  const state = store.getState()
  const span = cursorSpan(state)
  if (!span || !state.open) return
  const verdict = state.selected ? state.open.annotations.get(state.selected)?.content.verdict : undefined
  const isMarked = marksWithin(state, span).length > 0
  state.announce({
    kind: 'segment',
    text: state.open.text.slice(span.from, span.to),
    verdict: verdict ?? (isMarked ? 'nothing-to-check' : null),
  })
}
