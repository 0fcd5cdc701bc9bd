import type { PlacedText } from './placed-text.ts'
import { inReadingOrder } from './reading-order.ts'

/** One line of a page: its words, where they begin and end, and the size of its letters, all in points. */
export interface PageLine {
  readonly text: string
  /** Where it begins and ends; of a line that is read from right to left counted from the other side, so that it begins to the left too. */
  readonly left: number
  readonly right: number
  /** Of its baseline, from the lower edge of the page. */
  readonly bottom: number
  readonly size: number
}

/** The lines of a page in the order in which its text was written. What stands aslant (a watermark, a stamp) is left out. */
export function linesOfPage(items: readonly PlacedText[]): readonly PageLine[] {
  const lines: PageLine[] = []
  let line: PlacedText[] = []
  const close = () => {
    const made = lineOf(line)
    if (made) lines.push(made)
    line = []
  }
  for (const item of items) {
    if (isAslant(item)) continue
    if (line.length > 0 && item.str.trim() !== '' && isElsewhere(item, line)) close()
    line.push(item)
    if (item.hasEOL) close()
  }
  close()
  return lines
}

function isAslant({ transform: [a = 0, b = 0] }: PlacedText): boolean {
  return Math.abs(b) > Math.abs(a) * 0.1
}

/** Whether a piece stands above or below what its line has so far: raised and lowered figures stay within it. */
function isElsewhere(item: PlacedText, line: readonly PlacedText[]): boolean {
  const last = line.findLast(({ str }) => str.trim() !== '')
  return last !== undefined && Math.abs(bottomOf(item) - bottomOf(last)) > 0.6 * Math.max(sizeOf(item), sizeOf(last))
}

function lineOf(items: readonly PlacedText[]): PageLine | null {
  const { words, isRightToLeft } = inReadingOrder(items)
  const text = words.join('').replace(/\s+/gu, ' ').trim()
  if (text === '') return null
  const written = items.filter(({ str }) => str.trim() !== '')
  const [first] = written
  if (!first) return null
  const largest = written.reduce((a, b) => (b.str.length * sizeOf(b) > a.str.length * sizeOf(a) ? b : a))
  const left = Math.min(...written.map(leftOf))
  const right = Math.max(...written.map(item => leftOf(item) + item.width))
  return {
    text,
    ...(isRightToLeft ? { left: -right, right: -left } : { left, right }),
    bottom: bottomOf(largest),
    size: Math.round(sizeOf(largest) * 10) / 10,
  }
}

function leftOf({ transform }: PlacedText): number {
  return transform[4] ?? 0
}

function bottomOf({ transform }: PlacedText): number {
  return transform[5] ?? 0
}

function sizeOf({ transform: [a = 0, b = 0, c = 0, d = 0] }: PlacedText): number {
  return Math.hypot(c, d) || Math.hypot(a, b)
}
