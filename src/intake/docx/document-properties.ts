import type { DraftDetails } from '../article-draft.ts'
import { dateIn, languageTagIn, lineIn } from '../html/detail-values.ts'

const MAX_LENGTH = 100_000 // UTF-16 units; some hundred are usual

/**
 * What a document of Office says of itself: `docProps/core.xml`, in Dublin Core. When it was made is not when it was
 * published, and its title is often that of a template, so these stay open.
 */
export function readProperties(xml: string): Partial<DraftDetails> {
  if (xml === '' || xml.length > MAX_LENGTH) return {}
  const properties = new DOMParser().parseFromString(xml, 'text/xml')
  const said = (name: string) => properties.getElementsByTagNameNS('*', name)[0]?.textContent ?? ''
  return {
    author: lineIn([said('creator')]),
    modified: dateIn([said('modified')]),
    language: languageTagIn([said('language')]),
  }
}
