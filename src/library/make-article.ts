import * as v from 'valibot'
import { DateTextSchema } from '../domain/annotation.ts'
import type { ArticleContent } from '../domain/article-content.ts'
import { articleText } from '../domain/article-text.ts'
import type { IntakeProblem } from '../domain/intake-problem.ts'
import { fail, succeed, type Result } from '../domain/result.ts'
import { createArticle } from '../intake/create-article.ts'
import { detectLanguage } from '../intake/detect-language.ts'
import { finishContent } from '../intake/finish-content.ts'
import type { IncomingArticle } from '../store/review-state.ts'
import { contentOf, type Details, type Work } from './desk.ts'
import { isSourceAddress } from './source-host.ts'

/** Which of the details cannot be what they are meant to be. */
export interface WrongDetails {
  readonly sourceUrl: boolean
  readonly published: boolean
  readonly modified: boolean
}

/** Why a work on the desk is no article yet: its text, or what was filled in beside it. */
export type MakingProblem =
  | { readonly kind: 'text'; readonly problem: IntakeProblem }
  | { readonly kind: 'details'; readonly wrong: WrongDetails }

/** Finds what is wrong with the details. */
export function wrongDetails({ sourceUrl, published, modified }: Details): WrongDetails {
  return {
    sourceUrl: !isSourceAddress(sourceUrl.trim()),
    published: !v.is(DateTextSchema, published.trim()),
    modified: !v.is(DateTextSchema, modified.trim()),
  }
}

/** What is written, as an article's content; why it is none. */
export function finishedContent(work: Work): Result<ArticleContent, IntakeProblem> {
  const content = contentOf(work)
  return content ? finishContent(content) : fail({ kind: 'empty' })
}

/** What tells a work's language. */
export interface LanguageSource {
  readonly details: Pick<Details, 'language'>
  readonly source: Pick<NonNullable<Work['source']>, 'format' | 'language'> | null
}

/** The language of a work: the chosen one, else the one that its file says, else what the text suggests. */
export function languageOfWork({ details, source }: LanguageSource, text: string): string {
  if (details.language !== null) return details.language
  return source !== null && source.format !== 'text' ? source.language : detectLanguage(text)
}

/** The article and first revision of a work; `now` is when it was taken in, unless its file or paste says. */
export function makeArticle(work: Work, now: string): Result<IncomingArticle, MakingProblem> {
  const wrong = wrongDetails(work.details)
  if (Object.values(wrong).includes(true)) return fail({ kind: 'details', wrong })
  const content = finishedContent(work)
  if (!content.ok) return fail({ kind: 'text', problem: content.problem })
  const { details, source } = work
  return succeed({
    ...createArticle(content.value, {
      origin: source?.fileName == null ? 'pasted' : 'file',
      author: details.author,
      publisher: details.publisher,
      modified: details.modified.trim(),
      sourceUrl: details.sourceUrl.trim(),
      published: details.published.trim(),
      language: languageOfWork(work, articleText(content.value)),
      captured: source?.original.captured ?? now,
    }),
    ...(source && { original: source.original }),
  })
}
