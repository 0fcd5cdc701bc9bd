import type { Decoration, EditorView } from '@tiptap/pm/view'
import type { OffsetMap } from '../../article-format/offset-map.ts'
import type { Span } from '../../domain/selector.ts'
import { emphasisOf, movedEmphasis, NO_EMPHASIS, type Emphasised } from './emphasis.ts'
import { decorationsOf, looksSame, type Highlight } from './highlight.ts'
import { withRepaint } from './highlights.ts'

const DRAW_AT_ONCE = 300 // highlights that come, change or go; of more than this those near the viewport go first
const DRAW_WHILE_IDLE = 250 // highlights per idle period: about 10 ms of work

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
  const wanted = new Map<string, Highlight>()
  let listed: readonly Highlight[] = []
  let emphasised: Emphasised = NO_EMPHASIS
  /** The annotations that are not drawn as they should be. */
  let waiting: readonly string[] = []
  let idle: number | undefined

  function paint(highlights: readonly Highlight[], now: Emphasised): void {
    const moved = movedEmphasis(emphasised, now)
    emphasised = now
    if (highlights !== listed) paintList(highlights, moved)
    else draw([...moved].filter(id => drawn.has(id))) // the others get their emphasis when their turn comes
  }

  function paintList(highlights: readonly Highlight[], moved: ReadonlySet<string>): void {
    const [gone, come] = withoutSameEnds(listed, highlights)
    listed = highlights
    for (const { id } of gone) wanted.delete(id)
    for (const highlight of come) wanted.set(highlight.id, highlight)
    const concerned = new Set([...waiting, ...moved, ...[...gone, ...come].map(({ id }) => id)])
    const differing = [...concerned].filter(id => !isDrawnAsWanted(id) || (moved.has(id) && drawn.has(id)))
    if (differing.length <= DRAW_AT_ONCE) {
      waiting = []
      return draw(differing)
    }
    const { from, to } = nearby()
    const reachesInto = (highlight?: Highlight) => highlight && highlight.to >= from && highlight.from <= to
    const isNear = (id: string) => reachesInto(wanted.get(id)) || reachesInto(drawn.get(id)?.highlight)
    waiting = differing.filter(id => !isNear(id))
    draw(differing.filter(isNear))
    drawRest()
  }

  function isDrawnAsWanted(id: string): boolean {
    const is = drawn.get(id)?.highlight
    const shall = wanted.get(id)
    return is && shall ? looksSame(is, shall) : is === shall
  }

  function drawRest(): void {
    if (idle !== undefined || waiting.length === 0) return
    idle = whenIdle(() => {
      idle = undefined
      const next = waiting.slice(0, DRAW_WHILE_IDLE)
      waiting = waiting.slice(DRAW_WHILE_IDLE)
      draw(next)
      drawRest()
    })
  }

  /** Draws these annotations as they are wanted, or takes them away. */
  function draw(ids: readonly string[]): void {
    if (view.isDestroyed || ids.length === 0) return
    const remove = ids.flatMap(id => drawn.get(id)?.decorations ?? [])
    const add = ids.flatMap(id => {
      drawn.delete(id)
      const highlight = wanted.get(id)
      if (!highlight) return []
      const decorations = decorationsOf({ ...highlight, ...emphasisOf(id, emphasised) }, view.state.doc, map)
      drawn.set(id, { highlight, decorations })
      return decorations
    })
    view.dispatch(withRepaint(view.state.tr, { remove, add }))
  }

  return {
    paint,
    finish() {
      const rest = waiting
      waiting = []
      draw(rest)
    },
    stop() {
      waiting = []
      if (idle !== undefined) cancelIdle(idle)
    },
  }
}

/** Two lists without the items at their beginnings and ends that are the same objects in both: of a change of one that leaves next to nothing. */
function withoutSameEnds<T>(before: readonly T[], after: readonly T[]): readonly [readonly T[], readonly T[]] {
  const most = Math.min(before.length, after.length)
  let first = 0
  while (first < most && before[first] === after[first]) first += 1
  let last = 0
  while (last < most - first && before.at(-1 - last) === after.at(-1 - last)) last += 1
  return [before.slice(first, before.length - last), after.slice(first, after.length - last)]
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
