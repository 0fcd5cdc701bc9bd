import type { ArticleContent } from '../domain/article-content.ts'
import { articleText } from '../domain/article-text.ts'
import type { IntakeProblem } from '../domain/intake-problem.ts'
import { fail, succeed, type Result } from '../domain/result.ts'
import { tidyContent } from './html/tidy-content.ts'
import { whyNoArticle } from './why-no-article.ts'

/** What a person wrote or mended, as an article's content: without what only spaced it out, within the limits of an article. */
export function finishContent(written: ArticleContent): Result<ArticleContent, IntakeProblem> {
  const content = tidyContent(written)
  if (content === null) return fail({ kind: 'empty' })
  const problem = whyNoArticle(content, articleText(content))
  return problem ? fail(problem) : succeed(content)
}
