import type { ArticleContent, ContentNode, Inline, Table, TableCell, TextMark } from '../../domain/article-content.ts'
import { textBlocks, type TextBlock } from '../../domain/article-text.ts'
import { staleChange } from '../../domain/change-state.ts'
import { REPORT_WORDS as words } from '../../wording/report-words.ts'
import { highlightsOf, lastAtMost, type Highlight, type Highlights } from './highlights.ts'
import { joined, markup, type Markup } from './markup.ts'
import { outwardLink } from './outward-link.ts'
import type { ReportStatement } from './placed-statements.ts'

/** An article with its statements, and the numbers of those that have a highlight to go to; the others only have their number. */
export interface DrawnArticle {
  readonly body: Markup
  readonly highlighted: ReadonlySet<number>
}

/** The id of the entry of a statement. */
export function entryId({ number }: Pick<ReportStatement, 'number'>): string {
  return `s${number}`
}

/** The id of the place of a statement in the article. */
export function placeId({ number }: ReportStatement, { highlighted }: DrawnArticle): string {
  return highlighted.has(number) ? `m${number}` : `r${number}`
}

/** Draws an article as it stands, with highlights and the numbers of statements. */
export function drawnArticle(content: ArticleContent, statements: readonly ReportStatement[]): DrawnArticle {
  const blocks = textBlocks(content)
  const pen: Pen = {
    blocks: blocks.values(),
    highlights: highlightsOf(statements, blocks),
    highlighted: new Set(),
    levels: [],
    tables: 0,
  }
  return { body: nodes(content.content, pen), highlighted: pen.highlighted }
}

/** What has been drawn so far. Nodes are drawn in document order, which is the order of their blocks. */
interface Pen {
  readonly blocks: Iterator<TextBlock>
  readonly highlights: Highlights
  readonly highlighted: Set<number>
  /** Of the headings that the next one may be below. */
  levels: readonly number[]
  tables: number
}

function nodes(content: readonly ContentNode[], pen: Pen): Markup {
  return joined(content.map(node => nodeMarkup(node, pen)))
}

function nodeMarkup(node: ContentNode, pen: Pen): Markup {
  switch (node.type) {
    case 'heading':
      return heading(node.attrs.level, node.content, pen)
    case 'paragraph':
      return markup`<p>${line(node.content, pen)}</p>`
    case 'bulletList':
      return markup`<ul>${node.content.map(item => markup`<li>${nodes(item.content, pen)}</li>`)}</ul>`
    case 'orderedList':
      return markup`<ol>${node.content.map(item => markup`<li>${nodes(item.content, pen)}</li>`)}</ol>`
    case 'blockquote':
      return markup`<blockquote>${nodes(node.content, pen)}</blockquote>`
    case 'table':
      return table(node, pen)
  }
}

// The report's own headings are of the levels 1 and 2.
const LEVELS_ABOVE = 2

/** A heading one level below the one it belongs to, whatever levels the article skips: that is how pages are listened to. */
function heading(level: number, content: readonly Inline[] | undefined, pen: Pen): Markup {
  const inner = line(content, pen)
  if (!hasWords(content)) return markup`<p>${inner}</p>`
  pen.levels = [...pen.levels.filter(above => above < level), level]
  const shown = Math.min(LEVELS_ABOVE + pen.levels.length, 6)
  switch (shown) {
    case 3:
      return markup`<h3>${inner}</h3>`
    case 4:
      return markup`<h4>${inner}</h4>`
    case 5:
      return markup`<h5>${inner}</h5>`
    default:
      return markup`<h6>${inner}</h6>`
  }
}

/** A table that may be wider than a telephone: what scrolls can be reached by keyboard and has a name. */
function table({ content }: Table, pen: Pen): Markup {
  pen.tables += 1
  const hasData = content.some(row => row.content.some(({ type }) => type === 'tableCell'))
  const rows = content.map(row => markup`<tr>${row.content.map(cell => cellMarkup(cell, hasData, pen))}</tr>`)
  const name = words.table(pen.tables)
  return markup`<div class="table" role="group" aria-label="${name}" tabindex="0"><table><tbody>${rows}</tbody></table></div>`
}

/** Nothing is the heading of other cells that is empty, or alone. */
function cellMarkup({ type, attrs, content }: TableCell, hasData: boolean, pen: Pen): Markup {
  const inner = nodes(content, pen)
  const span = attrs && [
    attrs.colspan > 1 && markup` colspan="${attrs.colspan}"`,
    attrs.rowspan > 1 && markup` rowspan="${attrs.rowspan}"`,
  ]
  const isHeading = type === 'tableHeader' && hasData && content.some(nodeHasWords)
  return isHeading ? markup`<th${span}>${inner}</th>` : markup`<td${span}>${inner}</td>`
}

function nodeHasWords(node: ContentNode): boolean {
  return textBlocks({ type: 'doc', content: [node] }).some(({ text }) => text.trim() !== '')
}

function hasWords(content: readonly Inline[] | undefined): boolean {
  return (content ?? []).some(inline => inline.type === 'text' && inline.text.trim() !== '')
}

/** The words of one block: what stands under the same highlights is drawn together, numbers stand where statements end. */
function line(content: readonly Inline[] | undefined, pen: Pen): Markup {
  const block = pen.blocks.next().value as TextBlock
  const { highlights } = pen
  const groups: Group[] = []
  for (const { from, to, piece } of fragments(content, block, highlights.cuts)) {
    const over = highlights.over(from)
    const ending = highlights.endingAt(block, to)
    const last = groups.at(-1)
    if (last?.over !== over || last.ending.length > 0) groups.push({ over, pieces: [piece], ending })
    else groups.splice(-1, 1, { over, pieces: [...last.pieces, piece], ending })
  }
  const inEmptyBlock = block.text === '' ? highlights.endingAt(block, block.from) : []
  return joined([
    ...groups.map(({ over, pieces, ending }) => [marked(over, joined(pieces), pen), ending.map(numberOf)]),
    inEmptyBlock.map(numberOf),
  ])
}

interface Group {
  readonly over: readonly Highlight[]
  readonly pieces: readonly Markup[]
  readonly ending: readonly ReportStatement[]
}

interface Fragment {
  readonly from: number
  readonly to: number
  readonly piece: Markup
}

function* fragments(
  content: readonly Inline[] | undefined,
  block: TextBlock,
  cuts: readonly number[],
): Generator<Fragment> {
  let from = block.from
  for (const inline of content ?? []) {
    if (inline.type === 'hardBreak') {
      yield { from, to: from + 1, piece: markup`<br>` }
      from += 1
      continue
    }
    const start = from
    const end = start + inline.text.length
    for (let next = lastAtMost(cuts, start) + 1; from < end; next += 1) {
      const to = Math.min(cuts[next] ?? end, end)
      yield { from, to, piece: styled(inline.text.slice(from - start, to - start), inline.marks) }
      from = to
    }
  }
}

function styled(text: string, marks: readonly TextMark[] = []): Markup {
  return marks.reduceRight<Markup>(
    (inner, mark) => {
      switch (mark.type) {
        case 'bold':
          return markup`<strong>${inner}</strong>`
        case 'italic':
          return markup`<em>${inner}</em>`
        case 'link':
          // A link within a link would be two: the first one counts.
          return inner.source.includes('<a ') ? inner : outwardLink(mark.attrs.href, inner)
      }
    },
    markup`${text}`,
  )
}

function marked(over: readonly Highlight[], inner: Markup, pen: Pen): Markup {
  return over.reduceRight<Markup>((within, { statement, lane }) => {
    const { verdict } = statement.shown.content
    const isFirst = !pen.highlighted.has(statement.number)
    pen.highlighted.add(statement.number)
    const first = isFirst && markup` id="m${statement.number}" aria-details="${entryId(statement)}"`
    const stale = staleChange(statement.shown.change) && markup` data-stale`
    return markup`<mark${first} data-verdict="${verdict}" data-lane="${lane}"${stale}>${within}</mark>`
  }, inner)
}

/** The number of a statement where it ends: the way to its entry. */
function numberOf(statement: ReportStatement): Markup {
  const { number, shown } = statement
  const { verdict } = shown.content
  const name = words.numberName(number, verdict)
  return markup`<sup><a class="ref" id="r${number}" href="#${entryId(statement)}" data-verdict="${verdict}" aria-label="${name}">${number}</a></sup>`
}
