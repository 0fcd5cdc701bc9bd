import { Extension, type Extensions } from '@tiptap/core'
import { ListKeymap } from '@tiptap/extension-list/keymap'
import { ARTICLE_EXTENSIONS } from '../../article-format/extensions.ts'
import { KeptWords } from './kept-words.ts'
import { UndoRedo } from './undo-redo.ts'

/** The schema of articles with what editing one needs. Tab stays the browser's: it leaves the editor (WCAG 2.1.2). */
export const EDITING_EXTENSIONS: Extensions = [
  ...ARTICLE_EXTENSIONS,
  splittingPoints(),
  ListKeymap,
  UndoRedo,
  KeptWords,
]

/** What may become of signs while they are typed. Not a number: "2026. " at the beginning of a line is no list. */
export const TYPED_SIGNS = ['heading', 'bulletList', 'blockquote']

function splittingPoints() {
  return Extension.create({
    name: 'splittingPoints',
    addKeyboardShortcuts() {
      return { Enter: () => this.editor.commands.splitListItem('listItem') }
    },
  })
}
