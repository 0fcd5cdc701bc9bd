import { Extension } from '@tiptap/core'
import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state'
import { runsOf, stretchesAfter, wholeOf, type Stretch } from '../../article-format/kept-stretches.ts'
import type { Run } from '../../domain/text-edits.ts'

/** Follows through every step of an editor which words of the first text are still there, and where. */
export const KeptWords = Extension.create({
  name: 'keptWords',
  addProseMirrorPlugins: () => [
    new Plugin<Kept>({
      key: keptKey,
      state: {
        init: (_config, { doc }) => ({ first: doc, stretches: wholeOf(doc) }),
        apply: (tr, { first, stretches }) => ({ first, stretches: tr.mapping.maps.reduce(stretchesAfter, stretches) }),
      },
    }),
  ],
})

interface Kept {
  readonly first: ProseMirrorNode
  readonly stretches: readonly Stretch[]
}

const keptKey = new PluginKey<Kept>('keptWords')

/** The words of the first text that are still there. */
export function keptRuns(state: EditorState): readonly Run[] {
  const { first, stretches } = keptKey.getState(state)!
  return runsOf(first, state.doc, stretches)
}
