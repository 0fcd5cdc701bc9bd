import { DOMParser as DocumentReader } from '@tiptap/pm/model'
import type { ArticleContent } from '../domain/article-content.ts'
import { ARTICLE_SCHEMA } from './article-schema.ts'
import { contentOfDocument } from './content-of-document.ts'

/**
 * What the editor's document makes of an element: headings, paragraphs, lists, quotations, tables, links, and no other
 * thing. `null` where the schema cannot hold it. The element must have been sanitised: here names are read, not judged.
 */
export function contentOfElement(element: Element): ArticleContent | null {
  try {
    const document = DocumentReader.fromSchema(ARTICLE_SCHEMA).parse(element)
    document.check()
    return contentOfDocument(document)
  } catch {
    return null // Both schemas throw on what they forbid.
  }
}
