import { segmentAt } from '../anchoring/find-segment.ts'
import type { RecordId } from '../domain/identifiers.ts'
import type { Span } from '../domain/selector.ts'
import type { OpenArticle, PlacedAnnotation, PlacedMark } from './open-article.ts'
import type { ReviewState } from './review-state.ts'

/** The first and the last segment under the cursor; before the first move the segment at the top of the view. */
export function cursorRange({ open, cursor, topOffset }: ReviewState): readonly [number, number] {
  if (cursor) return [Math.min(cursor.anchor, cursor.head), Math.max(cursor.anchor, cursor.head)]
  const top = segmentAt(open?.segments ?? [], topOffset)
  return [top, top]
}

/** The text from the first to the last segment under the cursor, in UTF-16 offsets. */
export function cursorSpan(state: ReviewState): Span | null {
  const [first, last] = cursorRange(state).map(index => state.open?.segments[index])
  return first && last ? { from: first.from, to: last.to } : null
}

/**
 * The local reviewer's annotation of a statement. An exact selection means only the annotation of just these words;
 * the cursor means the open card if it stands there, else of those that cover at least half of the segments the best fit.
 */
export function annotationFor(state: ReviewState, span: Span, isExact: boolean): PlacedAnnotation | null {
  const here = ownWithin(state, span)
  if (isExact) return here.find(({ anchor }) => anchor.from === span.from && anchor.to === span.to) ?? null
  const open = here.find(({ id }) => id === state.selected)
  if (open) return open
  const covering = here.filter(({ anchor }) => overlap(anchor, span) * 2 >= span.to - span.from)
  // Of two that cover as much, the one that says least about the rest.
  const byFit = (a: Span, b: Span) => overlap(b, span) - overlap(a, span) || lengthOf(a) - lengthOf(b)
  return covering.sort((a, b) => byFit(a.anchor, b.anchor))[0] ?? null
}

/** The annotation of the open card, where its statement has no place in this text and its reviewer can give it one. */
export function openWithoutPlace(state: ReviewState): RecordId | null {
  const annotation = state.open?.annotations.get(state.selected ?? '')
  const isPlaceless = annotation?.change?.kind === 'orphaned' || annotation?.change?.kind === 'ambiguous'
  return isPlaceless && isMine(state, annotation) ? annotation.id : null
}

/** Every annotation, of any reviewer, that overlaps a span, in text order. */
export function annotationsWithin(open: OpenArticle, span: Span): readonly PlacedAnnotation[] {
  return [...open.annotations.values()].filter(({ anchor }) => anchor.kind === 'anchored' && overlap(anchor, span) > 0)
}

/** The local reviewer's "nothing to check" marks that cover at least half of a span. */
export function marksWithin(state: ReviewState, span: Span): readonly PlacedMark[] {
  return [...(state.open?.marks.values() ?? [])].filter(
    ({ anchor, reviewer }) =>
      reviewer === state.settings.reviewer &&
      anchor.kind === 'anchored' &&
      overlap(anchor, span) * 2 >= span.to - span.from,
  )
}

/** Whether the local reviewer wrote it: only its reviewer changes an annotation. */
export function isMine({ settings }: ReviewState, { reviewer }: { readonly reviewer: string }): boolean {
  return reviewer === settings.reviewer
}

function ownWithin(state: ReviewState, span: Span): readonly (PlacedAnnotation & { anchor: Span })[] {
  if (!state.open) return []
  return annotationsWithin(state.open, span).flatMap(annotation =>
    annotation.anchor.kind === 'anchored' && isMine(state, annotation)
      ? [{ ...annotation, anchor: annotation.anchor }]
      : [],
  )
}

function overlap(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from))
}

function lengthOf({ from, to }: Span): number {
  return to - from
}
