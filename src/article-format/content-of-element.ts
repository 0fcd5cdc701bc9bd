import { DOMParser as DocumentReader } from '@tiptap/pm/model'
import * as v from 'valibot'
import { ArticleContentSchema, type ArticleContent } from '../domain/article-content.ts'
import { ARTICLE_SCHEMA } from './article-schema.ts'

/**
 * What the editor's document makes of an element: headings, paragraphs, lists, quotations, tables, links, and no other
 * thing. `null` where the schema cannot hold it. The element must have been sanitised: here names are read, not judged.
 */
export function contentOfElement(element: Element): ArticleContent | null {
  try {
    const document = DocumentReader.fromSchema(ARTICLE_SCHEMA).parse(element)
    document.check()
    const content = v.safeParse(ArticleContentSchema, document.toJSON())
    return content.success ? content.output : null
  } catch {
    return null // The schema throws on what it forbids.
  }
}
