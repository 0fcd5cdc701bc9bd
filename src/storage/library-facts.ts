import type { LibraryFacts, LibraryState } from '../domain/library-damage.ts'
import type { DatabaseId, Timestamp } from '../domain/identifiers.ts'
import type { MetaRows, ReviewTransaction, StoreName } from './schema.ts'

/** The stores that `readFacts` asks. */
export const STORES_OF_FACTS: readonly StoreName[] = ['articles', 'revisions', 'versions', 'shelf', 'tallies', 'meta']

/** What the database says of itself. Counts rows without reading them. */
export async function readFacts(tx: ReviewTransaction<'readonly'>): Promise<LibraryFacts> {
  const [articles, revisions, versions, shelf, tallies, state, backup] = await Promise.all([
    tx.objectStore('articles').count(),
    tx.objectStore('revisions').count(),
    tx.objectStore('versions').count(),
    tx.objectStore('shelf').getAll(),
    tx.objectStore('tallies').getAll(),
    readMeta(tx, 'state'),
    readMeta(tx, 'backup'),
  ])
  const binned = new Set(shelf.filter(entry => entry.binned).map(({ article }) => article))
  const counted = tallies.filter(({ article }) => !binned.has(article))
  return {
    state: state ?? null,
    backup: backup ?? null,
    rows: { articles, revisions, versions },
    articles: shelf.length - binned.size,
    annotations: counted.flatMap(({ verdicts }) => Object.values(verdicts)).reduce((sum, count) => sum + count, 0),
  }
}

/** Counts one more write. The first one gives the database its name. */
export async function raiseSequence(
  tx: ReviewTransaction<'readwrite'>,
  { newDatabase, savedAt }: { newDatabase(): DatabaseId; readonly savedAt: Timestamp },
): Promise<LibraryState> {
  const known = await readMeta(tx, 'state')
  const state = { database: known?.database ?? newDatabase(), sequence: (known?.sequence ?? 0) + 1, savedAt }
  await tx.objectStore('meta').put(state, 'state')
  return state
}

/** One row of what the database knows of itself. */
export async function readMeta<Key extends keyof MetaRows>(
  tx: ReviewTransaction<IDBTransactionMode>,
  key: Key,
): Promise<MetaRows[Key] | undefined> {
  // The rows of this store differ by key, which the schema type cannot say.
  return (await tx.objectStore('meta').get(key)) as MetaRows[Key] | undefined
}
