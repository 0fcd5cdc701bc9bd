import { areFree, GRADE, weightOf, type Alignment } from './alignment.ts'
import { ALIKE, compareUnits, compareWholly, similarity, type Comparison } from './compare-units.ts'
import type { WeighedPair } from './heaviest-chain.ts'
import type { Side } from './side.ts'
import { sharedAtMost } from './unit-index.ts'

/** An old and a new unit that may be the same, with how much speaks for it, from 0 to 1. */
export interface Candidate extends WeighedPair {
  readonly comparison: Comparison
}

/** Compares two units, unless it is clear beforehand that they fall short of the floor. */
export function candidateOf(alignment: Alignment, old: number, new_: number, floor: number): readonly Candidate[] {
  const { from, to } = alignment
  if (!areFree(alignment, old, new_)) return []
  const weights = [weightOfUnit(alignment, from, old), weightOfUnit(alignment, to, new_)] as const
  const shared = sharedAtMost(alignment, old, new_)
  // What is merely alike counts too, and is not in this sum.
  if (shared < (floor - ALIKE_AT_MOST) * Math.min(...weights)) return []
  const comparison = compareUnits(alignment, from.units[old]!, to.units[new_]!)
  const weight = Math.max(likeness(alignment, comparison), likenessInAnyOrder(shared, weights))
  return weight >= floor ? [{ old, new: new_, weight, comparison }] : []
}

const ALIKE_AT_MOST = 0.3

const NEARLY_ALL = 0.85
const REORDERED = 0.8 // the same words in another order are worth less: "A thanked B", "B thanked A"

function likenessInAnyOrder(shared: number, [old, new_]: readonly [number, number]): number {
  const share = (2 * shared) / (old + new_)
  return share >= NEARLY_ALL ? REORDERED * share : 0
}

/** How alike two units are, whatever of them is taken, from 0 to 1; 0 where it is clear beforehand that it is less than `least`. */
export function likenessOf(alignment: Alignment, old: number, new_: number, least: number): number {
  if (likenessAtMost(alignment, old, new_) < least) return 0
  return likeness(alignment, compareWholly(alignment, alignment.from.units[old]!, alignment.to.units[new_]!))
}

// The weights of two forms of one word, which differ in length, differ by no more.
const FORMS = 1.25

/** What the likeness of two units does not exceed: where they have no word in common, words are alike at most. */
function likenessAtMost(alignment: Alignment, old: number, new_: number): number {
  const { from, to } = alignment
  const [weightOld, weightNew] = [weightOfUnit(alignment, from, old), weightOfUnit(alignment, to, new_)]
  const least = Math.min(weightOld, weightNew)
  const common = sharedAtMost(alignment, old, new_)
  const shared = FORMS * common + ALIKE * Math.max(0, least - common)
  return Math.max((2 * shared) / (weightOld + weightNew), (CONTAINED * shared) / least)
}

/** How alike two units are, or how wholly the shorter one stands in one stretch of the longer, from 0 to 1. */
function likeness(alignment: Alignment, comparison: Comparison): number {
  const { shared, old, new: new_ } = comparison
  const whole = similarity(comparison)
  const least = Math.min(old, new_)
  if (least < TELLING_WEIGHT || shared < whole * least) return whole
  const isCompact = shared >= COMPACT * stretchWeight(alignment, comparison)
  return isCompact ? Math.max(whole, (CONTAINED * shared) / least) : whole
}

const TELLING_WEIGHT = 1.5 // about three words: fewer stand in some longer sentence by chance
const COMPACT = 0.6
const CONTAINED = 0.85 // a part is worth less than the whole

/** The weight of the stretch, on the longer side, from the first to the last word that agrees. */
export function stretchWeight(alignment: Alignment, { matches, old, new: new_ }: Comparison): number {
  const isWord = (token: number) => alignment.areSigns[alignment.from.words[token]!] === 0
  const agreeing = matches.filter(match => match.grade >= GRADE.alike && isWord(match.old))
  const [first, last] = [agreeing[0], agreeing.at(-1)]
  if (!first || !last) return 0
  return old > new_
    ? weightOfStretch(alignment, alignment.from, first.old, last.old)
    : weightOfStretch(alignment, alignment.to, first.new, last.new)
}

function weightOfStretch(alignment: Alignment, side: Side, first: number, last: number): number {
  let sum = 0
  for (let token = first; token <= last; token += 1) sum += weightOf(alignment, side, token)
  return sum
}

/** The weight of all tokens of a unit. */
export function weightOfUnit(alignment: Alignment, side: Side, unit: number): number {
  const { from, to } = side.units[unit]!
  return weightOfStretch(alignment, side, from, to - 1)
}

/**
 * Whether two candidates want the same words: the same old or new unit, and mostly the same part of it. Two sentences
 * that were merged want different parts of one.
 */
export function compete(a: Candidate, b: Candidate): boolean {
  if (a === b) return false
  if (a.old === b.old) return overlap(agreeing(a, 'old'), agreeing(b, 'old'))
  if (a.new === b.new) return overlap(agreeing(a, 'new'), agreeing(b, 'new'))
  return false
}

function agreeing({ comparison }: Candidate, side: 'old' | 'new'): ReadonlySet<number> {
  return new Set(comparison.matches.filter(({ grade }) => grade >= GRADE.alike).map(match => match[side]))
}

function overlap(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  const shared = [...a].filter(token => b.has(token)).length
  return 2 * shared >= Math.min(a.size, b.size)
}
