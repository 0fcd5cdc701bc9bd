import type { Place, Write } from './observer.ts'

/** Everything in the databases of an origin: each place and what lies there, as JSON. */
export type Rows = ReadonlyMap<Place, string>

/** A transaction as far as it was seen from outside. */
export interface SeenTransaction {
  readonly mode: string
  readonly durability: string
  /** The stores, or the database, that it may write to. */
  readonly scope: readonly Place[]
  readonly writes: readonly Write[]
  /** `open` when the browser was gone before its end was heard of: then it may have been committed, or not. */
  readonly fate: 'complete' | 'aborted' | 'open'
}

/** What is wrong with a database after a crash; both lists are empty when nothing is. */
export interface Judgement {
  /** Places that do not hold what an acknowledged transaction left there, nor what an open one may have. */
  readonly lost: readonly Place[]
  /** Places of open transactions of which a part was committed and a part not. */
  readonly torn: readonly Place[]
}

/**
 * Compares what is found after a crash with what must be there: what was there before, then every acknowledged
 * transaction, and of those that were open each as a whole or not at all. The transactions come in the order in which they
 * began, in which IndexedDB runs those that touch the same store.
 *
 * Of an open one the last requests may not have been heard of: they reach the database by another way than the reports
 * reach us. So where one was committed, its stores may hold rows that were never there before; a lost write leaves an
 * older row, or none.
 */
export function judge(before: Rows, transactions: readonly SeenTransaction[], found: Rows): Judgement {
  const open = transactions.filter(({ fate }) => fate === 'open')
  if (open.length > MOST_OPEN) throw new Error(`${open.length} transactions were open at once.`)
  const outcomes = subsetsOf(open).map(committed => ({
    committed,
    rows: stateAfter(before, transactions, committed),
  }))
  const places = new Set([...found.keys(), ...outcomes.flatMap(({ rows }) => [...rows.keys()])])
  const written = writtenRows(before, transactions)
  const isAsIn = ({ rows, committed }: Outcome, place: Place) => {
    const row = found.get(place)
    if (row === rows.get(place)) return true
    const mayBeUnheard = row !== undefined && !written.get(place)?.has(row)
    return mayBeUnheard && [...committed].some(({ scope }) => scope.some(within => isWithin(place, within)))
  }
  const lost = [...places].filter(place => !outcomes.some(outcome => isAsIn(outcome, place)))
  const missing = new Set(lost)
  const known = [...places].filter(place => !missing.has(place))
  const differences = outcomes.map(outcome => known.filter(place => !isAsIn(outcome, place)))
  const torn = differences.reduce((least, difference) => (difference.length < least.length ? difference : least))
  return { lost, torn }
}

/** What must be there after these transactions, of those that are not acknowledged nothing. */
export function acknowledgedRows(before: Rows, transactions: readonly SeenTransaction[]): Rows {
  return stateAfter(before, transactions, new Set())
}

const MOST_OPEN = 10 // every subset of them is tried

/** What may be there: as if of the open transactions these had been committed. */
interface Outcome {
  readonly committed: ReadonlySet<SeenTransaction>
  readonly rows: Rows
}

/** All that each place has ever held, as far as it was heard of. */
function writtenRows(before: Rows, transactions: readonly SeenTransaction[]): ReadonlyMap<Place, ReadonlySet<string>> {
  const written = new Map([...before].map(([place, row]) => [place, new Set([row])]))
  for (const { writes } of transactions)
    for (const write of writes)
      if (write.kind === 'put') written.set(write.place, (written.get(write.place) ?? new Set()).add(write.row))
  return written
}

function stateAfter(
  before: Rows,
  transactions: readonly SeenTransaction[],
  committed: ReadonlySet<SeenTransaction>,
): Rows {
  const state = new Map(before)
  for (const transaction of transactions) {
    if (transaction.fate !== 'complete' && !committed.has(transaction)) continue
    for (const write of transaction.writes) apply(state, write)
  }
  return state
}

function apply(state: Map<Place, string>, write: Write): void {
  if (write.kind === 'put') state.set(write.place, write.row)
  else if (write.kind === 'delete') state.delete(write.place)
  else for (const place of state.keys()) if (isWithin(place, write.within)) state.delete(place)
}

function isWithin(place: Place, within: Place): boolean {
  return place === within || place.startsWith(`${within.slice(0, -1)},`)
}

function subsetsOf<T>(items: readonly T[]): readonly ReadonlySet<T>[] {
  return Array.from({ length: 2 ** items.length }, (_, bits) => new Set(items.filter((_item, at) => bits & (1 << at))))
}
