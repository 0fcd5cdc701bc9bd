import { Extension, Node, type Extensions, type JSONContent } from '@tiptap/core'
import { Document } from '@tiptap/extension-document'
import { Fragment, Slice } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import { ARTICLE_EXTENSIONS } from '../../article-format/extensions.ts'
import type { ArticleContent, ContentNode } from '../../domain/article-content.ts'
import { textBlocks } from '../../domain/article-text.ts'

const FULL = 3000 // UTF-16 units at which a sheet is full: about a screen and a half of text
const FOR_A_BLOCK = 60 // UTF-16 units that take as much room as what is left of a block's last line, and its margin

/**
 * What a shown article is made of: its blocks lie on sheets. Of a long article the browser looks at each child of an
 * element in every frame, and the editor in every update: then there are hundreds instead of thousands. Sheets are no part
 * of an article: they mean nothing, and what is copied is without them.
 */
export const SHEETED_EXTENSIONS: Extensions = [
  ...ARTICLE_EXTENSIONS.map(extension => (extension === Document ? Document.extend({ content: 'sheet+' }) : extension)),
  sheet(),
  copiedWithoutSheets(),
]

/** The editor's document of a content, with its blocks on sheets. */
export function sheetsOf({ content }: ArticleContent): JSONContent {
  const sheets: ContentNode[][] = []
  let length = FULL
  for (const block of content) {
    // A heading stays with what it stands over, unless there are nothing but headings.
    if (length >= (sheets.at(-1)?.at(-1)?.type === 'heading' ? FULL * 2 : FULL)) {
      sheets.push([])
      length = 0
    }
    sheets.at(-1)!.push(block)
    length += lengthOf(block) + FOR_A_BLOCK
  }
  return { type: 'doc', content: sheets.map(blocks => ({ type: 'sheet', content: blocks as JSONContent[] })) }
}

function lengthOf(block: ContentNode): number {
  const last = textBlocks({ type: 'doc', content: [block] }).at(-1)
  return last ? last.from + last.text.length : 0
}

function sheet() {
  return Node.create({
    name: 'sheet',
    content: 'block+',
    selectable: false,
    renderHTML: () => ['div', 0],
    // How high it will be can be told from these before it is laid out. (The page's policy refuses style attributes.)
    addNodeView:
      () =>
      ({ node }) => {
        const dom = document.createElement('div')
        dom.className = 'sheet'
        dom.style.setProperty('--characters', String(node.content.size))
        dom.style.setProperty('--blocks', String(node.childCount))
        return { dom, contentDOM: dom }
      },
  })
}

function copiedWithoutSheets() {
  return Extension.create({
    name: 'copiedWithoutSheets',
    // Before the editor's own way to copy text, which parts blocks that lie in blocks twice.
    priority: 1000,
    addProseMirrorPlugins: () => [
      new Plugin({
        props: {
          transformCopied: withoutSheets,
          clipboardTextSerializer: ({ content }) => content.textBetween(0, content.size, '\n\n', () => '\n'),
        },
      }),
    ],
  })
}

function withoutSheets(slice: Slice): Slice {
  const { content, openStart, openEnd } = slice
  if (content.firstChild?.type.name !== 'sheet') return slice
  const blocks = content.content.flatMap(sheet => sheet.children)
  return new Slice(Fragment.from(blocks), Math.max(0, openStart - 1), Math.max(0, openEnd - 1))
}
