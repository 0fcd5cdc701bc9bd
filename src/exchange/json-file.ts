import type { DecodeProblem } from '../domain/decode-problem.ts'
import { fail, succeed, type Result } from '../domain/result.ts'
import type { Incoming } from './incoming.ts'
import { MAX_SET_LENGTH } from './w3c-set.ts'

/** Whether what came is one file of JSON that is told by this. */
export function isJsonFile({ files: [file, ...others] }: Incoming, tells: (json: unknown) => boolean): boolean {
  return others.length === 0 && file !== undefined && tells(file.json)
}

/** The JSON of the only file; fails where it is too large, no JSON, or not told by this. */
export function jsonOf({ files: [file] }: Incoming, tells: (json: unknown) => boolean): Result<unknown, DecodeProblem> {
  if ((file?.text?.length ?? 0) > MAX_SET_LENGTH) return fail({ kind: 'too-large', limit: MAX_SET_LENGTH })
  if (file?.json === undefined) return fail({ kind: 'not-json' })
  return tells(file.json) ? succeed(file.json) : fail({ kind: 'not-annotation-set' })
}
