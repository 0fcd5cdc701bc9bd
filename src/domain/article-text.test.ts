import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { articleContents } from '../testing/arbitraries.ts'
import { aContent } from '../testing/builders.ts'
import { ArticleContentSchema, isSafeLink, type ArticleContent, type ContentNode } from './article-content.ts'
import { articleText, textBlocks, textHash } from './article-text.ts'

const paragraph = (text: string): ContentNode => ({ type: 'paragraph', content: [{ type: 'text', text }] })

describe('articleText', () => {
  const cases: readonly { name: string; content: readonly ContentNode[]; expected: string }[] = [
    {
      name: 'M19 puts the title first and joins blocks by a line feed',
      content: aContent('Title', ['one', 'two']).content,
      expected: 'Title\none\ntwo',
    },
    {
      name: 'M19 keeps an empty block as an empty line',
      content: [paragraph('a'), { type: 'paragraph' }, paragraph('b')],
      expected: 'a\n\nb',
    },
    {
      name: 'M19 reads a quotation as its paragraphs',
      content: [{ type: 'blockquote', content: [paragraph('a'), paragraph('b')] }],
      expected: 'a\nb',
    },
    {
      name: 'M19 joins the words of one block without a gap',
      content: [
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 're' },
            { type: 'text', text: 'open', marks: [{ type: 'bold' }] },
          ],
        },
      ],
      expected: 'reopen',
    },
    {
      name: 'M20 reads a hard break as a line feed',
      content: [
        {
          type: 'paragraph',
          content: [{ type: 'text', text: 'a' }, { type: 'hardBreak' }, { type: 'text', text: 'b' }],
        },
      ],
      expected: 'a\nb',
    },
    {
      name: 'M21 reads list items without their markers, lists in lists in place',
      content: [
        {
          type: 'orderedList',
          content: [
            {
              type: 'listItem',
              content: [
                paragraph('a'),
                { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph('b')] }] },
              ],
            },
            { type: 'listItem', content: [paragraph('c')] },
          ],
        },
      ],
      expected: 'a\nb\nc',
    },
    {
      name: 'M21 reads each table cell as a block',
      content: [
        {
          type: 'table',
          content: [
            {
              type: 'tableRow',
              content: [
                { type: 'tableHeader', content: [paragraph('a')] },
                { type: 'tableCell', content: [paragraph('b')] },
              ],
            },
            { type: 'tableRow', content: [{ type: 'tableCell', content: [paragraph('c')] }] },
          ],
        },
      ],
      expected: 'a\nb\nc',
    },
    {
      name: 'M22 keeps spaces, quotation marks, combining and wide characters',
      content: [paragraph('  e\u0301 \u00e9\u00a0\u00ad“x”  🚧\u200d ')],
      expected: '  e\u0301 \u00e9\u00a0\u00ad“x”  🚧\u200d ',
    },
  ]
  for (const { name, content, expected } of cases) {
    it(name, () => expect(articleText({ type: 'doc', content })).toBe(expected))
  }

  it('M20 refuses a text node with a line break', () => {
    for (const text of ['a\nb', 'a\r\nb', 'a\rb', '\n']) {
      expect(v.is(ArticleContentSchema, { type: 'doc', content: [paragraph(text)] })).toBe(false)
    }
    expect(v.is(ArticleContentSchema, aContent())).toBe(true)
  })
})

describe('textBlocks', { timeout: 60_000 }, () => {
  it('M23 says where each block stands in the text, also with wide characters', () => {
    fc.assert(
      fc.property(articleContents(), content => {
        const text = articleText(content)
        const blocks = textBlocks(content)
        for (const { from, text: words } of blocks) expect(text.slice(from, from + words.length)).toBe(words)
        const { from, text: words } = blocks.at(-1)!
        expect(from + words.length).toBe(text.length)
      }),
    )
  })

  it('M21 calls every paragraph of a list item one, but not those in a cell', () => {
    const cell: ContentNode = {
      type: 'table',
      content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: [paragraph('cell')] }] }],
    }
    const list: ContentNode = {
      type: 'bulletList',
      content: [{ type: 'listItem', content: [paragraph('a'), { type: 'blockquote', content: [paragraph('b')] }] }],
    }
    const kinds = textBlocks({ type: 'doc', content: [...aContent('T', ['p']).content, list, cell] }).map(
      ({ kind }) => kind,
    )
    expect(kinds).toEqual(['heading', 'paragraph', 'list-item', 'list-item', 'paragraph'])
  })
})

describe('textHash', () => {
  it('M24 is SHA-256 over UTF-8', () => {
    // FIPS 180-4 gives the first; the second was computed with `printf 'é🚧' | sha256sum`.
    expect(textHash('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
    expect(textHash('é🚧')).toBe('dbb9c2426e035534e8bd2d1788a98fdaa02f67dec4c3a7be0bbfc00b97e4e920')
  })

  it('M24 does not change with the layout', () => {
    const plain = aContent('Title', ['one two'])
    const styled: ArticleContent = {
      type: 'doc',
      content: [
        {
          type: 'heading',
          attrs: { level: 2 },
          content: [{ type: 'text', text: 'Title', marks: [{ type: 'italic' }] }],
        },
        { type: 'blockquote', content: [paragraph('one two')] },
      ],
    }
    expect(textHash(articleText(styled))).toBe(textHash(articleText(plain)))
  })
})

describe('isSafeLink', () => {
  const safe = ['https://example.com', 'http://example.com/a b', 'mailto:desk@example.com', 'HTTPS://EXAMPLE.COM']
  const unsafe = [
    '',
    'example.com',
    '/a',
    '//example.com',
    'javascript:alert(1)',
    ' java\nscript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'blob:https://example.com/x',
    'vbscript:x',
  ]
  for (const href of safe) it(`M25 accepts ${href}`, () => expect(isSafeLink(href)).toBe(true))
  for (const href of unsafe) it(`M25 refuses ${JSON.stringify(href)}`, () => expect(isSafeLink(href)).toBe(false))
})
