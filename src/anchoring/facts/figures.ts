import { usableLanguage } from '../language-tag.ts'
import { keyAt, type Readable } from './readable.ts'

/** What a number is worth, and the token after it. */
export interface NumberValue {
  /** A text where it is no number to count with: a time, "dozens". */
  readonly value: number | string
  readonly to: number
}

/** Whether a token is written in figures. */
export function isFigure(text: Readable, token: number): boolean {
  return /^[-+]?\p{N}/u.test(keyAt(text, token))
}

// French and Russian set figures in groups with a space, which is no part of a token.
const SPACED_GROUP = /^[ \u00a0\u2009\u202f]$/
const WHOLE = /^[-+]?\d{1,3}(?:\d{3})*$/
const GROUP = /^\d{3}(?:[.,]\d+)?$/

/** The number in figures that begins at a token, by the marks that a language uses. */
export function readFigures(text: Readable, language: string, token: number, end: number): NumberValue {
  let figures = asciiFigures(keyAt(text, token))
  let to = token + 1
  const { side } = text
  const groups = groupsWithSpaces(language)
  for (; to < end && WHOLE.test(figures); to += 1) {
    const next = asciiFigures(keyAt(text, to))
    const space = side.text.slice(side.ends[to - 1], side.starts[to])
    if (!GROUP.test(next) || !SPACED_GROUP.test(space) || (space === ' ' && !groups)) break
    figures += next
  }
  return { value: figureValue(figures, language), to }
}

function groupsWithSpaces(language: string): boolean {
  return /\s/.test(marksOf(language).group)
}

/** Figures of any script as ASCII ones, and their marks. */
export function asciiFigures(key: string): string {
  if (/^[\x20-\x7e]*$/.test(key)) return key
  const figures = key.replace(/\p{N}/gu, figure =>
    /\p{Nd}/u.test(figure) ? String(decimalValue(figure)) : figure.normalize('NFKC').replace('⁄', '/'),
  )
  return figures.replace('٫', '.').replaceAll('٬', ',')
}

// Figures of a script are ten in a row, and the first of each row stands at a multiple of ten from the first of all
// rows beside it.
function decimalValue(figure: string): number {
  const code = figure.codePointAt(0)!
  let first = code
  while (/^\p{Nd}$/u.test(String.fromCodePoint(first - 1))) first -= 1
  return (code - first) % 10
}

interface Marks {
  readonly decimal: string
  readonly group: string
}

const marks = new Map<string, Marks>()

function marksOf(language: string): Marks {
  const known = marks.get(language)
  if (known) return known
  const parts = new Intl.NumberFormat(usableLanguage(language), { numberingSystem: 'latn' }).formatToParts(1234567.5)
  const valueOf = (type: string) => parts.find(part => part.type === type)?.value ?? ''
  const found = { decimal: valueOf('decimal'), group: valueOf('group') }
  marks.set(language, found)
  return found
}

/** What figures are worth where the language's marks decide; the figures themselves when they are no plain number. */
function figureValue(figures: string, language: string): number | string {
  const plain = figures.replaceAll("'", '')
  if (/^[-+]?\d+$/.test(plain)) return Number(plain)
  const [, sign = '', whole = '', mark = '', last = ''] = /^([-+]?)(\d+(?:[.,]\d+)*)([.,])(\d+)$/.exec(plain) ?? []
  if (mark === '') return figures
  const earlier = new Set(whole.replace(/\d/g, ''))
  if (earlier.has(mark)) return allGrouped(whole + mark + last) ? Number(sign + plain.replace(/[-+.,]/g, '')) : figures
  if (earlier.size > 0) return Number(`${sign}${whole.replace(/[.,]/g, '')}.${last}`)
  const isGroup = last.length === 3 && whole.length <= 3 && whole !== '0' && marksOf(language).decimal !== mark
  return Number(isGroup ? sign + whole + last : `${sign}${whole}.${last}`)
}

// 1,234,567 and the Indian 12,34,567.
function allGrouped(figures: string): boolean {
  return /^\d{1,3}(?:[.,]\d{2,3})*[.,]\d{3}$/.test(figures)
}
