import type { Span } from '../domain/selector.ts'

/**
 * The grapheme that an offset falls into, in UTF-16 offsets; empty at the offset itself where a boundary is.
 * Looks at no more than `REACH` units on either side.
 */
export function graphemeAround(text: string, offset: number): Span {
  if (offset <= 0 || offset >= text.length || isPlainBoundary(text, offset)) return { from: offset, to: offset }
  const start = safeStart(text, offset)
  const near = text.slice(start, offset + REACH)
  const found = GRAPHEMES.segment(near).containing(offset - start)
  if (!found || start + found.index === offset) return { from: offset, to: offset }
  return { from: start + found.index, to: start + found.index + found.segment.length }
}

/** Whether a text may be cut at an offset without splitting a grapheme. */
export function isGraphemeBoundary(text: string, offset: number): boolean {
  return graphemeAround(text, offset).from === offset
}

/** Where a look at the text may begin so that what it finds at `offset` is right: at white space, at most `REACH` units back. */
export function safeStart(text: string, offset: number): number {
  const furthest = Math.max(0, offset - REACH)
  for (let start = offset - 1; start > furthest; start -= 1) if (/\s/.test(text[start]!)) return start
  return splitsPair(text, furthest) ? furthest + 1 : furthest
}

// The longest emoji have about 35 units and German has words of 80; beyond this, looking costs more than it finds.
const REACH = 256 // UTF-16 units

// Boundaries of graphemes do not depend on the language (UAX 29), so one segmenter serves all.
const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' })

// No character below U+0300 extends another one or is extended by its kind, CR LF excepted.
const FIRST_EXTENDING = 0x0300

function isPlainBoundary(text: string, offset: number): boolean {
  const before = text.charCodeAt(offset - 1)
  const after = text.charCodeAt(offset)
  return before < FIRST_EXTENDING && after < FIRST_EXTENDING && !(before === 0x0d && after === 0x0a)
}

function splitsPair(text: string, offset: number): boolean {
  return offset > 0 && (text.codePointAt(offset - 1) ?? 0) > 0xffff
}
