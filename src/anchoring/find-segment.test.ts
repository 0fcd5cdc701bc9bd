import { describe, expect, it } from 'vitest'
import { segmentAt } from './find-segment.ts'

const SEGMENTS = [
  { from: 2, to: 5 },
  { from: 6, to: 9 },
  { from: 9, to: 12 },
]

describe('segmentAt', () => {
  it.each([
    ['before the first', 0, 0],
    ['at its start', 2, 0],
    ['inside it', 4, 0],
    ['at its end, before the next', 5, 1],
    ['at a start', 6, 1],
    ['where one ends and the next begins', 9, 2],
    ['at the end of the last', 12, 2],
    ['after the last', 99, 2],
  ])('A15 gives the segment %s', (_, offset, index) => {
    expect(segmentAt(SEGMENTS, offset)).toBe(index)
  })

  it('A15 gives -1 when there are none', () => {
    expect(segmentAt([], 3)).toBe(-1)
  })
})
