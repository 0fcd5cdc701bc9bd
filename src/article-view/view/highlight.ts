import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { Decoration, type DecorationAttrs } from '@tiptap/pm/view'
import type { OffsetMap } from '../../article-format/offset-map.ts'
import type { RecordId } from '../../domain/identifiers.ts'
import type { Span } from '../../domain/selector.ts'
import type { Verdict } from '../../domain/verdict.ts'
import { partsOf } from './highlight-parts.ts'

/** What is drawn of an annotation in the article, in UTF-16 offsets. */
export interface Highlight extends Span {
  readonly id: RecordId
  readonly verdict: Verdict
  /** Whether the verdict was given on other words. */
  readonly isStale: boolean
  /** Overlapping statements take different lanes, so that their underlines stay apart. */
  readonly lane: number
  /** The stretch at its beginning that no other highlight cuts: it carries the verdict's sign. */
  readonly beginning: Span
}

/** What of a highlight changes without its annotation. */
export interface Emphasis {
  readonly isSelected: boolean
  /** The element id of its card while the card is in the document. */
  readonly card: string | null
}

/** The marks of a highlight, one per stretch of text; only the one in which the sign stands is of the class `begins`. */
export function decorationsOf(
  highlight: Highlight & Emphasis,
  doc: ProseMirrorNode,
  map: OffsetMap,
): readonly Decoration[] {
  return partsOf(highlight, doc, map).map(({ from, to, begins }) =>
    Decoration.inline(from, to, attributesOf(highlight, begins)),
  )
}

function attributesOf(highlight: Highlight & Emphasis, begins: boolean): DecorationAttrs {
  const { id, verdict, isSelected, isStale, lane, card } = highlight
  return {
    nodeName: 'mark',
    class: [...(begins ? ['begins'] : []), ...(isSelected ? ['is-selected'] : [])].join(' '),
    'data-annotation-id': id,
    'data-verdict': verdict,
    'data-lane': String(Math.min(lane, 3)),
    ...(isStale ? { 'data-stale': '' } : {}),
    ...(card ? { 'aria-details': card } : {}),
  }
}

/** Gives each of the spans the lowest lane that no overlapping span before it has. Spans come sorted by `from`. */
export function lanesOf(spans: readonly Span[]): readonly number[] {
  const ends: number[] = []
  return spans.map(({ from, to }) => {
    const free = ends.findIndex(end => end <= from)
    const lane = free >= 0 ? free : ends.length
    ends[lane] = to
    return lane
  })
}

/** Whether two highlights look the same. */
export function looksSame(a: Highlight, b: Highlight): boolean {
  if (a === b) return true
  return (
    a.from === b.from &&
    a.to === b.to &&
    a.verdict === b.verdict &&
    a.isStale === b.isStale &&
    a.lane === b.lane &&
    a.beginning.from === b.beginning.from &&
    a.beginning.to === b.beginning.to
  )
}
