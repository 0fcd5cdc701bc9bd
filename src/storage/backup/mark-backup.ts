import type { Timestamp } from '../../domain/identifiers.ts'
import { readMeta } from '../library-facts.ts'
import type { ReviewTransaction } from '../schema.ts'

type Writing = ReviewTransaction<'readwrite'>

/** Remembers a backup that was made at a time, when the library had been written `sequence` times. The first work of its transaction. */
export async function markBackup(
  tx: Writing,
  { at, sequence }: { readonly at: Timestamp; readonly sequence: number },
): Promise<void> {
  const state = await readMeta(tx, 'state')
  // This mark will count as a write too. When nothing else came between, the backup is still up to date after it.
  await putMark(tx, at, state?.sequence === sequence ? sequence + 1 : sequence)
}

/** Remembers that the library is, after this transaction, what a backup of that time holds. The last work of its transaction. */
export async function markRestored(tx: Writing, at: Timestamp): Promise<void> {
  const state = await readMeta(tx, 'state')
  await putMark(tx, at, state?.sequence ?? 0)
}

async function putMark(tx: Writing, at: Timestamp, sequence: number): Promise<void> {
  const versions = await tx.objectStore('versions').count()
  await tx.objectStore('meta').put({ at, sequence, versions }, 'backup')
}
