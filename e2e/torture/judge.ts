import type { Place, Write } from './observer.ts'

/** Everything in the databases of an origin: each place and what lies there, as JSON. */
export type Rows = ReadonlyMap<Place, string>

/** A transaction as far as it was seen from outside. */
export interface SeenTransaction {
  readonly mode: string
  readonly durability: string
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
 */
export function judge(before: Rows, transactions: readonly SeenTransaction[], found: Rows): Judgement {
  const open = transactions.filter(({ fate }) => fate === 'open')
  if (open.length > MOST_OPEN) throw new Error(`${open.length} transactions were open at once.`)
  const outcomes = subsetsOf(open).map(committed => stateAfter(before, transactions, committed))
  const places = new Set([...found.keys(), ...outcomes.flatMap(outcome => [...outcome.keys()])])
  const lost = [...places].filter(place => outcomes.every(outcome => outcome.get(place) !== found.get(place)))
  const missing = new Set(lost)
  const known = [...places].filter(place => !missing.has(place))
  const differences = outcomes.map(outcome => known.filter(place => outcome.get(place) !== found.get(place)))
  const torn = differences.reduce((least, difference) => (difference.length < least.length ? difference : least))
  return { lost, torn }
}

/** What must be there after these transactions, of those that are not acknowledged nothing. */
export function acknowledgedRows(before: Rows, transactions: readonly SeenTransaction[]): Rows {
  return stateAfter(before, transactions, new Set())
}

const MOST_OPEN = 10 // every subset of them is tried

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
