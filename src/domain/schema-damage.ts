import type * as v from 'valibot'
import type { SetFlaw } from './decode-problem.ts'
import type { Damage } from './json-guard.ts'

/** What a schema found wrong, and where, without the library's words. */
export function damageOf(issue: v.BaseIssue<unknown>): Damage {
  const path = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)))
  return { path, flaw: flawOf(issue) }
}

function flawOf({ message, expected, received }: v.BaseIssue<unknown>): SetFlaw {
  if (received === 'undefined') return { kind: 'missing' }
  if (expected === 'never') return { kind: 'unknown-field' }
  // The schemas word their own rules ("must be a UUID in lowercase"); the library's messages begin with "Invalid".
  const worded = !message.startsWith('Invalid')
  return { kind: 'unexpected', expected: worded ? message : `must be ${expected ?? 'something else'}` }
}
