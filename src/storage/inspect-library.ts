import { findDamage, isUnwritten, markOf } from '../domain/library-damage.ts'
import type { StorageProblem } from '../domain/review-storage.ts'
import type { Snapshot } from '../domain/snapshot.ts'
import { readFacts, STORES_OF_FACTS } from './library-facts.ts'
import type { ReviewDatabase } from './schema.ts'
import type { Sentinel } from './sentinel.ts'
import { forgotten, transactionProblem } from './storage-problem.ts'
import { transact } from './transact.ts'
import { tryTwice } from './try-twice.ts'

/**
 * Why a database that was just opened must not be used; `null` when it is what the sentinel expects, or the sentinel knows
 * of none and it is not an empty one beside a `snapshot`. Then the sentinel knows it afterwards.
 */
export async function inspectLibrary(
  database: ReviewDatabase,
  sentinel: Sentinel,
  snapshot: Snapshot | null,
): Promise<StorageProblem | null> {
  // Read before the database is: what another tab writes in between only makes the database the later of the two.
  const expected = sentinel.read()
  try {
    const facts = await tryTwice(() =>
      transact(database, { stores: STORES_OF_FACTS, mode: 'readonly', work: readFacts }),
    )
    const damage = findDamage(expected, facts)
    if (damage) return { kind: 'damaged', damage }
    if (!expected && snapshot && isUnwritten(facts)) return forgotten(snapshot)
    const mark = markOf(facts)
    if (mark) sentinel.write(mark)
    return null
  } catch (error) {
    return transactionProblem(error, { mode: 'readonly', expected, isRetried: true })
  }
}
