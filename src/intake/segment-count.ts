import { segmentText } from '../anchoring/segment-text.ts'
import type { TextBlock } from '../domain/article-text.ts'

/** How many segments blocks have in this language. Takes time in proportion to their text. */
export function segmentCount(blocks: readonly TextBlock[], language: string): number {
  return segmentText(blocks, language).length
}
