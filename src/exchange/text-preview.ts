/** The beginning of a text, as much of it as is shown. */
export interface TextPreview {
  readonly text: string
  readonly isWhole: boolean
  /** Of the whole text. */
  readonly lines: number
}

const PREVIEW_LINES = 200
const PREVIEW_LENGTH = 20_000 // UTF-16 units; more makes the dialog slow and is not read

/** Shows whole lines where it can, and never half of a character. */
export function textPreview(text: string): TextPreview {
  const shown = text.startsWith('\uFEFF') ? text.slice(1) : text
  const { lines, start } = beginningOf(shown)
  if (lines <= PREVIEW_LINES && shown.length <= PREVIEW_LENGTH) return { text: shown, isWhole: true, lines }
  return { text: shortened(start), isWhole: false, lines }
}

/** Counts the lines without cutting the text into them: a large set has ten million. */
function beginningOf(text: string): { readonly lines: number; readonly start: string } {
  const end = text.endsWith('\n') ? text.length - 1 : text.length
  let lines = 1
  let shownEnd = end
  for (let at = text.indexOf('\n'); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) {
    if (lines === PREVIEW_LINES) shownEnd = at
    lines += 1
  }
  return { lines, start: text.slice(0, shownEnd) }
}

function shortened(text: string): string {
  if (text.length <= PREVIEW_LENGTH) return text
  const cut = text.slice(0, PREVIEW_LENGTH)
  const lineEnd = cut.lastIndexOf('\n')
  return lineEnd > 0 ? cut.slice(0, lineEnd) : cut.replace(/[\uD800-\uDBFF]$/, '')
}
