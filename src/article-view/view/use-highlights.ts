import type { Editor } from '@tiptap/core'
import { useDeferredValue, useEffect, useMemo, useRef } from 'react'
import type { OffsetMap } from '../../article-format/offset-map.ts'
import type { Anchor } from '../../domain/anchor.ts'
import { staleChange } from '../../domain/change-state.ts'
import type { Span } from '../../domain/selector.ts'
import type { PlacedAnnotation } from '../../store/open-article.ts'
import { shownAnnotations } from '../../store/selectors.ts'
import { useReview } from '../../store/use-review.ts'
import type { ArticleGeometry } from './article-geometry.ts'
import { beginningsOf } from './highlight-parts.ts'
import { lanesOf, type Highlight } from './highlight.ts'
import { createHighlightPainter, type HighlightPainter } from './highlight-painter.ts'

const NEARBY = 1800 // px above and below what is in view: about two screens of text

/** Keeps the article's highlights the same as the annotations that pass the filter. */
export function useHighlights(
  editor: Editor,
  map: OffsetMap,
  geometry: ArticleGeometry,
  cards: ReadonlySet<string>,
): void {
  const annotations = useReview(shownAnnotations)
  const selected = useReview(state => state.selected)
  const text = useReview(state => state.open!.text)
  const highlights = useMemo(() => highlightsOf(text, annotations), [text, annotations])
  // Which cards are in the document is for assistive technology: it need not hold up what is seen.
  const linked = useDeferredValue(cards)
  const painter = useRef<HighlightPainter | null>(null)
  const latest = useRef(geometry)
  useEffect(() => {
    latest.current = geometry
  }, [geometry])

  useEffect(() => {
    const created = createHighlightPainter(editor.view, map, () => latest.current.offsetsAround(NEARBY))
    painter.current = created
    const finish = () => created.finish()
    window.addEventListener('beforeprint', finish)
    return () => {
      window.removeEventListener('beforeprint', finish)
      created.stop()
    }
  }, [editor, map])

  useEffect(
    () => painter.current?.paint(highlights, { selected, cards: linked }),
    [highlights, selected, linked, editor, map],
  )
}

function highlightsOf(text: string, annotations: readonly PlacedAnnotation[]): readonly Highlight[] {
  const placed = annotations.filter(isAnchored)
  const spans = placed.map(({ anchor }) => anchor)
  const lanes = lanesOf(spans)
  const beginnings = beginningsOf(text, spans)
  return placed.map((annotation, index) => highlightOf(annotation, lanes[index]!, beginnings[index]!))
}

type Anchored = PlacedAnnotation & { readonly anchor: Extract<Anchor, { kind: 'anchored' }> }

function isAnchored(annotation: PlacedAnnotation): annotation is Anchored {
  return annotation.anchor.kind === 'anchored'
}

/** The same object as last time while it looks the same, so that the painter needs no second look at thousands. */
function highlightOf(annotation: Anchored, lane: number, beginning: Span): Highlight {
  const known = drawnLast.get(annotation)
  if (known?.lane === lane && known.beginning.from === beginning.from && known.beginning.to === beginning.to)
    return known
  const { id, anchor, content, change } = annotation
  const { from, to } = anchor
  const highlight = { id, from, to, verdict: content.verdict, isStale: staleChange(change) !== null, lane, beginning }
  drawnLast.set(annotation, highlight)
  return highlight
}

const drawnLast = new WeakMap<PlacedAnnotation, Highlight>()
