import * as v from 'valibot'
import { TimestampSchema, UuidSchema } from './identifiers.ts'

const CountSchema = v.pipe(v.number(), v.integer(), v.minValue(0))

/**
 * One reviewer's work on one article. `activeMs` counts milliseconds in which the page was visible and in use.
 * `work` says which versions were written in it: those of `device` from `first` to `last`.
 */
export const SessionContentSchema = v.strictObject({
  started: TimestampSchema,
  lastActive: TimestampSchema,
  activeMs: CountSchema,
  tagged: v.strictObject({ verified: CountSchema, disputed: CountSchema, unverified: CountSchema }),
  changed: CountSchema,
  removed: CountSchema,
  marked: CountSchema,
  work: v.strictObject({ device: UuidSchema, first: CountSchema, last: CountSchema }),
})

export type SessionContent = Readonly<v.InferOutput<typeof SessionContentSchema>>
