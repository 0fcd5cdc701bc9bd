import type { Span } from '../domain/selector.ts'
import { normaliseWord } from './align/normalise-word.ts'
import type { Side } from './align/side.ts'
import type { TokenRange } from './align/token-range.ts'
import { exactSpan } from './snap-span.ts'

/** A span of the older text with the tokens that it touches. */
export interface SpanInTokens extends TokenRange {
  readonly span: Span
}

/**
 * The UTF-16 offsets of new tokens that an old span became. Where its first or last token is the same word, what the
 * span left out of it, or took of the white space beside it, stays so. Never splits a grapheme.
 */
export function placeOfRange(from: Side, to: Side, old: SpanInTokens, range: TokenRange): Span {
  const last = range.to - 1
  const place = {
    from: startOf(from, to, old, range.from),
    to: endOf(from, to, old, last),
  }
  const whole = { from: to.starts[range.from]!, to: to.ends[last]! }
  return exactSpan(to.text, place.from < place.to ? place : whole) ?? whole
}

function startOf(from: Side, to: Side, { from: first, span }: SpanInTokens, token: number): number {
  const start = to.starts[token]!
  const before = from.starts[first]! - span.from
  if (before > 0) return start - sharedBefore(from, to, { first, token, length: before })
  const inside = -before
  return inside === 0 || from.words[first] !== to.words[token]
    ? start
    : start + insideOf(from, to, { first, token, inside })
}

function endOf(from: Side, to: Side, { to: end, span }: SpanInTokens, token: number): number {
  const last = end - 1
  const after = span.to - from.ends[last]!
  if (after > 0) {
    const written = from.text.slice(from.ends[last], span.to)
    return to.ends[token]! + (to.text.startsWith(written, to.ends[token]) ? after : 0)
  }
  if (after === 0 || from.words[last] !== to.words[token]) return to.ends[token]!
  return to.starts[token]! + insideOf(from, to, { first: last, token, inside: span.to - from.starts[last]! })
}

interface AtToken {
  readonly first: number
  readonly token: number
}

function sharedBefore(from: Side, to: Side, { first, token, length }: AtToken & { readonly length: number }): number {
  const written = from.text.slice(from.starts[first]! - length, from.starts[first])
  return to.text.slice(0, to.starts[token]).endsWith(written) ? length : 0
}

/** How far inside the same word a place is that may be typed with other typography. */
function insideOf(from: Side, to: Side, { first, token, inside }: AtToken & { readonly inside: number }): number {
  const written = from.text.slice(from.starts[first], from.ends[first])
  const now = to.text.slice(to.starts[token], to.ends[token])
  if (written === now) return inside
  const key = normaliseWord(written.slice(0, inside))
  for (let length = 1; length <= now.length; length += 1) if (normaliseWord(now.slice(0, length)) === key) return length
  return inside <= written.length / 2 ? 0 : now.length
}
