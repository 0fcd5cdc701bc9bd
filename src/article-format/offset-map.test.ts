import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ArticleContent } from '../domain/article-content.ts'
import { articleText, textBlocks } from '../domain/article-text.ts'
import { arbitraryContent } from '../testing/arbitrary-content.ts'
import { documentOf } from './article-schema.ts'
import { createOffsetMap } from './offset-map.ts'
import { runs } from '../testing/effort.ts'

describe('offset map', () => {
  it('A18 brings every offset to a position in a block of text and back', () => {
    everyDocument((content, text) => {
      const doc = documentOf(content)
      const map = createOffsetMap(doc)
      const offsets = Array.from({ length: text.length + 1 }, (_, offset) => offset)
      const positions = offsets.map(offset => map.toPosition(offset))
      expect(positions.filter(position => !doc.resolve(position).parent.isTextblock)).toEqual([])
      expect(positions.map(position => map.toOffset(position))).toEqual(offsets)
      expect(positions).toEqual([...new Set(positions)].sort((a, b) => a - b))
    })
  })

  it('A18 gives the same words for a span of offsets and for its positions', () => {
    everyDocument((content, text) => {
      const doc = documentOf(content)
      const map = createOffsetMap(doc)
      for (const { from, to } of map.blocks) {
        const middle = Math.floor((from + to) / 2)
        const words = doc.textBetween(map.toPosition(middle), map.toPosition(to), '\n', '\n')
        expect(words).toBe(text.slice(middle, to))
      }
    })
  })

  it('A19 takes a position between blocks for the nearest end of a block, the earlier of two as near', () => {
    everyDocument((content, text) => {
      const doc = documentOf(content)
      const map = createOffsetMap(doc)
      const positions = Array.from({ length: text.length + 1 }, (_, offset) => map.toPosition(offset))
      const nearest = (position: number) => {
        const distances = positions.map(other => Math.abs(other - position))
        return distances.indexOf(Math.min(...distances))
      }
      const everywhere = Array.from({ length: doc.content.size + 1 }, (_, position) => position)
      expect(everywhere.map(position => map.toOffset(position))).toEqual(everywhere.map(nearest))
    })
  })

  it('A19 takes an offset or a position outside the text for its nearer end', () => {
    const doc = documentOf(ONE_BLOCK)
    const map = createOffsetMap(doc)
    expect([map.toPosition(-5), map.toPosition(99)]).toEqual([1, 5])
    expect([map.toOffset(-5), map.toOffset(99)]).toEqual([0, 4])
  })

  it('A20 counts the blocks and the text as the domain does', () => {
    everyDocument((content, text) => {
      const doc = documentOf(content)
      const blocks = textBlocks(content).map(block => ({ from: block.from, to: block.from + block.text.length }))
      expect(doc.textBetween(0, doc.content.size, '\n', '\n')).toBe(text)
      expect(createOffsetMap(doc).blocks.map(({ from, to }) => ({ from, to }))).toEqual(blocks)
    })
  })
})

const ONE_BLOCK: ArticleContent = {
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text: 'abcd' }] }],
}

function everyDocument(holds: (content: ArticleContent, text: string) => void): void {
  fc.assert(
    fc.property(arbitraryContent(), content => holds(content, articleText(content))),
    { numRuns: runs(150) },
  )
}
