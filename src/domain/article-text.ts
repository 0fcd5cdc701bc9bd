import type { ArticleContent, ContentNode, Inline } from './article-content.ts'
import { sha256Hex, sha256InSteps } from './canonical-json.ts'
import type { TextHash } from './identifiers.ts'

/** What a block is, as far as reading it in segments depends on it. */
export type BlockKind = 'heading' | 'paragraph' | 'list-item'

/** One block of an article's text: a heading, a paragraph (also in a quotation or a table cell), or a paragraph of a list item. */
export interface TextBlock {
  readonly kind: BlockKind
  readonly text: string
  /** UTF-16 offset of its first character in the article's text. */
  readonly from: number
}

/** The blocks of an article in document order. A hard break is `\n`; list markers are no part of the text. */
export function textBlocks(content: ArticleContent): readonly TextBlock[] {
  const blocks: TextBlock[] = []
  let from = 0
  for (const { kind, text } of blocksWithin(content.content, 'paragraph')) {
    blocks.push({ kind, text, from })
    from += text.length + 1
  }
  return blocks
}

/** The canonical text: all blocks joined by one `\n`. */
export function articleText(content: ArticleContent): string {
  return textOfBlocks(textBlocks(content))
}

/** The canonical text of all blocks of an article. */
export function textOfBlocks(blocks: readonly TextBlock[]): string {
  return blocks.map(block => block.text).join('\n')
}

/** The name of a text: SHA-256 over its UTF-8 bytes. */
export function textHash(text: string): TextHash {
  return sha256Hex(text)
}

/** The same in steps of a few milliseconds also for a long text. */
export function textHashInSteps(text: string): Generator<void, TextHash> {
  return sha256InSteps(text)
}

function* blocksWithin(nodes: readonly ContentNode[], kind: BlockKind): Generator<Omit<TextBlock, 'from'>> {
  for (const node of nodes) {
    switch (node.type) {
      case 'heading':
        yield { kind: 'heading', text: inlineText(node.content) }
        break
      case 'paragraph':
        yield { kind, text: inlineText(node.content) }
        break
      case 'bulletList':
      case 'orderedList':
        for (const item of node.content) yield* blocksWithin(item.content, 'list-item')
        break
      case 'blockquote':
        yield* blocksWithin(node.content, kind)
        break
      case 'table':
        for (const row of node.content) for (const cell of row.content) yield* blocksWithin(cell.content, 'paragraph')
    }
  }
}

function inlineText(content: readonly Inline[] | undefined): string {
  return (content ?? []).map(inline => (inline.type === 'text' ? inline.text : '\n')).join('')
}
