import { foreignAmong } from '../../domain/ownership.ts'
import { versionHash, type Version } from '../../domain/version.ts'
import type { ReviewTransaction } from '../schema.ts'
import { soundVersionsIn } from '../sift-versions.ts'

/**
 * Those of a backup's versions that no merge takes in, because another reviewer has written their records here. Reads the
 * rows of such records only that would change. The versions must have been hashed: a transaction does not wait for that.
 */
export async function readForeign(
  tx: ReviewTransaction<IDBTransactionMode>,
  versions: readonly Version[],
): Promise<ReadonlySet<Version>> {
  const store = tx.objectStore('versions')
  const keys = await store.getAllKeys()
  const known = new Set(keys.map(([, , hash]) => hash))
  const changing = new Set(versions.filter(version => !known.has(versionHash(version))).map(({ id }) => id))
  const mine = await Promise.all(keys.filter(([, id]) => changing.has(id)).map(key => store.get(key)))
  return new Set(foreignAmong(soundVersionsIn(mine), versions))
}
