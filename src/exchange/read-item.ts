import * as v from 'valibot'
import type { SetFlaw } from '../domain/decode-problem.ts'
import { placeOf } from '../domain/json-guard.ts'
import { fail, succeed, type Result } from '../domain/result.ts'
import { damageOf } from '../domain/schema-damage.ts'
import type { SkippedItem } from './foreign.ts'

/** Reads one item of another tool's file. What a schema does not name is not looked at; what does not fit is told with its place. */
export function readItem<Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
  place: string,
): Result<v.InferOutput<Schema>, SkippedItem> {
  const parsed = v.safeParse(schema, value, { abortEarly: true })
  if (parsed.success) return succeed(parsed.output)
  const { path, flaw } = damageOf(parsed.issues[0])
  return fail(malformed(within(place, placeOf(path)), expectationOf(flaw)))
}

/** Says what should be at a place, as the end of "this …". */
export function malformed(place: string, expected: string): SkippedItem {
  return { place, reason: { kind: 'malformed', expected } }
}

/** Texts of strangers: half of a character has no UTF-8, so nothing could be written or hashed that holds one. */
export const TextSchema = v.pipe(
  v.string(),
  v.check(text => text.isWellFormed(), 'must hold whole characters'),
)

function within(place: string, path: string): string {
  if (path === '') return place
  return path.startsWith('[') ? `${place}${path}` : `${place}.${path}`
}

function expectationOf(flaw: SetFlaw): string {
  return flaw.kind === 'unexpected' ? flaw.expected : 'must be there'
}
