import type { Anchor, Anchored } from '../domain/anchor.ts'
import type { Selector } from '../domain/selector.ts'
import { isGraphemeBoundary } from './grapheme.ts'

/**
 * Where a selector's words stand in a text, in UTF-16 offsets: at its position if they are there, else at the one
 * other place that is beyond doubt. Never guesses: an orphan when the words are gone, or stand in several places alike.
 */
export function resolveSelector(text: string, selector: Selector): Anchor {
  const { quote, position } = selector
  if (text.slice(position.start, position.end) === quote.exact) {
    return { kind: 'anchored', from: position.start, to: position.end }
  }
  return resolveByQuote(text, selector) ?? { kind: 'orphan', selector }
}

// "Linus" alone is found in many texts, a clause of twenty characters is not.
const TELLING_QUOTE_LENGTH = 20 // UTF-16 units

// About two words: less agrees by chance ("the ", ". A ").
const CONTEXT_FLOOR = 8 // UTF-16 units that agree on one side of the words
const CONTEXT_MARGIN = 8 // UTF-16 units, both sides together, by which the best place leads the next

interface Candidate {
  readonly from: number
  /** UTF-16 units that agree before and after the words. */
  readonly before: number
  readonly after: number
}

function resolveByQuote(text: string, { quote }: Selector): Anchored | null {
  const [best, next] = twoBest(text, quote)
  if (!best) return null
  const inContext = Math.max(best.before, best.after) >= CONTEXT_FLOOR
  const clear = next ? inContext && agreement(best) - agreement(next) >= CONTEXT_MARGIN : true
  const telling = quote.exact.length >= TELLING_QUOTE_LENGTH
  return clear && (telling || inContext)
    ? { kind: 'anchored', from: best.from, to: best.from + quote.exact.length }
    : null
}

function twoBest(text: string, quote: Selector['quote']): readonly [Candidate?, Candidate?] {
  let best: Candidate | undefined
  let next: Candidate | undefined
  for (let from = text.indexOf(quote.exact); from >= 0; from = text.indexOf(quote.exact, from + 1)) {
    const to = from + quote.exact.length
    if (!isGraphemeBoundary(text, from) || !isGraphemeBoundary(text, to)) continue
    const candidate = {
      from,
      before: agreeingBefore(text, from, quote.prefix),
      after: agreeingAfter(text, to, quote.suffix),
    }
    if (!best || agreement(candidate) > agreement(best)) [best, next] = [candidate, best]
    else if (!next || agreement(candidate) > agreement(next)) next = candidate
  }
  return best ? (next ? [best, next] : [best]) : []
}

function agreement({ before, after }: Candidate): number {
  return before + after
}

function agreeingBefore(text: string, from: number, prefix: string): number {
  let count = 0
  while (count < prefix.length && count < from && text[from - 1 - count] === prefix[prefix.length - 1 - count])
    count += 1
  return count
}

function agreeingAfter(text: string, to: number, suffix: string): number {
  let count = 0
  while (count < suffix.length && text[to + count] === suffix[count]) count += 1
  return count
}
