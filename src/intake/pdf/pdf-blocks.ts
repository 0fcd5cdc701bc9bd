import type { ContentNode, ListItem } from '../../domain/article-content.ts'
import { commonest, headingLevels } from './heading-sizes.ts'
import { joinLines, knownWords } from './join-lines.ts'
import type { PageLine } from './page-lines.ts'
import type { PdfPage } from './running-lines.ts'

/**
 * Headings, points and paragraphs of the lines of all pages. A PDF says where letters stand and not what belongs
 * together, so this is read from gaps, indents, line ends and sizes.
 */
export function blocksOfPages(pages: readonly PdfPage[]): readonly ContentNode[] {
  const lines = pages.flatMap(page => withColumns(page.lines))
  if (lines.length === 0) return []
  const layout = layoutOf(pages)
  const words = knownWords(lines.map(line => line.text))
  const groups: ColumnLine[][] = []
  let previous: ColumnLine | null = null
  for (const line of lines) {
    const last = groups.at(-1)
    if (last && previous && continues(previous, line, last, layout)) last.push(line)
    else groups.push([line])
    previous = line
  }
  const levels = headingLevels(lines)
  return listed(
    groups.map(group => {
      const text = joinLines(
        group.map(line => line.text),
        words,
      )
      const level = text.length <= LONGEST_HEADING ? levels.get(group[0]!.size) : undefined
      return { text, level }
    }),
  )
}

const LONGEST_HEADING = 250 // UTF-16 units; a long passage in large letters is no heading

/** A line with the place where the lines of its column end at most, in points. */
interface ColumnLine extends PageLine {
  readonly columnRight: number
}

function withColumns(lines: readonly PageLine[]): readonly ColumnLine[] {
  return lines.map(line => {
    const column = lines.filter(other => Math.abs(other.left - line.left) < 3 * line.size)
    return { ...line, columnRight: Math.max(...column.map(other => other.right)) }
  })
}

interface Layout {
  /** From one baseline to the next within a paragraph, for letters of the commonest size. */
  readonly pitch: number
  readonly size: number
}

function layoutOf(pages: readonly PdfPage[]): Layout {
  const size = commonest(pages.flatMap(page => page.lines).map(line => [line.size, line.text.length]))
  const pitches = pages.flatMap(({ lines }) =>
    lines.slice(1).flatMap((line, index): readonly (readonly [number, number])[] => {
      const gap = lines[index]!.bottom - line.bottom
      return line.size === size && gap > 0 && gap < size * 3 ? [[Math.round(gap * 2) / 2, line.text.length]] : []
    }),
  )
  return { size, pitch: pitches.length === 0 ? size * 1.3 : commonest(pitches) }
}

/** Whether a line goes on with the paragraph of the line before it. */
function continues(previous: ColumnLine, line: ColumnLine, group: readonly ColumnLine[], layout: Layout): boolean {
  if (Math.abs(line.size - previous.size) > 0.08 * previous.size || POINT.test(line.text)) return false
  const gap = previous.bottom - line.bottom
  const expected = (layout.pitch / layout.size) * line.size
  const isOver = SENTENCE_END.test(previous.text)
  // Higher up, or far away: another column or another page. A sentence that is not over goes on there.
  if (gap < -1 || gap > 4 * expected) return !isOver
  if (gap > 1.35 * expected) return false
  return !isBrokenOff(previous, line) && !isIndented(line, group, isOver)
}

/** Whether a line ends although the next word would have fitted into its column: a paragraph, a point or a row ends there. */
function isBrokenOff({ right, columnRight, size }: ColumnLine, next: PageLine): boolean {
  const [word = ''] = next.text.split(/\s/u, 1)
  const wordWidth = ((next.right - next.left) * word.length) / next.text.length
  return right + wordWidth + size < columnRight
}

/** Whether a line begins further in than those of its paragraph. The first of them may be indented itself, or hang out. */
function isIndented(line: ColumnLine, [first, ...rest]: readonly ColumnLine[], isOver: boolean): boolean {
  if (!first || POINT.test(first.text)) return false
  const left = rest.length > 0 ? Math.min(...rest.map(other => other.left)) : first.left
  return line.left > left + 0.6 * line.size && (rest.length > 0 || isOver)
}

const SENTENCE_END = /[.!?…。！？؟۔।:][\p{Pe}\p{Pf}"'”’»\])]*$/u
const POINT = /^[•‣◦▪●○■*-]\s+\S/u

interface Group {
  readonly text: string
  readonly level: number | undefined
}

function listed(groups: readonly Group[]): readonly ContentNode[] {
  const blocks: ContentNode[] = []
  let points: ListItem[] | null = null
  for (const { text, level } of groups) {
    const isPoint = POINT.test(text) && level === undefined
    const words = [{ type: 'text', text: isPoint ? text.replace(/^\S\s+/u, '') : text } as const]
    if (!isPoint) {
      points = null
      blocks.push(
        level === undefined
          ? { type: 'paragraph', content: words }
          : { type: 'heading', attrs: { level }, content: words },
      )
      continue
    }
    if (points === null) blocks.push({ type: 'bulletList', content: (points = []) })
    points.push({ type: 'listItem', content: [{ type: 'paragraph', content: words }] })
  }
  return blocks
}
