import type { Timestamp } from '../domain/identifiers.ts'
import type { IntakeProblem } from '../domain/intake-problem.ts'
import { succeed, type Result } from '../domain/result.ts'
import type { ArticleDraft } from './article-draft.ts'
import { finishDraft } from './finish-draft.ts'
import { parsePlainText } from './parse-plain-text.ts'
import type { FoundArticle } from './reader.ts'

/** What a clipboard or a drop holds: `html` is an empty string where there is only plain text. */
export interface Pasted {
  readonly html: string
  readonly text: string
}

/** Reads what was pasted as an article: with its headings, lists, quotations, tables and links where it has any. */
export async function readPaste(pasted: Pasted, captured: Timestamp): Promise<Result<ArticleDraft, IntakeProblem>> {
  const found = await foundIn(pasted)
  return found.ok ? finishDraft(found.value, { format: pasted.html.trim() === '' ? 'text' : 'html', captured }) : found
}

async function foundIn({ html, text }: Pasted): Promise<Result<FoundArticle, IntakeProblem>> {
  if (html.trim() !== '') return (await import('./html/read-fragment.ts')).readFragment(html)
  const parsed = parsePlainText(text)
  return parsed.ok ? succeed({ content: parsed.value, about: {}, original: text, notes: [] }) : parsed
}
