import { EditorContent, useEditor, type JSONContent } from '@tiptap/react'
import { useEffect, useId, useRef } from 'react'
import type { ArticleContent } from '../../domain/article-content.ts'
import { directionOf } from '../../domain/article.ts'
import { words } from '../../wording/words.ts'
import { leaveSelectionAlone } from '../unkept-selection.ts'
import { EditToolbar } from './edit-toolbar.tsx'
import { EDITING_EXTENSIONS, TYPED_SIGNS } from './editing-extensions.ts'
import { Incoming, type IncomingOptions } from './incoming.ts'
import { TitleLabel } from './title-label.ts'
import { writingOf, type Writing } from './writing.ts'
import './article-editor.css'

interface ArticleEditorProps extends IncomingOptions {
  /** What it begins with; `null` for an empty text. Another content needs another editor: give it a key. */
  readonly content: ArticleContent | null
  readonly language: string
  /** Whether the caret is put at its beginning as soon as it is there. */
  readonly takesFocus: boolean
  /** Gets what is written after every change of it. */
  readonly onChange: (writing: Writing) => void
}

/** An editor for an article's text and layout: the same document as the one that is reviewed, and it can be changed. */
export function ArticleEditor({ content, language, takesFocus, readPasted, onFiles, onChange }: ArticleEditorProps) {
  const id = useId()
  const latest = useLatest({ readPasted, onFiles, onChange })
  const editor = useEditor(
    {
      extensions: [
        Incoming.configure({
          readPasted: (...pasted) => latest.current.readPasted(...pasted),
          onFiles: files => latest.current.onFiles(files),
        }),
        ...EDITING_EXTENSIONS,
        TitleLabel.configure({
          label: words.edit.title,
          placeholder: words.edit.placeholder,
          emptyHeading: words.edit.emptyHeading,
        }),
      ],
      content: (content ?? EMPTY) as JSONContent, // read only, which the editor's type cannot say
      autofocus: takesFocus ? 'start' : false,
      injectCSS: false,
      immediatelyRender: true,
      shouldRerenderOnTransaction: false,
      // Signs that come with a text are its own: only those that are typed at the beginning of a line make layout.
      enablePasteRules: false,
      enableInputRules: TYPED_SIGNS,
      onCreate: ({ editor }) => leaveSelectionAlone(editor.view.dom),
      onUpdate: ({ editor }) => latest.current.onChange(writingOf(editor.state)),
      editorProps: {
        attributes: ({ doc }) => ({
          'data-long': String(doc.childCount > LONG),
          id,
          role: 'textbox',
          'aria-label': words.edit.text,
          'aria-multiline': 'true',
          'aria-describedby': `${id}-help`,
          spellcheck: 'false',
          class: 'article',
        }),
      },
    },
    [content],
  )
  return (
    <div className="article-editor">
      <EditToolbar editor={editor} controls={id} />
      <EditorContent className="article-editor-text" lang={language} dir={directionOf(language)} editor={editor} />
      <p id={`${id}-help`} className="field-help">
        {words.edit.help}
      </p>
    </div>
  )
}

const EMPTY: ArticleContent = { type: 'doc', content: [{ type: 'heading', attrs: { level: 1 } }] }
const LONG = 300 // blocks, from which on only those near the viewport are laid out

function useLatest<Value>(value: Value) {
  const latest = useRef(value)
  useEffect(() => {
    latest.current = value
  })
  return latest
}
