import type { EditorView } from '@tiptap/pm/view'
import type { OffsetMap } from '../../article-format/offset-map.ts'
import type { Span } from '../../domain/selector.ts'
import type { LineBox } from './outline-path.ts'

const COMFORT = 72 // px kept free above and below what is scrolled to
const EXACT_WITHIN = 3000 // px around the viewport in which tops are measured to the line; beyond, to the block

/** Where things of the article are on the page, for as long as no text moves. Distances in px from the top left of the article's element. */
export interface ArticleGeometry {
  /** The top of the line at an offset; far outside of the viewport, of its block. */
  topOf(offset: number): number
  /** The boxes of a span, in document order. */
  boxesOf(span: Span): readonly LineBox[]
  /** The stretch of text that is in the viewport. */
  offsetsInView(): Span
  /** Scrolls a span into comfortable view; does nothing where it is already. */
  reveal(span: Span): void
  /** The height of all that is scrolled. */
  scrollHeight(): number
  /** How far the article's element starts below the top of what is scrolled. */
  topInScroller(): number
  /** Puts the line at an offset at the top of the viewport. */
  scrollToOffset(offset: number): void
  /** Where a span is in the window, for what floats beside it. */
  clientRectOf(span: Span): DOMRect
  /** Puts the keyboard focus into the article without scrolling. */
  focus(): void
}

/** Measures one view inside of the element that scrolls. */
export function createArticleGeometry(view: EditorView, map: OffsetMap, scroller: HTMLElement): ArticleGeometry {
  const lineAt = (offset: number) => view.coordsAtPos(map.toPosition(offset), 1)
  const origin = () => view.dom.getBoundingClientRect()

  function topOf(offset: number): number {
    const block = blockAt(offset)?.getBoundingClientRect()
    const { top, bottom } = scroller.getBoundingClientRect()
    const isFar = block && (block.bottom < top - EXACT_WITHIN || block.top > bottom + EXACT_WITHIN)
    return (isFar ? block.top : lineAt(offset).top) - origin().top
  }

  function blockAt(offset: number): HTMLElement | null {
    const resolved = view.state.doc.resolve(map.toPosition(offset))
    const dom = resolved.depth > 0 ? view.nodeDOM(resolved.before(1)) : null
    return dom instanceof HTMLElement ? dom : null
  }

  function rangeOf({ from, to }: Span): Range {
    const range = document.createRange()
    const start = view.domAtPos(map.toPosition(from), 1)
    const end = view.domAtPos(map.toPosition(to), -1)
    range.setStart(start.node, start.offset)
    range.setEnd(end.node, end.offset)
    return range
  }

  function offsetAtHeight(y: number): number {
    const { left, width } = origin()
    const found = view.posAtCoords({ left: left + width / 2, top: y })
    if (found) return map.toOffset(found.pos)
    return y < origin().top ? 0 : (map.blocks.at(-1)?.to ?? 0)
  }

  function offsetsInView(): Span {
    const { top, bottom } = scroller.getBoundingClientRect()
    return { from: offsetAtHeight(top + 4), to: offsetAtHeight(bottom - 4) }
  }

  return {
    topOf,
    offsetsInView,
    boxesOf(span) {
      const { left, top } = origin()
      return [...rangeOf(span).getClientRects()]
        .filter(rect => rect.width > 0)
        .map(rect => ({
          left: rect.left - left,
          right: rect.right - left,
          top: rect.top - top,
          bottom: rect.bottom - top,
        }))
    },
    reveal(span) {
      const box = scroller.getBoundingClientRect()
      // A sheet at the bottom covers text: the style sheet says how much.
      const covered = Number.parseFloat(getComputedStyle(scroller).scrollPaddingBottom) || 0
      const start = lineAt(span.from).top
      const end = Math.min(view.coordsAtPos(map.toPosition(span.to), -1).bottom, start + box.height / 2)
      if (start < box.top + COMFORT) scroller.scrollTop += start - box.top - COMFORT
      else if (end > box.bottom - covered - COMFORT) scroller.scrollTop += end - box.bottom + covered + COMFORT
    },
    scrollToOffset(offset) {
      scroller.scrollTop += lineAt(offset).top - scroller.getBoundingClientRect().top - 8
    },
    scrollHeight: () => scroller.scrollHeight,
    topInScroller: () => origin().top - scroller.getBoundingClientRect().top + scroller.scrollTop,
    clientRectOf: span => rangeOf(span).getBoundingClientRect(),
    focus() {
      view.focus()
    },
  }
}
