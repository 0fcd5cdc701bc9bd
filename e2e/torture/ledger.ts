import type { SeenTransaction } from './judge.ts'
import type { Observation, Place, Write } from './observer.ts'
import { SEAL } from './read-rows.ts'

/** What a page has said of its transactions, kept outside of the browser. */
export interface Ledger {
  /** In the order in which they began, without those of the database that seals the log. */
  transactions(): readonly SeenTransaction[]
  note(observation: Observation): void
  /** Calls back once, after so many more requests to write. */
  afterWrites(count: number, then: () => void): void
}

/** An empty ledger. */
export function createLedger(): Ledger {
  const seen = new Map<string, Entry>()
  let waiting: { count: number; then: () => void } | null = null

  function countDown(): void {
    if (!waiting) return
    waiting.count -= 1
    if (waiting.count > 0) return
    waiting.then()
    waiting = null
  }

  return {
    transactions: () => [...seen.values()].filter(({ scope }) => !scope.every(isOfSeal)),
    note(observation) {
      if (observation.kind === 'begun') {
        const { mode, durability, scope } = observation
        seen.set(observation.transaction, { mode, durability, scope, writes: [], fate: 'open' })
        return
      }
      const transaction = seen.get(observation.transaction)
      if (!transaction) throw new Error('A transaction was not heard of before.')
      if (observation.kind !== 'asked') {
        transaction.fate = observation.kind
        return
      }
      transaction.writes.push(observation.write)
      countDown()
    },
    afterWrites(count, then) {
      waiting = { count, then }
    },
  }
}

function isOfSeal(place: Place): boolean {
  const [database] = JSON.parse(place) as readonly string[]
  return database === SEAL
}

interface Entry extends SeenTransaction {
  readonly writes: Write[]
  fate: SeenTransaction['fate']
}
