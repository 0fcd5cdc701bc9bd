import { GRADE, weightOf, type Alignment } from './alignment.ts'
import { endsUnit, startsUnit, type Side } from './side.ts'
import type { TokenMap } from './token-map.ts'
import type { TokenRange } from './token-range.ts'

/** Whether a range that is a whole sentence stays one, or ends where its words end. */
export type Bounds = 'as a sentence' | 'as words'

/** A range with how its ends are found. */
export interface BoundRange extends TokenRange {
  readonly bounds: Bounds
}

/**
 * A mapped range with the words that replaced its first and last ones. A statement that was a whole sentence takes in
 * what came in before or after it up to the next words of others, unless that is long.
 */
export function growToHunks(alignment: Alignment, map: TokenMap, old: BoundRange, range: TokenRange): TokenRange {
  const { from, to } = alignment
  const room = {
    before: freeBefore(to, map, range.from),
    after: freeAfter(to, map, range.to),
  }
  const grown = {
    from: range.from - replacedBefore(alignment, map, old, room.before),
    to: range.to + replacedAfter(alignment, map, old, room.after),
  }
  const isWhole = old.bounds === 'as a sentence' && startsUnit(from, old.from) && endsUnit(from, old.to)
  if (!isWhole) return withoutNewSigns(alignment, old, grown, range)
  const wide = { from: range.from - room.before, to: range.to + room.after }
  const added = weigh(alignment, wide.from, range.from) + weigh(alignment, range.to, wide.to)
  const chosen = added <= MOST_ADDED * weigh(alignment, range.from, range.to) ? wide : grown
  if (startsUnit(to, chosen.from) && endsUnit(to, chosen.to)) return chosen
  return withoutJoints(alignment, upToSeparators(alignment, chosen, range))
}

/** Of what came in between two merged sentences, each takes what stands before the next comma. */
function upToSeparators({ to, vocabulary }: Alignment, grown: TokenRange, range: TokenRange): TokenRange {
  const isSeparator = (token: number) => SEPARATOR.test(vocabulary.words[to.words[token]!]!.key)
  let { from: start, to: end } = range
  while (start > grown.from && (startsUnit(to, grown.from) || !isSeparator(start - 1))) start -= 1
  while (end < grown.to && (endsUnit(to, grown.to) || !isSeparator(end))) end += 1
  return { from: start, to: end }
}

const MOST_ADDED = 1.2 // of the weight of the statement

function weigh(alignment: Alignment, from: number, to: number): number {
  let sum = 0
  for (let token = from; token < to; token += 1) sum += weightOf(alignment, alignment.to, token)
  return sum
}

/** How many new tokens before one came from nowhere, in the same sentence. */
function freeBefore(to: Side, map: TokenMap, start: number): number {
  let token = start
  while (!startsUnit(to, token) && map.oldOf(token - 1) < 0) token -= 1
  return start - token
}

function freeAfter(to: Side, map: TokenMap, end: number): number {
  let token = end
  while (!endsUnit(to, token) && map.oldOf(token) < 0) token += 1
  return token - end
}

// A replaced word may become a phrase, but what is far longer replaced something else.
const LONGEST = 4 // new tokens, and twice as many as were replaced

function replacedBefore({ from, vocabulary }: Alignment, map: TokenMap, old: TokenRange, room: number): number {
  const isWord = (token: number) => vocabulary.words[from.words[token]!]!.kind !== 'sign'
  let inside = 0
  for (let token = old.from; token < old.to && isReplaced(map, token); token += 1) if (isWord(token)) inside += 1
  let outside = 0
  while (!startsUnit(from, old.from - outside) && isReplaced(map, old.from - outside - 1)) outside += 1
  return shareOf(room, inside, outside)
}

function replacedAfter({ from, vocabulary }: Alignment, map: TokenMap, old: TokenRange, room: number): number {
  const isWord = (token: number) => vocabulary.words[from.words[token]!]!.kind !== 'sign'
  let inside = 0
  for (let token = old.to - 1; token >= old.from && isReplaced(map, token); token -= 1) if (isWord(token)) inside += 1
  let outside = 0
  while (!endsUnit(from, old.to + outside) && isReplaced(map, old.to + outside)) outside += 1
  return shareOf(room, inside, outside)
}

/** Whether nothing of an old word is left but, at most, its place: "a" in "a kettle", "an electric kettle". */
function isReplaced(map: TokenMap, token: number): boolean {
  return map.gradeOf(token) <= GRADE.placed
}

/** The share of new words that falls to the replaced ones inside a range, when others outside of it were replaced too. */
function shareOf(room: number, inside: number, outside: number): number {
  if (inside === 0) return 0
  const share = outside === 0 ? room : Math.round((room * inside) / (inside + outside))
  return share <= 2 * inside + LONGEST ? share : 0
}

/** A statement that began or ended with a word does not begin or end with a comma that came in. */
function withoutNewSigns(
  { from, to, vocabulary }: Alignment,
  old: TokenRange,
  grown: TokenRange,
  range: TokenRange,
): TokenRange {
  const isSign = (side: Side, token: number) => vocabulary.words[side.words[token]!]!.kind === 'sign'
  let { from: start, to: end } = grown
  if (!isSign(from, old.from)) while (start < range.from && isSeparator(start)) start += 1
  if (!isSign(from, old.to - 1)) while (end > range.to && isSeparator(end - 1)) end -= 1
  return { from: start, to: end }

  function isSeparator(token: number): boolean {
    return SEPARATOR.test(vocabulary.words[to.words[token]!]!.key)
  }
}

/** Of two sentences that were merged neither begins or ends with the "and" between them. */
function withoutJoints({ to, vocabulary }: Alignment, range: TokenRange): TokenRange {
  const isJoint = (token: number) => {
    const word = vocabulary.words[to.words[token]!]!
    return JOINTS.has(vocabulary.words[word.fold]!.key) || SEPARATOR.test(word.key)
  }
  const isRelative = (token: number) => RELATIVES.has(vocabulary.words[vocabulary.words[to.words[token]!]!.fold]!.key)
  let { from: start, to: end } = range
  while (start < end - 1 && !startsUnit(to, start) && isJoint(start)) start += 1
  while (end > start + 1 && !endsUnit(to, end) && (isJoint(end - 1) || isRelative(end - 1))) end -= 1
  return { from: start, to: end }
}

const JOINTS = new Set(
  'and but und aber et mais y e ed ma pero mas и а но و और ו וכן そして en maar og och ve'.split(' '),
)

// What a second sentence began with when it became a clause of the first.
const RELATIVES = new Set(
  'where which who whose while der die das den dem wo que qui où dont donde che dove que где который которая которое که كه'.split(
    ' ',
  ),
)

const SEPARATOR = /^[,;:.!?…،؛؟。、，；：)\]-]$/

const SHORT = 4 // words
const SHORT_CHARACTERS = 8
const LONGER = 3 // tokens by which the replacement may exceed what it replaced

/**
 * Whether new tokens stand for a short range because what stood on both sides of it still does: "ten" became "two".
 */
export function isBetweenNeighbours(alignment: Alignment, map: TokenMap, old: TokenRange, range: TokenRange): boolean {
  const { from, to } = alignment
  const count = range.to - range.from
  if (count < 1 || count > old.to - old.from + LONGER) return false
  if (!isShort(alignment, old) && !keepsPattern(map, old, range)) return false
  const before = startsUnit(from, old.from)
    ? startsUnit(to, range.from)
    : agreesAt(map, old.from - 1, range.from - 1) || agreesAt(map, old.from - 1, range.from - 2)
  const after = endsUnit(from, old.to)
    ? endsUnit(to, range.to)
    : agreesAt(map, old.to, range.to) || agreesAt(map, old.to, range.to + 1)
  return before && after
}

function agreesAt(map: TokenMap, old: number, new_: number): boolean {
  return map.newOf(old) === new_ && map.gradeOf(old) >= GRADE.alike
}

const PATTERN = 0.5 // of the tokens

/** Whether each token has its counterpart, in order, and half of them still agree: "was shut by 101", "was lit by 67". */
function keepsPattern(map: TokenMap, old: TokenRange, range: TokenRange): boolean {
  if (range.to - range.from !== old.to - old.from) return false
  let agreeing = 0
  for (let step = 0; step < old.to - old.from; step += 1) {
    if (map.newOf(old.from + step) !== range.from + step) return false
    if (map.gradeOf(old.from + step) >= GRADE.alike) agreeing += 1
  }
  return agreeing >= PATTERN * (old.to - old.from)
}

function isShort({ from, vocabulary }: Alignment, old: TokenRange): boolean {
  let size = 0
  for (let token = old.from; token < old.to; token += 1) {
    const { kind } = vocabulary.words[from.words[token]!]!
    if (kind !== 'sign') size += kind === 'character' ? SHORT / SHORT_CHARACTERS : 1
  }
  return size <= SHORT
}
