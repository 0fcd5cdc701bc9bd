import type { Alignment } from './alignment.ts'
import { heaviestChain } from './heaviest-chain.ts'

/** The old units that stand in another order in the newer text: all but the heaviest part that kept its order. */
export function findMoved(alignment: Alignment): ReadonlySet<number> {
  const { from, newUnitOf } = alignment
  const pairs = from.units.flatMap((unit, old) => {
    if (newUnitOf[old]! < 0) return []
    return [{ old, new: firstPlace(alignment, old), weight: unit.to - unit.from }]
  })
  const kept = new Set(heaviestChain(pairs).map(({ old }) => old))
  return new Set(pairs.map(({ old }) => old).filter(old => !kept.has(old)))
}

// Two units that were merged have the same partner, but not the same words of it.
function firstPlace({ from, to, newTokenOf, newUnitOf }: Alignment, old: number): number {
  const unit = from.units[old]!
  const partner = to.units[newUnitOf[old]!]!
  for (let token = unit.from; token < unit.to; token += 1) {
    const place = newTokenOf[token]!
    if (place >= partner.from && place < partner.to) return place
  }
  return partner.from
}
