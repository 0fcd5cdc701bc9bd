import type { DraftDetails } from '../article-draft.ts'
import { readLinkedData } from './json-ld.ts'
import { addressIn, dateIn, languageTagIn, lineIn } from './detail-values.ts'
import { attributeOf, elementsIn, wordsOf } from './raw-page.ts'

/**
 * What a page says of its article in JSON-LD, Open Graph and other meta tags, and in its elements, in this order of trust.
 * `savedFrom` is where it was saved, when the file tells; an empty string otherwise.
 */
export function readPageDetails(page: Document, savedFrom: string): DraftDetails {
  const linked = readLinkedData(elementsIn(page, LINKED_DATA).map(script => script.textContent ?? ''))
  const meta = metaTags(page)
  const said = (...names: readonly string[]) => names.map(name => meta.get(name) ?? '')
  const location = addressIn([savedFrom, noteOfBrowser(page)], '')
  return {
    title: titleOf(page, [wordsOf(linked?.headline ?? ''), ...said('og:title', 'twitter:title', 'dc.title')]),
    author: lineIn([
      wordsOf(linked?.author ?? ''),
      ...said('author', 'article:author', 'parsely-author', 'dc.creator').filter(name => !URL.canParse(name)),
      elementsIn(page, '[itemprop~="author"] [itemprop~="name"], [itemprop~="author"], a[rel~="author"]')[0]
        ?.textContent,
    ]),
    publisher: lineIn([
      wordsOf(linked?.publisher ?? ''),
      ...said('og:site_name', 'application-name', 'dc.publisher'),
      elementsIn(page, '[itemprop~="publisher"] [itemprop~="name"]')[0]?.textContent,
    ]),
    sourceUrl: addressIn(
      [
        attributeOf(elementsIn(page, 'link[rel~="canonical" i]')[0], 'href'),
        ...said('og:url'),
        linked?.url ?? '',
        location,
      ],
      location,
    ),
    published: dateIn([
      linked?.published ?? '',
      ...said(
        'article:published_time',
        'datepublished',
        'parsely-pub-date',
        'pubdate',
        'date',
        'dc.date.issued',
        'dc.date',
      ),
      timeOf(page, 'time[itemprop~="datePublished"], time[pubdate]'),
    ]),
    modified: dateIn([
      linked?.modified ?? '',
      ...said('article:modified_time', 'datemodified', 'og:updated_time', 'last-modified', 'dc.date.modified'),
      timeOf(page, 'time[itemprop~="dateModified"]'),
    ]),
    language: languageTagIn([
      attributeOf(elementsIn(page, 'html')[0], 'lang'),
      attributeOf(elementsIn(page, 'html')[0], 'xml:lang'),
      linked?.language ?? '',
      ...said('og:locale', 'content-language', 'dc.language'),
    ]),
  }
}

const LINKED_DATA = 'script[type^="application/ld+json" i]'

/** Meta tags by their name, property or the like, in small letters; of two with one name the first that says something. */
function metaTags(page: Document): ReadonlyMap<string, string> {
  const tags = new Map<string, string>()
  for (const tag of elementsIn(page, 'meta[content]')) {
    const content = attributeOf(tag, 'content').trim()
    for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
      const name = attributeOf(tag, attribute).trim().toLowerCase()
      if (name !== '' && content !== '' && !tags.has(name)) tags.set(name, content)
    }
  }
  return tags
}

/**
 * The title as the page shows it: the heading that agrees with what the page calls itself, else that name, else the only
 * heading of level 1, else the window's title.
 */
function titleOf(page: Document, names: readonly string[]): string {
  const windowTitle = lineIn([elementsIn(page, 'head > title, title')[0]?.textContent])
  const headings = elementsIn(page, 'h1')
    .map(heading => lineIn([heading.textContent]))
    .filter(heading => heading !== '')
  const called = [...names, windowTitle].map(name => lineIn([name])).filter(name => name !== '')
  const shown = headings.find(heading => called.some(name => name.includes(heading) || heading.includes(name)))
  const only = headings.length === 1 ? headings[0] : undefined
  return shown ?? lineIn([...names, only, withoutSite(windowTitle)])
}

/** A window's title without the name of the site behind it. */
function withoutSite(title: string): string {
  const [name = title] = title.split(/ [|–—·»-] /u)
  return name.length >= MEANINGFUL_TITLE ? name : title
}

const MEANINGFUL_TITLE = 12 // UTF-16 units; what is shorter is rather the site's name, or a part of the title

function timeOf(page: Document, selector: string): string {
  return attributeOf(elementsIn(page, selector)[0], 'datetime')
}

/** The address that a browser, or SingleFile, notes in a comment at the top of a page that it saves. */
function noteOfBrowser(page: Document): string {
  const comments = page.createTreeWalker(page, NodeFilter.SHOW_COMMENT)
  for (let count = 0; count < FIRST_COMMENTS && comments.nextNode(); count++) {
    const address = SAVED_FROM.exec(comments.currentNode.nodeValue ?? '')?.[1]
    if (address !== undefined) return address
  }
  return ''
}

const FIRST_COMMENTS = 20
const SAVED_FROM = /(?:saved from url=\(\d+\)|^\s*url:\s*)(https?:\/\/\S+)/im
