import { areFree, type Alignment } from './alignment.ts'
import { likenessOf } from './candidates.ts'
import type { Gap } from './gaps.ts'
import { indexUnits, type UnitIndex } from './unit-index.ts'

/** How alike a unit is to others than the one that it may be, from 0 to 1. A likeness of less than `least` may be told as 0. */
export interface Background {
  /**
   * The likeness of the most alike other unit, on either side, that has a partner: what two sentences of one pattern
   * share by themselves.
   */
  of(old: number, new_: number, least: number): number
  /** The likeness to a new unit of the most alike old one that waits for a partner outside of a gap. */
  ofWaitingOld(new_: number, gap: Gap, least: number): number
  /** The likeness to an old unit of the most alike new one that waits for a partner outside of a gap. */
  ofWaitingNew(old: number, gap: Gap, least: number): number
}

const CLOSEST = 3

/** Looks into both revisions: many football results are alike, and none is the other. */
export function createBackground(alignment: Alignment): Background {
  let indexes: { readonly old: UnitIndex; readonly new: UnitIndex } | null = null
  const indexesOf = () => (indexes ??= { old: indexAll(alignment, 'from'), new: indexAll(alignment, 'to') })

  function mostOld(new_: number, least: number, isWanted: (old: number) => boolean): number {
    const closest = indexesOf().old.closest(new_, CLOSEST, isWanted)
    return Math.max(0, ...closest.map(old => likenessOf(alignment, old, new_, least)))
  }

  function mostNew(old: number, least: number, isWanted: (new_: number) => boolean): number {
    const closest = indexesOf().new.closest(old, CLOSEST, isWanted)
    return Math.max(0, ...closest.map(new_ => likenessOf(alignment, old, new_, least)))
  }

  return {
    of: (old, new_, least) =>
      Math.max(
        mostOld(new_, least, other => other !== old && alignment.newUnitOf[other]! >= 0),
        mostNew(old, least, other => other !== new_ && alignment.oldUnitOf[other]! >= 0),
      ),
    ofWaitingOld: (new_, gap, least) =>
      mostOld(new_, least, old => areFree(alignment, old, new_) && !gap.old.includes(old)),
    ofWaitingNew: (old, gap, least) =>
      mostNew(old, least, new_ => areFree(alignment, old, new_) && !gap.new.includes(new_)),
  }
}

function indexAll(alignment: Alignment, side: 'from' | 'to'): UnitIndex {
  return indexUnits(alignment, side, () => true, 'sampled')
}
