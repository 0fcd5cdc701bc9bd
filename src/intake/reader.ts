import type { ArticleContent } from '../domain/article-content.ts'
import type { IntakeProblem } from '../domain/intake-problem.ts'
import type { Result } from '../domain/result.ts'
import type { DraftDetails, IntakeNote } from './article-draft.ts'

/** A file in memory. Its name is a hint and proves nothing. */
export interface SourceFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** What a reader found in a file: the article, what the file says of it, and all the words that were there. */
export interface FoundArticle {
  readonly content: ArticleContent
  readonly about: Partial<DraftDetails>
  readonly original: string
  readonly notes: readonly IntakeNote[]
}

/** How far a reader is, and whether it should go on. */
export interface ReadingPace {
  /** Lets the page answer to the person, and throws an `AbortError` once they have cancelled. `share` is what is done, 0 to 1. */
  pause(share: number): Promise<void>
  /** Aborts when the person cancels. */
  readonly signal: AbortSignal
}

/**
 * Turns one kind of file into an article. What can be expected to be wrong with a file is a problem; anything that is
 * thrown counts as a broken file.
 */
export type Reader = (file: SourceFile, pace: ReadingPace) => Promise<Result<FoundArticle, IntakeProblem>>
