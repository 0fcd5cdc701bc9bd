import { describePictures } from './pictures.ts'
import { isWordList, listWordParagraphs } from './word-lists.ts'
import { isLayoutTable } from './layout-table.ts'

/**
 * Makes sanitised markup say by its elements what it says by other means, so that the document schema understands it:
 * bold by style, lists of Word, descriptions, tables for layout, lines of a `pre`. Takes away what is hidden.
 */
export function tidyMarkup(body: HTMLElement): void {
  removeHidden(body)
  describePictures(body)
  replaceStyles(body)
  if (isWordList(body)) listWordParagraphs(body)
  unfoldTables(body)
  // What is written above a table is no cell of it.
  for (const caption of all(body, 'table > caption')) caption.parentElement!.before(caption)
  for (const element of all(body, 'dt, dd, summary, caption, details, main, nav, hgroup, center'))
    rename(element, 'div')
  for (const element of all(body, 'li > :is(h1, h2, h3, h4, h5, h6):first-child')) rename(element, 'p')
  for (const element of all(body, 'pre')) breakLines(element)
  for (const element of all(body, 'q')) element.replaceChildren('“', ...element.childNodes, '”')
  for (const element of all(body, '[data-style], [class]')) {
    element.removeAttribute('data-style')
    element.removeAttribute('class')
  }
}

/** Takes away what a page does not show. */
export function removeHidden(body: HTMLElement): void {
  for (const element of all(body, '[hidden], [data-style]')) {
    if (element.hasAttribute('hidden') || HIDING_STYLE.test(element.getAttribute('data-style') ?? '')) element.remove()
  }
}

const HIDING_STYLE = /(^|;)\s*(display\s*:\s*none|visibility\s*:\s*hidden|mso-list\s*:\s*ignore)/i

function replaceStyles(body: HTMLElement): void {
  for (const element of all(body, '[data-style]')) {
    const style = element.getAttribute('data-style') ?? ''
    // Google Docs wraps all that is copied from it in a b that is not bold.
    if (PLAIN_WEIGHT.test(style) && /^(b|strong)$/i.test(element.tagName)) rename(element, 'span')
    else if (element.tagName === 'SPAN' && BOLD.test(style)) wrapContent(element, 'b')
    if (element.tagName === 'SPAN' && ITALIC.test(style)) wrapContent(element, 'i')
  }
}

const PLAIN_WEIGHT = /font-weight\s*:\s*(normal|[1-5]00)/i
const BOLD = /font-weight\s*:\s*(bold|[6-9]00)/i
const ITALIC = /font-style\s*:\s*italic/i

/** Cells of a table that only arranges a page are no cells. Innermost first, so that what is left may be a table of data. */
function unfoldTables(body: HTMLElement): void {
  for (const table of all(body, 'table').reverse()) {
    if (!isLayoutTable(table)) continue
    for (const part of all(table, 'tbody, thead, tfoot, tr, td, th')) rename(part, 'div')
    rename(table, 'div')
  }
}

function breakLines(element: Element): void {
  const texts = textNodesIn(element)
  for (const text of texts) {
    const lines = text.data.replace(/\n$/, '').split('\n')
    text.replaceWith(...lines.flatMap((line, index) => (index === 0 ? [line] : [newElement(element, 'br'), line])))
  }
  rename(element, 'p')
}

function textNodesIn(element: Element): Text[] {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  const texts: Text[] = []
  while (walker.nextNode()) texts.push(walker.currentNode as Text)
  return texts
}

/** The elements that match, in document order. */
function all(root: Element, selector: string): Element[] {
  return [...root.querySelectorAll(selector)]
}

function rename(element: Element, tag: string): void {
  const renamed = newElement(element, tag)
  renamed.append(...element.childNodes)
  element.replaceWith(renamed)
}

function wrapContent(element: Element, tag: string): void {
  const wrapper = newElement(element, tag)
  wrapper.append(...element.childNodes)
  element.append(wrapper)
}

function newElement(beside: Element, tag: string): HTMLElement {
  return beside.ownerDocument.createElement(tag)
}
