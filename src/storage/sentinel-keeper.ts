import { markOf, type LibraryFacts } from '../domain/library-damage.ts'
import type { Result } from '../domain/result.ts'
import type { Sentinel } from './sentinel.ts'

// Counting rows takes longer the more there are: it may take a twentieth of the time, and a mark may lag by a second.
const PAUSES_PER_COUNT = 20
const LONGEST_PAUSE = 1000 // ms

/** Lets the sentinel follow what is committed. */
export interface SentinelKeeper {
  /** After a commit: at once, then again after a pause if there was another meanwhile. */
  follow(): void
  /** Remembers the present state before it answers. */
  catchUp(): Promise<void>
  /** Whether it may write: not while everything is being erased. */
  allow(isAllowed: boolean): void
}

/** Remembers nothing until it is asked to follow. `readFacts` reads all in one transaction. */
export function createSentinelKeeper(
  sentinel: Sentinel,
  readFacts: () => Promise<Result<LibraryFacts, unknown>>,
): SentinelKeeper {
  let isAllowed = true
  let isPausing = false
  let isBehind = false

  async function catchUp(): Promise<void> {
    const facts = await readFacts()
    const mark = facts.ok ? markOf(facts.value) : null
    if (mark && isAllowed) sentinel.write(mark)
  }

  async function follow(): Promise<void> {
    isBehind = isPausing
    if (isPausing || !isAllowed) return
    isPausing = true
    const start = performance.now()
    await catchUp()
    const pause = Math.min(LONGEST_PAUSE, PAUSES_PER_COUNT * (performance.now() - start))
    setTimeout(() => {
      isPausing = false
      if (isBehind) void follow()
    }, pause)
  }

  return {
    follow: () => void follow(),
    catchUp,
    allow(allowed) {
      isAllowed = allowed
      if (allowed) void follow()
    },
  }
}
