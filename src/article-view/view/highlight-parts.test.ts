import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { documentOf } from '../../article-format/article-schema.ts'
import { createOffsetMap } from '../../article-format/offset-map.ts'
import { articleText } from '../../domain/article-text.ts'
import type { Span } from '../../domain/selector.ts'
import { arbitraryContent } from '../../testing/arbitrary-content.ts'
import { beginningsOf, partsOf } from './highlight-parts.ts'
import type { Highlight } from './highlight.ts'

describe('the beginning of a highlight', () => {
  it.each<[string, string, readonly Span[], readonly Span[]]>([
    ['goes to its end when nothing cuts it', 'Ten days', [{ from: 0, to: 8 }], [{ from: 0, to: 8 }]],
    [
      'ends where another begins or ends',
      'Closed for ten days',
      [
        { from: 0, to: 14 },
        { from: 7, to: 10 },
        { from: 7, to: 19 },
      ],
      [
        { from: 0, to: 7 },
        { from: 7, to: 10 },
        { from: 7, to: 10 },
      ],
    ],
    ['leaves out line breaks before its first word', 'A\n\nB C', [{ from: 1, to: 6 }], [{ from: 3, to: 6 }]],
  ])('H7 %s', (_case, text, spans, beginnings) => {
    expect(beginningsOf(text, spans)).toEqual(beginnings)
  })
})

describe('the parts of a highlight', () => {
  it('H7 cover it without a gap, and exactly one begins it, within one run of text', () => {
    fc.assert(
      fc.property(documentWithHighlights(), ({ content, spans }) => {
        const text = articleText(content)
        const doc = documentOf(content)
        const map = createOffsetMap(doc)
        const beginnings = beginningsOf(text, spans)
        spans.forEach((span, index) => {
          const parts = partsOf(aHighlight(span, beginnings[index]!), doc, map)
          const words = parts.map(({ from, to }) => text.slice(map.toOffset(from), map.toOffset(to))).join('')
          expect(words).toBe(text.slice(span.from, span.to))
          const [first, ...others] = parts.filter(({ begins }) => begins)
          expect(others).toEqual([])
          expect(runsWithin(first!)).toBe(1)
          const cuts = spans.flatMap(({ from, to }) => [from, to].map(offset => map.toPosition(offset)))
          expect(cuts.filter(cut => cut > first!.from && cut < first!.to)).toEqual([])
        })

        function runsWithin({ from, to }: Span): number {
          let runs = 0
          doc.nodesBetween(from, to, node => {
            if (node.isInline) runs += 1
          })
          return runs
        }
      }),
    )
  })
})

function documentWithHighlights() {
  return arbitraryContent().chain(content => {
    const text = articleText(content)
    const edge = fc.nat(text.length)
    return fc
      .array(fc.tuple(edge, edge), { maxLength: 8 })
      .map(pairs => pairs.map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) })))
      .map(spans => spans.filter(({ from, to }) => /[^\n]/.test(text.slice(from, to))))
      .map(spans => ({ content, spans: spans.sort((a, b) => a.from - b.from) }))
  })
}

function aHighlight(span: Span, beginning: Span): Highlight {
  return { id: 'a', ...span, beginning, verdict: 'verified', isStale: false, lane: 0 }
}
