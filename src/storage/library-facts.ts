import * as v from 'valibot'
import { TimestampSchema, UuidSchema, type DatabaseId, type Timestamp } from '../domain/identifiers.ts'
import type { LibraryFacts, LibrarySize, LibraryState } from '../domain/library-damage.ts'
import { ShelfEntrySchema, TallySchema } from '../domain/library-schemas.ts'
import type { Result } from '../domain/result.ts'
import type { StorageProblem } from '../domain/review-storage.ts'
import { place } from './place.ts'
import { readRows } from './read-rows.ts'
import type { MetaRows, ReviewTransaction, StoreName } from './schema.ts'
import { siftRows } from './sift-rows.ts'
import type { Transactions } from './transact.ts'

/** The stores that `readFacts` asks. */
export const STORES_OF_FACTS: readonly StoreName[] = [
  ...(['articles', 'revisions', 'versions', 'originals', 'withheld', 'shelf', 'tallies', 'meta'] as const),
]

/**
 * What the database says of itself. Counts rows without reading them; a library that cannot say its size has none. What was
 * counted before is `known`, and holds as long as nothing was written since.
 */
export async function readFacts(
  tx: ReviewTransaction<'readonly'>,
  known: LibraryFacts | null = null,
): Promise<LibraryFacts> {
  const [state, backup, removals] = await Promise.all([
    readMeta(tx, 'state'),
    readMeta(tx, 'backup'),
    readMeta(tx, 'removals'),
  ])
  if (state && !isSound(state)) throw new DOMException('The row that names the database makes no sense.', 'DataError')
  const isSame = state?.database === known?.state?.database && state?.sequence === known?.state?.sequence
  const counted = known && isSame ? known : await count(tx)
  return { ...counted, state: state ?? null, backup: backup ?? null, removals: removals ?? 0 }
}

/** Reads the facts again and again, and counts only after something was written. */
export function createFactsReader(
  transactions: Pick<Transactions, 'read'>,
): () => Promise<Result<LibraryFacts, StorageProblem>> {
  let known: LibraryFacts | null = null
  return async () => {
    const facts = await transactions.read(STORES_OF_FACTS, tx => readFacts(tx, known))
    if (facts.ok) known = facts.value
    return facts
  }
}

async function count(tx: ReviewTransaction<'readonly'>): Promise<Pick<LibraryFacts, 'rows'> & LibrarySize> {
  const [articles, revisions, versions, originals, withheld, size] = await Promise.all([
    tx.objectStore('articles').count(),
    tx.objectStore('revisions').count(),
    tx.objectStore('versions').count(),
    tx.objectStore('originals').count(),
    tx.objectStore('withheld').count(),
    readSize(tx),
  ])
  return { rows: { articles, revisions, versions, originals, withheld }, ...size }
}

export interface Write {
  newDatabase(): DatabaseId
  readonly savedAt: Timestamp
  /** What the sequence rises above, at least. */
  readonly above: number
}

/** Counts one more write. The first one gives the database its name. */
export async function raiseSequence(
  tx: ReviewTransaction<'readwrite'>,
  { newDatabase, savedAt, above }: Write,
): Promise<LibraryState> {
  const stored = await readMeta(tx, 'state')
  const known = stored && isSound(stored) ? stored : null
  const sequence = Math.max(known?.sequence ?? 0, above) + 1
  const state = { database: known?.database ?? newDatabase(), sequence, savedAt }
  place(tx.objectStore('meta').put(state, 'state'))
  return state
}

/** Counts one more write that takes rows away on purpose. */
export async function countRemoval(tx: ReviewTransaction<'readwrite'>): Promise<void> {
  const removals = await readMeta(tx, 'removals')
  place(tx.objectStore('meta').put((removals ?? 0) + 1, 'removals'))
}

async function readSize(tx: ReviewTransaction<'readonly'>): Promise<LibrarySize> {
  const [shelf, tallies] = await Promise.all([readRows(tx, 'shelf'), readRows(tx, 'tallies')])
  const shown = siftRows('shelf', shelf, ShelfEntrySchema).sound.filter(({ binned }) => !binned)
  const isShown = new Set(shown.map(({ article }) => article))
  const counted = siftRows('tallies', tallies, TallySchema).sound.filter(({ article }) => isShown.has(article))
  const counts = counted.flatMap(({ verdicts }) => Object.values(verdicts))
  return { articles: shown.length, annotations: counts.reduce((sum, count) => sum + count, 0) }
}

function isSound(state: LibraryState): boolean {
  return v.is(StateSchema, state)
}

/** One row of what the database knows of itself. */
export async function readMeta<Key extends keyof MetaRows>(
  tx: ReviewTransaction<IDBTransactionMode>,
  key: Key,
): Promise<MetaRows[Key] | undefined> {
  // The rows of this store differ by key, which the schema type cannot say.
  return (await tx.objectStore('meta').get(key)) as MetaRows[Key] | undefined
}

const StateSchema = v.object({
  database: UuidSchema,
  sequence: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  savedAt: TimestampSchema,
} satisfies { readonly [Field in keyof LibraryState]: v.GenericSchema<unknown, LibraryState[Field]> })
