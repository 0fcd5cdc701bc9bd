import type { SetFlaw } from './decode-problem.ts'

/** Levels of nesting that a file may have; a list in a list takes four, and nobody nests forty lists. */
export const MAX_JSON_DEPTH = 200

/** What is wrong and where: object keys and array indexes from the outside in. */
export interface Damage {
  readonly path: readonly (string | number)[]
  readonly flaw: SetFlaw
}

/**
 * The first thing in a parsed JSON that no schema should ever meet: a name that reaches into prototypes, nesting without
 * end, or half of a surrogate pair (which has no UTF-8 and so no hash). `undefined` when there is none.
 */
export function findUnsafeJson(value: unknown, depth = 0): Damage | undefined {
  if (typeof value === 'string') return value.isWellFormed() ? undefined : here({ kind: 'broken-character' })
  if (typeof value !== 'object' || value === null) return undefined
  if (depth >= MAX_JSON_DEPTH) return here({ kind: 'too-deep', limit: MAX_JSON_DEPTH })
  if (Array.isArray(value)) return firstDamage(value.entries(), depth)
  return unsafeName(value) ?? firstDamage(Object.entries(value), depth)
}

/** A path in the usual notation, `versions[3].content.rationale`; long names and long paths are cut. */
export function placeOf(path: Damage['path']): string {
  const steps = path
    .slice(0, LONGEST_PATH)
    .map(step => (typeof step === 'number' ? `[${step}]` : `.${shortened(step)}`))
  return [...steps, path.length > LONGEST_PATH ? '…' : ''].join('').replace(/^\./, '')
}

// They reach an object's prototype when a program copies keys without care.
const FORBIDDEN_NAMES = new Set(['__proto__', 'constructor', 'prototype'])
const LONGEST_PATH = 16 // steps; enough for a word in a list in a list
const LONGEST_NAME = 40 // code points; no name of the format is longer

function firstDamage(entries: Iterable<readonly [string | number, unknown]>, depth: number): Damage | undefined {
  for (const [step, item] of entries) {
    const damage = findUnsafeJson(item, depth + 1)
    if (damage) return { path: [step, ...damage.path], flaw: damage.flaw }
  }
  return undefined
}

function unsafeName(object: object): Damage | undefined {
  for (const name of Object.keys(object)) {
    if (FORBIDDEN_NAMES.has(name)) return { path: [name], flaw: { kind: 'forbidden-name' } }
    if (!name.isWellFormed()) return { path: [name.toWellFormed()], flaw: { kind: 'broken-character' } }
  }
  return undefined
}

function here(flaw: SetFlaw): Damage {
  return { path: [], flaw }
}

function shortened(name: string): string {
  const characters = [...name]
  return characters.length <= LONGEST_NAME ? name : `${characters.slice(0, LONGEST_NAME).join('')}…`
}
