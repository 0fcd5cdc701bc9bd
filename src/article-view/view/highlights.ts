import { Extension } from '@tiptap/core'
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { DecorationSet, type Decoration } from '@tiptap/pm/view'

interface Repaint {
  readonly remove: readonly Decoration[]
  readonly add: readonly Decoration[]
}

const highlightsKey = new PluginKey<DecorationSet>('highlights')

/** Draws highlights as decorations: what is drawn when is the painter's business. */
export const Highlights = Extension.create({
  name: 'highlights',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key: highlightsKey,
      state: {
        init: () => DecorationSet.empty,
        apply(tr, drawn) {
          const repaint = tr.getMeta(highlightsKey) as Repaint | undefined
          return repaint ? drawn.remove([...repaint.remove]).add(tr.doc, [...repaint.add]) : drawn
        },
      },
      props: { decorations: state => highlightsKey.getState(state) },
    }),
  ],
})

/** Marks a transaction as one that draws: it changes neither document nor selection. */
export function withRepaint(tr: Transaction, repaint: Repaint): Transaction {
  return tr.setMeta(highlightsKey, repaint).setMeta('addToHistory', false)
}
