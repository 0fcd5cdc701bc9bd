import type { Alignment } from './alignment.ts'
import type { Side } from './side.ts'

/** Finds units that share telling words with one of the other revision, without comparing all with all. */
export interface UnitIndex {
  /** The best `count` units for one of the other revision, best first; some that share only frequent words are left out. */
  closest(unit: number, count: number, isWanted: (found: number) => boolean): readonly number[]
}

// What stands in more units than these tells little apart and would cost most of the time.
const MOST_UNITS = 60

/** What is done with features of very many units: nothing, or the first of those units stand for all. */
export type Frequent = 'left out' | 'sampled'

/** An index of a revision's units of a kind, for the units of the other one, by rare words and pairs of frequent ones. */
export function indexUnits(
  alignment: Alignment,
  side: 'from' | 'to',
  isIndexed: (unit: number) => boolean,
  frequent: Frequent = 'left out',
): UnitIndex {
  const isSampled = frequent === 'sampled'
  const indexed = alignment[side]
  const other = alignment[side === 'from' ? 'to' : 'from']
  const counts = countWords(alignment, indexed)
  const places = new Map<number, number[]>()
  for (let unit = 0; unit < indexed.units.length; unit += 1) {
    if (!isIndexed(unit)) continue
    for (const feature of featuresOf(alignment, counts, indexed, unit).keys()) {
      const known = places.get(feature)
      if (!known) places.set(feature, [unit])
      else if (known.length <= MOST_UNITS) known.push(unit)
    }
  }
  const worth = new Float64Array(indexed.units.length) // all zero between uses
  return {
    closest(unit, count, isWanted) {
      const found: number[] = []
      for (const [feature, weight] of featuresOf(alignment, counts, other, unit)) {
        const sharing = places.get(feature) ?? []
        if (sharing.length > MOST_UNITS && !isSampled) continue
        for (const place of sharing) {
          if (!isWanted(place)) continue
          if (worth[place] === 0) found.push(place)
          worth[place]! += weight
        }
      }
      const best = mostWorth(found, worth, count)
      for (const place of found) worth[place] = 0
      return best
    },
  }
}

/** The `count` of these units that are worth most, best first; of equal ones the first in the text. */
function mostWorth(units: readonly number[], worth: Float64Array, count: number): readonly number[] {
  const best: number[] = []
  for (const unit of units) {
    let at = best.length
    while (at > 0 && isBefore(unit, best[at - 1]!, worth)) at -= 1
    if (at === count) continue
    best.splice(at, 0, unit)
    if (best.length > count) best.pop()
  }
  return best
}

function isBefore(a: number, b: number, worth: Float64Array): boolean {
  return worth[a]! > worth[b]! || (worth[a] === worth[b] && a < b)
}

function countWords({ folds }: Alignment, side: Side): Int32Array {
  const counts = new Int32Array(folds.length)
  for (const word of side.words) counts[folds[word]!]! += 1
  return counts
}

const FARTHEST = 2 // words: "old mill" is found again in "old paper mill"

/** The rare words of a unit, and pairs of frequent ones that stand near each other, as numbers, with what each is worth. */
function featuresOf(
  { folds, weights, areSigns }: Alignment,
  counts: Int32Array,
  side: Side,
  unit: number,
): ReadonlyMap<number, number> {
  const { from, to } = side.units[unit]!
  const features = new Map<number, number>()
  for (let token = from; token < to; token += 1) {
    const fold = folds[side.words[token]!]!
    if (areSigns[fold] === 1) continue
    if (counts[fold]! <= MOST_UNITS) {
      features.set(fold, weights[fold]!)
      continue
    }
    for (let next = token + 1; next <= token + FARTHEST && next < to; next += 1) {
      const other = folds[side.words[next]!]!
      if (areSigns[other] === 1 || counts[other]! <= MOST_UNITS) continue
      features.set((fold + 1) * folds.length + other, weights[fold]! + weights[other]!)
    }
  }
  return features
}

/** Weight of the words that two units share in any order: no comparison finds more that is equal but for case. */
export function sharedAtMost({ from, to, folds, weights, scratch }: Alignment, old: number, new_: number): number {
  const unit = to.units[new_]!
  for (let token = unit.from; token < unit.to; token += 1) scratch[folds[to.words[token]!]!]! += 1
  let shared = 0
  const { from: start, to: end } = from.units[old]!
  for (let token = start; token < end; token += 1) {
    const fold = folds[from.words[token]!]!
    if (scratch[fold]! <= 0) continue
    scratch[fold]! -= 1
    shared += weights[from.words[token]!]!
  }
  for (let token = unit.from; token < unit.to; token += 1) scratch[folds[to.words[token]!]!] = 0
  return shared
}
