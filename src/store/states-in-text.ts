import { findChangeStates, type Reanchor } from '../anchoring/change-states.ts'
import { resolveSelector } from '../anchoring/resolve-selector.ts'
import { articleText } from '../domain/article-text.ts'
import type { Revision } from '../domain/article.ts'
import type { ChangeState } from '../domain/change-state.ts'
import type { RecordId } from '../domain/identifiers.ts'
import type { ArticleRecords } from '../domain/merge.ts'
import { statementKey, type Statement } from '../domain/statement.ts'

/** An annotation as far as its place is concerned. */
export interface Placeable {
  readonly id: RecordId
  readonly statement: Statement
}

/**
 * How annotations of these records stand in one of the revisions: those of other revisions as they fared since, where that can
 * be told; all others by whether their words are there. `breathe` is called after each.
 */
export async function statesInText(
  annotations: Iterable<Placeable>,
  { records, revision }: { readonly records: ArticleRecords; readonly revision: Revision },
  reanchor: Reanchor,
  breathe: () => Promise<void>,
): Promise<ReadonlyMap<RecordId, ChangeState['kind']>> {
  const changes = await findChangeStates(reanchor, records, revision)
  const text = articleText(revision.content)
  const states = new Map<RecordId, ChangeState['kind']>()
  for (const { id, statement } of annotations) {
    const change = statement.revision === revision.hash ? undefined : changes.get(statementKey(statement))
    const isThere = () => resolveSelector(text, statement.selector).kind === 'anchored'
    states.set(id, change?.kind ?? (isThere() ? 'unchanged' : 'orphaned'))
    await breathe()
  }
  return states
}
