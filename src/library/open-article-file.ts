import { fail, succeed, type Result } from '../domain/result.ts'
import type { ArticleDraft } from '../intake/article-draft.ts'
import { readFile } from '../intake/read-file.ts'
import { describeIntakeProblem } from '../wording/intake-problems.ts'
import { words } from '../wording/words.ts'

/** What a file chooser shows first; what a file holds is told by its contents. */
export const ACCEPTED_FILES = '.txt,.md,.markdown,.html,.htm,.xhtml,.mhtml,.mht,.docx,.pdf,text/plain'

/** What a person sees of a file being read: how far it is, and a way to stop it. */
export interface OpeningFile {
  readonly signal: AbortSignal
  readonly onProgress: (share: number) => void
}

/** The article in a file that a person chose, or one sentence that says why there is none. */
export async function openArticleFile(file: File, opening: OpeningFile): Promise<Result<ArticleDraft, string>> {
  const read = await readFile(file, { ...opening, captured: new Date().toISOString() })
  if (!read.ok) return fail(describeIntakeProblem(read.problem))
  return read.value.kind === 'article' ? succeed(read.value.draft) : fail(words.library.notAnArticle[read.value.kind])
}
