import type { ArticleId } from '../domain/identifiers.ts'
import { DEFAULT_SETTINGS, type ViewState } from '../domain/library.ts'
import type { ArticleRecords } from '../domain/merge.ts'
import { succeed, type Result } from '../domain/result.ts'
import type { LibraryContents, StorageProblem } from '../domain/review-storage.ts'
import { keysWithin, SETTINGS_KEY } from './schema.ts'
import type { Transactions } from './transact.ts'

/** What is known before any article is opened. Its cost does not depend on the number of annotations. */
export function readLibrary(transactions: Transactions): Promise<Result<LibraryContents, StorageProblem>> {
  return transactions.read(['articles', 'shelf', 'tallies', 'reviewers', 'settings'], async tx => {
    const [articles, shelf, tallies, reviewers, settings] = await Promise.all([
      tx.objectStore('articles').getAll(),
      tx.objectStore('shelf').getAll(),
      tx.objectStore('tallies').getAll(),
      tx.objectStore('reviewers').getAll(),
      tx.objectStore('settings').get(SETTINGS_KEY),
    ])
    const isNew = shelf.length === 0 && settings === undefined
    // A wish that was added since the row was written has its default.
    return { isNew, articles, shelf, tallies, reviewers, settings: { ...DEFAULT_SETTINGS, ...settings } }
  })
}

/** All of one article, with the reviewers who wrote any of it; `null` when there is no such article. */
export function readArticle(
  transactions: Transactions,
  id: ArticleId,
): Promise<Result<ArticleRecords | null, StorageProblem>> {
  return transactions.read(['articles', 'revisions', 'versions', 'reviewers'], async tx => {
    const [article, revisions, rows, reviewers] = await Promise.all([
      tx.objectStore('articles').get(id),
      tx.objectStore('revisions').getAll(keysWithin(id)),
      tx.objectStore('versions').getAll(keysWithin(id)),
      tx.objectStore('reviewers').getAll(),
    ])
    if (!article) return null
    const versions = rows.map(row => row.version)
    const authors = new Set(versions.map(version => version.reviewer))
    return { article, revisions, versions, reviewers: reviewers.filter(reviewer => authors.has(reviewer.id)) }
  })
}

/** Where the reviewer was in an article; `null` when nothing is remembered. */
export async function readViewState(
  transactions: Transactions,
  id: ArticleId,
): Promise<Result<ViewState | null, StorageProblem>> {
  const stored = await transactions.read(['viewStates'], tx => tx.objectStore('viewStates').get(id))
  return stored.ok ? succeed(stored.value ?? null) : stored
}
