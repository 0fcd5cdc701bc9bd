import type { PageLine } from './page-lines.ts'

/** A page: how high it is, in points, and its lines. */
export interface PdfPage {
  readonly height: number
  readonly lines: readonly PageLine[]
}

/**
 * Pages without what stands at the edge of one after the other: headers, footers, page numbers. A number that changes
 * from page to page makes no difference.
 */
export function withoutRunningLines(pages: readonly PdfPage[]): readonly PdfPage[] {
  const counts = new Map<string, number>()
  for (const page of pages) {
    const marks = new Set(page.lines.filter(line => isAtEdge(line, page)).map(line => markOf(line, page)))
    for (const mark of marks) counts.set(mark, (counts.get(mark) ?? 0) + 1)
  }
  const enough = Math.max(2, pages.length * REPEATED_SHARE)
  const isRunning = (line: PageLine, page: PdfPage) =>
    isAtEdge(line, page) && (PAGE_NUMBER.test(line.text) || (counts.get(markOf(line, page)) ?? 0) >= enough)
  return pages.map(page => ({ ...page, lines: page.lines.filter(line => !isRunning(line, page)) }))
}

const EDGE = 0.12 // of the page's height, above and below
const REPEATED_SHARE = 0.4 // of the pages: left and right ones may differ
const PAGE_NUMBER = /^\W*(page\s*)?\d{1,4}(\s*(\/|of|von|de|sur|di)\s*\d{1,4})?\W*$/iu

function isAtEdge({ bottom }: PageLine, { height }: PdfPage): boolean {
  return bottom < height * EDGE || bottom > height * (1 - EDGE)
}

function markOf({ text, bottom }: PageLine, { height }: PdfPage): string {
  return `${bottom < height / 2} ${text.replace(/\d+/g, '#').toLowerCase()}`
}
