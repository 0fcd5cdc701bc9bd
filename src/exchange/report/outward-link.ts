import { isSafeLink } from '../../domain/article-content.ts'
import { markup, type Markup, type Piece } from './markup.ts'

/** A link to the web or to a mail address that says nothing of where it was followed; only the words where it is neither. */
export function outwardLink(address: string, words: Piece): Markup {
  if (!isSafeLink(address)) return markup`${words}`
  return markup`<a href="${new URL(address).href}" rel="noopener noreferrer" referrerpolicy="no-referrer">${words}</a>`
}

/** An address that shows where it leads: on paper it cannot be followed. */
export function shownAddress(address: string): Markup {
  const words = markup`<bdi class="address">${address.trim()}</bdi>`
  return outwardLink(address, words)
}
