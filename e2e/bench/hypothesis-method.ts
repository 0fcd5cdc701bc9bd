import approximateMatches from 'approx-string-match'
import type { Selector, Span } from '../../src/domain/selector.ts'

/**
 * Finds a quote the way the Hypothesis client does (its method, not its code): where it stood if it stands there, else
 * approximate matches with up to half its length in errors, scored by quote, surroundings and place. The best always
 * wins, however bad; `null` when nothing matches at all.
 */
export function findLikeHypothesis(text: string, { quote, position }: Selector): Span | null {
  if (text.slice(position.start, position.end) === quote.exact) return { from: position.start, to: position.end }
  const places = placesOf(text, quote.exact)
  const scored = places.map(place => ({ place, score: scoreOf(text, place, { quote, position }) }))
  const best = scored.reduce<(typeof scored)[number] | null>(
    (leader, each) => (leader && leader.score >= each.score ? leader : each),
    null,
  )
  return best && { from: best.place.start, to: best.place.end }
}

const MOST_ERRORS = 256 // letters
const WEIGHTS = { quote: 50, prefix: 20, suffix: 20, position: 2 }

interface Place {
  readonly start: number
  readonly end: number
  readonly errors: number
}

function placesOf(text: string, words: string): readonly Place[] {
  const exact: Place[] = []
  for (let start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + 1)) {
    exact.push({ start, end: start + words.length, errors: 0 })
  }
  return exact.length > 0 ? exact : approximateMatches(text, words, Math.min(MOST_ERRORS, words.length / 2))
}

function scoreOf(text: string, { start, end, errors }: Place, { quote, position }: Selector): number {
  const before = text.slice(Math.max(0, start - quote.prefix.length), start)
  const after = text.slice(end, end + quote.suffix.length)
  const parts = {
    quote: 1 - errors / quote.exact.length,
    prefix: agreement(before, quote.prefix),
    suffix: agreement(after, quote.suffix),
    position: 1 - Math.abs(start - position.start) / text.length,
  }
  const total = WEIGHTS.quote * parts.quote + WEIGHTS.prefix * parts.prefix
  return (total + WEIGHTS.suffix * parts.suffix + WEIGHTS.position * parts.position) / 92
}

function agreement(there: string, known: string): number {
  if (known === '') return 1
  const [best] = approximateMatches(there, known, known.length)
  return best ? 1 - best.errors / known.length : 0
}
