import type { Editor } from '@tiptap/core'
import { useCallback, useEffect, useMemo } from 'react'
import { exactSpan } from '../../anchoring/snap-span.ts'
import type { OffsetMap } from '../../article-format/offset-map.ts'
import { cursorRange, openWithoutPlace } from '../../store/cursor-target.ts'
import { searchHits } from '../../store/selectors.ts'
import { useReview, useReviewStore } from '../../store/use-review.ts'
import type { ArticleGeometry } from './article-geometry.ts'
import { CursorOutline } from './cursor-outline.tsx'
import { hideSearchMarks, showSearchMarks } from './search-marks.ts'
import { TagBar } from './tag-bar.tsx'
import { useHighlightClicks } from './use-highlight-clicks.ts'
import { useHighlights } from './use-highlights.ts'
import { useTextSelection } from './use-text-selection.ts'

interface ArticleLayersProps {
  readonly editor: Editor
  readonly map: OffsetMap
  readonly geometry: ArticleGeometry
  readonly cards: ReadonlySet<string>
}

/** What lies over the article's text: highlights, the cursor, the bar beside a selection, search marks. */
export function ArticleLayers({ editor, map, geometry, cards }: ArticleLayersProps) {
  const store = useReviewStore()
  const isDrawing = useTextSelection(editor, map, store)
  const tapped = useHighlightClicks(editor, map, store)
  const selection = useReview(state => state.selection)
  const cursor = useReview(state => state.cursor)
  const placeless = useReview(openWithoutPlace)
  const segments = useReview(state => state.open!.segments)
  useHighlights(editor, map, geometry, cards)
  useSearchMarks(editor, map)
  useFollowing(geometry)

  const underCursor = useMemo(() => {
    if (!cursor || selection) return []
    const [first, last] = cursorRange(store.getState())
    return segments.slice(first, last + 1)
  }, [cursor, selection, segments, store])

  const tappedSegment = tapped === null ? undefined : segments[tapped]
  const barSpan = selection ?? tappedSegment ?? null
  const place = useCallback(() => geometry.clientRectOf(barSpan!), [geometry, barSpan])

  const leaveBar = () => {
    store.getState().selectText(null)
    geometry.focus()
  }
  const exactSelection = (isExact: boolean) => {
    const { from, to, empty } = editor.state.selection
    const exact =
      isExact && !empty
        ? exactSpan(store.getState().open!.text, { from: map.toOffset(from), to: map.toOffset(to) })
        : null
    return exact ?? undefined
  }

  const attach = (isExact: boolean) => {
    if (placeless !== null && selection) store.getState().attach(placeless, exactSelection(isExact) ?? selection)
    geometry.focus()
  }

  return (
    <>
      <CursorOutline spans={underCursor} geometry={geometry} />
      {barSpan && !isDrawing && (
        <TagBar
          place={place}
          element={editor.view.dom}
          onTag={(verdict, isExact) => {
            store.getState().tag(verdict, exactSelection(isExact))
            geometry.focus()
          }}
          onNote={isExact => store.getState().addNote(exactSelection(isExact))}
          onAttach={placeless !== null && selection ? attach : null}
          onLeave={leaveBar}
        />
      )}
    </>
  )
}

function useSearchMarks(editor: Editor, map: OffsetMap): void {
  const hits = useReview(searchHits)
  const selection = useReview(state => state.selection)
  useEffect(() => {
    const current = hits.find(hit => hit.from === selection?.from && hit.to === selection.to) ?? null
    showSearchMarks(editor.view, map, hits, current)
  }, [editor, map, hits, selection])
  useEffect(() => hideSearchMarks, [])
}

/** Keeps the cursor and the opened annotation in view, and brings the focus back to the article when asked. */
function useFollowing(geometry: ArticleGeometry): void {
  const store = useReviewStore()
  useEffect(
    () =>
      store.subscribe((state, before) => {
        if (!state.open) return
        if (state.focusRequest !== before.focusRequest && state.focusRequest?.target === 'article') geometry.focus()
        const anchor = state.selected === null ? undefined : state.open.annotations.get(state.selected)?.anchor
        if (state.selected !== before.selected && anchor?.kind === 'anchored') return geometry.reveal(anchor)
        const segment = state.cursor && state.open.segments[state.cursor.head]
        if (state.cursor !== before.cursor && segment && !state.selection) geometry.reveal(segment)
      }),
    [store, geometry],
  )
}
