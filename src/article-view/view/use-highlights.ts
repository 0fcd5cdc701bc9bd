import type { Editor } from '@tiptap/react'
import { useEffect, useMemo, useRef } from 'react'
import type { OffsetMap } from '../../article-format/offset-map.ts'
import { staleChange } from '../../domain/change-state.ts'
import type { PlacedAnnotation } from '../../store/open-article.ts'
import { shownAnnotations } from '../../store/selectors.ts'
import { useReview } from '../../store/use-review.ts'
import type { ArticleGeometry } from './article-geometry.ts'
import { beginningsOf } from './highlight-parts.ts'
import { lanesOf, type Highlight } from './highlight.ts'
import { createHighlightPainter, type HighlightPainter } from './highlight-painter.ts'

const NEARBY = 4000 // UTF-16 units before and after what is in view: about two screens of text

/** The element id of an annotation's card. */
export function cardId(annotation: string): string {
  return `card-${annotation}`
}

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
  const highlights = useMemo(
    () => highlightsOf(text, annotations, selected, cards),
    [text, annotations, selected, cards],
  )
  const painter = useRef<HighlightPainter | null>(null)
  const latest = useRef(geometry)
  useEffect(() => {
    latest.current = geometry
  }, [geometry])

  useEffect(() => {
    const created = createHighlightPainter(editor.view, map, () => {
      const { from, to } = latest.current.offsetsInView()
      return { from: from - NEARBY, to: to + NEARBY }
    })
    painter.current = created
    const finish = () => created.finish()
    window.addEventListener('beforeprint', finish)
    return () => {
      window.removeEventListener('beforeprint', finish)
      created.stop()
    }
  }, [editor, map])

  useEffect(() => painter.current?.paint(highlights), [highlights, editor, map])
}

function highlightsOf(
  text: string,
  annotations: readonly PlacedAnnotation[],
  selected: string | null,
  cards: ReadonlySet<string>,
): readonly Highlight[] {
  const placed = annotations.flatMap(({ id, anchor, content, change }) => {
    if (anchor.kind === 'orphan') return []
    const isStale = staleChange(change) !== null
    return [{ id, from: anchor.from, to: anchor.to, verdict: content.verdict, isStale }]
  })
  const lanes = lanesOf(placed)
  const beginnings = beginningsOf(text, placed)
  return placed.map((highlight, index) => ({
    ...highlight,
    lane: lanes[index]!,
    beginning: beginnings[index]!,
    isSelected: highlight.id === selected,
    card: cards.has(highlight.id) ? cardId(highlight.id) : null,
  }))
}
