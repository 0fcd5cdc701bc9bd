import type { Lexicon } from './lexicon.ts'

/** What a number is worth that German or Italian writes in one word: zweiundzwanzig, ventidue; `null` for other words. */
export function compoundValue({ language, entries }: Lexicon, folded: string): number | null {
  if (language !== 'de' && language !== 'it') return null
  if (folded.length < 6) return null
  const parts: number[] = []
  let rest = folded
  while (rest !== '') {
    const length = longestNumber(entries, rest)
    if (length > 0) parts.push(valueOfPart(entries, rest.slice(0, length)))
    else if (!rest.startsWith('und') || parts.length === 0) return null
    rest = rest.slice(length > 0 ? length : 3)
  }
  return parts.length > 1 ? composed(parts) : null
}

/**
 * The number with which a word begins that says how much of something there is: Zweijahresprogramm, Vierzimmerwohnung,
 * threefold; `null` for other words.
 */
export function countedValue({ language, entries }: Lexicon, folded: string): number | null {
  const counted = COUNTED[language]
  if (!counted) return null
  const length = longestNumber(entries, folded)
  if (length === 0) return null
  const number = folded.slice(0, length)
  // "einfach" is no number.
  const isCounted = number === 'ein' ? ONE_COUNTED.test(folded.slice(length)) : counted.test(folded.slice(length))
  return isCounted ? valueOfPart(entries, number) : null
}

const COUNTED: Readonly<Record<string, RegExp>> = {
  en: /^fold$/,
  de: /^(?:jahr|jähr|monat|woche|wöch|tage|tägig|stunde|stünd|minute|minüt|zimmer|person|köpf|stöck|geschoss|spur|stell|fach|mal|punkt|prozent|partei|bett|seit|klass|gleis|teil|rad|achs|stern|sitz|einhalb|meter|liter|kilo|euro|er(?:n|jahren?)?$)/,
}
const ONE_COUNTED = /^(?:jahr|jähr|monat|wöch|tägig|stunde|stünd|zimmer|stöck|geschoss|spur)/

function longestNumber(entries: Lexicon['entries'], rest: string): number {
  for (let length = rest.length; length >= 2; length -= 1) {
    if (!Number.isNaN(valueOfPart(entries, rest.slice(0, length)))) return length
  }
  return 0
}

function valueOfPart(entries: Lexicon['entries'], part: string): number {
  if (part === 'ein') return 1
  return Number(entries.get(part)?.find(({ kind, rest }) => kind === 'number' && rest.length === 0)?.value ?? NaN)
}

const THOUSAND = 1000

function composed(parts: readonly number[]): number {
  let [total, open] = [0, 0]
  for (const part of parts) {
    if (part === 100) open = Math.max(open, 1) * 100
    else if (part >= THOUSAND) [total, open] = [total + Math.max(open, 1) * part, 0]
    else open += part
  }
  return total + open
}
