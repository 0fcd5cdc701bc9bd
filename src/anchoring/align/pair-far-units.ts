import { areFree, contest, type Alignment } from './alignment.ts'
import { candidateOf, compete, type Candidate } from './candidates.ts'
import { accept, MARGIN, type Lookups } from './pair-similar-units.ts'
import { isTelling, newTwins } from './twins.ts'

/**
 * Pairs what was moved alone, also edited on the way: old units that are left, with new ones that are left, wherever
 * they stand. Without a place that speaks for it a pair needs to be more alike, and clearly ahead of every other.
 */
export function* pairFarUnits(alignment: Alignment, lookups: Lookups, sureness: Sureness): Generator<void> {
  const candidates: Candidate[] = []
  for (let old = 0; old < alignment.newUnitOf.length; old += 1) {
    candidates.push(...farCandidates(alignment, old, lookups, FLOORS[sureness]))
    if (old % OLD_AT_ONCE === 0) yield
  }
  candidates.sort((a, b) => b.weight - a.weight || a.old - b.old || a.new - b.new)
  const rivals = rivalsOf(candidates)
  for (const candidate of candidates) {
    if (!areFree(alignment, candidate.old, candidate.new)) continue
    const equals = rivals(candidate).filter(
      rival =>
        areFree(alignment, rival.old, rival.new) &&
        rival.weight > candidate.weight - MARGIN &&
        compete(candidate, rival),
    )
    if (equals.length === 0 && isDistinct(alignment, candidate, lookups)) accept(alignment, candidate)
    else if (equals.length === 0) continue
    else if (sureness === 'final')
      for (const { old, new: new_ } of [candidate, ...equals]) contest(alignment, old, new_)
  }
}

/** At first only what is very alike is paired, and equal claims wait: what is then beside it has a place of its own. */
export type Sureness = 'first' | 'final'

const FLOORS = { first: 0.8, final: 0.7 }
const CLOSEST = 8
const OLD_AT_ONCE = 64

function farCandidates(
  alignment: Alignment,
  old: number,
  { index, twins }: Lookups,
  floor: number,
): readonly Candidate[] {
  const { from, newUnitOf, contested } = alignment
  if (newUnitOf[old]! >= 0 || contested.has(old) || !isTelling(alignment, from, from.units[old]!, 'alone')) return []
  const isFree = (new_: number) => areFree(alignment, old, new_)
  const places = new Set([...newTwins(twins, old).filter(isFree), ...index.closest(old, CLOSEST, isFree)])
  return [...places].flatMap(new_ => candidateOf(alignment, old, new_, floor))
}

/** Whether a pair is more alike than sentences of one pattern are. */
function isDistinct(_: Alignment, { old, new: new_, weight }: Candidate, { background, twins }: Lookups): boolean {
  return twins.ids.old[old] === twins.ids.new[new_] || weight - MARGIN >= background.of(old, new_, weight - MARGIN)
}

function rivalsOf(candidates: readonly Candidate[]): (candidate: Candidate) => readonly Candidate[] {
  const sharing = new Map<string, Candidate[]>()
  const names = ({ old, new: new_ }: Candidate) => [`old ${old}`, `new ${new_}`]
  for (const candidate of candidates) {
    for (const name of names(candidate)) sharing.set(name, [...(sharing.get(name) ?? []), candidate])
  }
  return candidate => names(candidate).flatMap(name => sharing.get(name)!.filter(other => other !== candidate))
}
