import { contentOfDocument } from '../../article-format/content-of-document.ts'
import type { ArticleContent } from '../../domain/article-content.ts'
import type { Node as ProseMirrorNode } from '@tiptap/pm/model'

/** What is written in an editor at one moment. */
export interface Writing {
  /** About its length in UTF-16 units, known at once. */
  readonly size: number
  /** Whether nothing is written. */
  readonly isBlank: boolean
  /** The content, worked out when it is first asked for: a long one takes a moment, which must not come between two keys. */
  read(): ArticleContent
}

/** What is written in a document. */
export function writingOf(document: ProseMirrorNode): Writing {
  let content: ArticleContent | null = null
  return {
    size: document.content.size,
    isBlank: isBlank(document),
    read: () => (content ??= contentOfDocument(document)),
  }
}

/** Whether a document says nothing. */
export function isBlank(document: ProseMirrorNode): boolean {
  let isWritten = false
  document.descendants(node => {
    isWritten ||= node.isText && /\S/u.test(node.text ?? '')
    return !isWritten
  })
  return !isWritten
}
