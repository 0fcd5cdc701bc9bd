import { getSchema } from '@tiptap/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createOffsetMap } from '../../article-format/offset-map.ts'
import type { ArticleContent, ContentNode } from '../../domain/article-content.ts'
import { articleText } from '../../domain/article-text.ts'
import { arbitraryContent } from '../../testing/arbitrary-content.ts'
import { SHEETED_EXTENSIONS, sheetsOf } from './sheets.ts'

const SCHEMA = getSchema(SHEETED_EXTENSIONS)

describe('the sheets of a shown article', () => {
  it('P9 hold its blocks as they are and in their order, a new sheet from 3,000 characters on, each block counting 60 more', () => {
    const content = paragraphs(1000, 1819, 1, 2940, 500)
    const sheets = sheetsOf(content).content!.map(({ type, content: blocks }) => ({ type, blocks }))
    expect(sheets).toEqual([
      { type: 'sheet', blocks: content.content.slice(0, 3) },
      { type: 'sheet', blocks: content.content.slice(3, 4) },
      { type: 'sheet', blocks: content.content.slice(4) },
    ])
  })

  it('P9 end with no heading, unless the article does or all are', () => {
    const { content } = paragraphs(3000, 5)
    const heading: ContentNode = { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'More' }] }
    const long: ContentNode = { ...heading, content: [{ type: 'text', text: 'x'.repeat(3000) }] }
    const sheets = sheetsOf({ type: 'doc', content: [...content, long, ...content, heading] }).content!
    expect(sheets.map(({ content: blocks }) => blocks)).toEqual([
      [content[0]],
      [content[1], long, content[0]],
      [content[1], heading],
    ])
  })

  it('P9 end also where there are nothing but headings', () => {
    const heading: ContentNode = {
      type: 'heading',
      attrs: { level: 2 },
      content: [{ type: 'text', text: 'x'.repeat(940) }],
    }
    const { content } = sheetsOf({ type: 'doc', content: Array.from({ length: 13 }, () => heading) })
    expect(content!.map(({ content: blocks }) => blocks!.length)).toEqual([6, 6, 1])
  })

  it('P9 leave every offset of the text where it is', () => {
    fc.assert(
      fc.property(arbitraryContent(), fc.nat(4), (content, copies) => {
        const long = { ...content, content: Array.from({ length: copies * 30 + 1 }, () => content.content).flat() }
        const doc = SCHEMA.nodeFromJSON(sheetsOf(long))
        const text = articleText(long)
        const { blocks } = createOffsetMap(doc)
        expect(blocks.at(-1)!.to).toBe(text.length)
        for (const { from, to, position } of blocks) {
          expect(doc.textBetween(position, position + to - from, '', '\n')).toBe(text.slice(from, to))
        }
      }),
      { numRuns: 40 },
    )
  })
})

/** An article of paragraphs of these lengths in UTF-16 units. */
function paragraphs(...lengths: readonly number[]): ArticleContent {
  return {
    type: 'doc',
    content: lengths.map(length => ({ type: 'paragraph', content: [{ type: 'text', text: 'x'.repeat(length) }] })),
  }
}
