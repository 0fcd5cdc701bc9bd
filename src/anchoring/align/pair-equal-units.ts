import { areFree, pairEqual, type Alignment } from './alignment.ts'
import { heaviestChain, type WeighedPair } from './heaviest-chain.ts'
import type { Side } from './side.ts'

/**
 * Pairs units with equal words where that is beyond doubt: unique ones whose neighbours agree too, in their order or
 * moved together; then repeated ones next to what is paired, unless two have the same claim.
 */
export function pairEqualUnits(alignment: Alignment, ids: UnitIds): void {
  const unique = uniquePairs(alignment, ids)
  pairRuns(alignment, ids, { pairs: heaviestChain(unique), fewestTokens: 0 })
  pairRuns(alignment, ids, { pairs: unique, fewestTokens: FEWEST_MOVED })
  pairRepeated(alignment, ids)
}

// Two short sentences in a row ("Yes. No.") may stand elsewhere by chance.
const FEWEST_MOVED = 12 // tokens

/** Numbers for units, equal when their words are. */
export interface UnitIds {
  readonly old: Int32Array
  readonly new: Int32Array
}

/** Numbers for the units of both revisions: equal exactly when the words are, whatever their typography. */
export function nameUnits({ from, to }: Pick<Alignment, 'from' | 'to'>): UnitIds {
  const known = new Map<string, number>()
  const nameAll = (side: Side) =>
    Int32Array.from(side.units, unit => {
      const words = side.words.subarray(unit.from, unit.to).join()
      const id = known.get(words) ?? known.size
      known.set(words, id)
      return id
    })
  return { old: nameAll(from), new: nameAll(to) }
}

function uniquePairs({ from }: Alignment, ids: UnitIds): readonly WeighedPair[] {
  const onlyNew = onlyPlaces(ids.new)
  return [...onlyPlaces(ids.old)].flatMap(([id, old]) => {
    const place = onlyNew.get(id)
    const unit = from.units[old]!
    return place === undefined ? [] : [{ old, new: place, weight: unit.to - unit.from }]
  })
}

function onlyPlaces(ids: Int32Array): ReadonlyMap<number, number> {
  const places = new Map<number, number>()
  const repeated = new Set<number>()
  for (const [place, id] of ids.entries()) {
    if (places.has(id)) repeated.add(id)
    places.set(id, place)
  }
  for (const id of repeated) places.delete(id)
  return places
}

interface RunsToPair {
  readonly pairs: readonly WeighedPair[]
  readonly fewestTokens: number
}

function pairRuns(alignment: Alignment, ids: UnitIds, { pairs, fewestTokens }: RunsToPair): void {
  const accepted = pairs.filter(({ old, new: new_ }) => {
    const isNextTo = (step: number) => agrees(ids, old + step, new_ + step)
    if (!isNextTo(1) && !isNextTo(-1)) return false
    return fewestTokens === 0 || tokensOfRun(alignment, ids, old, new_, fewestTokens) >= fewestTokens
  })
  for (const { old, new: new_ } of accepted) if (areFree(alignment, old, new_)) pairEqual(alignment, old, new_)
}

/** Whether two units agree; the two beginnings agree, and so do the two ends. */
function agrees(ids: UnitIds, old: number, new_: number): boolean {
  if (old < 0 || new_ < 0) return old === new_
  if (old >= ids.old.length || new_ >= ids.new.length) return old === ids.old.length && new_ === ids.new.length
  return ids.old[old] === ids.new[new_]
}

function tokensOfRun({ from }: Alignment, ids: UnitIds, old: number, new_: number, enough: number): number {
  let tokens = 0
  const take = (place: number) => (tokens += from.units[place]!.to - from.units[place]!.from)
  const isInside = (place: number) => place >= 0 && place < ids.old.length
  for (let step = 0; tokens < enough && isInside(old + step) && agrees(ids, old + step, new_ + step); step += 1)
    take(old + step)
  for (let step = -1; tokens < enough && isInside(old + step) && agrees(ids, old + step, new_ + step); step -= 1)
    take(old + step)
  return tokens
}

/** How strongly the units beside two units support that these belong together. */
interface Pair {
  readonly old: number
  readonly new: number
}
interface Claim extends Pair {
  readonly support: number
}

const NEIGHBOUR = 1
const NEIGHBOUR_IN_BLOCK = 1.5 // what stands in the same paragraph says more than what another ends with

function pairRepeated(alignment: Alignment, ids: UnitIds): void {
  let frontier: readonly Pair[] = [
    { old: -1, new: -1 },
    { old: ids.old.length, new: ids.new.length },
    ...paired(alignment),
  ]
  while (frontier.length > 0) {
    frontier = undisputed(claimsNextTo(alignment, ids, frontier))
    for (const { old, new: new_ } of frontier) pairEqual(alignment, old, new_)
  }
}

function paired({ newUnitOf }: Alignment): readonly Pair[] {
  return Array.from(newUnitOf, (new_, old) => ({ old, new: new_ })).filter(pair => pair.new >= 0)
}

function claimsNextTo(alignment: Alignment, ids: UnitIds, frontier: readonly Pair[]): readonly Claim[] {
  const claims = new Map<string, Claim>()
  const { from, to } = alignment
  const isInBlock = (side: Side, a: number, b: number) => side.units[a]?.block === side.units[b]?.block
  const claim = (old: number, new_: number, step: number) => {
    if (old < 0 || new_ < 0 || old >= ids.old.length || new_ >= ids.new.length) return
    if (!agrees(ids, old, new_) || !areFree(alignment, old, new_)) return
    const name = `${old} ${new_}`
    const isClose = isInBlock(from, old, old - step) && isInBlock(to, new_, new_ - step)
    const support = (claims.get(name)?.support ?? 0) + (isClose ? NEIGHBOUR_IN_BLOCK : NEIGHBOUR)
    claims.set(name, { old, new: new_, support })
  }
  for (const { old, new: new_ } of frontier) {
    claim(old + 1, new_ + 1, 1)
    claim(old - 1, new_ - 1, -1)
  }
  return [...claims.values()]
}

/** The claims that no other on the same old or new unit equals. */
function undisputed(claims: readonly Claim[]): readonly Claim[] {
  const best = new Map<string, { support: number; count: number }>()
  const sides = (claim: Claim) => [`old ${claim.old}`, `new ${claim.new}`]
  for (const claim of claims) {
    for (const side of sides(claim)) {
      const known = best.get(side)
      if (!known || claim.support > known.support) best.set(side, { support: claim.support, count: 1 })
      else if (claim.support === known.support) known.count += 1
    }
  }
  return claims.filter(claim =>
    sides(claim).every(side => best.get(side)!.count === 1 && claim.support === best.get(side)!.support),
  )
}
