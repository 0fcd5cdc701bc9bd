import type { Timestamp } from '../domain/identifiers.ts'

/** A JSON object that another program wrote. */
export type LooseObject = Readonly<Record<string, unknown>>

/** Whether this is a JSON object: no list, no `null`. */
export function isLooseObject(value: unknown): value is LooseObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The first of these fields that the object has itself; `undefined` when it has none, or is no object. */
export function fieldOf(value: unknown, ...names: readonly string[]): unknown {
  if (!isLooseObject(value)) return undefined
  const name = names.find(candidate => Object.hasOwn(value, candidate))
  return name === undefined ? undefined : value[name]
}

/** A list as it is, one thing as a list of it, nothing as an empty list. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value : [value]
}

/** A text, also where JSON-LD wraps it in `@value` or gives it in several languages; empty where there is none. Well-formed. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value.toWellFormed()
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  const inner: unknown = Array.isArray(value) ? value[0] : fieldOf(value, '@value')
  return typeof inner === 'string' ? inner.toWellFormed() : textOfWrapped(inner)
}

/** Words out of a text, without halves of characters that were cut at either end; empty where there are none. */
export function quotedOf(value: unknown): string {
  if (typeof value !== 'string') return textOf(value)
  return value
    .replace(/^[\uDC00-\uDFFF]/, '')
    .replace(/[\uD800-\uDBFF]$/, '')
    .toWellFormed()
}

/** The moment that a text names in ISO 8601; a day is its beginning, and a time without a zone is UTC. Empty when it names none. */
export function momentOf(value: unknown): Timestamp {
  const text = textOf(value).trim()
  const parts = ISO_TIME.exec(text)
  if (!parts) return ''
  const [, day, time, fraction = '', zone = 'Z'] = parts
  // Engines differ in how many digits of a second they read.
  const moment = new Date(time === undefined ? day! : `${day}T${time}${fraction.slice(0, 4)}${zone.toUpperCase()}`)
  const isKnown = !Number.isNaN(moment.getTime()) && moment.getTime() >= FIRST_MOMENT && moment.getTime() < LAST_MOMENT
  return isKnown ? moment.toISOString() : ''
}

/** The day, month or year with which a text begins; empty when it begins with none. */
export function dayOf(value: unknown): string {
  return /^\d{4}(?:-\d{2}(?:-\d{2})?)?(?![\d-])/.exec(textOf(value).trim())?.[0] ?? ''
}

/** A count of characters, or `null`. */
export function offsetOf(value: unknown): number | null {
  return Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : null
}

const ISO_TIME = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)([.]\d+)?\s?(Z|z|[+-]\d{2}:?\d{2})?)?$/
const FIRST_MOMENT = Date.UTC(1000, 0)
const LAST_MOMENT = Date.UTC(10_000, 0) // What comes later has a year of five digits.

function textOfWrapped(value: unknown): string {
  const inner = fieldOf(value, '@value')
  return typeof inner === 'string' ? inner.toWellFormed() : ''
}
