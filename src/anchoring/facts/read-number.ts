import { readCharacterNumber } from './character-numbers.ts'
import { compoundValue, countedValue } from './compound-numbers.ts'
import { isFigure, readFigures, type NumberValue } from './figures.ts'
import type { Lexicon } from './lexicon.ts'
import { lookUp } from './look-up.ts'
import { foldAt, isJoined, keyAt, type Readable } from './readable.ts'

/** A number that a text names, in figures, words or both. */
export interface NumberRead {
  /** Equal for numbers that are equal: `10` for "ten". */
  readonly value: string
  readonly to: number
}

/** The number that begins at a token and ends before another; `null` when none does. */
export function readNumber(text: Readable, lexicon: Lexicon, from: number, end: number): NumberRead | null {
  return readCharacterNumber(text, from, end) ?? readWords(text, lexicon, from, end) ?? readCount(text, lexicon, from)
}

function readCount(text: Readable, lexicon: Lexicon, token: number): NumberRead | null {
  const value = countedValue(lexicon, foldAt(text, token))
  return value === null ? null : { value: String(value), to: token + 1 }
}

interface Sum {
  readonly total: number
  /** What is not yet multiplied by a thousand or a million. */
  readonly open: number | null
}

function readWords(text: Readable, lexicon: Lexicon, from: number, end: number): NumberRead | null {
  let sum: Sum = { total: 0, open: null }
  let to = from
  for (let token = from; token < end;) {
    const joined = to > from ? joinerAt(text, lexicon, token) : null
    const place = joined?.to ?? token
    const next = valueAt(text, lexicon, place, end) ?? (joined ? oneAt(text, place) : null)
    if (!next) break
    if (typeof next.value === 'string') return to === from ? { value: next.value, to: next.to } : answer(sum, to)
    const part = { value: next.value, inFigures: isFigure(text, place), joinedFrom: joined?.least ?? null }
    const grown = to === from ? begin(part) : add(sum, part, lexicon.words?.attached !== undefined)
    if (!grown) break
    sum = grown
    to = next.to
    token = to
  }
  return to === from ? null : answer(sum, to)
}

function answer({ total, open }: Sum, to: number): NumberRead {
  return { value: String(Number((total + (open ?? 0)).toPrecision(12))), to }
}

const THOUSAND = 1000

interface Part {
  readonly value: number
  readonly inFigures: boolean
  /** From which value on the "and" before it joins numbers; `null` without one. */
  readonly joinedFrom: number | null
}

function begin({ value, inFigures }: Part): Sum {
  return value >= THOUSAND && !inFigures ? { total: value, open: null } : { total: 0, open: value }
}

/** A number with the next word of it; `null` when that begins another number. */
function add({ total, open }: Sum, { value, inFigures, joinedFrom }: Part, hasTensLast: boolean): Sum | null {
  if (inFigures) return null
  if (isMultiplier(value) && open !== null) {
    return value >= THOUSAND ? { total: total + open * value, open: null } : { total, open: open * value }
  }
  if (value >= THOUSAND) return null
  const grown = { total, open: (open ?? 0) + value }
  if (joinedFrom !== null) return (open ?? total) >= joinedFrom || joinedFrom <= 1 ? grown : null
  if (open === null) return total > 0 ? grown : null
  // Arabic and Hebrew say "three ten" for thirteen.
  if (hasTensLast && value === 10 && open < 10) return grown
  return open >= 20 && open % (value < 10 ? 10 : 100) === 0 ? grown : null
}

function isMultiplier(value: number): boolean {
  return value === 12 || (value >= 100 && Number.isInteger(Math.log10(value)))
}

function valueAt(text: Readable, lexicon: Lexicon, token: number, end: number): NumberValue | null {
  if (token >= end) return null
  if (isFigure(text, token)) return readFigures(text, lexicon.language, token, end)
  const found = lookUp(text, lexicon, token, end)
  const entry = found?.entries.find(({ kind }) => kind === 'number')
  if (found && entry) {
    if (entry.nextToNumber && !isFigure(text, token - 1)) return null
    const value = Number(entry.value)
    return { value: Number.isNaN(value) ? entry.value : value, to: found.to }
  }
  const compound = compoundValue(lexicon, foldAt(text, token))
  return compound === null ? null : { value: compound, to: token + 1 }
}

// "un" and "uma" are articles, but "vingt et un" is a number.
const ONE = new Set(['un', 'une', 'uno', 'una', 'um', 'uma'])

function oneAt(text: Readable, token: number): NumberValue | null {
  return ONE.has(foldAt(text, token)) ? { value: 1, to: token + 1 } : null
}

interface Joiner {
  readonly to: number
  readonly least: number
}

function joinerAt(text: Readable, lexicon: Lexicon, token: number): Joiner | null {
  const entry = lexicon.entries.get(foldAt(text, token))?.find(({ kind }) => kind === 'joiner')
  if (keyAt(text, token) === '-') {
    // twenty-two, dix-sept; "twenty - two" is a range.
    const isHyphen = isJoined(text, token - 1) && isJoined(text, token)
    return isHyphen ? { to: token + 1, least: Number(entry?.value ?? 20) } : null
  }
  if (entry) return { to: token + 1, least: Number(entry.value) }
  // Arabic and Hebrew write "and" together with the next word: its own look-up takes it off.
  const attached = lexicon.words?.attached && /^[وו]./u.test(foldAt(text, token))
  return attached ? { to: token, least: 1 } : null
}
