import { Editor, type EditorOptions } from '@tiptap/core'
import { useLayoutEffect, useState } from 'react'
import { leaveSelectionAlone } from '../unkept-selection.ts'

/** An editor in an element of its own. */
export interface PlacedEditor {
  readonly editor: Editor
  readonly element: HTMLElement
}

/**
 * An editor that lives as long as the key stays; `null` until the first layout. Nothing in the article is drawn by React,
 * so what connects the two is not loaded.
 */
export function useArticleEditor(key: string, options: () => Partial<EditorOptions>): PlacedEditor | null {
  const [placed, setPlaced] = useState<PlacedEditor | null>(null)
  useLayoutEffect(() => {
    const element = document.createElement('div')
    const editor = new Editor({ ...options(), element })
    leaveSelectionAlone(editor.view.dom)
    setPlaced({ editor, element }) // oxlint-disable-line react/set-state-in-effect -- there is none before there is a page
    return () => {
      setPlaced(null)
      editor.destroy()
    }
  }, [key]) // oxlint-disable-line react/exhaustive-deps -- the key says when another editor is wanted
  return placed
}
