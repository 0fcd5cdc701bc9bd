import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lanesOf, looksSame, type Highlight } from './highlight.ts'

describe('lanes', () => {
  it.each<[string, readonly (readonly [from: number, to: number])[], readonly number[]]>([
    [
      'statements that follow each other share one',
      [
        [0, 5],
        [5, 9],
        [20, 30],
      ],
      [0, 0, 0],
    ],
    [
      'overlapping ones take one each',
      [
        [0, 10],
        [2, 8],
        [4, 6],
      ],
      [0, 1, 2],
    ],
    [
      'the lowest that is free is taken',
      [
        [0, 10],
        [2, 4],
        [5, 20],
        [11, 12],
      ],
      [0, 1, 1, 0],
    ],
    [
      'the same words twice take two',
      [
        [0, 5],
        [0, 5],
      ],
      [0, 1],
    ],
    ['none where there is none', [], []],
  ])('H3 %s', (_case, spans, lanes) => {
    expect(lanesOf(spans.map(([from, to]) => ({ from, to })))).toEqual(lanes)
  })

  it('H3 overlapping statements never share one, and there are no more than overlap at one place', () => {
    const spans = fc
      .array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 20 })), { maxLength: 30 })
      .map(all => all.map(([from, length]) => ({ from, to: from + length })).sort((a, b) => a.from - b.from))
    fc.assert(
      fc.property(spans, sorted => {
        const lanes = lanesOf(sorted)
        sorted.forEach((span, index) => {
          const before = sorted.slice(0, index).filter(other => other.to > span.from)
          const taken = sorted.flatMap((other, at) => (before.includes(other) && at < index ? [lanes[at]] : []))
          expect(taken).not.toContain(lanes[index])
          expect(lanes[index]).toBeLessThanOrEqual(before.length)
        })
      }),
    )
  })
})

describe('a highlight', () => {
  it.each<[string, Partial<Highlight>]>([
    ['it begins elsewhere', { from: 1 }],
    ['it ends elsewhere', { to: 8 }],
    ['its verdict changed', { verdict: 'disputed' }],
    ['its lane changed', { lane: 1 }],
    ['another one cuts its beginning', { beginning: { from: 0, to: 4 } }],
  ])('H4 is drawn anew when %s', (_case, change) => {
    expect(looksSame(aHighlight(), aHighlight(change))).toBe(false)
  })

  it('H4 is left as it is drawn otherwise', () => {
    expect(looksSame(aHighlight(), aHighlight())).toBe(true)
  })
})

function aHighlight(change: Partial<Highlight> = {}): Highlight {
  const beginning = { from: 0, to: 9 }
  return {
    id: 'a',
    from: 0,
    to: 9,
    beginning,
    verdict: 'verified',
    isStale: false,
    lane: 0,
    ...change,
  }
}
