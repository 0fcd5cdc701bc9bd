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
    const isDense = isOfDenseScript(root.textContent.slice(0, SAMPLE))
    if (!isProbablyReaderable(root.ownerDocument, isDense ? DENSE : {})) return null
    const page = new Readability<Element>(root.ownerDocument, {
      disableJSONLD: true, // There are no scripts left: they were read before.
      keepClasses: true,
      ...(isDense && { charThreshold: DENSE.charThreshold }),
      serializer: node => node as Element,
    }).parse()
    return page?.content ? { element: page.content, byline: page.byline ?? '' } : null
  } catch {
    return null // Made for pages of the web, and met with anything here.
  }
}

// Chinese, Japanese and Korean say in one character what takes three letters; what counts as much text does so there, too.
const DENSE = { minContentLength: 45, minScore: 12, charThreshold: 160 }
const SAMPLE = 20_000 // UTF-16 units; enough to tell a script

function isOfDenseScript(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const dense = text.match(/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]/gu)?.length ?? 0
  return dense > letters / 3
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
