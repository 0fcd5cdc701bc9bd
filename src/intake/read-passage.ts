import type { ArticleContent, ContentNode } from '../domain/article-content.ts'
import type { IntakeProblem } from '../domain/intake-problem.ts'
import { fail, succeed, type Result } from '../domain/result.ts'
import { MAX_TEXT_LENGTH, parsePlainText } from './parse-plain-text.ts'
import type { Pasted } from './read-paste.ts'

/**
 * Reads what is pasted into a text that has words already: it brings no title of its own. A few words in one line keep the
 * white space around them.
 */
export async function readPassage({ html, text }: Pasted): Promise<Result<ArticleContent, IntakeProblem>> {
  if (html.trim() === '') return plainPassage(text)
  const found = (await import('./html/read-fragment.ts')).readFragment(html)
  if (!found.ok) return found
  const { content } = found.value
  const [only, ...others] = content.content
  const isLine = only?.type === 'paragraph' && others.length === 0 && isOneLine(text)
  return succeed(isLine ? { type: 'doc', content: [spacedAs(text, only)] } : content)
}

function plainPassage(text: string): Result<ArticleContent, IntakeProblem> {
  if (text !== '' && isOneLine(text) && !text.includes('\0') && text.length <= MAX_TEXT_LENGTH)
    return succeed({ type: 'doc', content: [paragraphOf(text.toWellFormed())] })
  const parsed = parsePlainText(text)
  if (!parsed.ok) return parsed
  const [title, ...blocks] = parsed.value.content
  if (title?.type !== 'heading') return fail({ kind: 'empty' })
  return succeed({ type: 'doc', content: [{ type: 'paragraph', content: title.content }, ...blocks] })
}

function isOneLine(text: string): boolean {
  return !/[\r\n]/.test(text)
}

function paragraphOf(text: string): ContentNode {
  return { type: 'paragraph', content: [{ type: 'text', text }] }
}

type Line = Extract<ContentNode, { type: 'paragraph' }>

/** The paragraph with the white space at its ends that the plain words have. */
function spacedAs(text: string, { type, content = [] }: Line): Line {
  const [before = ''] = /^\s*/u.exec(text) ?? []
  const [after = ''] = /\s*$/u.exec(text) ?? []
  const space = (words: string) => (words === '' ? [] : [{ type: 'text' as const, text: words }])
  return { type, content: [...space(before), ...content, ...space(after)] }
}
