import { contentOfElement } from '../../article-format/content-of-element.ts'
import type { ArticleContent } from '../../domain/article-content.ts'
import type { IntakeProblem } from '../../domain/intake-problem.ts'
import { fail, succeed, type Result } from '../../domain/result.ts'
import { isTooDeep } from './nesting.ts'
import { sanitiseFragment } from './sanitise-html.ts'
import { tidyContent } from './tidy-content.ts'
import { tidyMarkup } from './tidy-markup.ts'

/**
 * Markup of a stranger as an article's content. It is parsed in a document that runs and loads nothing, cut down to an
 * allow-list, and read by the article's schema: three layers, each of which would do alone.
 */
export function contentOfMarkup(markup: string | Node): Result<ArticleContent, IntakeProblem> {
  if (typeof markup === 'string' && isTooDeep(markup)) return fail({ kind: 'broken', format: 'html' })
  const body = sanitiseFragment(typeof markup === 'string' ? markup.toWellFormed() : markup)
  tidyMarkup(body)
  const read = contentOfElement(body)
  if (read === null) return fail({ kind: 'broken', format: 'html' })
  const content = tidyContent(read)
  return content === null ? fail({ kind: 'empty' }) : succeed(content)
}
