import type { TextBlock } from '../domain/article-text.ts'
import type { Segment } from '../domain/segment.ts'
import { usableLanguage } from './language-tag.ts'
import { endsSentence, movePastTail } from './sentence-end.ts'
import { sentenceRules, type SentenceRules } from './sentence-rules.ts'

/**
 * The segments of a text in order, in UTF-16 offsets: headings and list items whole, paragraphs by sentence
 * (UAX 29 as `Intl.Segmenter` has it, mended for abbreviations, initials, ellipses and quotations). Takes time
 * in proportion to the text.
 */
export function segmentText(blocks: readonly TextBlock[], language: string): readonly Segment[] {
  const sentences = new Intl.Segmenter(usableLanguage(language), { granularity: 'sentence' })
  const rules = sentenceRules(language)
  return blocks.flatMap(({ kind, text, from }) => {
    const ends = kind === 'paragraph' ? sentenceEnds(text, sentences, rules) : [text.length]
    return trimmedPieces(text, ends).map(piece => ({ from: from + piece.from, to: from + piece.to }))
  })
}

function sentenceEnds(text: string, sentences: Intl.Segmenter, rules: SentenceRules): readonly number[] {
  const ends: number[] = []
  let start = 0
  for (const place of possibleEnds(text, sentences)) {
    if (place <= start) continue
    const end = movePastTail(text, place)
    if (!endsSentence(text, { from: start, to: end }, rules)) continue
    ends.push(end)
    start = end
  }
  return [...ends, text.length]
}

// A step of Intl.Segmenter takes time in proportion to the whole string it was given (measured in V8: 4 s for one
// paragraph of 100,000 words), so a long paragraph is given in parts, each from a place where a sentence ends.
const PART_LENGTH = 4096 // UTF-16 units
const LOOKAHEAD = 256 // UTF-16 units; a place nearer to the end of a part is decided by the next part

function* possibleEnds(text: string, sentences: Intl.Segmenter): Generator<number> {
  const stopped = withPlainStops(text)
  let start = 0
  let length = PART_LENGTH
  while (start < text.length) {
    const isLast = start + length >= text.length
    const ends = endsWithin(stopped.slice(start, start + length), sentences, isLast ? length : length - LOOKAHEAD)
    for (const end of ends) yield start + end
    if (isLast) return
    length = ends.length > 0 ? PART_LENGTH : length * 2
    start += ends.at(-1) ?? 0
  }
}

/**
 * The text as UAX 29 reads it better, of the same length. It does not end sentences at "…", nor before a number that a
 * lower-case word follows ("in May. 12 people were"), nor before the dash with which Spanish begins what another one
 * says; they do end there, unless an abbreviation stands before.
 */
function withPlainStops(text: string): string {
  // Most texts have no dash, and need not be gone through for one.
  const spoken = /[—–]/.test(text) ? text.replace(/([.!?…]["”’»]?\s+)[—–](?=\s?[\p{Lu}¿¡])/gu, '$1"') : text
  return spoken.replaceAll('…', '.').replace(/([.]["'”’»)\]]*\s+["“‘«([$€£¥#]*)\d/g, '$1A')
}

function endsWithin(part: string, sentences: Intl.Segmenter, limit: number): readonly number[] {
  const ends: number[] = []
  for (const { index } of sentences.segment(part)) if (index > 0 && index <= limit) ends.push(index)
  return ends
}

function trimmedPieces(text: string, ends: readonly number[]): readonly Segment[] {
  const pieces: Segment[] = []
  let start = 0
  for (const end of ends) {
    const piece = text.slice(start, end)
    const from = end - piece.trimStart().length
    const to = start + piece.trimEnd().length
    if (from < to) pieces.push({ from, to })
    start = end
  }
  return pieces
}
