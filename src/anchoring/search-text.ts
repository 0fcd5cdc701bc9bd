import type { Span } from '../domain/selector.ts'

/** Hits that a search gives at most: more than anyone steps through, few enough to draw. */
export const MAX_HITS = 2000

/**
 * Where words stand in a text, in UTF-16 offsets and text order, at most `MAX_HITS`; none for an empty query.
 * Case, the kind of white space, composed or decomposed accents, and curly or straight quotes make no difference.
 */
export function searchText(text: string, words: string): readonly Span[] {
  const query = words.trim().toWellFormed()
  if (query === '') return []
  const spans: Span[] = []
  for (const { index, 0: hit } of text.matchAll(patternOf(query))) {
    spans.push({ from: index, to: index + hit.length })
    if (spans.length === MAX_HITS) break
  }
  return spans
}

/** Answers whether words stand in a text: as `searchText` would find them, for many texts. Every text holds an empty query. */
export function textSearcher(words: string): (text: string) => boolean {
  const query = words.trim().toWellFormed()
  if (query === '') return () => true
  // Made once: to make it takes longer than to look through a short text.
  const pattern = patternOf(query)
  return text => {
    pattern.lastIndex = 0
    return text !== '' && pattern.test(text)
  }
}

// A hit ends where a grapheme ends: "e" is not found in a decomposed "é", as it is not in a composed one.
const GRAPHEME_END = '(?![\\p{M}\\u200d\\p{Emoji_Modifier}])'

const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' })

function patternOf(query: string): RegExp {
  const parts = query
    .split(/\s+/)
    .map(part => Array.from(GRAPHEMES.segment(part), ({ segment }) => variantsOf(segment)).join(''))
  return new RegExp(parts.join('\\s+') + GRAPHEME_END, 'giu')
}

function variantsOf(grapheme: string): string {
  if (/^['’‘]$/.test(grapheme)) return "['’‘]"
  if (/^["“”„]$/.test(grapheme)) return '["“”„]'
  const spellings = new Set([grapheme, grapheme.normalize('NFC'), grapheme.normalize('NFD')].map(escaped))
  return spellings.size === 1 ? [...spellings].join('') : `(?:${[...spellings].join('|')})`
}

function escaped(characters: string): string {
  return characters.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}
