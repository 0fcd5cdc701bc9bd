import * as v from 'valibot'
import { HashSchema, TimestampSchema } from './identifiers.ts'
import { SelectorSchema } from './selector.ts'

/** "Nothing to check": a segment that asserts nothing checkable, so that progress can end honestly. */
export const MarkContentSchema = v.strictObject({
  revision: HashSchema,
  selector: SelectorSchema,
  created: TimestampSchema,
})

export type MarkContent = Readonly<v.InferOutput<typeof MarkContentSchema>>
