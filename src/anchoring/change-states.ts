import type { ReanchorRequest } from './reanchor.ts'
import { articleText, textBlocks } from '../domain/article-text.ts'
import type { Revision } from '../domain/article.ts'
import type { ChangeState } from '../domain/change-state.ts'
import type { TextHash } from '../domain/identifiers.ts'
import { createPlacing } from '../domain/edited-lineage.ts'
import { byRecord, type ArticleRecords } from '../domain/merge.ts'
import type { Result } from '../domain/result.ts'
import type { Selector } from '../domain/selector.ts'
import { NO_CHANGES, statementKey, type ChangeStates, type Statement } from '../domain/statement.ts'
import { shownVersion, type Version } from '../domain/version.ts'

/** How to follow a long search, and how to stop it. */
export interface SearchOptions {
  /** The share that is done, from 0 to 1. */
  readonly onProgress?: (share: number) => void
  readonly signal?: AbortSignal
}

/** Finds statements again in another text; takes long for a long one, so it is done off the main thread. */
export type Reanchor = (
  request: ReanchorRequest,
  options?: SearchOptions,
) => Promise<Result<readonly ChangeState[], unknown>>

/**
 * How all statements of the records that were written on another revision fared up to this one, beside those that are known.
 * Left out are those of a text that is not here, those that do not stand where they say, and all when they cannot be found.
 */
export async function findChangeStates(
  reanchor: Reanchor,
  records: Pick<ArticleRecords, 'article' | 'revisions' | 'versions'>,
  to: Revision,
  known: ChangeStates = NO_CHANGES,
): Promise<ChangeStates> {
  const found = new Map(known)
  for (const from of records.revisions) {
    if (from.hash === to.hash) continue
    const text = articleText(from.content)
    const statements = statementsOn(from.hash, records.versions).filter(
      statement => !found.has(statementKey(statement)) && standsThere(text, statement.selector),
    )
    if (statements.length === 0) continue
    const { language } = records.article
    const spans = statements.map(({ selector: { position } }) => ({ from: position.start, to: position.end }))
    const placing = createPlacing([...records.revisions, to], from.hash, to.hash)
    const outcome = await reanchor({
      from: { text, blocks: textBlocks(from.content), language },
      to: { text: articleText(to.content), blocks: textBlocks(to.content), language },
      spans,
      ...(placing && { places: spans.map(placing) }),
    })
    if (!outcome.ok) continue
    statements.forEach((statement, index) => found.set(statementKey(statement), outcome.value[index]!))
  }
  return found
}

function statementsOn(revision: TextHash, versions: readonly Version[]): readonly Statement[] {
  const statements = new Map<string, Statement>()
  for (const record of byRecord(versions).values()) {
    const shown = shownVersion(record)
    if (shown?.kind !== 'content' || shown.record === 'session' || shown.content.revision !== revision) continue
    statements.set(statementKey(shown.content), shown.content)
  }
  return [...statements.values()]
}

function standsThere(text: string, { quote, position }: Selector): boolean {
  return text.slice(position.start, position.end) === quote.exact
}
