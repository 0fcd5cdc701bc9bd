import type { Span } from '../domain/selector.ts'
import { graphemeAround, isGraphemeBoundary, safeStart } from './grapheme.ts'
import { usableLanguage } from './language-tag.ts'

/**
 * A selection grown to whole words and graphemes, without white space at its ends, in UTF-16 offsets;
 * `null` when there is nothing but white space. Looks at the text near the ends only.
 */
export function snapSpan(text: string, span: Span, language: string): Span | null {
  const selected = trimmed(text, wholeGraphemes(text, span))
  if (!selected) return null
  const words = wordSegmenter(language)
  const from = wordAround(text, selected.from, words).from
  const to = wordAround(text, selected.to, words).to
  // To Unicode a narrow space is a part of the word before it: in "midi\u202f!", as in "1\u202f000".
  return trimmed(text, wholeGraphemes(text, { from, to }))
}

/** A selection as it was made, grown only to whole graphemes, in UTF-16 offsets; `null` when there is nothing but white space. */
export function exactSpan(text: string, span: Span): Span | null {
  const selected = wholeGraphemes(text, span)
  return trimmed(text, selected) && selected
}

function wholeGraphemes(text: string, span: Span): Span {
  const from = Math.max(0, Math.min(span.from, span.to))
  const to = Math.min(text.length, Math.max(span.from, span.to))
  if (from >= to) return { from, to: from }
  return { from: graphemeAround(text, from).from, to: graphemeAround(text, to).to }
}

function trimmed(text: string, span: Span): Span | null {
  let { from, to } = span
  // White space that carries a combining character is seen, so it stays.
  while (from < to && /\s/.test(text[from]!) && isGraphemeBoundary(text, from + 1)) from += 1
  while (from < to && /\s/.test(text[to - 1]!) && isGraphemeBoundary(text, to - 1)) to -= 1
  return from < to ? { from, to } : null
}

const WORD_REACH = 128 // UTF-16 units after the offset; longer than any word but a web address, which breaks into parts

function wordAround(text: string, offset: number, words: Intl.Segmenter): Span {
  if (offset <= 0 || offset >= text.length) return { from: offset, to: offset }
  const start = safeStart(text, offset)
  const found = words.segment(text.slice(start, offset + WORD_REACH)).containing(offset - start)
  if (!found || start + found.index === offset) return { from: offset, to: offset }
  return { from: start + found.index, to: start + found.index + found.segment.length }
}

// Making a segmenter costs far more than using it, and a selection in progress asks many times a second.
const segmenters = new Map<string, Intl.Segmenter>()

function wordSegmenter(language: string): Intl.Segmenter {
  const known = segmenters.get(language)
  if (known) return known
  const made = new Intl.Segmenter(usableLanguage(language), { granularity: 'word' })
  segmenters.set(language, made)
  return made
}
