import { Node } from '@tiptap/core'

/** A table of rows; layout only, without editing of its own. */
export const Table = Node.create({
  name: 'table',
  group: 'block',
  content: 'tableRow+',
  isolating: true,
  parseHTML: () => [{ tag: 'table' }],
  renderHTML: () => ['table', ['tbody', 0]],
})

/** A row of cells. */
export const TableRow = Node.create({
  name: 'tableRow',
  content: '(tableCell | tableHeader)+',
  parseHTML: () => [{ tag: 'tr' }],
  renderHTML: () => ['tr', 0],
})

/** A cell with data. */
export const TableCell = createCell('tableCell', 'td')

/** A cell that heads a row or a column. */
export const TableHeader = createCell('tableHeader', 'th')

const MAX_SPAN = 1000 // columns or rows, as HTML has it for colspan

function createCell(name: string, tag: 'td' | 'th'): Node {
  return Node.create({
    name,
    content: 'block+',
    isolating: true,
    addAttributes: () => ({ colspan: spanAttribute('colspan'), rowspan: spanAttribute('rowspan') }),
    parseHTML: () => [{ tag }],
    renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
  })
}

function spanAttribute(attribute: 'colspan' | 'rowspan') {
  return {
    default: 1,
    validate(value: unknown): void {
      if (!isSpanCount(value)) throw new RangeError(`A cell cannot have the ${attribute} ${String(value)}.`)
    },
    parseHTML(element: HTMLElement): number {
      const count = Number(element.getAttribute(attribute) ?? 1)
      return isSpanCount(count) ? count : 1
    },
    renderHTML: (attributes: Record<string, unknown>) =>
      attributes[attribute] === 1 ? {} : { [attribute]: attributes[attribute] },
  }
}

function isSpanCount(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= MAX_SPAN
}
