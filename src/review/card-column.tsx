import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type Dispatch,
  type ReactNode,
  type SetStateAction,
} from 'react'
import { flushSync } from 'react-dom'
import type { ArticleGeometry } from '../article-view/view/article-geometry.ts'
import { cardId } from '../article-view/view/card-id.ts'
import type { PlacedAnnotation } from '../store/open-article.ts'
import { isFiltering, shownAnnotations } from '../store/selectors.ts'
import { useReview, useReviewStore } from '../store/use-review.ts'
import { useIsPrinting } from '../ui/use-is-printing.ts'
import { NARROW, useMediaQuery } from '../ui/use-media-query.ts'
import { words } from '../wording/words.ts'
import { AnnotationCard } from './annotation-card.tsx'
import { BulkBar } from './bulk-bar.tsx'
import { layoutCards } from './card-layout.ts'
import { CardSheet } from './card-sheet.tsx'
import { PrintedCards } from './printed-cards.tsx'

const GAP = 12 // px between cards
const ASSUMED_HEIGHT = 118 // px of a card that was not measured yet
const ROOM_ABOVE = 96 // px that stay above an opened card, so that what leads up to its statement can be read
const AROUND = 1200 // px above and below the viewport in which cards exist

const NO_ANNOTATIONS: readonly PlacedAnnotation[] = []

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
  // Before anything is measured no card has a place: all of them would seem to be in view.
  const placed = useMemo(
    () => (geometry ? annotations.filter(({ anchor }) => anchor.kind === 'anchored') : NO_ANNOTATIONS),
    [annotations, geometry],
  )
  const orphans = useMemo(() => annotations.filter(({ anchor }) => anchor.kind === 'orphan'), [annotations])

  // Asked again for another window: tops are exact to the line only near what is in view.
  const wanted = useMemo(
    () => geometry?.topsOf(placed.map(({ anchor }) => (anchor.kind === 'anchored' ? anchor.from : 0))) ?? [],
    [placed, geometry, window], // oxlint-disable-line react/exhaustive-deps -- the reason above
  )
  const open = useMemo(() => placed.findIndex(({ id }) => id === selected), [placed, selected])
  const tops = useMemo(() => {
    const boxes = placed.map(({ id }, index) => ({
      wanted: wanted[index]!,
      height: heights.get(id) ?? ASSUMED_HEIGHT,
    }))
    return layoutCards(boxes, open, GAP)
  }, [placed, wanted, heights, open])

  const mounted = useMemo(() => {
    const isNear = (top: number) => isBetween(top, window.top - AROUND, window.bottom + AROUND)
    return placed.flatMap((annotation, index) =>
      index === open || isNear(tops[index]!) ? [{ annotation, top: tops[index]! }] : [],
    )
  }, [placed, open, tops, window])

  const key = mounted.map(({ annotation }) => annotation.id).join()
  useEffect(() => onCards(new Set(key === '' ? [] : key.split(','))), [key, onCards])

  const measure = useCardHeights(setHeights)

  useOpenCardInView(scroller, selected, heights, open < 0 ? 0 : tops[open]! - wanted[open]!)

  const last = placed.at(-1)
  const end = last ? tops.at(-1)! + (heights.get(last.id) ?? ASSUMED_HEIGHT) : 0
  // How far the article's text starts below the top of this column.
  const origin = useMemo(() => geometry?.topInScroller() ?? 0, [geometry])
  return (
    <div className="card-column" style={{ minHeight: origin + end + GAP }}>
      {mounted.map(({ annotation, top }) => (
        <Positioned key={annotation.id} id={annotation.id} top={origin + top} measure={measure}>
          <AnnotationCard annotation={annotation} isOpen={annotation.id === selected} />
        </Positioned>
      ))}
      {orphans.length > 0 && (
        <div className="card-orphans" style={{ paddingBlockStart: origin + end + GAP * 2 }}>
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

/** Scrolls a card that was just opened into view, as far as its statement, `lead` px further up, stays there too. */
function useOpenCardInView(
  scroller: HTMLElement | null,
  selected: string | null,
  heights: ReadonlyMap<string, number>,
  lead: number,
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
    const above = card.top - lead - view.top
    if (hidden > 0) scroller.scrollBy({ top: Math.min(hidden, Math.max(0, above - ROOM_ABOVE)) })
  }, [scroller, selected, heights, lead])
}

interface PositionedProps {
  readonly id: string
  readonly top: number
  readonly children: ReactNode
  /** Follows an element's height until what it returns is called. */
  measure(element: HTMLElement, id: string): () => void
}

function Positioned({ id, top, children, measure }: PositionedProps) {
  const box = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => measure(box.current!, id), [id, measure])
  return (
    <div ref={box} className="card-place" style={{ insetBlockStart: top }}>
      {children}
    </div>
  )
}

/**
 * Follows the heights of all cards with one observer: it tells them together, after the browser has laid them out and
 * before it paints. To ask each card when it comes would lay out the page as often.
 */
function useCardHeights(setHeights: Dispatch<SetStateAction<ReadonlyMap<string, number>>>): PositionedProps['measure'] {
  const [{ ids, observer }] = useState(() => {
    const ids = new WeakMap<Element, string>()
    const observer = new ResizeObserver(entries => {
      const told = entries.flatMap(({ target, borderBoxSize }) => {
        const id = ids.get(target)
        return id === undefined ? [] : [[id, Math.round(borderBoxSize[0]?.blockSize ?? 0)] as const]
      })
      // In the same frame, so that no card is seen over another.
      flushSync(() =>
        setHeights(known => {
          const changed = told.filter(([id, height]) => known.get(id) !== height)
          return changed.length === 0 ? known : new Map([...known, ...changed])
        }),
      )
    })
    return { ids, observer }
  })
  useEffect(() => () => observer.disconnect(), [observer])
  return useCallback(
    (element, id) => {
      ids.set(element, id)
      observer.observe(element)
      return () => observer.unobserve(element)
    },
    [ids, observer],
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
