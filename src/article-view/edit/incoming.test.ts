// @vitest-environment jsdom
import { Editor } from '@tiptap/core'
import { undoDepth } from '@tiptap/pm/history'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { contentOfDocument } from '../../article-format/content-of-document.ts'
import type { ArticleContent } from '../../domain/article-content.ts'
import { articleText } from '../../domain/article-text.ts'
import { aContent } from '../../testing/builders.ts'
import { EDITING_EXTENSIONS, TYPED_SIGNS } from './editing-extensions.ts'
import { Incoming, type IncomingOptions } from './incoming.ts'

const EMPTY: ArticleContent = { type: 'doc', content: [{ type: 'heading', attrs: { level: 1 } }] }

let editor: Editor
const readPasted = vi.fn<IncomingOptions['readPasted']>()
const onFiles = vi.fn<IncomingOptions['onFiles']>()

beforeEach(() => {
  readPasted.mockReset()
  onFiles.mockReset()
})
afterEach(() => editor.destroy())

describe('Incoming', () => {
  it.each(['paste', 'beforeinput', 'drop'])(
    'I70 hands what comes by "%s" over, and puts in what comes back',
    async way => {
      begin(EMPTY)
      readPasted.mockResolvedValue(aContent('Harbour', ['open']))
      const event = come(way, { 'text/html': '<img src=x onerror=alert(1)>', 'text/plain': 'x' })
      await settled()
      expect(event.defaultPrevented).toBe(true)
      expect(readPasted).toHaveBeenCalledExactlyOnceWith({ html: '<img src=x onerror=alert(1)>', text: 'x' }, true)
      expect(text()).toBe('Harbour\nopen')
    },
  )

  it('I70 leaves the text as it was when something is refused', async () => {
    begin(aContent('Harbour', ['open']))
    readPasted.mockResolvedValue(null)
    come('paste', { 'text/plain': '\0' })
    await settled()
    expect(text()).toBe('Harbour\nopen')
    expect(undoDepth(editor.state)).toBe(0)
  })

  it('I71 puts a passage in the place where it was pasted, whatever was typed meanwhile', async () => {
    begin(aContent('Harbour', ['It is today.']))
    editor.commands.setTextSelection(editor.state.doc.content.size - 'today.'.length - 1)
    readPasted.mockResolvedValue(paragraph('open *since* '))
    come('paste', { 'text/plain': 'open *since* ' })
    editor.commands.insertContentAt(1, 'Old ')
    await settled()
    expect(readPasted).toHaveBeenCalledExactlyOnceWith(expect.anything(), false)
    expect(text()).toBe('Old Harbour\nIt is open *since* today.')
  })

  it('I71 replaces what is selected, and both are taken back at once', async () => {
    begin(aContent('Harbour', ['It is closed.']))
    const end = editor.state.doc.content.size - 2
    editor.commands.setTextSelection({ from: end - 'closed'.length, to: end })
    readPasted.mockResolvedValue({
      type: 'doc',
      content: [...aContent('open', []).content, ...paragraph('At last').content],
    })
    come('paste', { 'text/plain': 'open' })
    await settled()
    expect(text()).toBe('Harbour\nIt is open\nAt last.')
    press('z')
    expect(text()).toBe('Harbour\nIt is closed.')
  })

  it('I70 hands files that were pasted over, unless words came with them', async () => {
    begin(EMPTY)
    readPasted.mockResolvedValue(null)
    const file = new File(['a'], 'a.txt')
    come('paste', {}, [file])
    expect(onFiles).toHaveBeenCalledExactlyOnceWith([file])
    come('paste', { 'text/plain': 'a' }, [file])
    await settled()
    expect(onFiles).toHaveBeenCalledOnce()
    expect(readPasted).toHaveBeenCalledOnce()
  })
})

function begin(content: ArticleContent): void {
  editor = new Editor({
    element: document.body.appendChild(document.createElement('div')),
    extensions: [Incoming.configure({ readPasted, onFiles }), ...EDITING_EXTENSIONS],
    content: structuredClone(content) as object,
    enablePasteRules: false,
    enableInputRules: TYPED_SIGNS,
    injectCSS: false,
    editorProps: { handleScrollToSelection: () => true }, // nothing is laid out here
  })
  editor.view.posAtCoords = () => ({ pos: 1, inside: -1 }) // nothing is laid out here
}

/** Lets something come in, as a browser would tell of it. */
function come(way: string, data: Readonly<Record<string, string>>, files: readonly File[] = []): Event {
  const transfer = {
    types: files.length > 0 && way === 'drop' ? ['Files'] : [],
    files,
    getData: (type: string) => data[type] ?? '',
  }
  const event = new Event(way, { bubbles: true, cancelable: true })
  Object.assign(event, {
    clipboardData: transfer,
    dataTransfer: transfer,
    inputType: 'insertFromPaste',
    clientX: 0,
    clientY: 0,
  })
  editor.view.dom.dispatchEvent(event)
  return event
}

function press(key: string): void {
  editor.view.dom.dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey: true, bubbles: true, cancelable: true }))
}

async function settled(): Promise<void> {
  await Promise.resolve()
  await Promise.resolve()
}

function text(): string {
  return articleText(contentOfDocument(editor.state.doc))
}

function paragraph(words: string): ArticleContent {
  return { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }] }
}
