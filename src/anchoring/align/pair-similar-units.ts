import { areFree, contest, pairUnits, type Alignment } from './alignment.ts'
import { candidateOf, compete, type Candidate } from './candidates.ts'
import { acceptMatches } from './compare-units.ts'
import type { Background } from './background.ts'
import type { Gap } from './gaps.ts'
import { heaviestChain } from './heaviest-chain.ts'
import { oldTwins, newTwins, type Twins } from './twins.ts'
import type { UnitIndex } from './unit-index.ts'

/** Pairs the units of a gap that were edited and are clearly each other's best: what they leave is a smaller gap. */
export function pairClearly(alignment: Alignment, gap: Gap, lookups: Lookups): void {
  // What is beside an open gap may still be found to belong elsewhere.
  const floor = gap.isClosed ? floorOf(alignment, gap) : FLOOR_OPEN_AT_FIRST
  const candidates = candidatesIn(alignment, gap, lookups.index, floor)
  const rivals = rivalsOf(candidates)
  const inOrder = new Set<Candidate>(heaviestChain(candidates))
  for (const candidate of byWeight(candidates)) {
    if (!isFree(alignment, candidate) || !leads(alignment, candidate, rivals)) continue
    if (inOrder.has(candidate) || isLong(alignment, candidate) || !isClaimed(alignment, candidate, rivals, inOrder)) {
      settle(alignment, candidate, lookups, gap)
    }
  }
}

// Of "The motion was lost" and "The motion was carried" one may have been deleted and the other edited to its words.
const LONG = 12 // tokens

function isLong({ from }: Alignment, { old }: Candidate): boolean {
  return from.units[old]!.to - from.units[old]!.from >= LONG
}

/** Whether another claims the same place that would not have to leave its order for it. */
function isClaimed(
  alignment: Alignment,
  candidate: Candidate,
  rivals: Rivals,
  inOrder: ReadonlySet<Candidate>,
): boolean {
  return rivals
    .get(candidate)!
    .some(rival => inOrder.has(rival) && isFree(alignment, rival) && compete(candidate, rival))
}

/**
 * Pairs what is left in a gap: those that keep their order, then those that changed places. Where two have about the
 * same claim nobody is paired.
 */
export function pairInOrder(alignment: Alignment, gap: Gap, lookups: Lookups): void {
  const candidates = candidatesIn(alignment, gap, lookups.index, floorOf(alignment, gap))
  const rivals = rivalsOf(candidates)
  const kept = heaviestChain(candidates)
  const chosen = new Set(kept)
  for (const candidate of [...byWeight(kept), ...byWeight(candidates)]) {
    if (!isFree(alignment, candidate)) continue
    const equals = equalRivals(alignment, candidate, rivals, chosen)
    if (equals.length === 0) settle(alignment, candidate, lookups, gap)
    else for (const { old, new: new_ } of [candidate, ...equals]) contest(alignment, old, new_)
  }
}

/** What finds units elsewhere in the texts. */
export interface Lookups {
  readonly index: UnitIndex
  readonly twins: Twins
  readonly background: Background
}

// In a closed gap the place itself speaks for a pair. Measured on the corpus: what was edited shares 0.45 and more,
// another sentence about the same things 0.35 and less.
const FLOOR = 0.42
const FLOOR_ALONE = 0.36 // one sentence before, one after, all around them the same
const FLOOR_OPEN = 0.6
const FLOOR_OPEN_AT_FIRST = 0.75
const FLOOR_CELL = 0.25 // a number in a table
const CELL = 2 // tokens

/** By how much one claim must exceed another. */
export const MARGIN = 0.08
const MARGIN_ALONE = 0.02 // where nothing but the pair is in question

function floorOf({ from }: Alignment, { old, new: new_, isClosed }: Gap): number {
  if (!isClosed) return FLOOR_OPEN
  if (old.length > 1 || new_.length > 1) return FLOOR
  const unit = from.units[old[0]!]!
  return unit.to - unit.from <= CELL ? FLOOR_CELL : FLOOR_ALONE
}

const ALL_WITH_ALL = 900 // comparisons; beyond, only those that share telling words
const CLOSEST = 6

function candidatesIn(alignment: Alignment, gap: Gap, index: UnitIndex, floor: number): readonly Candidate[] {
  if (gap.old.length * gap.new.length <= ALL_WITH_ALL) {
    return gap.old.flatMap(old => gap.new.flatMap(new_ => candidateOf(alignment, old, new_, floor)))
  }
  const inGap = new Set(gap.new)
  return gap.old.flatMap(old =>
    index.closest(old, CLOSEST, new_ => inGap.has(new_)).flatMap(new_ => candidateOf(alignment, old, new_, floor)),
  )
}

function byWeight(candidates: readonly Candidate[]): readonly Candidate[] {
  return candidates.toSorted((a, b) => b.weight - a.weight || a.old - b.old || a.new - b.new)
}

function isFree(alignment: Alignment, { old, new: new_ }: Candidate): boolean {
  return areFree(alignment, old, new_)
}

// A sentence as alike as this, in the same place, is the edited one, whatever pattern others of the text share with it.
const PLAINLY_EDITED = 0.75

/**
 * Pairs two units, unless the very words of either stand elsewhere without a partner: then it may be that one was
 * deleted and the other moved, and nobody can tell.
 */
function settle(alignment: Alignment, candidate: Candidate, { twins, background }: Lookups, gap: Gap): void {
  const { old, new: new_, weight } = candidate
  const otherOld = oldTwins(twins, new_).filter(twin => twin !== old && areFree(alignment, twin, new_))
  const otherNew = newTwins(twins, old).filter(twin => twin !== new_ && areFree(alignment, old, twin))
  const isSame = twins.ids.old[old] === twins.ids.new[new_]
  if (gap.isClosed && isSame) return accept(alignment, candidate)
  // What stands in this place by chance leaves it to a sentence that is more like it, wherever that stood.
  const isPlainlyEdited = weight >= PLAINLY_EDITED
  const byPlace = weight - (isPlainlyEdited ? 0 : MARGIN_ALONE)
  if (byPlace < background.ofWaitingOld(new_, gap, byPlace)) return
  // Less is asked on the other side: a note at the end may repeat what was corrected here.
  if (weight + MARGIN < background.ofWaitingNew(old, gap, weight + MARGIN)) return
  const byPattern = weight - (isAlone(gap) ? MARGIN_ALONE : MARGIN)
  if (!isPlainlyEdited && byPattern < background.of(old, new_, byPattern)) return
  if (otherOld.length === 0 && otherNew.length === 0) return accept(alignment, candidate)
  for (const twin of [old, ...otherOld]) contest(alignment, twin, new_)
  for (const twin of otherNew) contest(alignment, old, twin)
}

/** Whether one sentence stands where one stood, and all around them is the same. */
function isAlone({ old, new: new_, isClosed }: Gap): boolean {
  return isClosed && old.length === 1 && new_.length === 1
}

/** Pairs two units and what agrees in them. */
export function accept(alignment: Alignment, { old, new: new_, comparison }: Candidate): void {
  pairUnits(alignment, old, new_)
  acceptMatches(alignment, comparison)
}

/** For each candidate those that share a unit with it. */
type Rivals = ReadonlyMap<Candidate, readonly Candidate[]>

function rivalsOf(candidates: readonly Candidate[]): Rivals {
  const byOld = grouped(candidates, ({ old }) => old)
  const byNew = grouped(candidates, candidate => candidate.new)
  return new Map(
    candidates.map(candidate => {
      const sharing = [...byOld.get(candidate.old)!, ...byNew.get(candidate.new)!]
      return [candidate, sharing.filter(other => other !== candidate)]
    }),
  )
}

function grouped(
  candidates: readonly Candidate[],
  unitOf: (candidate: Candidate) => number,
): ReadonlyMap<number, readonly Candidate[]> {
  const groups = new Map<number, Candidate[]>()
  for (const candidate of candidates) {
    const group = groups.get(unitOf(candidate))
    if (group) group.push(candidate)
    else groups.set(unitOf(candidate), [candidate])
  }
  return groups
}

function leads(alignment: Alignment, candidate: Candidate, rivals: Rivals): boolean {
  return rivals
    .get(candidate)!
    .every(
      rival => rival.weight <= candidate.weight - MARGIN || !isFree(alignment, rival) || !compete(candidate, rival),
    )
}

/** The rivals with about the same claim that nothing else explains: not those that have a better place of their own. */
function equalRivals(
  alignment: Alignment,
  candidate: Candidate,
  rivals: Rivals,
  chosen: ReadonlySet<Candidate>,
): readonly Candidate[] {
  return rivals.get(candidate)!.filter(rival => {
    if (rival.weight <= candidate.weight - MARGIN || !isFree(alignment, rival) || !compete(candidate, rival))
      return false
    const ownPlaces = rivals.get(rival)!.filter(other => chosen.has(other) && other !== candidate)
    return !ownPlaces.some(own => own.weight >= rival.weight - MARGIN && isFree(alignment, own))
  })
}
