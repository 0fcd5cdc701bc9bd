import { Extension } from '@tiptap/core'
import { Slice } from '@tiptap/pm/model'
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state'
import { dropPoint } from '@tiptap/pm/transform'
import type { EditorView } from '@tiptap/pm/view'
import type { ArticleContent } from '../../domain/article-content.ts'
import { isBlank } from './writing.ts'

/** What a clipboard or a drop holds: `html` is an empty string where there is only plain text. */
export interface PastedWords {
  readonly html: string
  readonly text: string
}

/** Reads what comes into the editor. */
export interface IncomingOptions {
  /**
   * Reads what a stranger wrote as content that may stand in an article; `isAll` when the text is empty, so that it will be
   * all of it. `null` when it was refused: then nothing changes.
   */
  readonly readPasted: (pasted: PastedWords, isAll: boolean) => Promise<ArticleContent | null>
  /** Takes files that were pasted. */
  readonly onFiles: (files: readonly File[]) => void
}

/**
 * Nothing from outside is parsed by the editor itself: what is pasted or dropped goes to `readPasted` first, and only what
 * comes back from there is put in the place where it was meant to go.
 */
export const Incoming = Extension.create<IncomingOptions>({
  name: 'incoming',
  // Before every other extension, so that none of them sees what was pasted.
  priority: 10_000,
  addProseMirrorPlugins() {
    const { readPasted, onFiles } = this.options

    const take = async (view: EditorView, data: DataTransfer | null, place: Place) => {
      const files = [...(data?.files ?? [])]
      const pasted = { html: data?.getData('text/html') ?? '', text: data?.getData('text/plain') ?? '' }
      if (files.length > 0 && pasted.html === '' && pasted.text === '') return onFiles(files)
      const id = {}
      view.dispatch(view.state.tr.setMeta(placesKey, { kind: 'wait', id, place } satisfies PlacesChange))
      const content = await readPasted(pasted, isBlank(view.state.doc))
      if (view.isDestroyed) return
      const tr = view.state.tr.setMeta(placesKey, { kind: 'forget', id } satisfies PlacesChange)
      const kept = placesKey.getState(view.state)?.get(id)
      view.dispatch(content && kept ? insert(tr, content, kept).scrollIntoView() : tr)
    }

    const takeAtSelection = (view: EditorView, data: DataTransfer | null) => {
      const { from, to } = view.state.selection
      void take(view, data, { from, to })
    }

    return [
      new Plugin<Places>({
        key: placesKey,
        state: { init: () => new Map(), apply: placesAfter },
        props: {
          handleDOMEvents: {
            paste(view, event) {
              event.preventDefault()
              takeAtSelection(view, event.clipboardData)
              return true
            },
            beforeinput(view, event) {
              if (!BRINGS_WORDS.has(event.inputType)) return false
              event.preventDefault()
              takeAtSelection(view, event.dataTransfer)
              return true
            },
            drop(view, event) {
              // A file is the page's.
              if (event.dataTransfer?.types.includes('Files')) return true
              // What is moved within the text has been in it all the while.
              if (view.dragging) return false
              event.preventDefault()
              const at = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos
              if (at !== undefined) void take(view, event.dataTransfer, { from: at, to: at })
              return true
            },
          },
        },
      }),
    ]
  },
})

// Ways past the event "paste", as keyboards of phones and menus of some browsers take them.
const BRINGS_WORDS = new Set(['insertFromPaste', 'insertFromPasteAsQuotation', 'insertFromDrop', 'insertFromYank'])

interface Place {
  readonly from: number
  readonly to: number
}

/** Where what is still being read will go, whatever is typed meanwhile. */
type Places = ReadonlyMap<object, Place>

type PlacesChange =
  | { readonly kind: 'wait'; readonly id: object; readonly place: Place }
  | { readonly kind: 'forget'; readonly id: object }

const placesKey = new PluginKey<Places>('incoming')

function placesAfter(tr: Transaction, before: Places, _old: EditorState): Places {
  const change = tr.getMeta(placesKey) as PlacesChange | undefined
  if (!change && (!tr.docChanged || before.size === 0)) return before
  const places = new Map(
    [...before].map(([id, { from, to }]) => [id, { from: tr.mapping.map(from, -1), to: tr.mapping.map(to, -1) }]),
  )
  if (change?.kind === 'wait') places.set(change.id, change.place)
  if (change?.kind === 'forget') places.delete(change.id)
  return places
}

function insert(tr: Transaction, content: ArticleContent, { from, to }: Place): Transaction {
  const document = tr.doc.type.schema.nodeFromJSON(content)
  document.check()
  if (isBlank(tr.doc)) return tr.replaceWith(0, tr.doc.content.size, document.content)
  // Open at its ends, so that a single paragraph becomes part of the one in which it is put.
  const slice = Slice.maxOpen(document.content, false)
  if (from !== to) return tr.replaceRange(from, to, slice)
  const isInline = tr.doc.resolve(from).parent.isTextblock
  return tr.replaceRange(isInline ? from : (dropPoint(tr.doc, from, slice) ?? from), isInline ? to : from, slice)
}
