import { memo, useDeferredValue, useMemo, type MouseEvent } from 'react'
import { goToAnnotation } from '../article-view/keys/run-key-command.ts'
import type { ArticleGeometry } from '../article-view/view/article-geometry.ts'
import type { PlacedAnnotation } from '../store/open-article.ts'
import { shownAnnotations } from '../store/selectors.ts'
import { useReview, useReviewStore } from '../store/use-review.ts'
import { tickPlaces, type Tick } from './tick-places.ts'

const NEAR = 14 // px; a click this close to a tick opens it, farther it scrolls there

interface TickRailProps {
  readonly geometry: ArticleGeometry | null
  readonly scroller: HTMLElement | null
}

/**
 * Ticks beside the scroll bar show where the verdicts are. For the pointer only: the keys "." and "," and the cards reach
 * the same annotations, so assistive technology is spared a second list.
 */
export const TickRail = memo(function TickRail({ geometry, scroller }: TickRailProps) {
  const store = useReviewStore()
  // Highlight and card come first: the ticks follow a frame later.
  const annotations = useDeferredValue(useReview(shownAnnotations))
  const measured = useDeferredValue(geometry)
  const ticks = useMemo(() => (measured ? ticksOf(annotations, measured) : []), [annotations, measured])
  const shown = useMemo(() => tickPlaces(ticks), [ticks])

  function clicked(event: MouseEvent<HTMLDivElement>) {
    const rail = event.currentTarget.getBoundingClientRect()
    const share = (event.clientY - rail.top) / rail.height
    const distance = (tick: Tick) => Math.abs(tick.share - share) * rail.height
    const nearest = [...ticks].sort((a, b) => distance(a) - distance(b))[0]
    if (nearest && distance(nearest) <= NEAR) goToAnnotation(store, nearest.id)
    else scroller?.scrollTo({ top: share * scroller.scrollHeight - rail.height / 2 })
  }

  return (
    <div className="tick-rail" aria-hidden="true" onClick={clicked}>
      {shown.map(({ id, verdict, share }) => (
        <i key={id} data-verdict={verdict} style={{ insetBlockStart: `${(share * 100).toFixed(2)}%` }} />
      ))}
    </div>
  )
})

function ticksOf(annotations: readonly PlacedAnnotation[], geometry: ArticleGeometry): readonly Tick[] {
  const [start, height] = [geometry.topInScroller(), geometry.scrollHeight()]
  const placed = annotations.flatMap(({ id, anchor, content }) =>
    anchor.kind === 'anchored' ? [{ id, verdict: content.verdict, from: anchor.from }] : [],
  )
  const tops = geometry.topsOf(placed.map(({ from }) => from))
  return placed.map(({ id, verdict }, index) => ({ id, verdict, share: (start + tops[index]!) / height }))
}
