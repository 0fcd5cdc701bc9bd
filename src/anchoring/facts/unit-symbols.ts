import { isFigure } from './figures.ts'
import { keyAt, type Readable } from './readable.ts'

/**
 * Whether a token is the sign of a unit behind a number in figures: of the SI with its prefixes, and others that are
 * written as signs in every language. Capitals tell them apart: `mSv` is a thousandth, `MSv` a million.
 */
export function isUnitSymbol(text: Readable, token: number): boolean {
  return isFigure(text, token - 1) && SYMBOL.test(keyAt(text, token)) && !WORDS.has(keyAt(text, token))
}

/** Whether a sign is that of a thousandth, which in small letters is also that of a million times as much: mW and MW. */
export function isThousandth(text: Readable, token: number): boolean {
  return /^m(?:W|Wh|V|A|J|Pa|Hz|Bq|Gy|Sv)$/.test(keyAt(text, token))
}

const PREFIXED = '[pnµμmckMGTP]?(?:m|g|s|A|K|V|W|Wh|J|N|Pa|Hz|Ω|F|C|S|T|mol|Bq|Gy|Sv|eV|cal|bar|l|L|t|B|b|bit|lm|lx)'
const OTHERS = 'hPa|hl|dl|dL|dB|dBA|kph|rpm|bpm|psi|pp[mbt]|IU|‰'
const SYMBOL = new RegExp(`^(?:${PREFIXED}|${OTHERS})$`, 'u')

// "at 5 pm", "3 A"
const WORDS = new Set(['pm', 'A', 'S', 'C', 'K', 'T', 's'])
