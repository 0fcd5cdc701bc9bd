import approximateMatches from 'approx-string-match'
import type { ChangeState } from '../domain/change-state.ts'
import type { Selector } from '../domain/selector.ts'
import { createAlignment, GRADE, type Alignment } from './align/alignment.ts'
import { compareAnew } from './align/compare-units.ts'
import { mapRange, weightOfTokens } from './align/map-range.ts'
import { readSide, type RevisionText } from './align/side.ts'
import { supposedMap } from './align/token-map.ts'
import { tokensIn, type TokenRange } from './align/token-range.ts'
import { isTelling } from './align/twins.ts'
import { createVocabulary } from './align/vocabulary.ts'
import { classifyChange } from './classify-change.ts'
import { finished } from './finished.ts'
import { placeOfRange } from './place-of-range.ts'
import { readersOf } from './readers-of.ts'

/** Words with their surroundings, and where they stood if that is known, in UTF-16 offsets. */
export type QuoteToFind = Pick<Selector, 'quote'> & Partial<Pick<Selector, 'position'>>

/**
 * Finds a quote of which the text that it was taken from is not known, as in another program's annotations. What it
 * said is compared with what stands there now; a place needs most of the words, a lead over every other place, and for
 * short quotes surroundings that agree. Never `moved`: nobody knows what it moved from. Throws on an empty quote.
 */
export function findQuote(to: RevisionText, { quote, position }: QuoteToFind): ChangeState {
  const text = quote.prefix + quote.exact + quote.suffix
  const span = { from: quote.prefix.length, to: quote.prefix.length + quote.exact.length }
  if (span.from === span.to) throw new RangeError('A quote without words is nowhere.')
  const vocabulary = createVocabulary()
  const from = { text, blocks: [{ kind: 'paragraph' as const, text, from: 0 }], language: to.language }
  const [old, new_] = [finished(readSide(from, vocabulary)), finished(readSide(to, vocabulary))]
  const alignment = createAlignment(old, new_, vocabulary)
  const statement = { ...tokensIn(old, span), span }
  const gone = { kind: 'orphaned', was: { quote, position: position ?? { start: span.from, end: span.to } } } as const
  if (statement.from === statement.to) return gone
  const found = leading(alignment, statement, placesOf(alignment, statement), position?.start)
  const [only, ...others] = found.map(({ range }) => ({ range, place: placeOfRange(old, new_, statement, range) }))
  if (!only) return gone
  if (others.length > 0) {
    const candidates = [only, ...others].map(({ place }) => place).sort((a, b) => a.from - b.from)
    return { kind: 'ambiguous', candidates: [candidates[0]!, ...candidates.slice(1)], was: gone.was }
  }
  const map = supposedMap(compareAnew(alignment, statement, only.range))
  return classifyChange(
    { ...readersOf(alignment), map },
    { span, place: only.place, old: statement, new: only.range, isMoved: false, isInSentence: false },
  )
}

/** A place for a quote: how much of its words agrees there, and how much of what stood on either side, from 0 to 1. */
interface QuotePlace {
  readonly range: TokenRange
  readonly words: number
  readonly before: number
  readonly after: number
}

const CONTEXT = 12 // tokens on either side that are compared

function placesOf(alignment: Alignment, quote: TokenRange): readonly QuotePlace[] {
  const equal = equalRanges(alignment, quote)
  const windows = equal.length > 0 ? equal : similarRanges(alignment, quote)
  const total = weightOfTokens(alignment, alignment.from, quote)
  return windows.flatMap(window => {
    const comparison = compareAnew(alignment, quote, window)
    const [range] = mapRange(alignment, supposedMap(comparison), quote, 'as words')
    if (!range) return []
    return {
      range,
      words: comparison.shared / total,
      before: agreement(alignment, before(quote), before(range)),
      after: agreement(alignment, after(alignment.from.words.length, quote), after(alignment.to.words.length, range)),
    }
  })
}

function before({ from }: TokenRange): TokenRange {
  return { from: Math.max(0, from - CONTEXT), to: from }
}

function after(count: number, { to }: TokenRange): TokenRange {
  return { from: to, to: Math.min(count, to + CONTEXT) }
}

/** The share of what stood beside a quote that stands beside a place, by weight; 0 when nothing is known. */
function agreement(alignment: Alignment, known: TokenRange, there: TokenRange): number {
  const total = weightOfTokens(alignment, alignment.from, known)
  if (total === 0) return 0
  const { matches } = compareAnew(alignment, known, there)
  const agreeing = matches.filter(({ grade }) => grade >= GRADE.alike)
  return agreeing.reduce((sum, { old }) => sum + alignment.weights[alignment.from.words[old]!]!, 0) / total
}

/** Where the very words stand. */
function equalRanges({ from, to }: Alignment, quote: TokenRange): readonly TokenRange[] {
  const length = quote.to - quote.from
  const ranges: TokenRange[] = []
  for (let start = 0; start + length <= to.words.length; start += 1) {
    let step = 0
    while (step < length && to.words[start + step] === from.words[quote.from + step]) step += 1
    if (step === length) ranges.push({ from: start, to: start + length })
  }
  return ranges
}

const MOST_ERRORS = 0.4 // of the letters; what is left is weighed word by word
const LONGEST_PATTERN = 400 // UTF-16 units; the rest of a longer quote is compared where its beginning is found
const ROUNDS = 2 // the matcher gives only the best: the next best are found when those are out of sight
const SLACK = 3 // tokens on either side that may belong to it too

/** Where letters stand that are similar to those of a quote (Myers 1999, as approx-string-match has it). */
function similarRanges(alignment: Alignment, quote: TokenRange): readonly TokenRange[] {
  const { from, to, foldKeys } = alignment
  const pattern = Array.from(from.words.subarray(quote.from, quote.to), word => foldKeys[word]!)
    .join(' ')
    .slice(0, LONGEST_PATTERN)
  const mostErrors = Math.floor(pattern.length * MOST_ERRORS)
  const length = quote.to - quote.from
  const { starts, ...joined } = joinedWords(alignment)
  let { text } = joined
  const ranges: TokenRange[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { start, end } of approximateMatches(text, pattern, mostErrors)) {
      const found = wholeTokens(starts, { from: start, to: end })
      const window = {
        from: Math.max(0, found.from - SLACK),
        to: Math.min(to.words.length, Math.max(found.to, found.from + length) + SLACK),
      }
      if (!ranges.some(range => range.from === window.from)) ranges.push(window)
      text = text.slice(0, start) + HIDDEN.repeat(end - start) + text.slice(end)
    }
  }
  return ranges
}

const HIDDEN = '\0'

/** The words of the newer text in lower case with a space after each, and where each begins. */
function joinedWords({ to, foldKeys }: Alignment): { readonly text: string; readonly starts: readonly number[] } {
  const starts: number[] = []
  let length = 0
  const keys = Array.from(to.words, word => {
    starts.push(length)
    length += foldKeys[word]!.length + 1
    return foldKeys[word]!
  })
  return { text: `${keys.join(' ')} `, starts }
}

function wholeTokens(starts: readonly number[], letters: TokenRange): TokenRange {
  const from = Math.max(
    0,
    starts.findLastIndex(start => start <= letters.from),
  )
  return {
    from,
    to:
      Math.max(
        from,
        starts.findLastIndex(start => start < letters.to),
      ) + 1,
  }
}

const FLOOR = 0.65 // of the weight of the words
const ENOUGH = 0.85 // with this much the words speak for themselves
const CONTEXT_FLOOR = 0.5 // of what stood on one side
const MARGIN = 0.1
const WORDS_COUNT = 3 // times what either side counts

function leading(
  alignment: Alignment,
  quote: TokenRange,
  places: readonly QuotePlace[],
  position: number | undefined,
): readonly QuotePlace[] {
  const isLong = isTelling(alignment, alignment.from, quote)
  const acceptable = places.filter(({ words, before, after }) => {
    const inContext = Math.max(before, after) >= CONTEXT_FLOOR
    return words >= FLOOR && (inContext || (isLong && words >= ENOUGH))
  })
  const isThere = ({ words, range }: QuotePlace) => words === 1 && alignment.to.starts[range.from] === position
  const there = acceptable.find(isThere)
  if (there) return [there]
  const ranked = acceptable.toSorted((a, b) => scoreOf(b) - scoreOf(a))
  const best = ranked[0]
  return best ? ranked.filter(place => scoreOf(place) > scoreOf(best) - MARGIN && isApart(place, best)) : []
}

function scoreOf({ words, before, after }: QuotePlace): number {
  return (WORDS_COUNT * words + before + after) / (WORDS_COUNT + 2)
}

function isApart(place: QuotePlace, best: QuotePlace): boolean {
  return place === best || place.range.to <= best.range.from || best.range.to <= place.range.from
}
