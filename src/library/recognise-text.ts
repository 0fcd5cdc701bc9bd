import type { ArticleContent } from '../domain/article-content.ts'
import { articleText, textBlocks, type TextBlock } from '../domain/article-text.ts'
import type { IntakeProblem } from '../domain/intake-problem.ts'
import { succeed, type Result } from '../domain/result.ts'
import { createArticle, type ArticleSource } from '../intake/create-article.ts'
import { parsePlainText } from '../intake/parse-plain-text.ts'
import { openArticle } from '../store/open-article.ts'
import type { IncomingArticle } from '../store/review-state.ts'

/** How a text will appear as an article. */
export interface RecognisedText {
  readonly content: ArticleContent
  readonly text: string
  readonly points: number
  readonly paragraphs: number
  /** Headings besides the title. */
  readonly headings: number
  readonly segments: number
  /** The article's id, which follows from its text. */
  readonly id: string
}

/** Reads a text as an article in this language, or says why it is none. */
export function recogniseText(text: string, language: string): Result<RecognisedText, IntakeProblem> {
  const parsed = parsePlainText(text)
  return parsed.ok ? succeed(recogniseContent(parsed.value, language)) : parsed
}

/** How a content will appear as an article in this language. */
export function recogniseContent(content: ArticleContent, language: string): RecognisedText {
  const blocks = textBlocks(content)
  const incoming = createArticle(content, { ...NO_DETAILS, language })
  return {
    content,
    text: articleText(content),
    points: countOf(blocks, 'list-item'),
    paragraphs: countOf(blocks, 'paragraph'),
    headings: Math.max(0, countOf(blocks, 'heading') - 1),
    segments: segmentCount(incoming),
    id: incoming.article.id,
  }
}

const NO_DETAILS: Omit<ArticleSource, 'language'> = { origin: 'pasted', sourceUrl: '', published: '', captured: '' }

function countOf(blocks: readonly TextBlock[], kind: TextBlock['kind']): number {
  return blocks.filter(block => block.kind === kind && block.text !== '').length
}

function segmentCount({ article, revision }: IncomingArticle): number {
  return openArticle({ article, revisions: [revision], versions: [], reviewers: [] }, revision.hash).segments.length
}
