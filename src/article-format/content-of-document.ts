import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import * as v from 'valibot'
import { ArticleContentSchema, type ArticleContent } from '../domain/article-content.ts'

/** What is written in an editor's document, as an article's content. Throws on what the schema of articles forbids. */
export function contentOfDocument(document: ProseMirrorNode): ArticleContent {
  return v.parse(ArticleContentSchema, document.toJSON())
}
