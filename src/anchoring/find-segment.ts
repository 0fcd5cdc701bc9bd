import type { Segment } from '../domain/segment.ts'

/**
 * Index of the segment that contains a UTF-16 offset (`from` inclusive, `to` exclusive), else of the next one after it,
 * else of the last one; -1 when there are no segments. Segments come in text order.
 */
export function segmentAt(segments: readonly Segment[], offset: number): number {
  let low = 0
  let high = segments.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (segments[middle]!.to > offset) high = middle
    else low = middle + 1
  }
  return Math.min(low, segments.length - 1)
}
