import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { ArticleContentSchema, type ArticleContent, type ContentNode } from '../domain/article-content.ts'
import { textBlocks } from '../domain/article-text.ts'
import { arbitraryText } from '../testing/arbitrary-content.ts'
import { MAX_TEXT_LENGTH, parsePlainText } from './parse-plain-text.ts'

const WRAPPED = `Bridge reopens

Lantern Bridge, the only road between Port Ellory and the
isle of Sarn, reopened on Monday after forty-one days of
repairs.

- The bridge carried four thousand tonnes of freight a day
before it closed.
- It is open.
By our own reporter
in Port Ellory`

const PARSED: readonly (readonly [why: string, text: string, blocks: readonly string[]])[] = [
  [
    'I1 a title, points and a body',
    'Title\n- One\n- Two\nBody.\nMore.',
    ['1 Title', '- One', '- Two', 'Body.', 'More.'],
  ],
  ['I1 a title alone', 'Title', ['1 Title']],
  ['I1 a title after blank lines', '\n \nTitle\n\nBody', ['1 Title', 'Body']],
  ['I1 a title that looks like a point', '- Title\n- Point', ['1 - Title', '- Point']],
  ['I2 every sign of a point', 'T\n- a\n* b\n•\tc\n•  d', ['1 T', '- a', '- b', '- c', '- d']],
  ['I2 points with blank lines between', 'T\n- a\n\n- b', ['1 T', '- a', '- b']],
  ['I2 points apart', 'T\n- a\nx\n- b', ['1 T', '- a', 'x', '- b']],
  [
    'I2 what only looks like a point',
    'T\n-5 degrees\n- - -\n***\n-\n– x',
    ['1 T', '-5 degrees', '- - -', '***', '-', '– x'],
  ],
  ['I3 any line end', 'T\r\na\rb\nc', ['1 T', 'a', 'b', 'c']],
  ['I3 a byte order mark', '\ufeffT\na', ['1 T', 'a']],
  ['I3 half of a surrogate pair', 'T\ud83d\n\udea7a 🚧', ['1 T\ufffd', '\ufffda 🚧']],
  ['I3 white space around a line', ' T \n\t a\u00a0\n', ['1 T', 'a']],
  ['I3 what is inside a line', 'T\nA\tB  C\u00a0“D” e\u0301 \u200b—', ['1 T', 'A\tB  C\u00a0“D” e\u0301 \u200b—']],
  [
    'I4 lines wrapped at a width',
    WRAPPED,
    [
      '1 Bridge reopens',
      'Lantern Bridge, the only road between Port Ellory and the isle of Sarn, reopened on Monday after forty-one days of repairs.',
      '- The bridge carried four thousand tonnes of freight a day before it closed.',
      '- It is open.',
      'By our own reporter',
      'in Port Ellory',
    ],
  ],
  [
    'I4 no lines of a text without blank lines',
    WRAPPED.split('\n\n').slice(1).join('\n'),
    WRAPPED.split('\n\n')
      .slice(1)
      .join('\n')
      .split('\n')
      .map((line, index) => (index === 0 ? `1 ${line}` : line)),
  ],
  [
    'I4 no short lines, as verse has them',
    'T\n\nThe rain it raineth\nevery day',
    ['1 T', 'The rain it raineth', 'every day'],
  ],
  [
    'I4 no lines that are longer than wrapped ones',
    `T\n\n${'long '.repeat(30)}end\n${'word '.repeat(15)}end`,
    ['1 T', `${'long '.repeat(30)}end`, `${'word '.repeat(15)}end`],
  ],
]

describe('parsePlainText', () => {
  it.each(PARSED)('%s', (_, text, blocks) => {
    expect(outline(parsed(text))).toEqual(blocks)
  })

  it('I2 makes one list of points that follow each other', () => {
    expect(parsed('T\n- a\n\n- b\nx\n- c').content.map(node => node.type)).toEqual([
      'heading',
      'bulletList',
      'paragraph',
      'bulletList',
    ])
  })

  it('I3 loses no character that is written, and makes a content that is allowed', () => {
    const texts = fc.array(fc.oneof(arbitraryText(), fc.constantFrom('- a', '• b', '\r', '', 'x'.repeat(60))))
    fc.assert(
      fc.property(texts, lines => {
        const text = `Title\n${lines.join('\n')}`
        const content = v.parse(ArticleContentSchema, parsed(text))
        const kept = textBlocks(content)
          .map(block => block.text)
          .join('')
        expect(written(kept)).toBe(written(text.replace(/^\s*[-•]\s+(?=[ab]$)/gm, '')))
      }),
    )
  })

  it.each([
    ['an empty text', '', { kind: 'empty' }],
    ['white space', '\ufeff \r\n\t', { kind: 'empty' }],
    ['a NUL character', 'Title\nA\0B', { kind: 'binary' }],
    ['a text that is too long', 'a'.repeat(MAX_TEXT_LENGTH + 1), { kind: 'too-long', limit: MAX_TEXT_LENGTH }],
  ])('I5 refuses %s', (_, text, problem) => {
    expect(parsePlainText(text)).toEqual({ ok: false, problem })
  })

  it('I5 takes the longest text', () => {
    expect(parsePlainText('a'.repeat(MAX_TEXT_LENGTH)).ok).toBe(true)
  })
})

function parsed(text: string): ArticleContent {
  const result = parsePlainText(text)
  if (!result.ok) throw new Error(result.problem.kind)
  return result.value
}

function outline(content: ArticleContent): readonly string[] {
  return content.content.flatMap(node => {
    const lines = textBlocks({ type: 'doc', content: [node] }).map(block => block.text)
    return lines.map(line => signOf(node) + line)
  })
}

function signOf(node: ContentNode): string {
  if (node.type === 'heading') return `${node.attrs.level} `
  return node.type === 'bulletList' ? '- ' : ''
}

function written(text: string): string {
  return text.replace(/\s/g, '')
}
