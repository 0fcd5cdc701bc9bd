import type { EditorView } from '@tiptap/pm/view'
import type { OffsetMap } from '../../article-format/offset-map.ts'
import type { Span } from '../../domain/selector.ts'
import type { LineBox } from './outline-path.ts'

const COMFORT = 72 // px kept free above and below what is scrolled to
const EXACT_WITHIN = 700 // px around the viewport in which tops are measured to the line, as the cards stand there

/** Where things of the article are on the page, for as long as no text moves. Distances in px from the top left of the article's element. */
export interface ArticleGeometry {
  /** For each offset the top of its line; far outside of the viewport, about where that is. Thousands together are quick. */
  topsOf(offsets: readonly number[]): readonly number[]
  /** The boxes of a span, in document order. */
  boxesOf(span: Span): readonly LineBox[]
  /** The stretch of text that is in the viewport. Asks the browser what is under a point, which takes a good part of a frame. */
  offsetsInView(): Span
  /** A stretch of text that holds all that is in the viewport or so many px above and below it. Quick. */
  offsetsAround(margin: number): Span
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
  const starts = startsOfSheets(view, map)
  const lines = new Map<number, number>()
  let edges: readonly number[] | null = null

  /** The top of each sheet, and the bottom of the last. All at once and once: a question for each statement would be thousands. */
  function edgesOfSheets(): readonly number[] {
    if (edges) return edges
    const { top, bottom } = origin()
    return (edges = [...Array.from(view.dom.children, sheet => sheet.getBoundingClientRect().top - top), bottom - top])
  }

  function topsOf(offsets: readonly number[]): readonly number[] {
    const [first, last] = sheetsAround(EXACT_WITHIN)
    const { top } = origin()
    return offsets.map(offset => {
      const known = lines.get(offset)
      if (known !== undefined) return known
      const sheet = Math.min(lastAtMost(starts, offset), starts.length - 2)
      if (sheet < first || sheet > last) return topWithin(sheet, offset)
      const line = lineAt(offset).top - top
      lines.set(offset, line)
      return line
    })
  }

  /** About where an offset of a sheet is: its text takes the same room everywhere. */
  function topWithin(sheet: number, offset: number): number {
    const [top, bottom] = edgesOfSheets().slice(sheet, sheet + 2)
    const [from, to] = starts.slice(sheet, sheet + 2)
    return top! + ((offset - from!) / Math.max(1, to! - from!)) * (bottom! - top!)
  }

  /** The first and the last sheet that reach into the viewport or come so near to it. */
  function sheetsAround(margin: number): readonly [number, number] {
    const view = scroller.getBoundingClientRect()
    const { top } = origin()
    const tops = edgesOfSheets().slice(0, -1)
    return [lastAtMost(tops, view.top - top - margin), lastAtMost(tops, view.bottom - top + margin)]
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
    topsOf,
    offsetsInView,
    offsetsAround(margin) {
      const [first, last] = sheetsAround(margin)
      return { from: starts[first]!, to: starts[last + 1]! }
    },
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

/** Where the text of each sheet begins, or the line break before it, and where that of the last one ends, in UTF-16 offsets. */
function startsOfSheets({ state: { doc } }: EditorView, map: OffsetMap): readonly number[] {
  const starts: number[] = []
  doc.forEach((_sheet, position) => starts.push(map.toOffset(position)))
  return [...starts, map.toOffset(doc.content.size)]
}

/** Index of the last of these rising numbers that is at most as high; 0 when none is. */
function lastAtMost(numbers: readonly number[], limit: number): number {
  let low = 0
  let high = numbers.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (numbers[middle]! <= limit) low = middle + 1
    else high = middle
  }
  return Math.max(0, low - 1)
}
