import type { Alignment } from './alignment.ts'

/** Old units in a row that have no partner, and the new ones that stand where they should be. */
export interface Gap {
  readonly old: readonly number[]
  readonly new: readonly number[]
  /** Whether what stands before and after agrees on both sides: nothing else can have come between. */
  readonly isClosed: boolean
}

/** The gaps between what is paired, in the order of the older text. */
export function findGaps({ newUnitOf, oldUnitOf }: Alignment): readonly Gap[] {
  const gaps: Gap[] = []
  for (let start = 0; start < newUnitOf.length; start += 1) {
    if (newUnitOf[start]! >= 0) continue
    let end = start
    while (end < newUnitOf.length && newUnitOf[end]! < 0) end += 1
    const after = start === 0 ? 0 : newUnitOf[start - 1]! + 1
    const before = end === newUnitOf.length ? oldUnitOf.length - 1 : newUnitOf[end]! - 1
    const following = unpairedFrom(oldUnitOf, after, 1)
    const preceding = unpairedFrom(oldUnitOf, before, -1)
    const isClosed = following.length > 0 && following.at(-1) === preceding[0]
    gaps.push({
      old: range(start, end),
      new: isClosed ? following : [...new Set([...following, ...preceding.reverse()])].sort((a, b) => a - b),
      isClosed,
    })
    start = end
  }
  return gaps
}

function unpairedFrom(oldUnitOf: Int32Array, start: number, step: 1 | -1): number[] {
  const units: number[] = []
  for (let unit = start; unit >= 0 && unit < oldUnitOf.length && oldUnitOf[unit]! < 0; unit += step) units.push(unit)
  return units
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from }, (_, index) => from + index)
}
