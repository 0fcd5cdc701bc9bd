import { Fragment, type Node as ProseMirrorNode, type ResolvedPos } from '@tiptap/pm/model'
import { TextSelection, type Command } from '@tiptap/pm/state'

/** Takes away the table in which the selection is. */
export const removeTable: Command = (state, dispatch) => {
  const table = tableAround(state.selection.$from)
  if (!table) return false
  if (!dispatch) return true
  const { tr } = state
  const isAlone = state.doc.childCount === 1 && table.depth === 1
  if (isAlone) tr.replaceWith(table.from, table.to, state.schema.node('paragraph'))
  else tr.delete(table.from, table.to)
  dispatch(
    tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min(table.from, tr.doc.content.size)))).scrollIntoView(),
  )
  return true
}

/** Puts what stands in the cells of the table in which the selection is in its place, cell after cell. */
export const unfoldTable: Command = (state, dispatch) => {
  const table = tableAround(state.selection.$from)
  if (!table) return false
  if (!dispatch) return true
  const blocks = Fragment.from(blocksOf(table.node))
  const tr = state.tr.replaceWith(table.from, table.to, blocks)
  dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(table.from + 1))).scrollIntoView())
  return true
}

function blocksOf(table: ProseMirrorNode): readonly ProseMirrorNode[] {
  const cells = table.children.flatMap(row => row.children)
  const blocks = cells.flatMap(cell => cell.children)
  const written = blocks.filter(block => block.content.size > 0)
  return written.length > 0 ? written : blocks.slice(0, 1)
}

function tableAround($place: ResolvedPos) {
  for (let { depth } = $place; depth > 0; depth--) {
    const node = $place.node(depth)
    if (node.type.name === 'table') return { node, depth, from: $place.before(depth), to: $place.after(depth) }
  }
  return null
}
