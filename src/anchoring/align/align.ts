import { createAlignment, type Alignment } from './alignment.ts'
import { createBackground } from './background.ts'
import { findGaps, type Gap } from './gaps.ts'
import { joinParts } from './join-parts.ts'
import { nameUnits, pairEqualUnits } from './pair-equal-units.ts'
import { pairFarUnits } from './pair-far-units.ts'
import { pairClearly, pairInOrder, type Lookups } from './pair-similar-units.ts'
import type { Side } from './side.ts'
import { findTwins } from './twins.ts'
import { indexUnits } from './unit-index.ts'
import type { Vocabulary } from './vocabulary.ts'

/**
 * Aligns two revisions: equal sentences first, then edited ones where they stood, then what moved; each word has one
 * partner at most. Yields now and then, so that it can be done in turns: the share that is done, from 0 to 1.
 */
export function* align(from: Side, to: Side, vocabulary: Vocabulary): Generator<number, Alignment> {
  const alignment = createAlignment(from, to, vocabulary)
  const ids = nameUnits(alignment)
  pairEqualUnits(alignment, ids)
  yield SHARES.equal
  const lookups = {
    index: indexUnits(alignment, 'to', unit => alignment.oldUnitOf[unit]! < 0),
    twins: findTwins(alignment, ids),
    background: createBackground(alignment),
  }
  // What one round pairs makes the gaps of the next smaller, and some of them closed.
  yield* pairInGaps(alignment, lookups, [pairClearly, pairClearly])
  for (const _ of pairFarUnits(alignment, lookups, 'first')) yield SHARES.near
  yield* pairInGaps(alignment, lookups, [pairClearly, pairInOrder])
  joinParts(alignment)
  for (const _ of pairFarUnits(alignment, lookups, 'final')) yield SHARES.far
  // What moved may have taken a neighbour in on the way.
  joinParts(alignment)
  return alignment
}

const SHARES = { equal: 0.2, near: 0.6, far: 0.9 } // of the time; measured on the article of the bench
const GAPS_AT_ONCE = 32

type PairGap = (alignment: Alignment, gap: Gap, lookups: Lookups) => void

function* pairInGaps(alignment: Alignment, lookups: Lookups, rounds: readonly PairGap[]): Generator<number> {
  for (const pair of rounds) {
    for (const [done, gap] of findGaps(alignment).entries()) {
      pair(alignment, gap, lookups)
      if (done % GAPS_AT_ONCE === 0) yield SHARES.near
    }
  }
}
