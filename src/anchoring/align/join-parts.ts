import { GRADE, pairUnits, type Alignment } from './alignment.ts'
import { stretchWeight, weightOfUnit } from './candidates.ts'
import { acceptMatches, compareUnits, type Comparison } from './compare-units.ts'

/**
 * Finds sentences that became a part of a neighbour's partner, and new ones that were a part of a neighbour's: what has
 * no partner is compared with the words beside it that nobody took.
 */
export function joinParts(alignment: Alignment): void {
  const { from, to, newUnitOf, oldUnitOf } = alignment
  for (let old = 0; old < newUnitOf.length; old += 1) {
    if (newUnitOf[old]! >= 0 || alignment.contested.has(old)) continue
    const whole = weightOfUnit(alignment, from, old)
    join(alignment, bestOf(around(newUnitOf, old).map(new_ => partOf(alignment, old, new_, whole))))
  }
  for (let new_ = 0; new_ < oldUnitOf.length; new_ += 1) {
    if (oldUnitOf[new_]! >= 0 || alignment.withheld.has(new_)) continue
    const whole = weightOfUnit(alignment, to, new_)
    join(alignment, bestOf(around(oldUnitOf, new_).map(old => partOf(alignment, old, new_, whole))))
  }
}

const FLOOR = 0.6 // of the weight of the sentence that became a part, or was one
const COMPACT = 0.5
const FEWEST = 2 // words that agree
const REACH = 2 // sentences on either side; more than three are hardly merged

/** The partners of a unit's neighbours, and what stands beside those. */
function around(partners: Int32Array, unit: number): readonly number[] {
  const near = new Set<number>()
  for (let step = -REACH; step <= REACH; step += 1) {
    const partner = partners[unit + step] ?? -1
    if (partner >= 0) near.add(partner)
  }
  return [...near]
}

interface Part {
  readonly old: number
  readonly new: number
  readonly share: number
  readonly comparison: Comparison
}

function partOf(alignment: Alignment, old: number, new_: number, whole: number): Part | null {
  if (alignment.contested.has(old) || alignment.withheld.has(new_)) return null
  const comparison = compareUnits(alignment, alignment.from.units[old]!, alignment.to.units[new_]!)
  const share = whole === 0 ? 0 : comparison.shared / whole
  const agreeing = comparison.matches.filter(({ grade }) => grade >= GRADE.alike).length
  if (share < FLOOR || agreeing < FEWEST) return null
  return comparison.shared >= COMPACT * stretchWeight(alignment, comparison)
    ? { old, new: new_, share, comparison }
    : null
}

function bestOf(parts: readonly (Part | null)[]): Part | null {
  return parts.reduce((best, part) => (part && (!best || part.share > best.share) ? part : best), null)
}

function join(alignment: Alignment, part: Part | null): void {
  if (!part) return
  const { newUnitOf, oldUnitOf } = alignment
  const [knownNew, knownOld] = [newUnitOf[part.old]!, oldUnitOf[part.new]!]
  pairUnits(alignment, part.old, part.new)
  // The first partner stays the main one.
  if (knownNew >= 0) newUnitOf[part.old] = knownNew
  if (knownOld >= 0) oldUnitOf[part.new] = knownOld
  acceptMatches(alignment, part.comparison)
}
