import { findUnsafeJson, MAX_JSON_DEPTH, type Damage } from '../../domain/json-guard.ts'
import { fail, succeed, type Result } from '../../domain/result.ts'
import type { RowFlaw } from '../../domain/backup.ts'
import { isDeeperThan } from './json-depth.ts'

/** A line as JSON, or what is wrong with it: it is none, or holds what no schema shall ever meet. */
export function parsedJson(
  line: Uint8Array,
): Result<unknown, { readonly path: Damage['path']; readonly flaw: RowFlaw }> {
  // A parser keeps a note of every bracket that it has not seen closed.
  if (line.length > LONG_LINE && isDeeperThan(MAX_JSON_DEPTH, line)) {
    return fail({ path: [], flaw: { kind: 'too-deep', limit: MAX_JSON_DEPTH } })
  }
  try {
    const json: unknown = JSON.parse(decoder.decode(line))
    const unsafe = findUnsafeJson(json)
    return unsafe ? fail(unsafe) : succeed(json)
  } catch {
    return fail({ path: [], flaw: { kind: 'not-json' } }) // Every engine words it differently.
  }
}

const LONG_LINE = 100_000 // bytes; whatever nests in less is no burden
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
