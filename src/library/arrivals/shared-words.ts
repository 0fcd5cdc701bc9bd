import { pageFile } from './page-file.ts'

/** What other programs say when they share something: any of it may be empty, and an address may stand in the text. */
export interface SharedWords {
  readonly title: string
  readonly text: string
  readonly url: string
}

/** What shared words come to: an article as a file, an address without any text, or nothing. */
export type WordsTaken =
  | { readonly kind: 'article'; readonly file: File }
  | { readonly kind: 'address'; readonly address: string }
  | { readonly kind: 'nothing' }

/** Makes an article of shared words. An address at the end of the text is where it is from, and no part of it. */
export function takeWords({ title, text, url }: SharedWords, unnamed: string): WordsTaken {
  const told = webAddress(url)
  const atEnd = webAddress(/(?:^|\s)(https?:\/\/\S+)\s*$/i.exec(text)?.[1] ?? '')
  const isOfText = atEnd !== '' && (told === '' || told === atEnd)
  const body = isOfText ? text.replace(/\S+\s*$/, '').trim() : text.trim()
  const address = told || atEnd
  const heading = title.replaceAll(/\s+/g, ' ').trim()
  const name = heading || unnamed
  // A title alone is how a browser shares a page: by its name and where it is.
  if (body === '' && address !== '') return { kind: 'address', address }
  if (body === '' && heading === '') return { kind: 'nothing' }
  if (address !== '') return { kind: 'article', file: pageFile({ markup: markupOf(heading, body), address, name }) }
  const all = [heading, body].filter(part => part !== '').join('\n\n')
  return { kind: 'article', file: new File([all], `${name}.txt`, { type: 'text/plain' }) }
}

function webAddress(text: string): string {
  const trimmed = text.trim()
  return /^https?:\/\//i.test(trimmed) && URL.canParse(trimmed) ? new URL(trimmed).href : ''
}

/** Words as a page, every sign of them a sign. */
function markupOf(heading: string, body: string): string {
  const paragraphs = body.split(/\n\s*\n/).map(paragraph => `<p>${escaped(paragraph).replaceAll('\n', '<br>')}</p>`)
  return `<article>${heading === '' ? '' : `<h1>${escaped(heading)}</h1>`}${paragraphs.join('')}</article>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
