import type { Editor } from '@tiptap/core'
import { useEffect, useState } from 'react'
import { segmentAt } from '../../anchoring/find-segment.ts'
import type { OffsetMap } from '../../article-format/offset-map.ts'
import type { ReviewStore } from '../../store/review-store.ts'

/**
 * A click on a highlight opens its card; where several overlap, the shortest first and with each further click the next.
 * Returns the segment that was tapped with a finger outside of any highlight, for which the bar is offered.
 */
export function useHighlightClicks(editor: Editor, map: OffsetMap, store: ReviewStore): number | null {
  const [tapped, setTapped] = useState<number | null>(null)

  useEffect(() => {
    const { view } = editor
    const clicked = (event: MouseEvent) => {
      const state = store.getState()
      if (!state.open || !view.state.selection.empty) return setTapped(null)
      const ids = annotationsUnder(event.target, view.dom)
      const place = view.posAtCoords({ left: event.clientX, top: event.clientY })
      const segment = place ? segmentAt(state.open.segments, map.toOffset(place.pos)) : -1
      if (segment >= 0) state.placeCursor({ anchor: segment, head: segment })
      state.select(nextToOpen(ids, store))
      const isFinger = event instanceof PointerEvent && event.pointerType === 'touch'
      setTapped(isFinger && ids.length === 0 && segment >= 0 ? segment : null)
    }
    const forget = store.subscribe((now, before) => {
      if (now.cursor !== before.cursor || now.selected !== before.selected || now.selection !== before.selection)
        setTapped(null)
    })
    view.dom.addEventListener('click', clicked)
    return () => {
      forget()
      view.dom.removeEventListener('click', clicked)
    }
  }, [editor, map, store])

  return tapped
}

function annotationsUnder(target: EventTarget | null, root: Element): readonly string[] {
  const ids: string[] = []
  for (let element = target as Element | null; element && element !== root; element = element.parentElement) {
    const id = element.getAttribute('data-annotation-id')
    if (id) ids.push(id)
  }
  return ids
}

function nextToOpen(ids: readonly string[], store: ReviewStore): string | null {
  const { open, selected } = store.getState()
  const length = (id: string) => {
    const anchor = open?.annotations.get(id)?.anchor
    return anchor?.kind === 'anchored' ? anchor.to - anchor.from : 0
  }
  const byLength = [...ids].sort((a, b) => length(a) - length(b))
  const current = selected === null ? -1 : byLength.indexOf(selected)
  return byLength[(current + 1) % byLength.length] ?? null
}
