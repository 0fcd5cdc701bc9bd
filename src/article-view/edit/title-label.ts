import { Extension } from '@tiptap/core'
import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { isBlank } from './writing.ts'

interface TitleLabelOptions {
  /** What stands above the block that is the article's title. */
  readonly label: string
  /** What stands in a text without words. */
  readonly placeholder: string
  /** What a heading without words is called. */
  readonly emptyHeading: string
}

/** Shows which block is the title, and begins an empty text with one. */
export const TitleLabel = Extension.create<TitleLabelOptions>({
  name: 'titleLabel',
  addProseMirrorPlugins() {
    const { label, placeholder, emptyHeading } = this.options
    return [
      new Plugin({
        // Whoever begins to type begins with the title.
        appendTransaction: (_transactions, _before, { doc, tr, schema }) =>
          isEmptyParagraph(doc) ? tr.setNodeMarkup(0, schema.nodes['heading'], { level: 1 }) : null,
        props: {
          decorations({ doc }) {
            const title = titleBlock(doc)
            const attributes = { 'data-title': label, ...(isBlank(doc) && { 'data-placeholder': placeholder }) }
            return DecorationSet.create(doc, [
              ...(title ? [decorated(title, attributes)] : []),
              ...emptyHeadings(doc).map(heading => decorated(heading, { 'aria-label': emptyHeading })),
            ])
          },
        },
      }),
    ]
  },
})

function isEmptyParagraph(doc: ProseMirrorNode): boolean {
  return doc.childCount === 1 && doc.firstChild?.type.name === 'paragraph' && doc.firstChild.content.size === 0
}

interface Block {
  readonly node: ProseMirrorNode
  readonly position: number
}

function decorated({ node, position }: Block, attributes: Readonly<Record<string, string>>): Decoration {
  return Decoration.node(position, position + node.nodeSize, attributes)
}

function emptyHeadings(doc: ProseMirrorNode): readonly Block[] {
  const found: Block[] = []
  doc.descendants((node, position) => {
    if (node.type.name === 'heading' && node.content.size === 0) found.push({ node, position })
    return !node.isTextblock
  })
  return found
}

/** The first heading that says something, else the first words, else the first block: as the title of an article is found. */
function titleBlock(doc: ProseMirrorNode): Block | null {
  let heading: Block | null = null
  let written: Block | null = null
  let first: Block | null = null
  doc.descendants((node, position) => {
    if (heading) return false
    if (!node.isTextblock) return true
    first ??= { node, position }
    if (!/\S/u.test(node.textContent)) return false
    written ??= { node, position }
    if (node.type.name === 'heading') heading = { node, position }
    return false
  })
  return heading ?? written ?? first
}
