import type {
  ArticleContent,
  ContentNode,
  Heading,
  Inline,
  ListItem,
  Paragraph,
  TableCell,
} from '../../domain/article-content.ts'

/**
 * A content without what only spaced it out: white space at the ends of its blocks, blocks that say nothing, and lists,
 * quotations and tables of nothing but those. `null` when nothing is left.
 */
export function tidyContent(content: ArticleContent): ArticleContent | null {
  const blocks = tidyBlocks(content.content)
  return blocks.length === 0 ? null : { type: 'doc', content: blocks }
}

function tidyBlocks(nodes: readonly ContentNode[]): readonly ContentNode[] {
  return nodes.map(tidyBlock).filter(node => node !== null)
}

function tidyBlock(node: ContentNode): ContentNode | null {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return tidyTextBlock(node)
    case 'blockquote': {
      const content = tidyBlocks(node.content)
      return content.length === 0 ? null : { ...node, content }
    }
    case 'bulletList':
    case 'orderedList': {
      const content = node.content.map(tidyItem).filter(item => item !== null)
      return content.length === 0 ? null : { ...node, content }
    }
    case 'table': {
      const rows = node.content.map(row => ({ ...row, content: row.content.map(tidyCell) }))
      const written = rows.filter(row => row.content.some(cell => cell.content !== EMPTY_CELL))
      return written.length === 0 ? null : { ...node, content: written }
    }
  }
}

function tidyTextBlock<Block extends Paragraph | Heading>(block: Block): Block | null {
  const content = trimmed(block.content ?? [])
  return content.some(inline => inline.type === 'text' && /\S/u.test(inline.text)) ? { ...block, content } : null
}

/** An item begins with a paragraph, also when that says nothing and a list follows in it. */
function tidyItem({ type, content: [first, ...rest] }: ListItem): ListItem | null {
  const lead = first?.type === 'paragraph' ? tidyTextBlock(first) : null
  const others = tidyBlocks(rest)
  if (lead) return { type, content: [lead, ...others] }
  if (others[0]?.type === 'paragraph') return { type, content: others }
  return others.length === 0 ? null : { type, content: [{ type: 'paragraph' }, ...others] }
}

function tidyCell(cell: TableCell): TableCell {
  const content = tidyBlocks(cell.content)
  return { ...cell, content: content.length === 0 ? EMPTY_CELL : content }
}

const EMPTY_CELL: readonly ContentNode[] = [{ type: 'paragraph' }] // cells keep their columns

function trimmed(inlines: readonly Inline[]): readonly Inline[] {
  const lines = trimEnd(trimEnd(inlines, /^\s+/u).toReversed(), /\s+$/u).toReversed()
  return lines.map((inline, index) => withoutSpaceAtBreaks(inline, lines[index - 1], lines[index + 1]))
}

/** Inlines without white space and breaks at their beginning; `space` says where in each text the beginning is. */
function trimEnd(inlines: readonly Inline[], space: RegExp): readonly Inline[] {
  for (const [index, inline] of inlines.entries()) {
    if (inline.type === 'hardBreak') continue
    const text = inline.text.replace(space, '')
    if (text !== '') return [{ ...inline, text }, ...inlines.slice(index + 1)]
  }
  return []
}

function withoutSpaceAtBreaks(inline: Inline, before: Inline | undefined, after: Inline | undefined): Inline {
  if (inline.type === 'hardBreak') return inline
  let { text } = inline
  if (before?.type === 'hardBreak') text = text.replace(/^[ \t]+(?=.)/u, '')
  if (after?.type === 'hardBreak') text = text.replace(/(?<=.)[ \t]+$/u, '')
  return { ...inline, text }
}
