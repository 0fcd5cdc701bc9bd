import { useEffect, useMemo, useState, type MouseEvent, type RefObject } from 'react'
import { goToAnnotation } from '../article-view/keys/run-key-command.ts'
import type { ArticleGeometry } from '../article-view/view/article-geometry.ts'
import { shownAnnotations } from '../store/selectors.ts'
import { useReview, useReviewStore } from '../store/use-review.ts'

const NEAR = 14 // px; a click this close to a tick opens it, farther it scrolls there

interface TickRailProps {
  readonly geometry: ArticleGeometry | null
  readonly layout: number
  readonly scroller: RefObject<HTMLElement | null>
}

/**
 * Ticks beside the scroll bar show where the verdicts are. For the pointer only: the keys "." and "," and the cards reach
 * the same annotations, so assistive technology is spared a second list.
 */
export function TickRail({ geometry, layout, scroller }: TickRailProps) {
  const store = useReviewStore()
  const annotations = useReview(shownAnnotations)
  const [height, setHeight] = useState(1)

  useEffect(() => setHeight(scroller.current?.scrollHeight ?? 1), [scroller, layout, annotations])

  const ticks = useMemo(() => {
    if (!geometry) return []
    return annotations.flatMap(({ id, anchor, content }) =>
      anchor.kind === 'anchored' ? [{ id, verdict: content.verdict, share: geometry.topOf(anchor.from) / height }] : [],
    )
    // Places depend on the layout, which has no value of its own to compare.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [annotations, geometry, height, layout])

  function clicked(event: MouseEvent<HTMLDivElement>) {
    const rail = event.currentTarget.getBoundingClientRect()
    const share = (event.clientY - rail.top) / rail.height
    const distance = (tick: { share: number }) => Math.abs(tick.share - share) * rail.height
    const nearest = [...ticks].sort((a, b) => distance(a) - distance(b))[0]
    if (nearest && distance(nearest) <= NEAR) goToAnnotation(store, nearest.id)
    else scroller.current?.scrollTo({ top: share * height - scroller.current.clientHeight / 2 })
  }

  return (
    <div className="tick-rail" aria-hidden="true" onClick={clicked}>
      {ticks.map(({ id, verdict, share }) => (
        <i key={id} data-verdict={verdict} style={{ insetBlockStart: `${(share * 100).toFixed(2)}%` }} />
      ))}
    </div>
  )
}
