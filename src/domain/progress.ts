import type { Segment } from './segment.ts'
import type { Span } from './selector.ts'

/**
 * For each segment whether it is reviewed: the spans (of one reviewer's annotations and "nothing to check" marks)
 * cover at least half of its characters. Segments come in text order; spans in any order, also overlapping.
 */
export function reviewedSegments(segments: readonly Segment[], spans: readonly Span[]): readonly boolean[] {
  const covered = union(spans)
  let next = 0
  return segments.map(({ from, to }) => {
    while (next < covered.length && covered[next]!.to <= from) next += 1
    let characters = 0
    for (let index = next; index < covered.length && covered[index]!.from < to; index += 1) {
      characters += Math.min(to, covered[index]!.to) - Math.max(from, covered[index]!.from)
    }
    return characters * 2 >= to - from
  })
}

function union(spans: readonly Span[]): readonly Span[] {
  const merged: { from: number; to: number }[] = []
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1)
    if (last && from <= last.to) last.to = Math.max(last.to, to)
    else merged.push({ from, to })
  }
  return merged
}
