import type { ArticleContent } from '../domain/article-content.ts'
import type { ArticleFormat } from '../domain/intake-problem.ts'
import type { CapturedText } from '../domain/original.ts'

/** An article as it came in, for a person to look over and mend before the review begins. It is stored nowhere yet. */
export interface ArticleDraft {
  readonly format: ArticleFormat
  readonly content: ArticleContent
  readonly about: DraftDetails
  /** All words that the file or the paste held, before anything was left out or mended. */
  readonly original: CapturedText
  readonly notes: readonly IntakeNote[]
}

/** What a file says of its article. What it does not say is an empty string, except for the language, which is then a guess. */
export interface DraftDetails {
  /** The first heading of the content, else its first words. */
  readonly title: string
  readonly author: string
  readonly publisher: string
  /** A web address; the canonical one where the page names one. */
  readonly sourceUrl: string
  /** A day, a month or a year, as `2026-11-19`. */
  readonly published: string
  readonly modified: string
  /** A language tag (BCP 47). */
  readonly language: string
}

/** What a person should know of how the article was read. */
export type IntakeNote =
  /** Pictures of which only the words that describe them are kept. */
  | { readonly kind: 'pictures'; readonly count: number }
  /** No main text stood out in the page, so all of it was taken. */
  | { readonly kind: 'whole-page' }
  /** Pages without letters, among others that have some. */
  | { readonly kind: 'pages-without-text'; readonly count: number }
