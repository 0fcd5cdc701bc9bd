import { BACKED_UP_STORES, type BackedUp, type BackedUpStore, type BackupRow } from '../../domain/backup.ts'
import { DEFAULT_SETTINGS, type Settings } from '../../domain/library.ts'
import type { LibraryState } from '../../domain/library-damage.ts'
import type { Result } from '../../domain/result.ts'
import type { Changes, StorageProblem } from '../../domain/review-storage.ts'
import { versionHash } from '../../domain/version.ts'
import { readMeta } from '../library-facts.ts'
import { readRows } from '../read-rows.ts'
import { keysWithin, SETTINGS_KEY, type VersionRow, type WithheldRow } from '../schema.ts'
import type { Transactions } from '../transact.ts'

/** Carries out of a stream of rows that storage could not be read. */
export class ReadingFault extends Error {
  readonly problem: StorageProblem

  constructor(problem: StorageProblem) {
    super(`reading: ${problem.kind}`)
    this.name = 'ReadingFault'
    this.problem = problem
  }
}

/** What else goes among the rows of a library, and who is told of those that cannot be read. */
export interface LibraryRowsOptions {
  readonly unsaved: readonly Changes[]
  readonly onOmitted: (rows: number) => void
}

/**
 * All rows of the library, some at a time, for as long as they are wanted; other tabs may write meanwhile. What a row names
 * is among the rows: what came in while they were read follows at the end. Then comes what this tab could not save.
 * Throws a `ReadingFault`.
 */
export async function* libraryRows(
  transactions: Transactions,
  { unsaved, onOmitted }: LibraryRowsOptions,
): AsyncGenerator<readonly BackupRow[], undefined> {
  const before = await readLibraryState(transactions)
  const dropped = new Set(unsaved.flatMap(({ droppedVersions = [] }) => droppedVersions).map(versionHash))
  for (const store of BACKED_UP_STORES) {
    for await (const rows of rowsOf(transactions, store, onOmitted)) yield rows.filter(row => !isDropped(row, dropped))
  }
  const after = await readLibraryState(transactions)
  if (after?.sequence !== before?.sequence) {
    for (const store of NAMED_BY_OTHERS) yield* rowsOf(transactions, store, () => undefined)
    yield (await withheldRows(transactions)).filter(row => !isDropped(row, dropped))
  }
  if (unsaved.length > 0) yield await unsavedRows(transactions, unsaved)
}

/** The same without what this tab could not save, and without a word of what cannot be read. */
export function storedRows(transactions: Transactions): AsyncGenerator<readonly BackupRow[], undefined> {
  return libraryRows(transactions, { unsaved: [], onOmitted: () => undefined })
}

/** Which state of which library this is; `null` when nothing was ever written to it. Throws a `ReadingFault`. */
export async function readLibraryState(transactions: Transactions): Promise<LibraryState | null> {
  return (await answered(transactions.read(['meta'], tx => readMeta(tx, 'state')))) ?? null
}

/** The answer of storage. Throws a `ReadingFault` when there is none. */
export async function answered<T>(reading: Promise<Result<T, StorageProblem>>): Promise<T> {
  const outcome = await reading
  if (!outcome.ok) throw new ReadingFault(outcome.problem)
  return outcome.value
}

// A version is written after, or together with, what it names, and so is an original. These come once more after them.
const NAMED_BY_OTHERS = BACKED_UP_STORES.filter(store => !['versions', 'withheld', 'originals'].includes(store))

// Small enough that the page does not wait for one batch. A revision and an original hold a whole article.
const ROWS_AT_ONCE: Readonly<Record<BackedUpStore, number>> = {
  ...{
    reviewers: 500,
    settings: 1,
    articles: 500,
    revisions: 10,
    shelf: 500,
    tallies: 500,
    viewStates: 500,
    trustedKeys: 500,
  },
  versions: 250,
  withheld: 250,
  originals: 10,
}

async function* rowsOf(
  transactions: Transactions,
  store: BackedUpStore,
  onOmitted: (rows: number) => void,
): AsyncGenerator<readonly BackupRow[], undefined> {
  let last: IDBValidKey | undefined
  for (;;) {
    const { keys, rows } = await answered(readBatch(transactions, store, last))
    const readable = rows.filter(row => 'value' in row)
    onOmitted(rows.length - readable.length)
    yield readable.map(({ value }) => rowOf(store, value))
    if (keys.length < ROWS_AT_ONCE[store]) return
    last = keys.at(-1)
  }
}

function readBatch(transactions: Transactions, store: BackedUpStore, last: IDBValidKey | undefined) {
  return transactions.read([store], async tx => {
    const range = last === undefined ? null : IDBKeyRange.lowerBound(last, true)
    const keys = await tx.objectStore(store).getAllKeys(range, ROWS_AT_ONCE[store])
    const rows = keys.length > 0 ? await readRows(tx, store, IDBKeyRange.bound(keys[0], keys.at(-1))) : []
    return { keys, rows }
  })
}

/**
 * What is withheld once more, of one moment with the versions of its annotations: a source that was released while the
 * versions were read would otherwise be in neither.
 */
async function withheldRows(transactions: Transactions): Promise<readonly BackupRow[]> {
  const reading = transactions.read(['withheld', 'versions'], async tx => {
    const keys = await tx.objectStore('withheld').getAllKeys()
    const annotations = new Map(keys.map(([article, id]) => [id, keysWithin(article, id)]))
    const versions = await Promise.all([...annotations.values()].map(range => readRows(tx, 'versions', range)))
    return { versions: versions.flat(), withheld: await readRows(tx, 'withheld') }
  })
  const { versions, withheld } = await answered(reading)
  return [
    ...versions.flatMap(row => ('value' in row ? [rowOf('versions', row.value)] : [])),
    ...withheld.flatMap(row => ('value' in row ? [rowOf('withheld', row.value)] : [])),
  ]
}

function rowOf(store: BackedUpStore, stored: unknown): BackupRow {
  // Whether it is what its schema says is looked at where a backup is made of it.
  const isVersion = store === 'versions' || store === 'withheld'
  const value = isVersion ? (stored as Partial<VersionRow | WithheldRow> | null)?.version : stored
  return { store, value } as BackupRow
}

function isDropped({ store, value }: BackupRow, dropped: ReadonlySet<string>): boolean {
  return dropped.size > 0 && store === 'versions' && value !== undefined && dropped.has(versionHash(value))
}

async function unsavedRows(transactions: Transactions, unsaved: readonly Changes[]): Promise<readonly BackupRow[]> {
  const wishes = unsaved.flatMap(({ settings }) => settings ?? [])
  const stored = await answered(transactions.read(['settings'], tx => tx.objectStore('settings').get(SETTINGS_KEY)))
  const settings = wishes.reduce<Settings>((all, some) => ({ ...all, ...some }), { ...DEFAULT_SETTINGS, ...stored })
  return unsaved
    .flatMap((changes): BackupRow[] => [
      ...inStore('reviewers', changes.reviewers),
      ...inStore('articles', changes.articles),
      ...inStore('revisions', changes.revisions),
      ...inStore('shelf', changes.shelf),
      ...inStore('tallies', changes.tallies),
      ...inStore('viewStates', changes.viewState && [changes.viewState]),
      ...inStore('versions', changes.versions),
      ...inStore('withheld', changes.withheld),
      ...inStore('originals', changes.originals),
      ...inStore('trustedKeys', changes.trustedKeys),
    ])
    .concat(inStore('settings', wishes.length > 0 ? [settings] : []))
}

function inStore<Store extends BackedUpStore>(
  store: Store,
  values: readonly BackedUp[Store][] | undefined,
): BackupRow[] {
  return (values ?? []).map(value => ({ store, value }) as BackupRow)
}
