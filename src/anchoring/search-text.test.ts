import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryText } from '../testing/arbitrary-content.ts'
import { isGraphemeBoundary } from './grapheme.ts'
import { MAX_HITS, searchText, textSearcher } from './search-text.ts'

const FOUND: readonly (readonly [why: string, text: string, words: string, hits: readonly string[]])[] = [
  ['whatever the case', 'Tunnel, TUNNEL, tunnel', 'tunNel', ['Tunnel', 'TUNNEL', 'tunnel']],
  ['whatever the case in other scripts', 'Война ВОЙНА война Σίσυφος', 'война', ['Война', 'ВОЙНА', 'война']],
  ['at a final sigma', 'ΟΔΟΣ οδος οδοσ', 'οδοσ', ['ΟΔΟΣ', 'οδος', 'οδοσ']],
  ['across any white space', 'ten days\nten\n\u00a0 days', 'ten   days', ['ten days', 'ten\n\u00a0 days']],
  ['with the signs of patterns', 'a.b a+b (a|b) [a] \\d ^$', '(a|b) [a] \\d', ['(a|b) [a] \\d']],
  ['without guessing what a stop means', 'axb a.b', 'a.b', ['a.b']],
  ['after an emoji', '🚧🚧 closed', 'closed', ['closed']],
  ['of an emoji, not of its parts', '👩 👩‍🔧 👩🏽', '👩', ['👩']],
  ['composed or decomposed', 'café cafe\u0301 cafe', 'cafe\u0301', ['café', 'cafe\u0301']],
  ['not of a letter without its accent', 'e\u0301 é e', 'e', ['e']],
  ['with curly or straight quotes', 'say “so” or "so"', '"so"', ['“so”', '"so"']],
  ['with curly or straight apostrophes', "Iran’s Iran's", "iran's", ['Iran’s', "Iran's"]],
  ['right to left', 'الجسر مغلق، الجسر', 'الجسر', ['الجسر', 'الجسر']],
  ['of nothing', 'abc', '', []],
  ['of white space', 'a b c', ' \n', []],
  ['of half a character', 'a🚧b', '\ud83d', []],
]

describe('searchText', () => {
  it.each(FOUND)('A16 gives the hits %s', (_, text, words, hits) => {
    const spans = searchText(text, words)
    expect(spans.map(({ from, to }) => text.slice(from, to))).toEqual(hits)
  })

  it.each(FOUND)('A16 tells as much of many texts %s', (_, text, words, hits) => {
    expect(textSearcher(words)(text)).toBe(hits.length > 0 || words.trim() === '')
    expect(textSearcher(words)('')).toBe(words.trim() === '')
  })

  it('A16 finds every text in itself, in order, whatever its characters', () => {
    fc.assert(
      fc.property(arbitraryText(1), arbitraryText(), (words, around) => {
        const text = `${around}\n${words}\n${around}`
        const spans = searchText(text, words)
        if (words.trim() !== '') expect(spans.length).toBeGreaterThan(0)
        expect([...spans].sort((a, b) => a.from - b.from)).toEqual(spans)
        expect(spans.filter(({ to }) => !isGraphemeBoundary(text, to))).toEqual([])
      }),
    )
  })

  it('A17 gives so many hits at most', () => {
    expect(searchText('a'.repeat(3 * MAX_HITS), 'a')).toHaveLength(MAX_HITS)
  })
})
