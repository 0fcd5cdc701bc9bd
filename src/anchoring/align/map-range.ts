import { GRADE, weightOf, type Alignment } from './alignment.ts'
import { growToHunks, isBetweenNeighbours, type BoundRange, type Bounds } from './grow-range.ts'
import { endsUnit, startsUnit, type Side } from './side.ts'
import type { TokenMap } from './token-map.ts'
import type { TokenRange } from './token-range.ts'

/**
 * Where the tokens of a range went, in tokens of the newer text: its start and its end each for itself, so that what
 * came in between is inside. Several ranges when they went apart, none when too little of them is left.
 */
export function mapRange(
  alignment: Alignment,
  map: TokenMap,
  old: TokenRange,
  bounds: Bounds = 'as a sentence',
): readonly TokenRange[] {
  const untouched = unchangedRange(alignment, map, { ...old, bounds })
  if (untouched) return [untouched]
  const pieces = piecesOf(alignment, map, old)
  const replaced = pieces.length === 0 ? replacement(map, old) : null
  if (replaced) return isBetweenNeighbours(alignment, map, old, replaced) ? [replaced] : []
  return chosenOf(alignment, map, old, pieces)
    .filter(piece => isKept(alignment, map, old, piece))
    .map(piece => growToHunks(alignment, map, { ...old, bounds }, piece))
}

/** The new tokens when all are equal and in a row, and nothing came in at the ends of the sentence: the usual case. */
function unchangedRange({ from, to }: Alignment, map: TokenMap, old: BoundRange): TokenRange | null {
  const start = map.newOf(old.from)
  if (start < 0) return null
  for (let token = old.from; token < old.to; token += 1) {
    if (map.newOf(token) !== start + token - old.from || map.gradeOf(token) !== GRADE.equal) return null
  }
  const end = start + old.to - old.from
  const isWhole = old.bounds === 'as a sentence' && startsUnit(from, old.from) && endsUnit(from, old.to)
  return !isWhole || (startsUnit(to, start) && endsUnit(to, end)) ? { from: start, to: end } : null
}

/** New tokens that came from a range with nothing foreign among them, and the weight of the words that agree. */
interface Piece extends TokenRange {
  readonly solid: number
}

const FOREIGN = 0.5 // weight of words from elsewhere that may stand between two of a piece
const INSERTED = 2 // times the weight of the range that may have come in
const INSERTED_ANYWAY = 3 // weight

function piecesOf(alignment: Alignment, map: TokenMap, old: TokenRange): readonly Piece[] {
  const mostInserted = INSERTED * weightOfTokens(alignment, alignment.from, old) + INSERTED_ANYWAY
  const pieces: Piece[] = []
  for (let token = old.from; token < old.to; token += 1) {
    const place = map.newOf(token)
    if (place < 0) continue
    const solid = solidWeight(alignment, map, token)
    const last = pieces.at(-1)
    const between = last && { from: last.to, to: place }
    const continues =
      between &&
      between.to >= between.from &&
      foreignWeight(alignment, map, old, between) <= FOREIGN &&
      weightOfTokens(alignment, alignment.to, between) <= mostInserted
    if (continues) pieces.splice(-1, 1, { from: last.from, to: place + 1, solid: last.solid + solid })
    else pieces.push({ from: place, to: place + 1, solid })
  }
  return pieces
}

const MOST_FOREIGN = 0.15 // of the weight of what agrees
const MAIN = 0.6
const MINOR = 0.25

function chosenOf(alignment: Alignment, map: TokenMap, old: TokenRange, pieces: readonly Piece[]): readonly Piece[] {
  if (pieces.length < 2) return pieces
  const solid = pieces.reduce((sum, piece) => sum + piece.solid, 0)
  const whole = {
    from: Math.min(...pieces.map(({ from }) => from)),
    to: Math.max(...pieces.map(({ to }) => to)),
    solid,
  }
  if (foreignWeight(alignment, map, old, whole) <= MOST_FOREIGN * solid) return [whole]
  const main = pieces.filter(piece => piece.solid >= MAIN * solid)
  return main.length > 0 ? main : pieces.filter(piece => piece.solid >= MINOR * solid)
}

const KEPT = 0.45 // of the weight of the words
const MOST_OF_SENTENCE = 0.7

/** Whether enough of a range is left in a piece to say that it is still there. */
function isKept(alignment: Alignment, map: TokenMap, old: TokenRange, piece: Piece): boolean {
  const total = weightOfTokens(alignment, alignment.from, old)
  if (piece.solid >= KEPT * total) return true
  const units = unitRange(alignment.from, old)
  // The sentence as a whole was found alike, and this is most of it.
  if (total >= MOST_OF_SENTENCE * weightOfTokens(alignment, alignment.from, units)) return piece.solid > 0
  return isBetweenNeighbours(alignment, map, old, piece)
}

function unitRange({ units, unitOf }: Side, { from, to }: TokenRange): TokenRange {
  return { from: units[unitOf[from]!]!.from, to: units[unitOf[to - 1]!]!.to }
}

/** What stands now between the neighbours of a range of which nothing is left. */
function replacement(map: TokenMap, old: TokenRange): TokenRange | null {
  const before = map.newOf(old.from - 1)
  const after = map.newOf(old.to)
  return before >= 0 && after > before + 1 ? { from: before + 1, to: after } : null
}

function solidWeight(alignment: Alignment, map: TokenMap, token: number): number {
  return map.gradeOf(token) >= GRADE.alike ? weightOf(alignment, alignment.from, token) : 0
}

/** Weight of the words of a new range that came from outside an old one. */
function foreignWeight(alignment: Alignment, map: TokenMap, old: TokenRange, range: TokenRange): number {
  let sum = 0
  for (let token = range.from; token < range.to; token += 1) {
    const origin = map.oldOf(token)
    if (origin < 0 || map.gradeOf(origin) < GRADE.alike) continue
    if (origin < old.from || origin >= old.to) sum += weightOf(alignment, alignment.to, token)
  }
  return sum
}

/** Weight of all tokens of a range. */
export function weightOfTokens(alignment: Alignment, side: Side, { from, to }: TokenRange): number {
  let sum = 0
  for (let token = from; token < to; token += 1) sum += weightOf(alignment, side, token)
  return sum
}
