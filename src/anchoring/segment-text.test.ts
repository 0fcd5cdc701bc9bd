import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textBlocks, articleText, type TextBlock } from '../domain/article-text.ts'
import { arbitraryContent } from '../testing/arbitrary-content.ts'
import { unitsCut } from '../testing/units-cut.ts'
import { segmentText } from './segment-text.ts'

// Each case is a paragraph; ¦ stands where one segment ends and the next begins, before the white space between them.
const STOPS: Readonly<Record<string, readonly string[]>> = {
  en: [
    'Dr. Smith met Mr. Jones and Prof. Lee on Jan. 3.¦ They spoke.',
    'Gen. Ruth Hale, Sen. Max Orr and Gov. Li came.¦ So did the Rev. Amos Pell.',
    'J. R. R. Tolkien wrote it.¦ J.R.R. Tolkien too.¦ So did Samuel L. Jackson.',
    'Talks between the U.S. and Israel began.¦ The U.S. Congress met.',
    'He moved to the U.S.¦ The next year he left.',
    'She lives in the U.K.¦ However, she works in Washington, D.C.¦ It rained.',
    'It cost $4.2 million.¦ Then 3.5% more.¦ Version 2.0.1 came.',
    'No. 5 was best.¦ He said no.¦ Then he left.¦ See Fig. 3.¦ Next.',
    'It began at 5 p.m.¦ Divers came.¦ At 5 p.m. EST it ended.¦ At 6 a.m. Monday it began again.',
    'Apple Inc. CEO Ann Low spoke for Apple Inc.¦ The company fell.',
    'Pies, cakes, etc.¦ Nobody came.¦ Big towns, e.g. Paris, i.e. London, grew.',
    'John King Jr.¦ He spoke.¦ The King Jr. Day began.',
    'Visit example.com.¦ Yahoo! said so.',
    '1. First thing.¦ Second.',
    'How many?¦ 5.¦ Then he left.',
    'It closed in May.¦ 12 people were hurt.¦ $4 million was lost (in all).¦ “7 died,” he said on Feb. 12 at no. 3.',
    '?! He left.',
    'A. First thing.¦ Second.',
    '🚧 Repairs are over.¦ The team 👩‍💻.¦ Cafe\u0301 opened.',
  ],
  'en-GB': ['Dr. Low left.¦ St. Albans vs. Bath.¦ The end.'],
  de: [
    'Am 3. Oktober 2020 kam z. B. Frau Müller.¦ Im 20. Jahrhundert war das bzw. Dies so.',
    'Es waren 3.¦ Dann kam Nr. 4.¦ Er sagte »Nein.«¦ »Ja«, sagte sie.',
  ],
  fr: ['M. Dupont et Mme. Curie, J.-P. Martin.¦ Le 3 janv. 2020.'],
  es: ['Los EE. UU. anunciaron algo.¦ El Sr. López vive en EE. UU.¦ El año pasó.¦ ¿Qué?¦ ¡No!¦ Él.'],
  it: ['Il Sig. Rossi e il Dott. Verdi, art. 5.¦ La fine.'],
  pt: ['O Sr. Silva e a Dra. Costa, pág. 5.¦ O fim.'],
  nl: ['Dhr. Jansen en bijv. Piet.¦ De rest.'],
  ru: ['А. С. Пушкин родился в 1799 г.¦ Он умер в 1837 г. в Петербурге.'],
  ar: ['قال د. أحمد إن الجسر فُتح.¦ هل صحيح؟¦ نعم.¦ بلغ 3.5 كم.'],
  zh: ['他说：“停。”¦然后走了。¦3.5公里。'],
  hi: ['पुल खुला।¦ लोग आए।'],
  'not a tag': ['One thing.¦ Another.'],
}

const QUOTATIONS: Readonly<Record<string, readonly string[]>> = {
  en: [
    'He said "Stop." and left.¦ She stayed.',
    '"Stop!" she said.¦ "Go?" asked Bob.¦ "Now."¦ He left.',
    '“Stop.”¦ He left. ¦(See below.)¦ He said ‘no.’¦ Next.',
    'He works (as of Jan. 2020).¦ (In the U.S.)¦ Then.',
    'Fact.[1]¦ Next one.[2][13]¦ Last.[a]',
  ],
  de: ['Er ging.¦ »Ja.«¦ Er kam.¦ »Nein!« rief sie.'],
  fr: ['« Arrêtez ! » dit-il.¦ « Partez ! »¦ Il partit.'],
}

const ELLIPSES: readonly string[] = [
  'He went on... and on.¦ Then…¦ He stopped… but no.¦ So...¦ The end.',
  'It was […] The end that […] counts.¦ And … Trump said so.¦ And ... Trump. . . . Trump said.',
]

const LINES: readonly string[] = [
  'He left the U.S.¦\nIsrael too.',
  'Line one¦\nLine two.¦ And\nso on.',
  'A thing:¦\n\nanother thing',
  'A thing, \n\t and so on.¦\nNext.',
]

describe('segmentText', () => {
  it('A9 takes headings and list items whole', () => {
    const text = 'One. Two. Three.'
    expect(segmentText([{ kind: 'heading', text, from: 7 }], 'en')).toEqual([{ from: 7, to: 23 }])
    expect(segmentText([{ kind: 'list-item', text: ` ${text}\n`, from: 0 }], 'en')).toEqual([{ from: 1, to: 17 }])
  })

  it.each(cases(STOPS))('A10 splits %s: %s', expectSplit)
  it.each(cases({ en: ELLIPSES }))('A10 splits %s: %s', expectSplit)
  it.each(cases(QUOTATIONS))('A11 splits %s: %s', expectSplit)
  it.each(cases({ en: LINES }))('A12 splits %s: %j', expectSplit)

  it('A13 gives segments in order that are trimmed, apart and hold all that is written', () => {
    fc.assert(
      fc.property(arbitraryContent(), fc.constantFrom('en', 'fr', 'de', 'ar'), (content, language) => {
        const text = articleText(content)
        const segments = segmentText(textBlocks(content), language)
        const pieces = segments.map(({ from, to }) => text.slice(from, to))
        expect(pieces.filter(piece => piece.trim() !== piece || piece === '')).toEqual([])
        expect(segments.filter(({ from }, index) => from < (segments[index - 1]?.to ?? 0))).toEqual([])
        expect(pieces.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
      }),
    )
  })

  it('A14 takes time in proportion to the text, also in one paragraph of 400,000 words', () => {
    const text = 'He met Dr. Low in the U.S. in 1.5 hours. Then … he left. '.repeat(30_000)
    const cut = unitsCut(() => {
      expect(segmentText([{ kind: 'paragraph', text, from: 0 }], 'en')).toHaveLength(60_000)
    })
    expect(cut.all).toBeLessThan(3 * text.length)
    expect(cut.atOnce).toBeLessThan(10_000)
  })

  it('A14 looks far enough ahead where a long paragraph is taken in parts', () => {
    const text = `${'x'.repeat(4080)} done. ${'= '.repeat(30)}and so on.`
    expect(segmentText([paragraph(text)], 'en')).toHaveLength(1)
  })

  it('A14 finds the same sentences in a long paragraph as in a short one', () => {
    const [short, count] = ['He met Dr. Low… Then he left. “So!” he said.\nAnd "no." and so on. It was J. R. Orr.', 5]
    const text = Array.from({ length: 500 }, () => short).join(' ')
    const once = segmentText([paragraph(short)], 'en')
    expect(once).toHaveLength(count)
    const expected = Array.from({ length: 500 }, (_, index) =>
      once.map(({ from, to }) => short.slice(from, to) + index),
    )
    const found = segmentText([paragraph(text)], 'en').map(
      ({ from, to }) => text.slice(from, to) + Math.floor(from / (short.length + 1)),
    )
    expect(found).toEqual(expected.flat())
  })
})

function cases(table: Readonly<Record<string, readonly string[]>>): readonly (readonly [string, string])[] {
  return Object.entries(table).flatMap(([language, paragraphs]) => paragraphs.map(text => [language, text] as const))
}

function expectSplit(language: string, marked: string): void {
  const text = marked.replaceAll('¦', '')
  const segments = segmentText([paragraph(text)], language)
  expect(segments.map(({ from, to }) => text.slice(from, to))).toEqual(marked.split('¦').map(piece => piece.trim()))
}

function paragraph(text: string): TextBlock {
  return { kind: 'paragraph', text, from: 0 }
}
