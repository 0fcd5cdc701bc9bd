import type { Evidence } from '../../domain/annotation.ts'
import { isSafeLink } from '../../domain/article-content.ts'
import { REPORT_WORDS as words } from '../../wording/report-words.ts'
import { joined, markup, type Markup, type Piece } from './markup.ts'
import { dateMarkup } from './moments.ts'
import { outwardLink } from './outward-link.ts'

/** What is known of a source, in one line. */
export function sourceLine(source: Evidence, links: 'with links' | 'without links'): Markup {
  const { url, title, publisher, published, accessed, archivedUrl } = source
  const name = markup`<bdi>${title.trim() || words.unnamedSource}</bdi>`
  return joined(
    [
      links === 'with links' ? outwardLink(url, name) : name,
      publisher.trim() !== '' && markup`<bdi>${publisher.trim()}</bdi>`,
      published !== '' && markup`${words.publishedOn} ${dateMarkup(published)}`,
      accessed !== '' && markup`${words.accessedOn} ${dateMarkup(accessed)}`,
      archivedCopy(archivedUrl),
    ],
    ', ',
  )
}

function archivedCopy(address: string): Piece {
  if (address.trim() === '') return null
  return isSafeLink(address)
    ? outwardLink(address, words.archive)
    : markup`${words.archive}: <bdi>${address.trim()}</bdi>`
}
