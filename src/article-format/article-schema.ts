import { getSchema } from '@tiptap/core'
import { Mark, type Node as ProseMirrorNode } from '@tiptap/pm/model'
import type {
  ArticleContent,
  ContentNode,
  Inline,
  ListItem,
  TableCell,
  TableRow,
  TextMark,
} from '../domain/article-content.ts'
import { ARTICLE_EXTENSIONS } from './extensions.ts'

/** The document schema of `ARTICLE_EXTENSIONS`, for use without an editor. */
export const ARTICLE_SCHEMA = getSchema(ARTICLE_EXTENSIONS)

/**
 * The editor's document of a content. Marks come in the schema's order, once each, whatever order the content has.
 * Throws on what the schema forbids: content was checked when it came in.
 */
export function documentOf(content: ArticleContent): ProseMirrorNode {
  const document = nodeOf(content)
  document.check()
  return document
}

type AnyNode = ArticleContent | ContentNode | ListItem | TableRow | TableCell | Inline

function nodeOf(node: AnyNode): ProseMirrorNode {
  if (node.type === 'text') return ARTICLE_SCHEMA.text(node.text, marksOf(node.marks))
  const attributes = 'attrs' in node ? node.attrs : null
  const children = 'content' in node ? (node.content ?? []).map(nodeOf) : []
  return ARTICLE_SCHEMA.node(node.type, attributes, children)
}

function marksOf(marks: readonly TextMark[] = []): readonly Mark[] {
  return marks.reduce<readonly Mark[]>(
    (set, mark) => ARTICLE_SCHEMA.mark(mark.type, 'attrs' in mark ? mark.attrs : null).addToSet(set),
    Mark.none,
  )
}
