import type { ArticleContent, Inline } from '../../domain/article-content.ts'
import { articleText, textHash } from '../../domain/article-text.ts'
import { nameInOneLine, UNKNOWN_DETAILS } from '../../domain/article.ts'
import type { Timestamp } from '../../domain/identifiers.ts'
import type { ForeignDocument } from '../foreign.ts'
import type { AdoptionTarget } from './adopt.ts'

/**
 * An article of its own from a document that brings its text: the title, if the text begins with one, then each line as a
 * paragraph. A text that Factmark has written is the same text again. `null` when it says nothing.
 */
export function articleOfText(
  document: ForeignDocument & { readonly text: string },
  about: About,
): AdoptionTarget | null {
  const lines = document.text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .filter(line => line.trim() !== '')
  const [first] = lines
  if (first === undefined) return null
  const isTitled = lines.length > 1 && first.length <= LONGEST_TITLE
  const content: ArticleContent = {
    type: 'doc',
    content: lines.map((line, index) =>
      index === 0 && isTitled
        ? ({ type: 'heading', attrs: { level: 1 }, content: inline(line) } as const)
        : ({ type: 'paragraph', content: inline(line) } as const),
    ),
  }
  const hash = textHash(articleText(content))
  return {
    article: {
      id: hash,
      edition: 1,
      // A title has to stand in the text.
      title: isTitled ? nameInOneLine(first) : firstWords(first),
      origin: 'file',
      ...UNKNOWN_DETAILS,
      sourceUrl: document.sourceUrl,
      published: '',
      language: about.language,
      captured: about.captured,
    },
    revision: { hash, article: hash, parent: null, content },
  }
}

interface About {
  /** BCP 47. */
  readonly language: string
  readonly captured: Timestamp
}

const LONGEST_TITLE = 200 // UTF-16 units; a longer first line is a paragraph

function inline(text: string): Inline[] {
  return [{ type: 'text', text }]
}

function firstWords(line: string): string {
  const words = line.replace(/\s+/gu, ' ').trim()
  if (words.length <= LONGEST_TITLE) return words
  return words
    .slice(0, words.lastIndexOf(' ', LONGEST_TITLE) + 1 || LONGEST_TITLE)
    .trim()
    .toWellFormed()
}
