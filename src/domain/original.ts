import * as v from 'valibot'
import { HashSchema, TimestampSchema } from './identifiers.ts'

/** UTF-16 units of an original text; whoever takes texts in takes no longer ones. */
export const MAX_ORIGINAL_LENGTH = 2_000_000

/**
 * All words that a file or a paste held when a revision was made of it, before anything was left out or mended. Kept on this
 * device and in its backups, never in what leaves it: what a person cut away is nobody else's.
 */
export const OriginalSchema = v.strictObject({
  article: HashSchema,
  revision: HashSchema,
  hash: HashSchema,
  text: v.pipe(v.string(), v.maxLength(MAX_ORIGINAL_LENGTH, `must have at most ${MAX_ORIGINAL_LENGTH} characters`)),
  captured: TimestampSchema,
})

export type Original = Readonly<v.InferOutput<typeof OriginalSchema>>

/** A text as it came in; `hash` is SHA-256 of it. Of which revision it is the original is not known yet. */
export type CapturedText = Pick<Original, 'text' | 'hash' | 'captured'>

/** Of two captures of the same text for the same revision the earlier one. */
export function earlierOriginal(a: Original, b: Original): Original {
  return a.captured <= b.captured ? a : b
}

/** Equal for captures of the same text for the same revision. */
export function originalKey({ article, revision, hash }: Original): string {
  return `${article} ${revision} ${hash}`
}
