import { quietMarkup } from './quiet-markup.ts'

/**
 * The document that a page's markup makes, inert: it runs, shows and loads nothing. Not sanitised, so that its meta tags
 * can be read; its elements may bear names that hide the methods of the document, so it is searched with `elementsIn` only.
 */
export function parsePage(markup: string): Document {
  return new DOMParser().parseFromString(quietMarkup(markup), 'text/html')
}

/** The elements that match, in document order, whatever the page has given names to. */
export function elementsIn(page: Document, selector: string): Element[] {
  // oxlint-disable-next-line typescript/no-deprecated -- only for names of obsolete elements
  return [...Document.prototype.querySelectorAll.call(page, selector)]
}

/** An attribute of an element, whatever names are in it; an empty string where there is none. */
export function attributeOf(element: Element | undefined, name: string): string {
  return element ? (Element.prototype.getAttribute.call(element, name) ?? '') : ''
}

/** Words of JSON in which a page wrote signs as its markup does (`&amp;`), as they are meant. */
export function wordsOf(text: string): string {
  if (!ENTITY.test(text)) return text
  return new DOMParser().parseFromString(quietMarkup(text.replaceAll('<', '&lt;')), 'text/html').documentElement
    .textContent
}

const ENTITY = /&(?:#\d+|#x[\da-f]+|[a-z]\w*);/i
