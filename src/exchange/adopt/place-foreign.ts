import type { RevisionText } from '../../anchoring/align/side.ts'
import { findQuote } from '../../anchoring/find-quote.ts'
import { reanchorInSteps } from '../../anchoring/reanchor.ts'
import { resolveSelector } from '../../anchoring/resolve-selector.ts'
import { exactSpan } from '../../anchoring/snap-span.ts'
import type { ChangeState } from '../../domain/change-state.ts'
import type { Span } from '../../domain/selector.ts'
import { utf16OffsetsOf } from '../code-points.ts'
import type { ForeignAnnotation, ForeignDocument, SkipReason } from '../foreign.ts'

/** A foreign annotation and how its statement fared from its own text to an article's; or why it says no statement. */
export type PlacedAnnotation =
  | { readonly annotation: ForeignAnnotation; readonly change: ChangeState }
  | { readonly annotation: ForeignAnnotation; readonly change: null; readonly reason: SkipReason }

/**
 * Finds the statements of a foreign document in a text, in the order of the document. With its own text they are followed
 * from there as through a new revision; without one each is found by its words, and at its position only if they stand there.
 * Never guesses. Yields the share of the work that is done, from 0 to 1.
 */
export function* placeInSteps(
  document: ForeignDocument,
  to: RevisionText,
): Generator<number, readonly PlacedAnnotation[]> {
  return document.text === null
    ? yield* placeQuotes(document.annotations, to)
    : yield* placeSpans(document.annotations, document.text, to)
}

function* placeSpans(
  annotations: readonly ForeignAnnotation[],
  text: string,
  to: RevisionText,
): Generator<number, readonly PlacedAnnotation[]> {
  const located = annotations.map(locatedIn(text))
  const spans = located.flatMap(({ span }) => (span ? [span] : []))
  const changes = yield* changesOf(spans, text, to)
  let next = 0
  return located.map(({ annotation, span, reason }) =>
    span ? { annotation, change: changes[next++]! } : { annotation, change: null, reason },
  )
}

function* changesOf(spans: readonly Span[], text: string, to: RevisionText): Generator<number, readonly ChangeState[]> {
  if (text === to.text) return spans.map(place => ({ kind: 'unchanged', place }) as const)
  const from = { text, blocks: linesAsBlocks(text), language: to.language }
  return yield* reanchorInSteps({ from, to, spans })
}

function linesAsBlocks(text: string): RevisionText['blocks'] {
  let from = 0
  return text.split('\n').map(line => {
    const block = { kind: 'paragraph', text: line, from } as const
    from += line.length + 1
    return block
  })
}

type Located =
  | { readonly annotation: ForeignAnnotation; readonly span: Span; readonly reason?: undefined }
  | { readonly annotation: ForeignAnnotation; readonly span: null; readonly reason: SkipReason }

/** Where an annotation stands in its own text: at the position of which the slice is the quote, else where the quote is. */
function locatedIn(text: string): (annotation: ForeignAnnotation) => Located {
  const offsets = utf16OffsetsOf(text)
  return annotation => {
    const { quote, positions } = annotation
    const within = positions
      .map(({ unit, start, end }) =>
        unit === 'utf-16' ? { from: start, to: end } : { from: offsets(start), to: offsets(end) },
      )
      .filter(({ from, to }) => 0 <= from && from < to && to <= text.length)
    const meant = quote ? within.find(({ from, to }) => isSaid(text.slice(from, to), quote.exact)) : within[0]
    const span = (meant && exactSpan(text, meant)) ?? (quote && spanOfQuote(text, quote, within[0]?.from ?? 0))
    if (span) return { annotation, span }
    return { annotation, span: null, reason: reasonFor(annotation, within.length > 0) }
  }
}

function reasonFor({ quote, positions }: ForeignAnnotation, isWithin: boolean): SkipReason {
  if (quote) return { kind: 'wrong-quote' }
  return positions.length > 0 && !isWithin ? { kind: 'outside-text' } : { kind: 'no-statement' }
}

/** Tools that show line ends as spaces quote them so. */
function isSaid(words: string, quote: string): boolean {
  return words === quote || words.replace(/\s+/gu, ' ') === quote.replace(/\s+/gu, ' ')
}

function spanOfQuote(text: string, quote: NonNullable<ForeignAnnotation['quote']>, start: number): Span | null {
  const anchor = resolveSelector(text, { quote, position: { start, end: start + quote.exact.length } })
  return anchor.kind === 'anchored' ? exactSpan(text, anchor) : null
}

function* placeQuotes(
  annotations: readonly ForeignAnnotation[],
  to: RevisionText,
): Generator<number, readonly PlacedAnnotation[]> {
  const locate = locatedIn(to.text)
  const placed: PlacedAnnotation[] = []
  for (const annotation of annotations) {
    placed.push(placedQuote(annotation, locate, to))
    yield placed.length / annotations.length
  }
  return placed
}

function placedQuote(
  annotation: ForeignAnnotation,
  locate: (annotation: ForeignAnnotation) => Located,
  to: RevisionText,
): PlacedAnnotation {
  const { quote } = annotation
  // A position without words says nothing of a text that nobody has seen.
  if (!quote) return { annotation, change: null, reason: { kind: 'no-statement' } }
  const { span } = locate(annotation)
  if (span) return { annotation, change: { kind: 'unchanged', place: span } }
  return { annotation, change: findQuote(to, { quote }) }
}
