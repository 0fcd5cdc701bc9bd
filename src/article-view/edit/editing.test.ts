// @vitest-environment jsdom
import { Editor } from '@tiptap/core'
import type { Command } from '@tiptap/pm/state'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { contentOfDocument } from '../../article-format/content-of-document.ts'
import type { ArticleContent } from '../../domain/article-content.ts'
import { articleText, textBlocks } from '../../domain/article-text.ts'
import { arbitraryContent } from '../../testing/arbitrary-content.ts'
import { aContent } from '../../testing/builders.ts'
import { EDITING_EXTENSIONS, TYPED_SIGNS } from './editing-extensions.ts'
import { removeTable, unfoldTable } from './table-commands.ts'
import { TitleLabel } from './title-label.ts'
import { writingOf } from './writing.ts'

let editor: Editor
afterEach(() => editor.destroy())

describe('editing an article', () => {
  it('I82 reads a document as the content that it was made of', () => {
    fc.assert(
      fc.property(arbitraryContent(), content => {
        begin(content)
        expect(articleText(writingOf(editor.state).read())).toBe(articleText(content))
        editor.destroy()
      }),
      { numRuns: 25 },
    )
    begin(aContent())
  })

  it('I81 labels the title that the article will have', () => {
    fc.assert(
      fc.property(arbitraryContent(), content => {
        begin(content)
        const written = textBlocks(content).filter(({ text }) => /\S/u.test(text))
        const title = written.find(({ kind }) => kind === 'heading') ?? written[0]
        const labelled = [...editor.view.dom.querySelectorAll('[data-title]')]
        expect(labelled).toHaveLength(1)
        if (title) expect(labelled[0]!.textContent).toBe(title.text.replaceAll('\n', ''))
        else expect(labelled[0]!.hasAttribute('data-placeholder')).toBe(true)
        editor.destroy()
      }),
      { numRuns: 25 },
    )
    begin(aContent())
  })

  it('I81 begins an empty text with its title', () => {
    begin({ type: 'doc', content: [{ type: 'heading', attrs: { level: 1 } }] })
    editor.commands.insertContent('Harbour')
    expect(content()).toEqual(aContent('Harbour', []))
    editor.commands.clearContent()
    expect(content()).toEqual({ type: 'doc', content: [{ type: 'heading', attrs: { level: 1 } }] })
  })

  it.each<[does: string, command: Command, after: string]>([
    ['takes a table away', removeTable, 'T\nafter'],
    ['puts what stands in a table in its place', unfoldTable, 'T\nYear\nSacks\n2025\n8,100\nafter'],
  ])('I80 %s', (_, command, after) => {
    begin(withTable())
    expect(command(editor.state)).toBe(false)
    editor.commands.setTextSelection(editor.state.doc.content.size - 'after'.length - 8)
    expect(command(editor.state)).toBe(true)
    command(editor.state, editor.view.dispatch)
    expect(articleText(content())).toBe(after)
    expect(editor.view.dom.querySelector('table')).toBeNull()
    press('z')
    expect(content()).toEqual(withTable())
  })

  it.each<[key: string, before: string, after: number]>([
    ['makes another point with Enter', 'Enter', 2],
    ['leaves Tab to the browser', 'Tab', 1],
  ])('I82 %s', (_, key, points) => {
    begin(aContent('T', ['a']))
    editor.chain().setTextSelection(editor.state.doc.content.size).toggleBulletList().run()
    const event = press(key, false)
    expect(event.defaultPrevented).toBe(key === 'Enter')
    expect(editor.view.dom.querySelectorAll('li')).toHaveLength(points)
  })

  it('I82 lets words be bold across the end of a line', () => {
    begin(aContent('T', ['a']))
    editor
      .chain()
      .setTextSelection(editor.state.doc.content.size)
      .setHardBreak()
      .insertContent('b')
      .selectAll()
      .toggleBold()
      .run()
    expect(articleText(content())).toBe('T\na\nb')
  })

  it('I82 keeps undo and redo to itself, also when there is nothing left', () => {
    begin(aContent('T', ['a']))
    for (const key of ['z', 'y']) expect(press(key).defaultPrevented).toBe(true)
    editor.commands.insertContentAt(1, 'A ')
    press('z')
    expect(articleText(content())).toBe('T\na')
    press('y')
    expect(articleText(content())).toBe('A T\na')
  })
})

function begin(begins: ArticleContent): void {
  editor = new Editor({
    element: document.createElement('div'),
    extensions: [
      ...EDITING_EXTENSIONS,
      TitleLabel.configure({ label: 'Title', placeholder: 'Type', emptyHeading: 'Empty' }),
    ],
    content: structuredClone(begins) as object,
    enablePasteRules: false,
    enableInputRules: TYPED_SIGNS,
    injectCSS: false,
    editorProps: { handleScrollToSelection: () => true }, // nothing is laid out here
  })
}

function press(key: string, ctrlKey = true): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, ctrlKey, bubbles: true, cancelable: true })
  editor.view.dom.dispatchEvent(event)
  return event
}

function content(): ArticleContent {
  return contentOfDocument(editor.state.doc)
}

function withTable(): ArticleContent {
  const cell = (type: 'tableHeader' | 'tableCell', words: string) => ({
    type,
    attrs: { colspan: 1, rowspan: 1 },
    content: aContent('', [words]).content.slice(1),
  })
  const table = {
    type: 'table' as const,
    content: [
      { type: 'tableRow' as const, content: [cell('tableHeader', 'Year'), cell('tableHeader', 'Sacks')] },
      { type: 'tableRow' as const, content: [cell('tableCell', '2025'), cell('tableCell', '8,100')] },
    ],
  }
  const [title, after] = aContent('T', ['after']).content
  return { type: 'doc', content: [title!, table, after!] }
}
