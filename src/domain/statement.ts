import type { ChangeState } from './change-state.ts'
import type { TextHash } from './identifiers.ts'
import type { Selector } from './selector.ts'

/** Where a statement was when it was written: the revision, and its place there. */
export interface Statement {
  readonly revision: TextHash
  readonly selector: Selector
}

/** How the statements of other revisions fared up to one revision, by `statementKey`. */
export type ChangeStates = ReadonlyMap<string, ChangeState>

export const NO_CHANGES: ChangeStates = new Map()

/** Equal for statements that were written of the same words of the same revision. */
export function statementKey({ revision, selector }: Statement): string {
  return `${revision} ${selector.position.start} ${selector.position.end}`
}
