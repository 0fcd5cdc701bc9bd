import * as v from 'valibot'

/** The three verdicts, in the order in which they are offered. */
export const VERDICTS = ['verified', 'disputed', 'unverified'] as const

/** `verified`: evidence supports the statement. `disputed`: evidence contradicts it, or sources conflict. `unverified`: not enough evidence yet. */
export type Verdict = (typeof VERDICTS)[number]

export const VerdictSchema = v.picklist(VERDICTS)
