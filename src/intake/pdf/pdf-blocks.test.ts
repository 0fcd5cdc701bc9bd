import { describe, expect, it } from 'vitest'
import { articleText } from '../../domain/article-text.ts'
import { joinLines, knownWords } from './join-lines.ts'
import { linesOfPage, type PageLine } from './page-lines.ts'
import type { PlacedText } from './placed-text.ts'
import { blocksOfPages } from './pdf-blocks.ts'
import { withoutRunningLines } from './running-lines.ts'

const WIDE = 'x'.repeat(60)

describe('linesOfPage', () => {
  it('I32 joins the pieces of a line, raised figures included, and leaves out what stands aslant', () => {
    const items = [
      piece('Title', 700, { size: 20, end: true }),
      piece('One ', 650),
      piece('two', 650, { left: 90 }),
      piece('3', 654, { left: 110, size: 6, end: true }),
      { ...piece('DRAFT', 400), transform: [7, 7, -7, 7, 100, 400] },
      piece('Three', 636),
    ]
    expect(linesOfPage(items).map(({ text, size }) => [text, size])).toEqual([
      ['Title', 20],
      ['One two3', 10],
      ['Three', 10],
    ])
  })
})

describe('linesOfPage, from right to left', () => {
  it.each<[why: string, drawn: readonly string[], read: string]>([
    ['shapes of letters, one by one', ['.', 'ﺔ', 'ﻨ', 'ﻳ', 'ﺪ', 'ﻤ', 'ﻟ', 'ا', ' ', 'ﺢ', 'ﺘ', 'ﻓ'], 'فتح المدينة.'],
    ['a ligature, and words that pdf.js has turned', ['كرونة', ' ', 'ﻣ', 'ﻼ', 'ﺳ'], 'سلام كرونة'],
    ['a number between words', ['כתרים.', ' ', '4.2', ' ', 'עלה'], 'עלה 4.2 כתרים.'],
    ['a name of Latin words', ['היום', ' ', 'New', ' ', 'York', ' ', 'בעיר'], 'בעיר New York היום'],
    ['a bracket and a number at its end', ['(', '2026', ')', ' ', 'בשנת'], 'בשנת (2026)'],
    ['a page in Latin letters as it is', ['Tel', ' ', 'Aviv', ' ', 'תל'], 'Tel Aviv תל'],
  ])('I100 reads %s', (_, drawn, read) => {
    const items = drawn.map((str, index) => piece(str, 700, { left: 50 + 20 * index }))
    expect(linesOfPage(items).map(({ text }) => text)).toEqual([read])
  })

  it('I100 counts the places of such lines from the other side, so that they begin where they are read', () => {
    const [line] = linesOfPage([piece('אחת', 700, { left: 60 })])
    expect(line).toMatchObject({ left: -60 - piece('אחת', 700).width, right: -60 })
  })

  it('I32 leaves out glyphs of which the file does not say what they mean', () => {
    expect(linesOfPage([piece('\0\0 \0', 700, { end: true }), piece('A\0', 680)]).map(({ text }) => text)).toEqual([
      'A',
    ])
  })
})

describe('blocksOfPages', () => {
  it.each<[why: string, lines: readonly PageLine[], text: string]>([
    [
      'lines of a paragraph',
      [line(`${WIDE} a`, 700), line(`${WIDE} b`, 686), line('c.', 672)],
      `${WIDE} a ${WIDE} b c.`,
    ],
    ['paragraphs with a gap', [line(`${WIDE}.`, 700), line(`${WIDE}.`, 686), line('d', 660)], `${WIDE}. ${WIDE}.\nd`],
    [
      'paragraphs with an indent',
      [line(`${WIDE}.`, 700), line(`${WIDE}.`, 686), line(WIDE, 672, { left: 62 }), line('e', 658)],
      `${WIDE}. ${WIDE}.\n${WIDE} e`,
    ],
    [
      'a line that ends before it is full',
      [line(`${WIDE} a`, 700), line('Short', 686), line(`and ${WIDE}`, 672)],
      `${WIDE} a Short\nand ${WIDE}`,
    ],
    ['points', [line('• one', 700), line('• two', 686)], 'one\ntwo'],
    [
      'a sentence that goes on in the next column',
      [line(`${WIDE} and`, 100), line(`${WIDE}.`, 700, { left: 300 })],
      `${WIDE} and ${WIDE}.`,
    ],
  ])('I32 reads %s', (_, lines, text) => {
    expect(textOf(blocksOfPages([{ height: 800, lines }]))).toBe(text)
  })

  it('I32 tells headings by the size of their letters', () => {
    const lines = [line('Title', 700, { size: 20 }), line('Part', 660, { size: 14 }), line(WIDE, 640), line(WIDE, 626)]
    const levels = blocksOfPages([{ height: 800, lines }]).map(node => (node.type === 'heading' ? node.attrs.level : 0))
    expect(levels).toEqual([1, 2, 0])
  })
})

describe('withoutRunningLines', () => {
  it('I33 leaves out headers, footers and page numbers, and keeps what stands at the edge once', () => {
    const pages = [1, 2, 3].map(number => ({
      height: 800,
      lines: [
        line('The Ellory Post', 780),
        line(`Body ${number}`, 400),
        line(`Sheet ${number}`, 30),
        line(`${number} / 3`, 20),
      ],
    }))
    const [first, ...rest] = withoutRunningLines([
      { ...pages[0]!, lines: [...pages[0]!.lines, line('A note', 40)] },
      ...pages.slice(1),
    ])
    expect(first!.lines.map(({ text }) => text)).toEqual(['Body 1', 'A note'])
    expect(rest.flatMap(({ lines }) => lines.map(({ text }) => text))).toEqual(['Body 2', 'Body 3'])
  })

  it('I33 keeps the lines of a single page', () => {
    const page = { height: 800, lines: [line('Title', 780), line('Body', 400)] }
    expect(withoutRunningLines([page])).toEqual([page])
  })
})

describe('joinLines', () => {
  it.each([
    [['The tun-', 'nel is open'], '', 'The tunnel is open'],
    [['the tun\u00ad', 'nel'], '', 'the tunnel'],
    [['a well-', 'known man'], 'so well-known a man', 'a well-known man'],
    [['in 2019-', '2021'], '', 'in 2019-2021'],
    [['Jean-', 'Luc'], '', 'Jean-Luc'],
    [['pages 3 -', 'and more'], '', 'pages 3 - and more'],
    [['大桥关闭', '了十天'], '', '大桥关闭了十天'],
    [['one', 'two'], '', 'one two'],
  ])('I34 joins %j', (lines, elsewhere, text) => {
    expect(joinLines(lines, knownWords([elsewhere, ...lines]))).toBe(text)
  })
})

function piece(str: string, bottom: number, { left = 50, size = 10, end = false } = {}): PlacedText {
  return { str, transform: [size, 0, 0, size, left, bottom], width: str.length * size * 0.5, hasEOL: end }
}

function line(text: string, bottom: number, { left = 50, size = 10 } = {}): PageLine {
  return { text, left, right: left + text.length * size * 0.5, bottom, size }
}

function textOf(content: ReturnType<typeof blocksOfPages>): string {
  return articleText({ type: 'doc', content })
}
