import type { Node as ProseMirrorNode } from '@tiptap/pm/model'

/** A block of text in a document. Within it offsets and positions advance together. */
export interface MappedBlock {
  /** UTF-16 offset of its first character in the article's text. */
  readonly from: number
  /** UTF-16 offset after its last character. */
  readonly to: number
  /** Document position of its first character. */
  readonly position: number
}

/** Converts between UTF-16 offsets of an article's text and positions in its document, in O(log n) of its blocks. */
export interface OffsetMap {
  readonly blocks: readonly MappedBlock[]
  /** The document position of an offset; an offset outside the text counts as its nearer end. */
  toPosition(offset: number): number
  /** The offset of a position; one that is between blocks counts as the nearest end of a block, the earlier of two as near. */
  toOffset(position: number): number
}

/** Reads a document once and maps its text. The map is true for this document only. Throws when it has no text block. */
export function createOffsetMap(doc: ProseMirrorNode): OffsetMap {
  const blocks = mappedBlocks(doc)
  if (blocks.length === 0) throw new RangeError('This document has no block of text.')
  return {
    blocks,
    toPosition(offset) {
      const { from, to, position } = blocks[lastIndex(blocks, block => block.from <= offset)]!
      return position + clamp(offset, from, to) - from
    },
    toOffset(position) {
      const index = lastIndex(blocks, block => block.position <= position)
      const block = blocks[index]!
      const end = block.position + block.to - block.from
      if (position <= end) return block.from + Math.max(0, position - block.position)
      const next = blocks[index + 1]
      return next && next.position - position < position - end ? next.from : block.to
    },
  }
}

function mappedBlocks(doc: ProseMirrorNode): readonly MappedBlock[] {
  const blocks: MappedBlock[] = []
  let from = 0
  doc.descendants((node, position) => {
    if (!node.isTextblock) return true
    // Text counts its UTF-16 units and a hard break one in both, so the sizes agree.
    const to = from + node.content.size
    blocks.push({ from, to, position: position + 1 })
    from = to + 1
    return false
  })
  return blocks
}

/** Index of the last item that holds; items that hold come first. 0 when none does. */
function lastIndex(blocks: readonly MappedBlock[], holds: (block: MappedBlock) => boolean): number {
  let low = 0
  let high = blocks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(blocks[middle]!)) low = middle + 1
    else high = middle
  }
  return Math.max(0, low - 1)
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high)
}
