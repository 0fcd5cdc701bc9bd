import type { Reader } from '../reader.ts'
import { decodeHtml } from './decode-html.ts'
import { readPage } from './read-page.ts'

/** Reads a page in one file of HTML, such as one that a browser or SingleFile has saved. */
export const readHtml: Reader = async (file, pace) => {
  const markup = decodeHtml(file.bytes)
  return markup.ok ? readPage(markup.value, '', pace) : markup
}
