import * as v from 'valibot'
import { DateTextSchema } from '../domain/annotation.ts'
import { isWebAddress } from '../domain/article-content.ts'
import type { ArticleDetails } from '../domain/article.ts'
import { words } from '../wording/words.ts'

/** What is wrong with details as they were typed, in one sentence for each; none for what can stand. */
export function problemsIn(details: ArticleDetails): Partial<Record<keyof ArticleDetails, string>> {
  const { sourceUrl, published, modified } = details
  const source = sourceUrl.trim()
  return {
    ...(source !== '' && !isWebAddress(source) && { sourceUrl: words.details.sourceProblem }),
    ...(!v.is(DateTextSchema, published) && { published: words.details.dateProblem }),
    ...(!v.is(DateTextSchema, modified) && { modified: words.details.dateProblem }),
  }
}
