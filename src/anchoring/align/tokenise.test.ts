import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryText } from '../../testing/arbitrary-content.ts'
import { isGraphemeBoundary } from '../grapheme.ts'
import { createTokeniser } from './tokenise.ts'
import { createVocabulary } from './vocabulary.ts'
import { runs } from '../../testing/effort.ts'

describe('createTokeniser', () => {
  it.each([
    ['words and signs', 'The mill, “old”.', ['The', 'mill', ',', '“', 'old', '”', '.']],
    [
      'numbers with their marks',
      'It cost -5 or 1,500.75 at 10:30.',
      ['It', 'cost', '-5', 'or', '1,500.75', 'at', '10:30', '.'],
    ],
    ['ranges', 'in 2023–24', ['in', '2023', '–', '24']],
    ['a number and its unit', '10km', ['10', 'km']],
    ['contractions', 'They didn’t.', ['They', 'didn’t', '.']],
    ['elisions', 'l’eau d’Orlen', ['l’', 'eau', 'd’', 'Orlen']],
    ['Hebrew abbreviations', 'ד"ר כהן', ['ד"ר', 'כהן']],
    ['half spaces', 'کتاب‌های او', ['کتاب‌های', 'او']],
    ['Chinese by character', '3公里。', ['3', '公', '里', '。']],
    ['katakana by word', '橋のトラックが', ['橋', 'の', 'トラック', 'が']],
    ['pictures whole', '👩🏽‍🔧 🇨🇭🇸🇪', ['👩🏽‍🔧', '🇨🇭', '🇸🇪']],
    ['nothing visible', 'a \u200b b', ['a', 'b']],
  ])('A55 takes %s', (_, text, expected) => {
    expect(wordsOf(text)).toEqual(expected)
  })

  it('A38 never ends a token inside a grapheme, and leaves out only white space and what is invisible', () => {
    fc.assert(
      fc.property(fc.array(arbitraryText(1), { maxLength: 6 }), parts => {
        const text = parts.join(' ')
        const { starts, ends } = tokensOf(text)
        const edges = [...starts, ...ends]
        expect(edges.filter(offset => !isGraphemeBoundary(text, offset))).toEqual([])
        const seen = (written: string) => written.replace(/[\s\p{Cf}\ufe00-\ufe0f\u0640]/gu, '')
        expect(seen(wordsOf(text).join(''))).toBe(seen(text))
      }),
      { numRuns: runs(500) },
    )
  })
})

function tokensOf(text: string) {
  const tokeniser = createTokeniser(text, createVocabulary())
  tokeniser.take(0, text.length)
  return tokeniser.finish()
}

function wordsOf(text: string): readonly string[] {
  const { starts, ends } = tokensOf(text)
  return Array.from(starts, (from, index) => text.slice(from, ends[index]))
}
