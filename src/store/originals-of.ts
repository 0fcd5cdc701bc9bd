import type { Revision } from '../domain/article.ts'
import type { CapturedText } from '../domain/original.ts'
import type { Changes } from '../domain/review-storage.ts'

/** What a text that was made of another one adds to a write: nothing where there was none. */
export function originalsOf(
  { article, hash }: Revision,
  captured: CapturedText | undefined,
): Pick<Changes, 'originals'> {
  return captured ? { originals: [{ article, revision: hash, ...captured }] } : {}
}
