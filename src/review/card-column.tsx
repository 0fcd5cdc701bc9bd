import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import type { ArticleGeometry } from '../article-view/view/article-geometry.ts'
import { cardId } from '../article-view/view/use-highlights.ts'
import type { PlacedAnnotation } from '../store/open-article.ts'
import { isFiltering, shownAnnotations } from '../store/selectors.ts'
import { useReview, useReviewStore } from '../store/use-review.ts'
import { NARROW, useMediaQuery } from '../ui/use-media-query.ts'
import { words } from '../wording/words.ts'
import { AnnotationCard } from './annotation-card.tsx'
import { BulkBar } from './bulk-bar.tsx'
import { layoutCards } from './card-layout.ts'
import { CardSheet } from './card-sheet.tsx'
import { PrintedCards } from './printed-cards.tsx'
import { useIsPrinting } from './use-is-printing.ts'

const GAP = 12 // px between cards
const ASSUMED_HEIGHT = 118 // px of a card that was not measured yet
const ROOM_ABOVE = 96 // px that stay above an opened card, so that what leads up to its statement can be read
const AROUND = 1200 // px above and below the viewport in which cards exist

interface CardColumnProps {
  readonly scroller: HTMLElement | null
  readonly geometry: ArticleGeometry | null
  /** Shown at the foot of the sheet. */
  readonly notices: ReactNode
  /** Called with the annotations whose cards are in the document. */
  onCards(cards: ReadonlySet<string>): void
}

/** The cards beside the text, level with their statements; on a narrow screen a sheet at the bottom. */
export function CardColumn(props: CardColumnProps) {
  const isNarrow = useMediaQuery(NARROW)
  const annotations = useReview(shownAnnotations)
  const filtering = useReview(isFiltering)
  const isEmpty = annotations.length === 0
  if (useIsPrinting()) return <PrintedCards annotations={annotations} />
  return (
    <section className="card-region" data-narrow={isNarrow || undefined} aria-label={words.review.annotations}>
      <BulkBar />
      {isEmpty && !isNarrow && (
        <p className="card-none">{filtering ? words.review.noneShown : words.review.noAnnotations}</p>
      )}
      {isNarrow ? (
        <CardSheet annotations={annotations} notices={props.notices} onCards={props.onCards} />
      ) : (
        <Cards {...props} annotations={annotations} />
      )}
    </section>
  )
}

function Cards({
  scroller,
  geometry,
  onCards,
  annotations,
}: CardColumnProps & { readonly annotations: readonly PlacedAnnotation[] }) {
  const store = useReviewStore()
  const selected = useReview(state => state.selected)
  const [heights, setHeights] = useState<ReadonlyMap<string, number>>(new Map())
  const window = useScrollWindow(scroller)
  const placed = useMemo(() => annotations.filter(({ anchor }) => anchor.kind === 'anchored'), [annotations])
  const orphans = useMemo(() => annotations.filter(({ anchor }) => anchor.kind === 'orphan'), [annotations])

  const tops = useMemo(() => {
    if (!geometry) return new Map<string, number>()
    const boxes = placed.map(({ id, anchor }) => ({
      id,
      wanted: anchor.kind === 'anchored' ? geometry.topOf(anchor.from) : 0,
      height: heights.get(id) ?? ASSUMED_HEIGHT,
    }))
    return layoutCards(boxes, selected, GAP)
  }, [placed, geometry, heights, selected])

  const mounted = useMemo(
    () =>
      placed.filter(
        ({ id }) => id === selected || isBetween(tops.get(id) ?? 0, window.top - AROUND, window.bottom + AROUND),
      ),
    [placed, selected, tops, window],
  )

  const key = mounted.map(({ id }) => id).join()
  useEffect(() => onCards(new Set(key === '' ? [] : key.split(','))), [key, onCards])

  const measured = useCallback((id: string, height: number) => {
    setHeights(known => (known.get(id) === height ? known : new Map(known).set(id, height)))
  }, [])

  useOpenCardInView(scroller, selected, heights)

  const last = placed.at(-1)
  const end = last ? (tops.get(last.id) ?? 0) + (heights.get(last.id) ?? ASSUMED_HEIGHT) : 0
  // How far the article's text starts below the top of this column.
  const origin = useMemo(() => geometry?.topInScroller() ?? 0, [geometry])
  return (
    <div className="card-column" style={{ minHeight: origin + end + GAP }}>
      {mounted.map(annotation => (
        <Positioned
          key={annotation.id}
          id={annotation.id}
          top={origin + (tops.get(annotation.id) ?? 0)}
          onHeight={measured}
        >
          <AnnotationCard annotation={annotation} isOpen={annotation.id === selected} />
        </Positioned>
      ))}
      {orphans.length > 0 && (
        <div className="card-orphans" style={{ insetBlockStart: origin + end + GAP * 2 }}>
          <h2>{words.review.orphans}</h2>
          {orphans.map(annotation => (
            <AnnotationCard
              key={annotation.id}
              annotation={annotation}
              isOpen={annotation.id === store.getState().selected}
            />
          ))}
        </div>
      )}
    </div>
  )
}

/** Scrolls a card that was just opened into view, as far as its statement stays there too. */
function useOpenCardInView(
  scroller: HTMLElement | null,
  selected: string | null,
  heights: ReadonlyMap<string, number>,
): void {
  const shown = useRef<string | null>(null)
  useEffect(() => {
    if (selected === null) shown.current = null
    if (selected === null || selected === shown.current || !heights.has(selected) || !scroller) return
    const card = document.getElementById(cardId(selected))?.getBoundingClientRect()
    if (!card) return
    shown.current = selected
    const view = scroller.getBoundingClientRect()
    const hidden = card.bottom + GAP - view.bottom
    if (hidden > 0) scroller.scrollBy({ top: Math.min(hidden, Math.max(0, card.top - view.top - ROOM_ABOVE)) })
  }, [scroller, selected, heights])
}

interface PositionedProps {
  readonly id: string
  readonly top: number
  readonly children: ReactNode
  onHeight(id: string, height: number): void
}

function Positioned({ id, top, children, onHeight }: PositionedProps) {
  const box = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const element = box.current!
    const observer = new ResizeObserver(() => onHeight(id, element.offsetHeight))
    onHeight(id, element.offsetHeight)
    observer.observe(element)
    return () => observer.disconnect()
  }, [id, onHeight])
  return (
    <div ref={box} className="card-place" style={{ insetBlockStart: top }}>
      {children}
    </div>
  )
}

function useScrollWindow(scroller: HTMLElement | null): { readonly top: number; readonly bottom: number } {
  const [window, setWindow] = useState({ top: 0, bottom: 2000 })
  useEffect(() => {
    if (!scroller) return
    let frame = 0
    const measure = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => {
        // In steps, so that a scrolled pixel does not render the column again.
        const top = Math.floor(scroller.scrollTop / 400) * 400
        setWindow(known => (known.top === top ? known : { top, bottom: top + scroller.clientHeight + 400 }))
      })
    }
    scroller.addEventListener('scroll', measure, { passive: true })
    return () => {
      cancelAnimationFrame(frame)
      scroller.removeEventListener('scroll', measure)
    }
  }, [scroller])
  return window
}

function isBetween(value: number, low: number, high: number): boolean {
  return value >= low && value <= high
}
