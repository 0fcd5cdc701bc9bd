import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import {
  ArticleContentSchema,
  type ArticleContent,
  type ContentNode,
  type TextMark,
} from '../domain/article-content.ts'
import { articleText } from '../domain/article-text.ts'
import { arbitraryContent } from '../testing/arbitrary-content.ts'
import { ARTICLE_SCHEMA, documentOf } from './article-schema.ts'

describe('article schema', () => {
  it('A21 takes every content, and what the editor then holds is a content of the same text', () => {
    fc.assert(
      fc.property(arbitraryContent(), content => {
        const held: unknown = documentOf(content).toJSON()
        expect(articleText(v.parse(ArticleContentSchema, held))).toBe(articleText(content))
      }),
    )
  })

  it('A21 keeps marks, whatever their order, and one link of two', () => {
    const [first] = held([{ type: 'italic' }, link('https://a.example/'), { type: 'bold' }, link('https://b.example/')])
    const marks = first?.marks.map(mark => [mark.type.name, mark.attrs.href])
    expect(marks).toEqual([
      ['link', 'https://b.example/'],
      ['bold', undefined],
      ['italic', undefined],
    ])
  })

  it.each(Object.entries(broken()))('A21 throws on %s', (_, node) => {
    expect(() => documentOf({ type: 'doc', content: [node] })).toThrow(RangeError)
  })

  it.each(Object.entries(LINKS))('A22 renders a link to %s as a %s', (href, tag) => {
    const { toDOM } = ARTICLE_SCHEMA.marks.link!.spec
    const mark = ARTICLE_SCHEMA.mark('link', { href: 'https://example.com/' })
    // The schema refuses to make an unsafe mark, so this one is made behind its back.
    const rendered = toDOM!(Object.create(mark, { attrs: { value: { href } } }) as typeof mark, true)
    expect(rendered).toMatchObject(tag === 'a' ? ['a', { href, ...UNTRACED }, 0] : ['span', 0])
  })

  it.each(Object.entries(LINKS))('A22 takes a link to %s in as a %s', (href, tag) => {
    const [rule] = ARTICLE_SCHEMA.marks.link!.spec.parseDOM!
    const read = rule?.getAttrs?.(elementWith(href) as never)
    if (tag === 'a') expect(read).toMatchObject({ href })
    else expect(read).toBe(false)
  })

  it('A22 refuses a document that holds an unsafe link', () => {
    expect(() => held([link('javascript:alert(1)')])).toThrow(RangeError)
  })
})

const UNTRACED = { target: '_blank', rel: 'noopener noreferrer', referrerpolicy: 'no-referrer' }

const LINKS: Readonly<Record<string, 'a' | 'span'>> = {
  'https://example.com/': 'a',
  'http://example.com/': 'a',
  'mailto:desk@example.com': 'a',
  'javascript:alert(1)': 'span',
  ' jAvascript:alert(1)': 'span',
  'data:text/html,x': 'span',
  'file:///etc/passwd': 'span',
  '/relative': 'span',
  '': 'span',
}

function broken(): Readonly<Record<string, ContentNode>> {
  const paragraph = { type: 'paragraph' } as const
  const cell = (colspan: number) =>
    ({ type: 'tableCell', attrs: { colspan, rowspan: 1 }, content: [paragraph] }) as const
  return {
    'a heading of level 7': { type: 'heading', attrs: { level: 7 } },
    'an empty list': { type: 'bulletList', content: [] },
    'a list item that begins with a quotation': {
      type: 'orderedList',
      content: [{ type: 'listItem', content: [{ type: 'blockquote', content: [paragraph] }] }],
    },
    'an empty quotation': { type: 'blockquote', content: [] },
    'a cell over no column': { type: 'table', content: [{ type: 'tableRow', content: [cell(0)] }] },
    'a cell over half a column': { type: 'table', content: [{ type: 'tableRow', content: [cell(1.5)] }] },
  }
}

function link(href: string): TextMark {
  return { type: 'link', attrs: { href } }
}

function held(marks: readonly TextMark[]) {
  const content: ArticleContent = {
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: 'words', marks }] }],
  }
  return documentOf(content).firstChild!.children
}

function elementWith(href: string): HTMLElement {
  return { getAttribute: () => href } as unknown as HTMLElement
}
