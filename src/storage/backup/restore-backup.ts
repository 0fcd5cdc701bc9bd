import type { Backup, BackupContents } from '../../domain/backup.ts'
import { openableShelf } from '../../domain/openable-shelf.ts'
import type { RestorePlan } from '../../domain/restore.ts'
import type { Result } from '../../domain/result.ts'
import type { Changes, StorageProblem } from '../../domain/review-storage.ts'
import { SETTINGS_KEY, type ReviewTransaction, type StoreName } from '../schema.ts'
import type { Transactions } from '../transact.ts'
import { countRemoval } from '../library-facts.ts'
import { createBreather } from '../breather.ts'
import { writeChanges } from '../write-changes.ts'
import { hashVersions } from '../../domain/hash-versions.ts'
import { markRestored } from './mark-backup.ts'
import { readForeign } from './read-foreign.ts'

/** What a restore writes, beside what every transaction does. */
export const RESTORED = [
  ...['articles', 'revisions', 'originals', 'versions', 'readingCopies', 'withheld', 'reviewers'],
  ...['shelf', 'tallies', 'viewStates', 'settings', 'devices', 'trustedKeys'],
] as const satisfies readonly StoreName[]

/**
 * Restores a backup in one transaction: all of it or nothing. No tab writes on under a name that it had before: the backup may
 * hold later versions of the same name.
 */
export async function restoreBackup(
  transactions: Transactions,
  { contents, origin, skipped }: Backup,
  plan: RestorePlan,
): Promise<Result<void, StorageProblem>> {
  await hashVersions(contents.versions, createBreather())
  const shelf = openableShelf(contents, origin.created)
  return transactions.write(RESTORED, async tx => {
    const rest =
      plan.mode === 'replace'
        ? await afterClearing(tx, { ...contents, shelf })
        : await withoutMine(tx, { ...contents, shelf }, plan)
    for (const changes of inSlices(rest)) await writeChanges(tx, changes, { device: null })
    await tx.objectStore('devices').clear()
    if (plan.mode === 'replace' && plan.source === 'file' && skipped === 0) await markRestored(tx, origin.created)
  })
}

type Writing = ReviewTransaction<'readwrite'>

/** What is still to be written: rows, and wishes. */
interface Rest extends Omit<BackupContents, 'settings'> {
  readonly settings: Changes['settings']
}

async function afterClearing(tx: Writing, contents: BackupContents): Promise<Rest> {
  await Promise.all([...RESTORED.map(async store => tx.objectStore(store).clear()), countRemoval(tx)])
  return { ...contents, settings: contents.settings.at(-1) ?? {} }
}

/**
 * A backup without what this library has already in its own way (its shelf, its places, its wishes), and without what is signed
 * with another name than here.
 */
async function withoutMine(tx: Writing, contents: BackupContents, { tallies }: RestorePlan): Promise<Rest> {
  const [foreign, shelf, places, wishes] = await Promise.all([
    readForeign(tx, contents.versions),
    tx.objectStore('shelf').getAllKeys(),
    tx.objectStore('viewStates').getAllKeys(),
    tx.objectStore('settings').get(SETTINGS_KEY),
  ])
  const [known, visited] = [new Set(shelf), new Set(places)]
  const left = new Set([...foreign].map(({ id }) => id))
  const theirs = contents.settings.at(-1)
  const hasReviewer = wishes !== undefined && wishes.reviewer !== null
  return {
    ...contents,
    versions: contents.versions.filter(version => !foreign.has(version)),
    withheld: contents.withheld.filter(({ annotation }) => !left.has(annotation)),
    shelf: contents.shelf.filter(({ article }) => !known.has(article)),
    tallies: [...contents.tallies.filter(({ article }) => !known.has(article)), ...tallies],
    viewStates: contents.viewStates.filter(({ article }) => !visited.has(article)),
    // Whoever has not reviewed here yet goes on as the reviewer of the backup.
    settings: hasReviewer || !theirs ? {} : { reviewer: theirs.reviewer, askedForName: theirs.askedForName },
  }
}

const SLICE = 250 // rows that are written before the page gets a turn

function* inSlices({ versions, withheld, viewStates, settings, ...few }: Rest): Generator<Changes> {
  yield { ...few, ...(settings && { settings }) }
  for (const viewState of viewStates) yield { viewState }
  for (let from = 0; from < versions.length; from += SLICE) yield { versions: versions.slice(from, from + SLICE) }
  // After the versions: of an annotation that is erased nothing is kept.
  yield { withheld }
}
