import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { redo, redoDepth, undo, undoDepth } from '@tiptap/pm/history'
import type { Command } from '@tiptap/pm/state'
import {
  Bold,
  Grid2x2X,
  Heading1,
  Heading2,
  Heading3,
  Italic,
  List,
  ListOrdered,
  Pilcrow,
  Redo2,
  TextQuote,
  Undo2,
  Ungroup,
  Unlink,
  type LucideIcon,
} from 'lucide-react'
import { Toolbar } from 'radix-ui'
import { Button } from '../../ui/button.tsx'
import { words } from '../../wording/words.ts'
import { removeTable, unfoldTable } from './table-commands.ts'

interface EditToolbarProps {
  readonly editor: Editor
  /** The id of the element that is edited. */
  readonly controls: string
}

/** What can be done to the layout of a text. One tab stop; arrow keys go from button to button. */
export function EditToolbar({ editor, controls }: EditToolbarProps) {
  const state = useEditorState({ editor, selector: ({ editor }) => stateOf(editor) })
  const { edit } = words
  return (
    <Toolbar.Root className="edit-toolbar" aria-label={edit.toolbar} aria-controls={controls}>
      {TOOLS.map(group => (
        <div key={group[0]!.name} className="edit-toolbar-group">
          {group.map(({ name, icon: Icon, kind, run }) => (
            <Toolbar.Button asChild key={name}>
              <Button
                icon={<Icon size={17} aria-hidden />}
                iconOnly
                {...(kind === 'state' && { 'aria-pressed': state[name] })}
                // Not disabled in the way of buttons: one that has the focus would lose it.
                aria-disabled={kind === 'command' && !state[name] ? true : undefined}
                onMouseDown={event => event.preventDefault()}
                onClick={() => run(editor)}
              >
                {edit.tools[name]}
              </Button>
            </Toolbar.Button>
          ))}
        </div>
      ))}
    </Toolbar.Root>
  )
}

type ToolName = keyof typeof words.edit.tools

interface Tool {
  readonly name: ToolName
  readonly icon: LucideIcon
  /** Whether it says how the selection is, or does one thing that is not always possible. */
  readonly kind: 'state' | 'command'
  run(editor: Editor): void
}

const TOOLS: readonly (readonly Tool[])[] = [
  [heading(1, Heading1), heading(2, Heading2), heading(3, Heading3), state('paragraph', Pilcrow, toParagraph)],
  [
    state('bulletList', List, editor => editor.chain().focus().toggleBulletList().run()),
    state('orderedList', ListOrdered, editor => editor.chain().focus().toggleOrderedList().run()),
    state('quotation', TextQuote, editor => editor.chain().focus().toggleBlockquote().run()),
  ],
  [
    state('bold', Bold, editor => editor.chain().focus().toggleBold().run()),
    state('italic', Italic, editor => editor.chain().focus().toggleItalic().run()),
    command('removeLink', Unlink, editor =>
      editor.chain().focus().unsetMark('link', { extendEmptyMarkRange: true }).run(),
    ),
  ],
  [command('unfoldTable', Ungroup, running(unfoldTable)), command('removeTable', Grid2x2X, running(removeTable))],
  [command('undo', Undo2, running(undo)), command('redo', Redo2, running(redo))],
]

function heading(level: 1 | 2 | 3, icon: LucideIcon): Tool {
  return state(`heading${level}`, icon, editor => editor.chain().focus().toggleHeading({ level }).run())
}

function state(name: ToolName, icon: LucideIcon, run: (editor: Editor) => void): Tool {
  return { name, icon, kind: 'state', run }
}

function command(name: ToolName, icon: LucideIcon, run: (editor: Editor) => void): Tool {
  return { name, icon, kind: 'command', run }
}

function running(run: Command) {
  return (editor: Editor) => {
    run(editor.state, editor.view.dispatch)
  }
}

function toParagraph(editor: Editor): void {
  editor.chain().focus().clearNodes().run()
}

function stateOf(editor: Editor): Readonly<Record<ToolName, boolean>> {
  return {
    heading1: editor.isActive('heading', { level: 1 }),
    heading2: editor.isActive('heading', { level: 2 }),
    heading3: editor.isActive('heading', { level: 3 }),
    paragraph: editor.isActive('paragraph') && !editor.isActive('listItem') && !editor.isActive('blockquote'),
    bulletList: editor.isActive('bulletList'),
    orderedList: editor.isActive('orderedList'),
    quotation: editor.isActive('blockquote'),
    bold: editor.isActive('bold'),
    italic: editor.isActive('italic'),
    removeLink: editor.isActive('link'),
    unfoldTable: editor.isActive('table'),
    removeTable: editor.isActive('table'),
    undo: undoDepth(editor.state) > 0,
    redo: redoDepth(editor.state) > 0,
  }
}
