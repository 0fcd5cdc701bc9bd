import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'

const REFUSED_EVENTS = ['beforeinput', 'cut', 'paste', 'drop', 'dragstart', 'dragover'] as const
const EDITING_KEYS = new Set(['Enter', 'Backspace', 'Delete'])

/**
 * The article is evidence: nothing changes it. The view stays editable so that it takes the focus and a caret, but every
 * event that would edit is refused at its source, and a transaction that changes the document is refused whoever made it.
 */
export const ReadOnly = Extension.create({
  name: 'readOnly',
  // Before every other extension, whose keymaps would act first otherwise.
  priority: 10_000,
  addProseMirrorPlugins: () => [
    new Plugin({
      filterTransaction: tr => !tr.docChanged,
      props: {
        handleDOMEvents: Object.fromEntries(REFUSED_EVENTS.map(name => [name, refuse])),
        handleKeyDown: (_view, event) => EDITING_KEYS.has(event.key),
        handlePaste: () => true,
        handleDrop: () => true,
        handleTextInput: () => true,
      },
    }),
  ],
})

function refuse(_view: unknown, event: Event): boolean {
  event.preventDefault()
  return true
}
