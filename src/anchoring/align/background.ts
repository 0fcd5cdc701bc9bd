import type { Alignment } from './alignment.ts'
import { likenessOf } from './candidates.ts'
import { indexUnits, type UnitIndex } from './unit-index.ts'

/** How alike a unit is to others than the one that it may be: what two sentences of one pattern share by themselves. */
export interface Background {
  /** The likeness of the most alike other unit, on either side, from 0 to 1; those that wait for a partner do not count. */
  of(old: number, new_: number): number
}

const CLOSEST = 3

/** Looks into both revisions, taken units too: many football results are alike, and none is the other. */
export function createBackground(alignment: Alignment): Background {
  let indexes: { readonly old: UnitIndex; readonly new: UnitIndex } | null = null
  return {
    of(old, new_) {
      indexes ??= { old: indexAll(alignment, 'from'), new: indexAll(alignment, 'to') }
      const isOtherOld = (unit: number) => unit !== old && alignment.newUnitOf[unit]! >= 0
      const isOtherNew = (unit: number) => unit !== new_ && alignment.oldUnitOf[unit]! >= 0
      return Math.max(
        0,
        ...indexes.old.closest(new_, CLOSEST, isOtherOld).map(other => likenessOf(alignment, other, new_)),
        ...indexes.new.closest(old, CLOSEST, isOtherNew).map(other => likenessOf(alignment, old, other)),
      )
    },
  }
}

function indexAll(alignment: Alignment, side: 'from' | 'to'): UnitIndex {
  return indexUnits(alignment, side, () => true, 'sampled')
}
