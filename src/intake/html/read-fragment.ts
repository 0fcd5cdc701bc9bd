import { articleText } from '../../domain/article-text.ts'
import type { IntakeProblem } from '../../domain/intake-problem.ts'
import { fail, succeed, type Result } from '../../domain/result.ts'
import type { FoundArticle } from '../reader.ts'
import { noteOnPictures } from './pictures.ts'
import { contentOfMarkup } from './content-of-markup.ts'

/** The longest markup that is read from a clipboard, or made from another format. */
export const MAX_FRAGMENT_LENGTH = 20_000_000 // UTF-16 units; Word writes ten for each that is read

/** Reads markup that is nothing but an article: what was pasted, or what another reader has made. */
export function readFragment(markup: string): Result<FoundArticle, IntakeProblem> {
  if (markup.length > MAX_FRAGMENT_LENGTH) return fail({ kind: 'too-long', limit: MAX_FRAGMENT_LENGTH })
  const read = contentOfMarkup(markup)
  if (!read.ok) return read
  const original = articleText(read.value)
  return succeed({ content: read.value, about: {}, original, notes: noteOnPictures(original) })
}
