import type { IntakeProblem } from '../domain/intake-problem.ts'
import { fail, succeed, type Result } from '../domain/result.ts'
import type { ArticleDraft } from '../intake/article-draft.ts'
import type { Incoming } from '../intake/read-file.ts'
import { describeIntakeProblem } from '../wording/intake-problems.ts'
import { pageWords } from '../wording/page-words.ts'

/** What a file chooser shows first; what a file holds is told by its contents. */
export const ACCEPTED_FILES = '.txt,.md,.markdown,.html,.htm,.xhtml,.mhtml,.mht,.docx,.pdf,text/plain'

/** The article in a file that was read, or one sentence that says why there is none. */
export function articleIn(read: Result<Incoming, IntakeProblem>): Result<ArticleDraft, string> {
  if (!read.ok) return fail(describeIntakeProblem(read.problem))
  return read.value.kind === 'article'
    ? succeed(read.value.draft)
    : fail(pageWords.library.notAnArticle[read.value.kind])
}
