import type { ArticleContent } from '../domain/article-content.ts'
import type { IntakeProblem } from '../domain/intake-problem.ts'
import { findUnsafeJson } from '../domain/json-guard.ts'
import { MAX_TEXT_LENGTH } from './parse-plain-text.ts'

/** Why a content whose text is `text` can be no article: it says nothing, is too long, or nested too deeply; else `null`. */
export function whyNoArticle(content: ArticleContent, text: string): IntakeProblem | null {
  if (text.trim() === '') return { kind: 'empty' }
  if (text.length > MAX_TEXT_LENGTH) return { kind: 'too-long', limit: MAX_TEXT_LENGTH }
  return findUnsafeJson(content, LEVELS_ABOVE)?.flaw.kind === 'too-deep' ? { kind: 'too-deep' } : null
}

// An annotation set and a backup hold a content within rows and lists, and refuse what is nested deeper than they read.
const LEVELS_ABOVE = 10
