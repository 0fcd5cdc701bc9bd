import type { Decoration, EditorView } from '@tiptap/pm/view'
import type { OffsetMap } from '../../article-format/offset-map.ts'
import type { Span } from '../../domain/selector.ts'
import { emphasisOf, movedEmphasis, NO_EMPHASIS, type Emphasised } from './emphasis.ts'
import { decorationsOf, looksSame, type Highlight } from './highlight.ts'
import { withRepaint } from './highlights.ts'

const PAINT_AT_ONCE = 300 // highlights; more than this and those near the viewport go first
const PAINT_WHILE_IDLE = 250 // highlights per idle period: about 10 ms of work

/** Keeps the drawn highlights the same as the wanted ones. */
export interface HighlightPainter {
  /** Draws the difference to what is drawn: at once where it is little or near the viewport, the rest while idle. */
  paint(highlights: readonly Highlight[], emphasised: Emphasised): void
  /** Draws everything now, for printing. */
  finish(): void
  stop(): void
}

/** A painter for one view. `nearby` answers which stretch of the text is in or near the viewport. */
export function createHighlightPainter(view: EditorView, map: OffsetMap, nearby: () => Span): HighlightPainter {
  const drawn = new Map<string, { highlight: Highlight; decorations: readonly Decoration[] }>()
  let wanted: ReadonlyMap<string, Highlight> = new Map()
  let listed: readonly Highlight[] = []
  let emphasised: Emphasised = NO_EMPHASIS
  let waiting: readonly Highlight[] = []
  let idle: number | undefined

  function paint(highlights: readonly Highlight[], now: Emphasised): void {
    const moved = movedEmphasis(emphasised, now)
    emphasised = now
    if (highlights !== listed) paintList(highlights, moved)
    else draw([], drawnAmong(moved))
  }

  function paintList(highlights: readonly Highlight[], moved: ReadonlySet<string>): void {
    listed = highlights
    wanted = new Map(highlights.map(highlight => [highlight.id, highlight]))
    const gone = [...drawn.keys()].filter(id => !wanted.has(id))
    const changed = highlights.filter(highlight => {
      const known = drawn.get(highlight.id)
      return !known || moved.has(highlight.id) || !looksSame(known.highlight, highlight)
    })
    if (changed.length <= PAINT_AT_ONCE) {
      waiting = []
      return draw(gone, changed)
    }
    const { from, to } = nearby()
    const isNear = (highlight: Highlight) => highlight.to >= from && highlight.from <= to
    waiting = changed.filter(highlight => !isNear(highlight))
    draw(gone, changed.filter(isNear))
    paintRest()
  }

  /** Of these annotations the highlights that are drawn already: the others get their emphasis when their turn comes. */
  function drawnAmong(ids: ReadonlySet<string>): readonly Highlight[] {
    return [...ids].flatMap(id => (drawn.has(id) ? (wanted.get(id) ?? []) : []))
  }

  function paintRest(): void {
    if (idle !== undefined || waiting.length === 0) return
    idle = whenIdle(() => {
      idle = undefined
      const next = waiting.slice(0, PAINT_WHILE_IDLE)
      waiting = waiting.slice(PAINT_WHILE_IDLE)
      draw([], next)
      paintRest()
    })
  }

  function draw(gone: readonly string[], changed: readonly Highlight[]): void {
    if (view.isDestroyed || gone.length + changed.length === 0) return
    const remove = [...gone, ...changed.map(({ id }) => id)].flatMap(id => drawn.get(id)?.decorations ?? [])
    for (const id of gone) drawn.delete(id)
    const add = changed.flatMap(highlight => {
      const decorations = decorationsOf({ ...highlight, ...emphasisOf(highlight.id, emphasised) }, view.state.doc, map)
      drawn.set(highlight.id, { highlight, decorations })
      return decorations
    })
    view.dispatch(withRepaint(view.state.tr, { remove, add }))
  }

  return {
    paint,
    finish() {
      const rest = waiting
      waiting = []
      draw([], rest)
    },
    stop() {
      waiting = []
      if (idle !== undefined) cancelIdle(idle)
    },
  }
}

// Safari has no requestIdleCallback.
const hasIdle = typeof requestIdleCallback === 'function'

function whenIdle(work: () => void): number {
  return hasIdle ? requestIdleCallback(work) : Number(setTimeout(work, 16))
}

function cancelIdle(handle: number): void {
  if (hasIdle) cancelIdleCallback(handle)
  else clearTimeout(handle)
}
