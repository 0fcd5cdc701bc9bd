import type { Side } from './side.ts'
import type { Vocabulary } from './vocabulary.ts'

/** How well a token agrees with its partner: not at all, in place only, in part (`closed`, `closure`), or but for typography. */
export const GRADE = { none: 0, placed: 1, alike: 2, equal: 3 } as const
export type Grade = (typeof GRADE)[keyof typeof GRADE]

/**
 * What is known so far about where the older revision's units and tokens are in the newer one. -1 stands for none.
 * A token has one partner at most, on either side: what is taken is not available to another.
 */
export interface Alignment {
  readonly from: Side
  readonly to: Side
  readonly vocabulary: Vocabulary
  /** Of each word by its id: how much it tells a passage from others, its fold, and whether it is a sign or a number. */
  readonly weights: Float32Array
  readonly folds: Int32Array
  readonly areSigns: Uint8Array
  readonly areNumbers: Uint8Array
  /** A count for each word, all zero between uses. */
  readonly scratch: Int32Array
  /** Room for one comparison of words. */
  readonly grid: Grid
  readonly foldKeys: readonly string[]
  readonly newUnitOf: Int32Array
  readonly oldUnitOf: Int32Array
  readonly newTokenOf: Int32Array
  readonly oldTokenOf: Int32Array
  /** The grade of each old token's partner. */
  readonly grades: Uint8Array
  /** Old units with the new ones that may be meant: several, or one that another old unit has an equal claim to. */
  readonly contested: Map<number, Set<number>>
  /** The new units of all claims that are open: nobody gets them. */
  readonly withheld: Set<number>
}

/** Cells for all pairs of words of two units: the best weight up to there, the way there, and how the two words agree. */
export interface Grid {
  totals: Float64Array
  moves: Uint8Array
  grades: Uint8Array
}

const USUAL_CELLS = 64 * 64

/** Room for so many pairs of words. */
export function createGrid(cells: number): Grid {
  return { totals: new Float64Array(cells), moves: new Uint8Array(cells), grades: new Uint8Array(cells) }
}

/** Nothing is known yet. */
export function createAlignment(from: Side, to: Side, vocabulary: Vocabulary): Alignment {
  return {
    from,
    to,
    vocabulary,
    weights: weighWords([from, to], vocabulary),
    folds: Int32Array.from(vocabulary.words, ({ fold }) => fold),
    foldKeys: vocabulary.words.map(({ fold }) => vocabulary.words[fold]!.key),
    areSigns: Uint8Array.from(vocabulary.words, ({ kind }) => Number(kind === 'sign')),
    areNumbers: Uint8Array.from(vocabulary.words, ({ kind }) => Number(kind === 'number')),
    scratch: new Int32Array(vocabulary.words.length),
    grid: createGrid(USUAL_CELLS),
    newUnitOf: new Int32Array(from.units.length).fill(-1),
    oldUnitOf: new Int32Array(to.units.length).fill(-1),
    newTokenOf: new Int32Array(from.words.length).fill(-1),
    oldTokenOf: new Int32Array(to.words.length).fill(-1),
    grades: new Uint8Array(from.words.length),
    contested: new Map(),
    withheld: new Set(),
  }
}

/** Pairs two units, but not their tokens. */
export function pairUnits(alignment: Alignment, old: number, new_: number): void {
  alignment.newUnitOf[old] = new_
  alignment.oldUnitOf[new_] = old
}

/**
 * Whether an old or a new token can still be paired: it has no partner, or one that only stands in its place, which
 * gives way to a better one.
 */
export function isOpen({ newTokenOf, oldTokenOf, grades }: Alignment, side: 'from' | 'to', token: number): boolean {
  const old = side === 'from' ? token : oldTokenOf[token]!
  return old < 0 || newTokenOf[old]! < 0 || grades[old]! <= GRADE.placed
}

/** Pairs two open tokens; what only stands in its place does so where neither has a partner. */
export function pairTokens(alignment: Alignment, old: number, new_: number, grade: Grade): void {
  const { newTokenOf, oldTokenOf, grades } = alignment
  const [knownNew, knownOld] = [newTokenOf[old]!, oldTokenOf[new_]!]
  if (grade <= GRADE.placed && (knownNew >= 0 || knownOld >= 0)) return
  if (knownNew >= 0) oldTokenOf[knownNew] = -1
  if (knownOld >= 0) {
    newTokenOf[knownOld] = -1
    grades[knownOld] = GRADE.none
  }
  newTokenOf[old] = new_
  oldTokenOf[new_] = old
  grades[old] = grade
}

/** Pairs two units with equal words, and their tokens one by one. */
export function pairEqual(alignment: Alignment, old: number, new_: number): void {
  pairUnits(alignment, old, new_)
  const { from, to } = alignment.from.units[old]!
  const start = alignment.to.units[new_]!.from
  for (let token = from; token < to; token += 1) {
    pairTokens(alignment, token, start + token - from, GRADE.equal)
  }
}

/** Leaves it open whether an old unit is a new one; neither is paired any more. */
export function contest({ contested, withheld }: Alignment, old: number, new_: number): void {
  const known = contested.get(old) ?? new Set()
  contested.set(old, known.add(new_))
  withheld.add(new_)
}

/** Whether two units can still be paired with each other. */
export function areFree({ newUnitOf, oldUnitOf, contested, withheld }: Alignment, old: number, new_: number): boolean {
  return newUnitOf[old]! < 0 && oldUnitOf[new_]! < 0 && !contested.has(old) && !withheld.has(new_)
}

/** The weight of a token of a side. */
export function weightOf({ weights }: Alignment, side: Side, token: number): number {
  return weights[side.words[token]!]!
}

const SIGN_WEIGHT = 0.05
const CHARACTER_WEIGHT = 0.5 // about two characters make a word
const SHORT_WORDS = [0, 0.4, 0.5, 0.6, 0.8] // by length in UTF-16 units; short words are mostly grammar
const LEAST_WEIGHT = 0.1

function weighWords(sides: readonly Side[], { words }: Vocabulary): Float32Array {
  const spread = new Float32Array(words.length)
  let count = 0
  for (const side of sides) {
    const here = unitsWithEach(side, words)
    count = Math.max(count, side.units.length)
    for (const [fold, units] of here.entries()) spread[fold] = Math.max(spread[fold]!, units)
  }
  return Float32Array.from(words, ({ key, fold, kind }) => {
    if (kind === 'sign') return SIGN_WEIGHT
    const rarity = Math.log((count + 1) / Math.max(1, spread[fold]!)) / Math.log(count + 1)
    const worth = kind === 'character' ? CHARACTER_WEIGHT : kind === 'number' ? 1 : (SHORT_WORDS[key.length] ?? 1)
    return Math.max(LEAST_WEIGHT, rarity * worth)
  })
}

function unitsWithEach(side: Side, words: Vocabulary['words']): Int32Array {
  const counts = new Int32Array(words.length)
  const lastSeen = new Int32Array(words.length).fill(-1)
  for (const [token, word] of side.words.entries()) {
    const { fold } = words[word]!
    const unit = side.unitOf[token]!
    if (lastSeen[fold] === unit) continue
    lastSeen[fold] = unit
    counts[fold]! += 1
  }
  return counts
}
