import { TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

/**
 * Takes over the words that are selected on the page at this moment. The browser reports a selection some time after it
 * was made, on a busy device after several more keys: a verdict would go to fewer words than the reviewer sees selected.
 */
export function catchUp(view: EditorView): void {
  const selected = document.getSelection()
  // A caret may be the browser's own, put at the start when the article took the focus.
  if (selected?.isCollapsed) return
  const anchor = positionOf(view, selected?.anchorNode, selected?.anchorOffset)
  const head = positionOf(view, selected?.focusNode, selected?.focusOffset)
  const { doc, selection, tr } = view.state
  if (anchor === null || head === null || (anchor === selection.anchor && head === selection.head)) return
  view.dispatch(tr.setSelection(TextSelection.between(doc.resolve(anchor), doc.resolve(head))))
}

function positionOf(view: EditorView, node: Node | null | undefined, offset = 0): number | null {
  return node && view.dom.contains(node) ? view.posAtDOM(node, offset) : null
}
