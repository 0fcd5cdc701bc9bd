import type { ArticleContent } from '../domain/article-content.ts'
import { articleText, textBlocks, textHash } from '../domain/article-text.ts'
import { nameInOneLine, UNKNOWN_DETAILS, type Article, type Revision } from '../domain/article.ts'

/** What is known of an article beside its text. */
export type ArticleSource = Pick<Article, 'origin' | 'sourceUrl' | 'published' | 'language' | 'captured'> &
  Partial<Pick<Article, keyof typeof UNKNOWN_DETAILS>>

/**
 * A new article and its first revision, both named by the text's hash, so equal texts are the same article everywhere.
 * Its title is its first heading, else the first words it has, in one line.
 */
export function createArticle(content: ArticleContent, about: ArticleSource): { article: Article; revision: Revision } {
  const hash = textHash(articleText(content))
  return {
    article: { id: hash, edition: 1, title: titleOf(content), ...UNKNOWN_DETAILS, ...about, ...namesOf(about) },
    revision: { hash, article: hash, parent: null, content },
  }
}

function namesOf({ author = '', publisher = '' }: ArticleSource): Pick<Article, 'author' | 'publisher'> {
  return { author: nameInOneLine(author), publisher: nameInOneLine(publisher) }
}

/** The first heading that says something, else the first words, in one line; an empty string where nothing is written. */
export function titleOf(content: ArticleContent): string {
  const written = textBlocks(content).filter(block => block.text.trim() !== '')
  const titled = written.find(block => block.kind === 'heading') ?? written[0]
  return titled?.text.replace(/\s+/g, ' ').trim() ?? ''
}
