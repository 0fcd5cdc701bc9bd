import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reviewedSegments } from './progress.ts'
import type { Span } from './selector.ts'
import { runs } from '../testing/effort.ts'

describe('reviewedSegments', () => {
  const segment: Span = { from: 10, to: 20 }
  const cases: readonly { name: string; spans: readonly Span[]; expected: boolean }[] = [
    { name: 'M17 counts exactly half', spans: [{ from: 10, to: 15 }], expected: true },
    { name: 'M17 does not count less than half', spans: [{ from: 10, to: 14 }], expected: false },
    {
      name: 'M17 counts two parts together',
      spans: [
        { from: 18, to: 20 },
        { from: 10, to: 13 },
      ],
      expected: true,
    },
    { name: 'M17 counts a span that goes beyond the segment', spans: [{ from: 0, to: 100 }], expected: true },
    { name: 'M17 counts nothing without spans', spans: [], expected: false },
    {
      name: 'M18 counts overlapping spans once',
      spans: [
        { from: 10, to: 14 },
        { from: 11, to: 14 },
        { from: 12, to: 14 },
      ],
      expected: false,
    },
    {
      name: 'M18 counts only what is inside',
      spans: [
        { from: 0, to: 14 },
        { from: 20, to: 40 },
      ],
      expected: false,
    },
    {
      name: 'M18 counts a span inside a longer one once',
      spans: [
        { from: 0, to: 14 },
        { from: 2, to: 4 },
      ],
      expected: false,
    },
  ]
  for (const { name, spans, expected } of cases) {
    it(name, () => expect(reviewedSegments([segment], spans)).toEqual([expected]))
  }

  it('M17 judges each segment by itself', () => {
    const segments = [
      { from: 0, to: 4 },
      { from: 5, to: 15 },
      { from: 16, to: 20 },
    ]
    expect(reviewedSegments(segments, [{ from: 2, to: 9 }])).toEqual([true, false, false])
    expect(
      reviewedSegments(segments, [
        { from: 2, to: 10 },
        { from: 18, to: 20 },
      ]),
    ).toEqual([true, true, true])
  })

  it('M18 agrees with counting every character', () => {
    const span = fc
      .tuple(fc.nat(60), fc.integer({ min: 1, max: 20 }))
      .map(([from, length]) => ({ from, to: from + length }))
    const gaps = fc.array(fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 12 })), { maxLength: 8 })
    fc.assert(
      fc.property(gaps.map(segmentsFrom), fc.array(span, { maxLength: 8 }), (segments, spans) => {
        const counted = segments.map(({ from, to }) => {
          const offsets = Array.from({ length: to - from }, (_, index) => from + index)
          return (
            offsets.filter(offset => spans.some(each => each.from <= offset && offset < each.to)).length * 2 >=
            to - from
          )
        })
        expect(reviewedSegments(segments, spans)).toEqual(counted)
      }),
      { numRuns: runs(500) },
    )
  })
})

function segmentsFrom(gaps: readonly (readonly [number, number])[]): readonly Span[] {
  let end = 0
  return gaps.map(([gap, length]) => {
    const from = end + gap
    end = from + length
    return { from, to: end }
  })
}
