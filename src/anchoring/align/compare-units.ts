import { createGrid, GRADE, isOpen, pairTokens, weightOf, type Alignment, type Grade, type Grid } from './alignment.ts'
import type { Side } from './side.ts'
import type { TokenRange } from './token-range.ts'
import { areAlike } from './alike-words.ts'

/** What two units share, of the words that are not taken yet. Weights are sums over tokens. */
export interface Comparison {
  readonly matches: readonly Match[]
  /** Weight of what agrees, in part or wholly. */
  readonly shared: number
  /** Weight of all that could have agreed. */
  readonly old: number
  readonly new: number
}

interface Match {
  readonly old: number
  readonly new: number
  readonly grade: Grade
}

/**
 * Compares two units word by word, in order (Needleman and Wunsch 1970, weighted). Takes time in proportion to the
 * product of their lengths, which `cutUnits` bounds.
 */
export function compareUnits(alignment: Alignment, old: TokenRange, new_: TokenRange): Comparison {
  return compareTokens(alignment, open(alignment, 'from', old), open(alignment, 'to', new_))
}

/** Compares old tokens, whether they are taken or not, with new ones that are not. */
export function compareAnew(alignment: Alignment, old: TokenRange, new_: TokenRange): Comparison {
  return compareTokens(alignment, tokensOf(old), open(alignment, 'to', new_))
}

/** Compares two units whatever of them is taken. */
export function compareWholly(alignment: Alignment, old: TokenRange, new_: TokenRange): Comparison {
  return compareTokens(alignment, tokensOf(old), tokensOf(new_))
}

function compareTokens(alignment: Alignment, oldTokens: readonly number[], newTokens: readonly number[]): Comparison {
  const { from, to } = alignment
  const matches = matchTokens(alignment, oldTokens, newTokens)
  return {
    matches,
    shared: matches.reduce((sum, match) => sum + creditOfMatch(alignment, match), 0),
    old: weightOfAll(alignment, from, oldTokens),
    new: weightOfAll(alignment, to, newTokens),
  }
}

/** Takes over what a comparison found: from now on these words are taken. */
export function acceptMatches(alignment: Alignment, { matches }: Comparison): void {
  for (const match of matches) pairTokens(alignment, match.old, match.new, match.grade)
}

/** How much of both units agrees, from 0 to 1 (Dice 1945, by weight). */
export function similarity({ shared, old, new: new_ }: Comparison): number {
  return old + new_ === 0 ? 0 : (2 * shared) / (old + new_)
}

function creditOfMatch(alignment: Alignment, { old, new: new_, grade }: Match): number {
  return creditOf(alignment, alignment.from.words[old]!, alignment.to.words[new_]!, grade)
}

function open(alignment: Alignment, side: 'from' | 'to', range: TokenRange): readonly number[] {
  return tokensOf(range).filter(token => isOpen(alignment, side, token))
}

function tokensOf({ from, to }: TokenRange): readonly number[] {
  const tokens: number[] = []
  for (let token = from; token < to; token += 1) tokens.push(token)
  return tokens
}

function weightOfAll(alignment: Alignment, side: Side, tokens: readonly number[]): number {
  return tokens.reduce((sum, token) => sum + weightOf(alignment, side, token), 0)
}

/** Most of an edited sentence is as it was: only what lies between the equal words at both ends needs a search. */
function matchTokens(alignment: Alignment, old: readonly number[], new_: readonly number[]): readonly Match[] {
  const { from, to } = alignment
  const isEqual = (i: number, j: number) => from.words[old.at(i)!] === to.words[new_.at(j)!]
  const least = Math.min(old.length, new_.length)
  let start = 0
  while (start < least && isEqual(start, start)) start += 1
  let end = 0
  while (end < least - start && isEqual(-1 - end, -1 - end)) end += 1
  const equals = (count: number, first: number) =>
    Array.from({ length: count }, (_, index) => ({
      old: old.at(first + index)!,
      new: new_.at(first + index)!,
      grade: GRADE.equal,
    }))
  const middle = alignTokens(alignment, old.slice(start, old.length - end), new_.slice(start, new_.length - end))
  return [...equals(start, 0), ...middle, ...equals(end, -end)]
}

const STOP = 0
const PAIR = 1
const SKIP_OLD = 2
const SKIP_NEW = 3

// Of alignments that share the same words the one with fewer pieces is right.
const CONTIGUITY = 0.03

function alignTokens(alignment: Alignment, old: readonly number[], new_: readonly number[]): readonly Match[] {
  const { from, to } = alignment
  const width = new_.length + 1
  const { totals, moves, grades } = gridOf(alignment, old.length + 1, width)
  for (let i = 1; i <= old.length; i += 1) {
    const a = from.words[old[i - 1]!]!
    for (let j = 1; j <= new_.length; j += 1) {
      const b = to.words[new_[j - 1]!]!
      const cell = i * width + j
      const diagonal = cell - width - 1
      const grade = gradeOf(alignment, a, b)
      const continues = grade >= GRADE.alike && grades[diagonal]! >= GRADE.alike ? CONTIGUITY : 0
      const paired = totals[diagonal]! + creditOf(alignment, a, b, grade) + continues
      const [above, left] = [totals[cell - width]!, totals[cell - 1]!]
      const skipped = Math.max(above, left)
      const isPaired = grade !== GRADE.none && paired >= skipped
      totals[cell] = isPaired ? paired : skipped
      moves[cell] = isPaired ? PAIR : above >= left ? SKIP_OLD : SKIP_NEW
      grades[cell] = isPaired ? grade : GRADE.none
    }
  }
  return traceBack({ old, new: new_, moves, grades })
}

/** The same cells for every comparison, of which there are tens of thousands; those of the first row and column are empty. */
function gridOf({ grid }: Alignment, height: number, width: number): Grid {
  if (grid.totals.length < height * width) Object.assign(grid, createGrid(height * width))
  const { totals, moves, grades } = grid
  for (let row = 0; row < height; row += 1) empty(row * width)
  for (let column = 1; column < width; column += 1) empty(column)
  return grid

  function empty(cell: number): void {
    totals[cell] = 0
    moves[cell] = STOP
    grades[cell] = GRADE.none
  }
}

interface Trace {
  readonly old: readonly number[]
  readonly new: readonly number[]
  readonly moves: Uint8Array
  readonly grades: Uint8Array
}

function traceBack({ old, new: new_, moves, grades }: Trace): readonly Match[] {
  const width = new_.length + 1
  const matches: Match[] = []
  let [i, j] = [old.length, new_.length]
  for (let move = moves[i * width + j]!; move !== STOP; move = moves[i * width + j]!) {
    const grade = grades[i * width + j] as Grade
    if (move !== SKIP_NEW) i -= 1
    if (move !== SKIP_OLD) j -= 1
    if (move === PAIR) matches.push({ old: old[i]!, new: new_[j]!, grade })
  }
  return matches.reverse()
}

// Words of the same kind may stand for each other where nothing better is there: worth a little, so that they pair up.
const PLACED = 0.01
const SAME_BUT_CASE = 0.9
/** What a word that is merely alike is worth of its weight. */
export const ALIKE = 0.6
const BOTH_NUMBERS = 0.3

/** How well two words agree, by their ids. */
function gradeOf({ folds, foldKeys, areSigns }: Alignment, a: number, b: number): Grade {
  if (a === b) return GRADE.equal
  if (folds[a] === folds[b]) return GRADE.alike
  if (areSigns[a] !== areSigns[b]) return GRADE.none
  if (areSigns[a] === 1) return GRADE.placed
  return areAlike(foldKeys[a]!, foldKeys[b]!) ? GRADE.alike : GRADE.placed
}

function creditOf({ weights, folds, areNumbers }: Alignment, a: number, b: number, grade: Grade): number {
  if (grade === GRADE.equal) return weights[a]!
  if (grade === GRADE.none) return 0
  if (folds[a] === folds[b]) return SAME_BUT_CASE * weights[b]!
  const least = Math.min(weights[a]!, weights[b]!)
  if (grade === GRADE.alike) return ALIKE * least
  return areNumbers[a] === 1 && areNumbers[b] === 1 ? BOTH_NUMBERS * least : PLACED
}
