import { TextSelection } from '@tiptap/pm/state'
import type { Editor } from '@tiptap/core'
import { useEffect, useState } from 'react'
import { segmentAt } from '../../anchoring/find-segment.ts'
import type { OffsetMap } from '../../article-format/offset-map.ts'
import type { Span } from '../../domain/selector.ts'
import type { ReviewStore } from '../../store/review-store.ts'
import { selectedSpan, selectSpan } from './selected-span.ts'

/**
 * Keeps the store's selected statement in step with what is selected in the article: a selection grows to whole words
 * when the pointer is lifted, unless Alt is held. Returns whether a selection is still being drawn.
 */
export function useTextSelection(editor: Editor, map: OffsetMap, store: ReviewStore): boolean {
  const [isDrawing, setDrawing] = useState(false)

  useEffect(() => {
    const { view } = editor
    let isExact = false
    let isOurs = false
    let isDown = false

    const read = (): Span | null => {
      const { text, article } = store.getState().open!
      return selectedSpan(view.state, map, { text, language: article.language, isExact })
    }

    const follow = () => {
      const { open, selectText, placeCursor, cursor } = store.getState()
      if (!open || isOurs) return
      const span = read()
      selectText(span)
      // The cursor is brought into view: text that moves under the pointer would not be what is being selected.
      if (isDown) return
      const head = segmentAt(open.segments, map.toOffset(view.state.selection.head))
      if (head >= 0 && (cursor?.head !== head || cursor.anchor !== head)) placeCursor({ anchor: head, head })
    }

    const began = () => {
      isExact = false
      isDown = true
      setDrawing(true)
    }

    const ended = (event: PointerEvent) => {
      isDown = false
      setDrawing(false)
      isExact = event.altKey
      // The browser reports the final selection only after this event.
      requestAnimationFrame(() => {
        if (view.isDestroyed || view.state.selection.empty) return
        const span = read()
        const { tr } = view.state
        view.dispatch(span ? selectSpan(tr, map, span) : tr.setSelection(TextSelection.near(tr.selection.$head)))
        follow()
      })
    }

    /** Puts the caret where the store's cursor went, and lets go of a selection that the store let go of. */
    const followStore = store.subscribe(({ open, cursor, selection }, before) => {
      const hasDropped = selection === null && before.selection !== null && !view.state.selection.empty
      const segment = cursor !== before.cursor && cursor && selection === null ? open?.segments[cursor.head] : undefined
      if (!open || view.isDestroyed || (!hasDropped && !segment)) return
      const position = segment && !isWithin(segment) ? map.toPosition(segment.from) : view.state.selection.to
      isOurs = true
      view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, position)))
      isOurs = false
    })

    const isWithin = ({ from, to }: Span) => {
      const caret = map.toOffset(view.state.selection.head)
      return caret >= from && caret <= to
    }

    editor.on('selectionUpdate', follow)
    view.dom.addEventListener('pointerdown', began)
    window.addEventListener('pointerup', ended)
    window.addEventListener('pointercancel', ended)
    return () => {
      followStore()
      editor.off('selectionUpdate', follow)
      view.dom.removeEventListener('pointerdown', began)
      window.removeEventListener('pointerup', ended)
      window.removeEventListener('pointercancel', ended)
    }
  }, [editor, map, store])

  return isDrawing
}
