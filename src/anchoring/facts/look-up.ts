import type { Entry, Lexicon } from './lexicon.ts'
import { foldAt, keyAt, type Readable } from './readable.ts'

/** What the words at a token say, and where they end. */
export interface Found {
  readonly entries: readonly Entry[]
  /** The token after the last. */
  readonly to: number
}

/** The longest words or phrases of a lexicon that begin at a token and end before another; `null` when there are none. */
export function lookUp(text: Readable, lexicon: Lexicon, from: number, end: number): Found | null {
  const folded = foldAt(text, from)
  const whole = longest(text, lexicon.entries.get(folded) ?? [], from, end)
  if (whole && whole.to > from + 1) return whole
  const stem = stemFound(lexicon, folded, from)
  if (!whole && !stem) return withoutAttached(text, lexicon, folded, { from, end })
  // "rejected" is a way of saying something, and the opposite of "accepted".
  return { entries: [...(whole?.entries ?? []), ...(stem?.entries ?? [])], to: from + 1 }
}

function longest(text: Readable, entries: readonly Entry[], from: number, end: number): Found | null {
  const matching = entries.filter(
    entry =>
      from + entry.rest.length < end &&
      entry.rest.every((word, index) => matches(text, entry, word, from + 1 + index)) &&
      (!entry.capital || /^\p{Lu}/u.test(keyAt(text, from))),
  )
  if (matching.length === 0) return null
  const length = Math.max(...matching.map(({ rest }) => rest.length))
  return { entries: matching.filter(({ rest }) => rest.length === length), to: from + length + 1 }
}

function matches(text: Readable, { rest, isStem }: Entry, word: string, token: number): boolean {
  const folded = foldAt(text, token)
  return isStem && word === rest.at(-1) ? folded.startsWith(word) : folded === word
}

const SHORTEST_STEM = 2

function stemFound({ stems }: Lexicon, folded: string, from: number): Found | null {
  const entries: Entry[] = []
  for (let length = folded.length; length >= SHORTEST_STEM; length -= 1) {
    entries.push(...(stems.get(folded.slice(0, length)) ?? []))
  }
  return entries.length > 0 ? { entries, to: from + 1 } : null
}

interface Place {
  readonly from: number
  readonly end: number
}

function withoutAttached(text: Readable, lexicon: Lexicon, folded: string, { from, end }: Place): Found | null {
  for (const bare of bareWords(lexicon, folded)) {
    const found = longest(text, lexicon.entries.get(bare) ?? [], from, end)
    if (found) return found
  }
  return null
}

/** A word without the articles and prepositions that may be written together with it, the least taken away first. */
export function bareWords({ words }: Lexicon, folded: string): readonly string[] {
  if (!words?.attached) return []
  const attached = words.attached.exec(folded)?.[0] ?? ''
  return Array.from({ length: attached.length }, (_, index) => folded.slice(index + 1)).filter(bare => bare.length >= 2)
}
