import type { Selector, Span } from '../domain/selector.ts'
import { graphemeAround } from './grapheme.ts'

/**
 * The stored address of a span: its words with up to 32 UTF-16 units on either side, and its UTF-16 position
 * (W3C Web Annotation, TextQuoteSelector and TextPositionSelector). Throws on an empty span or one outside the text.
 */
export function describeSelector(text: string, { from, to }: Span): Selector {
  if (!(0 <= from && from < to && to <= text.length)) throw new RangeError(`No words at ${from} to ${to}.`)
  return {
    quote: {
      exact: text.slice(from, to),
      prefix: text.slice(prefixStart(text, from), from),
      suffix: text.slice(to, suffixEnd(text, to)),
    },
    position: { start: from, end: to },
  }
}

const QUOTE_CONTEXT_LENGTH = 32 // UTF-16 units, cut at a grapheme; enough to tell repeated phrases apart

function prefixStart(text: string, from: number): number {
  return Math.min(from, graphemeAround(text, Math.max(0, from - QUOTE_CONTEXT_LENGTH)).to)
}

function suffixEnd(text: string, to: number): number {
  return Math.max(to, graphemeAround(text, Math.min(text.length, to + QUOTE_CONTEXT_LENGTH)).from)
}
