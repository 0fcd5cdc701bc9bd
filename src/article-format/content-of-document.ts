import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import * as v from 'valibot'
import { ArticleContentSchema, type ArticleContent } from '../domain/article-content.ts'

/** What is written in an editor's document, as an article's content. Throws on what the schema of articles forbids. */
export function contentOfDocument(document: ProseMirrorNode): ArticleContent {
  return v.parse(ArticleContentSchema, withPlainBreaks(document.toJSON() as DocumentJson))
}

interface DocumentJson {
  readonly type: string
  readonly content?: readonly DocumentJson[]
}

// Words that are bold across a line's end make its break bold too, which says nothing.
function withPlainBreaks(json: DocumentJson): DocumentJson {
  if (json.type === 'hardBreak') return { type: 'hardBreak' }
  return json.content ? { ...json, content: json.content.map(withPlainBreaks) } : json
}
