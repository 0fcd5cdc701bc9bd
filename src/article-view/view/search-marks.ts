import type { EditorView } from '@tiptap/pm/view'
import type { OffsetMap } from '../../article-format/offset-map.ts'
import type { Span } from '../../domain/selector.ts'

const NAME = 'search'
const CURRENT = 'search-current'

/**
 * Shows the places of searched words with the CSS Custom Highlight API: they pass quickly and need no elements.
 * Browsers without it show none; the count and the jumps stay.
 */
export function showSearchMarks(view: EditorView, map: OffsetMap, hits: readonly Span[], current: Span | null): void {
  if (!('highlights' in CSS)) return
  const toRange = ({ from, to }: Span) => {
    const start = view.domAtPos(map.toPosition(from), 1)
    const end = view.domAtPos(map.toPosition(to), -1)
    return new StaticRange({
      startContainer: start.node,
      startOffset: start.offset,
      endContainer: end.node,
      endOffset: end.offset,
    })
  }
  CSS.highlights.set(NAME, new Highlight(...hits.map(toRange)))
  CSS.highlights.set(CURRENT, new Highlight(...(current ? [toRange(current)] : [])))
}

/** Takes the search marks away. */
export function hideSearchMarks(): void {
  if (!('highlights' in CSS)) return
  CSS.highlights.delete(NAME)
  CSS.highlights.delete(CURRENT)
}
