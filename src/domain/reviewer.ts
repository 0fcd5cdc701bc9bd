import * as v from 'valibot'
import { canonicalJson } from './canonical-json.ts'
import { UuidSchema } from './identifiers.ts'

/** Colours a reviewer can choose; all reach 4.5:1 under white text. */
export const REVIEWER_COLOURS = ['#2b4c7e', '#7a3e8c', '#8a4b14', '#1f6a4d', '#9b2c4d', '#4a5a2a'] as const

/** Who made an annotation. Only the reviewer's own devices change it, each time with a higher `edition`. */
export const ReviewerSchema = v.strictObject({
  id: UuidSchema,
  edition: v.pipe(v.number(), v.integer(), v.minValue(1)),
  name: v.pipe(v.string(), v.maxLength(200)),
  colour: v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/, 'must be a colour such as #2b4c7e')),
})

export type Reviewer = Readonly<v.InferOutput<typeof ReviewerSchema>>

/** Of two states of the same reviewer the later edition; of equal editions the same one on every device. */
export function laterReviewer(a: Reviewer, b: Reviewer): Reviewer {
  if (a.edition !== b.edition) return a.edition > b.edition ? a : b
  return canonicalJson(a) <= canonicalJson(b) ? a : b
}

/** Up to two letters that stand for a name; a dot for none. */
export function initialsOf(name: string): string {
  const parts = name.trim().split(/\s+/u).filter(Boolean)
  const letters = [parts[0], parts.length > 1 ? parts.at(-1) : undefined].map(part => [...(part ?? '')][0] ?? '')
  return letters.join('').toUpperCase() || '·'
}
