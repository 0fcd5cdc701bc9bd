import purify, { type Config } from 'dompurify'
import { quietMarkup } from './quiet-markup.ts'

/**
 * The body of a page or a fragment with nothing in it that acts, names, styles or loads: only elements and attributes that
 * an article's layout can be read from. It belongs to a document of its own that is never shown.
 */
export function sanitiseFragment(markup: string | Node): HTMLElement {
  return purify.sanitize(typeof markup === 'string' ? quietMarkup(markup) : markup, {
    ...ARTICLE_MARKUP,
    RETURN_DOM: true,
  }) as HTMLElement
}

/**
 * A whole page likewise, but with what tells its main text from the rest: classes and roles. Returns the root element of
 * an inert document.
 */
export function sanitisePage(markup: string): HTMLElement {
  return purify.sanitize(quietMarkup(markup), { ...PAGE_MARKUP, RETURN_DOM: true, WHOLE_DOCUMENT: true }) as HTMLElement
}

const WRITTEN = ['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'pre', 'br', 'hr', 'ul', 'ol', 'menu', 'li']
const TABULAR = ['table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td', 'dl', 'dt', 'dd']
const MARKED = [
  'a',
  'b',
  'strong',
  'i',
  'em',
  'cite',
  'q',
  'sub',
  'sup',
  'span',
  'code',
  'abbr',
  'time',
  'small',
  'mark',
]
const CHANGED = ['u', 's', 'del', 'ins', 'font', 'bdi', 'bdo', 'ruby', 'rb', 'tt', 'var', 'kbd', 'samp', 'dfn', 'wbr']
const BOXES = ['div', 'article', 'section', 'main', 'header', 'footer', 'aside', 'nav', 'address', 'center', 'hgroup']
const PICTURED = ['figure', 'figcaption', 'img', 'picture', 'details', 'summary']

const ARTICLE_MARKUP: Config = {
  ALLOWED_TAGS: [...WRITTEN, ...TABULAR, ...MARKED, ...CHANGED, ...BOXES, ...PICTURED],
  // An image keeps its words and loses its address, so nothing can ask for it. Styles are read for what is bold or hidden.
  ALLOWED_ATTR: ['href', 'colspan', 'rowspan', 'alt', 'hidden', 'aria-hidden', 'role', 'data-style', 'class'],
  ALLOW_DATA_ATTR: false,
  ADD_URI_SAFE_ATTR: ['data-style'], // "color: red" looks like an address
  ALLOW_ARIA_ATTR: false,
  // What a form shows is no part of an article, and what an object falls back to is neither.
  ADD_FORBID_CONTENTS: ['button', 'select', 'textarea', 'datalist', 'object', 'applet', 'canvas', 'map', 'rp', 'rt'],
}

const PAGE_MARKUP: Config = {
  ...ARTICLE_MARKUP,
  ALLOWED_TAGS: [...(ARTICLE_MARKUP.ALLOWED_TAGS as string[]), 'html', 'head', 'body'],
  ALLOWED_ATTR: [...(ARTICLE_MARKUP.ALLOWED_ATTR as string[]), 'id', 'itemprop', 'rel', 'lang', 'dir'],
}
