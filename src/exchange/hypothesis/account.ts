import { fieldOf, textOf } from '../loose-json.ts'
import type { ForeignAuthor } from '../foreign.ts'
import { urnOf } from '../w3c-terms.ts'

/** An account name for a reviewer who has no account at Hypothesis; a name ending in `.invalid` is nobody's (RFC 2606). */
export function accountOf(reviewer: string): string {
  return `acct:${reviewer || 'nobody'}@${HOST}`
}

/** Who wrote a row. A reviewer of Factmark's is named as in its own sets. */
export function authorOfRow(row: unknown): ForeignAuthor {
  const account = textOf(fieldOf(row, 'user'))
  const given = fieldOf(fieldOf(row, 'user_info'), 'display_name')
  const reviewer = OWN_ACCOUNT.exec(account)?.[1]
  return {
    id: reviewer === undefined ? account : urnOf(reviewer),
    name: typeof given === 'string' ? textOf(given) : account.replace(/^acct:/, '').split('@')[0]!,
  }
}

const HOST = 'factmark.invalid'
const OWN_ACCOUNT = /^acct:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@factmark\.invalid$/
