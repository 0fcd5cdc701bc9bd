import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import type { OffsetMap } from '../../article-format/offset-map.ts'
import type { Span } from '../../domain/selector.ts'

/** What is cut into parts, in UTF-16 offsets: a span, and the stretch at its beginning that no other highlight cuts. */
interface Begun extends Span {
  readonly beginning: Span
}

/** A part of a highlight in positions of the document. */
export interface HighlightPart extends Span {
  /** Whether the verdict's sign stands in it. */
  readonly begins: boolean
}

/**
 * A highlight in parts that follow each other: the one that begins it is drawn as a single element, so that its sign
 * stands once. Cuts only where other highlights, links or bold text cut anyway.
 */
export function partsOf(highlight: Begun, doc: ProseMirrorNode, map: OffsetMap): readonly HighlightPart[] {
  const from = map.toPosition(highlight.from)
  const to = map.toPosition(highlight.to)
  const begin = map.toPosition(highlight.beginning.from)
  const textEnd = begin + (doc.resolve(begin).nodeAfter?.nodeSize ?? 0)
  const end = Math.min(textEnd, map.toPosition(highlight.beginning.to))
  return [
    { from, to: begin, begins: false },
    { from: begin, to: end, begins: true },
    { from: end, to, begins: false },
  ].filter(part => part.from < part.to)
}

/**
 * For each of the spans the stretch at its beginning that no edge of a span cuts, from its first character that is no
 * line break, in UTF-16 offsets. Spans come sorted by `from`, and each holds such a character.
 */
export function beginningsOf(text: string, spans: readonly Span[]): readonly Span[] {
  // Sorted as numbers and without a comparison of ours: there are thousands. Where they begin is sorted already.
  const ends = Float64Array.from(spans, ({ to }) => to).sort()
  let [nextStart, nextEnd] = [0, 0]
  return spans.map(({ from }) => {
    let start = from
    while (text[start] === '\n') start += 1
    while (nextStart < spans.length && spans[nextStart]!.from <= start) nextStart += 1
    while (ends[nextEnd]! <= start) nextEnd += 1
    return { from: start, to: Math.min(spans[nextStart]?.from ?? Infinity, ends[nextEnd]!) }
  })
}
