import type { Alignment } from './alignment.ts'
import { compareAnew, type Comparison } from './compare-units.ts'
import { mapRange, weightOfTokens } from './map-range.ts'
import { supposedMap } from './token-map.ts'
import type { TokenRange } from './token-range.ts'
import { isTelling } from './twins.ts'

/** New words that nobody took and that say what an old range said, with how they agree. */
export interface FoundElsewhere {
  readonly range: TokenRange
  readonly comparison: Comparison
}

/** Where each word of the newer text stands that nobody took, by its fold. */
export type FreeWords = ReadonlyMap<number, readonly number[]>

/** The words of the newer text that have no partner. */
export function findFreeWords({ to, oldTokenOf, vocabulary }: Alignment): FreeWords {
  const places = new Map<number, number[]>()
  for (const [token, word] of to.words.entries()) {
    if (oldTokenOf[token]! >= 0) continue
    const { fold } = vocabulary.words[word]!
    const known = places.get(fold)
    if (known) known.push(token)
    else places.set(fold, [token])
  }
  return places
}

/**
 * Where the words of an old range, which has no partner, stand in the newer text: a clause that went into another
 * sentence, or to another place in its own. Several when none is clearly ahead. Short ones only within their sentence.
 */
export function findElsewhere(alignment: Alignment, free: FreeWords, old: TokenRange): readonly FoundElsewhere[] {
  const total = weightOfTokens(alignment, alignment.from, old)
  const isLong = total >= TELLING_WEIGHT && isTelling(alignment, alignment.from, old)
  const found: (FoundElsewhere & { readonly share: number })[] = []
  for (const place of placesOf(alignment, free, old)) {
    const isNear = isInOwnSentence(alignment, old, place)
    if (!isLong && !isNear) continue
    const window = { from: Math.max(0, place.from), to: Math.min(alignment.to.words.length, place.to) }
    const comparison = compareAnew(alignment, old, window)
    const [range] = mapRange(alignment, supposedMap(comparison), old)
    if (!range || found.some(other => overlap(other.range, range))) continue
    const share = comparison.shared / total
    const isCompact = comparison.shared >= COMPACT * weightOfTokens(alignment, alignment.to, range)
    if (share >= (isNear ? FLOOR_NEAR : FLOOR) && isCompact) found.push({ range, comparison, share })
  }
  const best = Math.max(...found.map(({ share }) => share))
  return found.filter(({ share }) => share > best - MARGIN)
}

const TELLING_WEIGHT = 2.5 // about three rare words: "to a house in the" stands in many sentences
const FLOOR = 0.9 // of the weight: nothing but the words speaks for the place
const FLOOR_NEAR = 0.8 // within the sentence
const COMPACT = 0.75
const MARGIN = 0.1
const RAREST = 3 // words that are looked up
const MOST_PLACES = 40
const SLACK = 4 // tokens that may have come in on either side

function placesOf({ from, vocabulary, weights }: Alignment, free: FreeWords, old: TokenRange): readonly TokenRange[] {
  const tokens = Array.from({ length: old.to - old.from }, (_, index) => old.from + index)
  const foldOf = (token: number) => vocabulary.words[from.words[token]!]!.fold
  const rarest = tokens.toSorted((a, b) => weights[from.words[b]!]! - weights[from.words[a]!]!).slice(0, RAREST)
  return rarest.flatMap(token =>
    (free.get(foldOf(token)) ?? [])
      .slice(0, MOST_PLACES)
      .map(place => ({ from: place - (token - old.from) - SLACK, to: place + (old.to - token) + SLACK })),
  )
}

function isInOwnSentence({ from, to, newUnitOf }: Alignment, old: TokenRange, place: TokenRange): boolean {
  const partner = newUnitOf[from.unitOf[old.from]!]!
  const middle = Math.min(to.words.length - 1, Math.max(0, (place.from + place.to) >> 1))
  return partner >= 0 && to.unitOf[middle] === partner
}

function overlap(a: TokenRange, b: TokenRange): boolean {
  return a.from < b.to && b.from < a.to
}
