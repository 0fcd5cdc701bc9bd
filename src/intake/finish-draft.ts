import { articleText, textHash } from '../domain/article-text.ts'
import type { ArticleContent, ContentNode, Heading, Paragraph } from '../domain/article-content.ts'
import type { Timestamp } from '../domain/identifiers.ts'
import type { ArticleFormat, IntakeProblem } from '../domain/intake-problem.ts'
import { MAX_ORIGINAL_LENGTH } from '../domain/original.ts'
import { fail, succeed, type Result } from '../domain/result.ts'
import type { ArticleDraft, DraftDetails } from './article-draft.ts'
import { titleOf } from './create-article.ts'
import { languageOf } from './language-of.ts'
import type { FoundArticle } from './reader.ts'
import { whyNoArticle } from './why-no-article.ts'

/** A draft of what a reader found: titled, with a language, within the limits of an article. */
export function finishDraft(
  found: FoundArticle,
  { format, captured }: { readonly format: ArticleFormat; readonly captured: Timestamp },
): Result<ArticleDraft, IntakeProblem> {
  const content = titled(found.content, found.about.title ?? '')
  const text = articleText(content)
  const problem = whyNoArticle(content, text)
  if (problem) return fail(problem)
  const original = found.original.toWellFormed()
  if (original.length > MAX_ORIGINAL_LENGTH) return fail({ kind: 'too-long', limit: MAX_ORIGINAL_LENGTH })
  return succeed({
    format,
    content,
    about: {
      ...NOTHING_KNOWN,
      ...found.about,
      title: titleOf(content),
      language: languageOf(found.about.language ?? '', text),
    },
    original: { text: original, hash: textHash(original), captured },
    notes: found.notes,
  })
}

const NOTHING_KNOWN: Omit<DraftDetails, 'language'> = {
  title: '',
  author: '',
  publisher: '',
  sourceUrl: '',
  published: '',
  modified: '',
}

/**
 * The content with its title as a heading of level 1 at its beginning. A heading near the beginning that says the same is
 * that title; without a title and without any heading, a short first paragraph is one.
 */
function titled(content: ArticleContent, title: string): ArticleContent {
  const named = evenly(title)
  const [first, ...rest] = content.content
  if (named === '') {
    const isTitled = content.content.some(node => node.type === 'heading')
    if (isTitled || first?.type !== 'paragraph' || rest.length === 0 || wordsOf(first).length > LONGEST_TITLE)
      return content
    return { type: 'doc', content: [headed(first), ...rest] }
  }
  const place = content.content.slice(0, BLOCKS_ABOVE_TITLE).findIndex(node => wordsOf(node) === named)
  const found = content.content[place]
  if (found?.type === 'heading' || found?.type === 'paragraph') {
    return { type: 'doc', content: content.content.with(place, headed(found)) }
  }
  const heading: Heading = { type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: named }] }
  return { type: 'doc', content: [heading, ...content.content] }
}

const LONGEST_TITLE = 150 // UTF-16 units; what is longer is a paragraph
const BLOCKS_ABOVE_TITLE = 4 // a section's name, a date

function headed(block: Heading | Paragraph): Heading {
  return { type: 'heading', attrs: { level: 1 }, ...(block.content && { content: block.content }) }
}

function wordsOf(node: ContentNode): string {
  return node.type === 'heading' || node.type === 'paragraph'
    ? evenly(articleText({ type: 'doc', content: [node] }))
    : ''
}

function evenly(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}
