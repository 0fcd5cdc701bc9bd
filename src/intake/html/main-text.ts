import { isProbablyReaderable, Readability } from '@mozilla/readability'
import { webAddress } from './detail-values.ts'

/** What stands out in a page: its main text, and who signed it where the page shows that beside the text. */
export interface MainText {
  readonly element: Element
  readonly byline: string
}

/**
 * The main text of a sanitised page without menus, notices and other boilerplate (Mozilla's Readability); `null` when
 * nothing stands out. Changes the page.
 */
export function findMainText(root: HTMLElement): MainText | null {
  try {
    if (!isProbablyReaderable(root.ownerDocument)) return null
    const page = new Readability<Element>(root.ownerDocument, {
      disableJSONLD: true, // There are no scripts left: they were read before.
      keepClasses: true,
      serializer: node => node as Element,
    }).parse()
    return page?.content ? { element: page.content, byline: page.byline ?? '' } : null
  } catch {
    return null // Made for pages of the web, and met with anything here.
  }
}

/**
 * Links of a page that was saved lead where they led in its place, not to an address of this program's. What leads
 * nowhere is no link. `place` is an empty string where the page does not say its address.
 */
export function placeLinks(root: HTMLElement, place: string): void {
  for (const link of root.querySelectorAll('a[href]')) {
    const written = link.getAttribute('href')!.trim()
    const address = /^mailto:/i.test(written) ? written : webAddress(written, place)
    if (address === null || written.startsWith('#')) link.removeAttribute('href')
    else link.setAttribute('href', address)
  }
}
