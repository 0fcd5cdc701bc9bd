/**
 * A cell that no spreadsheet takes for a formula: each line that begins (after spaces) with `=`, `+`, `-`, `@`, a tab, a
 * carriage return or `'` gets one `'` in front. Taking one `'` from the front of each line gives the cell back.
 */
export function formulaSafe(cell: string): string {
  return cell
    .split(LINE_BREAK)
    .map((part, index, parts) => {
      const isLine = index % 2 === 0 // Splitting by a group keeps the line breaks, at the odd places.
      const beginsWithReturn = parts[index + 1] === '\r' && part.trim() === ''
      return isLine && (DANGEROUS_START.test(part) || beginsWithReturn) ? `'${part}` : part
    })
    .join('')
}

/** The cell as it was before `formulaSafe`. */
export function withoutGuard(cell: string): string {
  return cell.replace(GUARD, '$1')
}

const GUARD = /(^|\r\n|[\n\r\v\f\u0085\u2028\u2029])'/gu
const LINE_BREAK = /(\r\n|[\n\r\v\f\u0085\u2028\u2029])/u
// The full-width forms count as operators in East Asian editions of Excel.
const DANGEROUS_START = /^(?:[=+\-@\t'＝＋－＠]|\s+[=+\-@'＝＋－＠])/u
