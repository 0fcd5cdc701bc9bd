import type { ChangeState } from '../domain/change-state.ts'
import type { Span } from '../domain/selector.ts'
import { align } from './align/align.ts'
import type { Alignment } from './align/alignment.ts'
import { compareAnew, compareUnits, compareWholly } from './align/compare-units.ts'
import { haveEqualWords, standsOnce } from './align/equal-words.ts'
import { findElsewhere, findFreeWords, type FreeWords } from './align/find-elsewhere.ts'
import { findMoved } from './align/find-moved.ts'
import { mapRange } from './align/map-range.ts'
import { readSide, type RevisionText } from './align/side.ts'
import { settledMap, supposedMap, type TokenMap } from './align/token-map.ts'
import { tokensIn, type TokenRange } from './align/token-range.ts'
import { isTelling } from './align/twins.ts'
import { createVocabulary } from './align/vocabulary.ts'
import { classifyChange } from './classify-change.ts'
import { describeSelector } from './describe-selector.ts'
import { unitsOf } from './facts/changed-facts.ts'
import type { FactReader } from './facts/fact-reader.ts'
import { finished } from './finished.ts'
import { placeOfRange, type SpanInTokens } from './place-of-range.ts'
import { readersOf } from './readers-of.ts'
import { exactSpan } from './snap-span.ts'

/** Two revisions of an article, and the statements of the older one, in UTF-16 offsets of its text. */
export interface ReanchorRequest {
  readonly from: RevisionText
  readonly to: RevisionText
  readonly spans: readonly Span[]
  /** Where each span is in the newer text, where that is known; `null` where it has to be found. */
  readonly places?: readonly (Span | null)[]
}

/**
 * How each statement fared from one revision to the next, in the order of the spans. Never guesses: what has no place
 * beyond doubt is ambiguous or orphaned. Throws on a span that is empty or outside the older text.
 */
export function reanchor(request: ReanchorRequest): readonly ChangeState[] {
  return finished(reanchorInSteps(request))
}

/** The same in steps of a few milliseconds; yields the share of the work that is done, from 0 to 1. */
export function* reanchorInSteps({
  from,
  to,
  spans,
  places = [],
}: ReanchorRequest): Generator<number, readonly ChangeState[]> {
  for (const span of spans) checkSpan(from.text, span)
  const vocabulary = createVocabulary()
  const old = yield* inShare(readSide(from, vocabulary), [0, 0.2], from.blocks.length)
  const new_ = yield* inShare(readSide(to, vocabulary), [0.2, 0.4], to.blocks.length)
  const alignment = yield* inShare(align(old, new_, vocabulary), [0.4, 0.8], 1)
  const anchoring = prepare(alignment)
  const states: ChangeState[] = []
  for (const [index, span] of spans.entries()) {
    const place = places[index]
    states.push((place && stateAt(anchoring, span, place)) ?? stateOf(anchoring, span))
    if (index % SPANS_AT_ONCE === 0) yield 0.8 + (0.2 * index) / spans.length
  }
  return states
}

const SPANS_AT_ONCE = 64

function checkSpan(text: string, { from, to }: Span): void {
  if (!(0 <= from && from < to && to <= text.length)) throw new RangeError(`No words at ${from} to ${to}.`)
}

function* inShare<Result>(
  steps: Generator<number, Result>,
  [start, end]: readonly [number, number],
  whole: number,
): Generator<number, Result> {
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value
    yield start + ((end - start) * step.value) / Math.max(1, whole)
  }
}

interface Anchoring {
  readonly alignment: Alignment
  readonly map: TokenMap
  readonly moved: ReadonlySet<number>
  readonly free: FreeWords
  readonly old: FactReader
  readonly new: FactReader
}

function prepare(alignment: Alignment): Anchoring {
  return {
    alignment,
    map: settledMap(alignment),
    moved: findMoved(alignment),
    free: findFreeWords(alignment),
    ...readersOf(alignment),
  }
}

/** The state of a statement whose place is known; `null` when it says nothing there. */
function stateAt({ alignment, old, new: new_ }: Anchoring, span: Span, known: Span): ChangeState | null {
  const { from, to } = alignment
  const place = exactSpan(to.text, known)
  const [statement, range] = [tokensIn(from, span), tokensIn(to, place ?? known)]
  if (!place || statement.from === statement.to || range.from === range.to) return null
  const sentences = compareWholly(alignment, unitsOf(from, statement), unitsOf(to, range))
  return classifyChange(
    { old, new: new_, map: supposedMap(sentences) },
    { span, place, old: statement, new: range, isMoved: false, isInSentence: true },
  )
}

function stateOf(anchoring: Anchoring, span: Span): ChangeState {
  const { alignment, map } = anchoring
  const { from } = alignment
  const statement = { ...tokensIn(from, span), span }
  if (statement.from === statement.to) return orphaned(from.text, span)
  const ranges = mapRange(alignment, map, statement)
  if (ranges.length === 1) return settled(anchoring, statement, ranges[0]!, map)
  if (ranges.length > 1) return ambiguous(anchoring, statement, ranges)
  const contested = contestedRanges(alignment, statement)
  const [sole] = contested
  if (sole && contested.length === 1 && isOnlyPlace(alignment, statement, sole)) {
    return settled(anchoring, statement, sole, supposedMap(compareAnew(alignment, statement, sole)))
  }
  if (contested.length > 0) return ambiguous(anchoring, statement, contested)
  const elsewhere = findElsewhere(alignment, anchoring.free, statement)
  if (elsewhere.length > 1)
    return ambiguous(
      anchoring,
      statement,
      elsewhere.map(({ range }) => range),
    )
  const [only] = elsewhere
  return only
    ? settled(anchoring, statement, only.range, supposedMap(only.comparison), true)
    : orphaned(from.text, span)
}

function orphaned(text: string, span: Span): ChangeState {
  return { kind: 'orphaned', was: describeSelector(text, span) }
}

function settled(
  anchoring: Anchoring,
  statement: SpanInTokens,
  range: TokenRange,
  map: TokenMap,
  isElsewhere = false,
): ChangeState {
  const { alignment, old, new: new_ } = anchoring
  const place = placeOfRange(alignment.from, alignment.to, statement, range)
  const isMoved = isElsewhere || hasMoved(anchoring, statement)
  return classifyChange(
    { old, new: new_, map },
    { span: statement.span, place, old: statement, new: range, isMoved, isInSentence: true },
  )
}

function hasMoved({ alignment, moved }: Anchoring, { from, to }: TokenRange): boolean {
  const { unitOf } = alignment.from
  for (let unit = unitOf[from]!; unit <= unitOf[to - 1]!; unit += 1) if (!moved.has(unit)) return false
  return true
}

function ambiguous({ alignment }: Anchoring, statement: SpanInTokens, ranges: readonly TokenRange[]): ChangeState {
  const { from, to } = alignment
  const [first, ...rest] = ranges
    .toSorted((a, b) => a.from - b.from)
    .map(range => placeOfRange(from, to, statement, range))
  return { kind: 'ambiguous', candidates: [first!, ...rest], was: describeSelector(from.text, statement.span) }
}

/** Whether the very words of a statement stand here and nowhere else, in both revisions, and are too many for chance. */
function isOnlyPlace({ from, to, vocabulary }: Alignment, statement: TokenRange, range: TokenRange): boolean {
  if (!haveEqualWords(from, statement, to, range) || !isTelling({ vocabulary }, from, statement)) return false
  const words = from.words.subarray(statement.from, statement.to)
  return standsOnce(from, words) && standsOnce(to, words)
}

/** Where a statement would be in each of the sentences that its own may be. */
function contestedRanges(alignment: Alignment, statement: SpanInTokens): readonly TokenRange[] {
  const { from, to, contested } = alignment
  const unit = from.unitOf[statement.from]!
  return [...(contested.get(unit) ?? [])].flatMap(new_ => {
    const comparison = compareUnits(alignment, from.units[unit]!, to.units[new_]!)
    return mapRange(alignment, supposedMap(comparison), statement)
  })
}
