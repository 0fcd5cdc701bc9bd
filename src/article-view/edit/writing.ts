import { contentOfDocument } from '../../article-format/content-of-document.ts'
import type { ArticleContent } from '../../domain/article-content.ts'
import type { Run } from '../../domain/text-edits.ts'
import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import type { EditorState } from '@tiptap/pm/state'
import { keptRuns } from './kept-words.ts'

/** What is written in an editor at one moment. */
export interface Writing {
  /** About its length in UTF-16 units, known at once. */
  readonly size: number
  /** Whether nothing is written. */
  readonly isBlank: boolean
  /** The content, worked out when it is first asked for: a long one takes a moment, which must not come between two keys. */
  read(): ArticleContent
  /** The words of the text with which the editor began that are still there. */
  kept(): readonly Run[]
}

/** What is written in an editor now. */
export function writingOf(state: EditorState): Writing {
  const { doc: document } = state
  let content: ArticleContent | null = null
  return {
    size: document.content.size,
    isBlank: isBlank(document),
    read: () => (content ??= contentOfDocument(document)),
    kept: () => keptRuns(state),
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
