import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryText } from '../testing/arbitrary-content.ts'
import { unitsCut } from '../testing/units-cut.ts'
import { isGraphemeBoundary } from './grapheme.ts'
import { exactSpan, snapSpan } from './snap-span.ts'
import { runs } from '../testing/effort.ts'

// ‹ and › stand where the selection begins and ends; they are no part of the text.
const SNAPPED: readonly (readonly [
  why: string,
  selection: string,
  words: string | null,
  language?: 'ar' | 'fa' | 'th' | 'zh',
])[] = [
  ['a part of a word', 'The t‹unn›el opens', 'tunnel'],
  ['parts of two words', 'The tun‹nel op›ens', 'tunnel opens'],
  ['parts of words in two blocks', 'The en‹d\nNe›w block', 'end\nNew'],
  ['whole words', 'The ‹tunnel› opens', 'tunnel'],
  ['white space at the ends', 'The‹  tunnel \n›opens', 'tunnel'],
  ['the end of a word and a space', 'The tunne‹l ›opens', 'tunnel'],
  ['the stop of a sentence', 'It opens‹.› Then', '.'],
  ['a stop and the next word', 'It opens‹. Th›en', '. Then'],
  ['a word with its comma', 'The ‹tunnel,› which', 'tunnel,'],
  ['a word after its quotation mark', '“‹Stop›” he said', 'Stop'],
  ['white space only', 'The‹ \n ›tunnel', null],
  ['nothing', 'The tun‹›nel', null],
  ['a part of a decimal', 'It cost $4‹.›25 million', '4.25'],
  ['a part of a contraction', 'They did‹n›’t', 'didn’t'],
  ['half of a combining character', 'The cafe‹\u0301 ›opens', 'cafe\u0301'],
  ['half of an emoji', 'A 👩🏽‹‍›🔧 works', '👩🏽‍🔧'],
  ['white space that carries a combining character', 'a‹ \u0301 \u0301›b', ' \u0301 \u0301'],
  ['a word that ends inside what Unicode keeps together', '‹a›b\u0600漢', 'ab\u0600漢'],
  ['a word before a narrow space', 'C’est ‹mid›i\u202f!', 'midi'],
  ['a part of a number with a narrow space', 'Il y a ‹1›\u202f000 mots', '1\u202f000'],
  ['half of a flag', 'So 🇨‹🇭› it is', '🇨🇭'],
  ['a part of an Arabic word', 'فتح ال‹جس›ر اليوم', 'الجسر', 'ar'],
  ['a part of a Persian word with a half space', 'قایق‌‹ها›ی شهر', 'قایق‌های', 'fa'],
  ['a part of a Thai word', 'สะ‹พา›นเปิดแล้ว', 'สะพาน', 'th'],
  ['a part of a Chinese word', '今‹天›下雨', '今天', 'zh'],
]

describe('snapSpan', () => {
  it.each(SNAPPED.map(([why, ...rest]) => ({ why, rest })))(
    'A3 snaps $why',
    ({ rest: [selection, words, language = 'en'] }) => {
      const { text, span } = parsed(selection)
      expect(wordsOf(text, snapSpan(text, span, language))).toBe(words)
    },
  )

  it('A3 takes a selection made backwards, or reaching outside the text, too', () => {
    expect(snapSpan('one two', { from: 6, to: 5 }, 'en')).toEqual({ from: 4, to: 7 })
    expect(snapSpan('one two', { from: -3, to: 99 }, 'en')).toEqual({ from: 0, to: 7 })
  })

  it('A3 takes a language tag that nobody knows for none', () => {
    expect(snapSpan('one two', { from: 5, to: 6 }, 'not a tag')).toEqual({ from: 4, to: 7 })
  })

  it('A3 holds what was selected, ends at graphemes without white space, and changes nothing when repeated', () => {
    everySelection((text, selection) => {
      const snapped = snapSpan(text, selection, 'en')
      if (!snapped) return expect(text.slice(selection.from, selection.to).trim()).toBe('')
      expectWhole(text, snapped)
      expect(text.slice(selection.from, snapped.from).trim() + text.slice(snapped.to, selection.to).trim()).toBe('')
      expect(snapSpan(text, snapped, 'en')).toEqual(snapped)
    })
  })

  it('A3 looks only near the ends, so a long text costs no more than a short one', () => {
    const text = 'word '.repeat(400_000)
    expect(unitsCut(() => snapSpan(text, { from: 1_000_002, to: 1_500_002 }, 'en')).all).toBeLessThan(10_000)
  })
})

describe('exactSpan', () => {
  it.each([
    ['a part of a word', 'The t‹unn›el', 'unn'],
    ['white space at the ends', 'The‹ tun›nel', ' tun'],
    ['half of a combining character', 'caf‹e›\u0301', 'e\u0301'],
    ['half of a surrogate pair', 'a \ud83d‹\udea7 b›c', '🚧 b'],
    ['white space only', 'a‹ \n›b', null],
    ['nothing', 'a‹›b', null],
  ])('A4 keeps %s as it is, graphemes whole', (_, selection, words) => {
    const { text, span } = parsed(selection)
    expect(wordsOf(text, exactSpan(text, span))).toBe(words)
  })

  it('A4 never splits a grapheme', () => {
    everySelection((text, selection) => {
      const exact = exactSpan(text, selection)
      if (exact) expect([exact.from, exact.to].every(offset => isGraphemeBoundary(text, offset))).toBe(true)
    })
  })
})

function parsed(selection: string) {
  const [before = '', selected = '', after = ''] = selection.split(/[‹›]/)
  return { text: before + selected + after, span: { from: before.length, to: before.length + selected.length } }
}

function wordsOf(text: string, span: { from: number; to: number } | null): string | null {
  return span && text.slice(span.from, span.to)
}

function expectWhole(text: string, { from, to }: { from: number; to: number }): void {
  expect([isGraphemeBoundary(text, from), isGraphemeBoundary(text, to)]).toEqual([true, true])
  const graphemes = Array.from(new Intl.Segmenter('en').segment(text.slice(from, to)), ({ segment }) => segment)
  expect([graphemes.at(0)?.trim(), graphemes.at(-1)?.trim()]).not.toContain('')
}

function everySelection(holds: (text: string, selection: { from: number; to: number }) => void): void {
  const texts = fc.array(arbitraryText(1), { minLength: 1, maxLength: 4 }).map(parts => parts.join('\n'))
  fc.assert(
    fc.property(texts, fc.nat(), fc.nat(), (text, a, b) => {
      const [from, to] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y) as [number, number]
      holds(text, { from, to })
    }),
    { numRuns: runs(1000) },
  )
}
