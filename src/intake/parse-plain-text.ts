import type { ArticleContent, ContentNode, ListItem, Paragraph } from '../domain/article-content.ts'
import type { IntakeProblem } from '../domain/intake-problem.ts'
import { fail, succeed, type Result } from '../domain/result.ts'
import { unwrapLines } from './unwrap-lines.ts'

/** The longest text that becomes an article: about 330,000 English words. */
export const MAX_TEXT_LENGTH = 2_000_000 // UTF-16 units

/**
 * An article from plain text: the first line is its title, lines that begin with "- ", "* " or "• " are points of a
 * list, every other line is a paragraph; lines that were wrapped at a fixed width are joined again. Line ends, a byte
 * order mark, broken characters and white space around a line are mended; nothing else is changed.
 */
export function parsePlainText(text: string): Result<ArticleContent, IntakeProblem> {
  if (text.includes('\0')) return fail({ kind: 'binary' })
  if (text.length > MAX_TEXT_LENGTH) return fail({ kind: 'too-long', limit: MAX_TEXT_LENGTH })
  const [title, ...lines] = unwrapLines(linesOf(text), line => POINT.test(line))
  if (title === undefined) return fail({ kind: 'empty' })
  const heading = { type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: title }] } as const
  return succeed({ type: 'doc', content: [heading, ...blocksOf(lines)] })
}

// A point says something; "- - -" is a divider.
const POINT = /^[-*•]\s+(?=.*[\p{L}\p{N}])(.+)$/u

function linesOf(text: string): readonly string[] {
  return text
    .toWellFormed()
    .split(/\r\n|\r|\n/)
    .map(line => line.trim()) // which takes the byte order mark away, too
}

function blocksOf(lines: readonly string[]): readonly ContentNode[] {
  const blocks: ContentNode[] = []
  let points: ListItem[] = []
  for (const line of lines) {
    const point = POINT.exec(line)?.[1]
    if (point === undefined) {
      points = []
      blocks.push(paragraph(line))
      continue
    }
    if (points.length === 0) blocks.push({ type: 'bulletList', content: points })
    points.push({ type: 'listItem', content: [paragraph(point)] })
  }
  return blocks
}

function paragraph(text: string): Paragraph {
  return { type: 'paragraph', content: [{ type: 'text', text }] }
}
