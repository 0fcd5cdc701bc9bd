import type { Selector, Span } from './selector.ts'

/** What a changed word may bear on so that a verdict no longer holds by itself. */
export const FACTS = [
  'number',
  'unit',
  'currency',
  'date',
  'negation',
  'quantifier',
  'modal',
  'name',
  'attribution',
  'opposite', // "rose" became "fell"
] as const
export type Fact = (typeof FACTS)[number]

/** One fact before and after, in the words of the texts; empty where it came in or went. */
export interface FactChange {
  readonly fact: Fact
  readonly was: string
  readonly is: string
}

/** The words are the same: in their place, with other typography, or elsewhere. */
interface Kept {
  readonly kind: 'unchanged' | 'typography' | 'moved'
  readonly place: Span
}

/** Words changed, facts did not. */
interface Reworded {
  readonly kind: 'reworded'
  readonly place: Span
  readonly was: string
  readonly is: string
}

/** The change touches a fact, in the statement or in what governs it in its sentence: who said it, or a "not". */
interface FactChanged {
  readonly kind: 'fact-changed'
  readonly place: Span
  readonly was: string
  readonly is: string
  readonly facts: readonly [FactChange, ...FactChange[]]
}

/** Places that may be meant, none of which leads: also a single one that another statement has an equal claim to. */
interface Ambiguous {
  readonly kind: 'ambiguous'
  readonly candidates: readonly [Span, ...Span[]]
  readonly was: Selector
}

/** Gone; `was` is what it said, with what stood around it. */
interface Orphaned {
  readonly kind: 'orphaned'
  readonly was: Selector
}

/**
 * How a statement fared from one revision of an article to the next. Places and candidates are UTF-16 offsets of the
 * newer text, `was` is of the older.
 */
export type ChangeState = Kept | Reworded | FactChanged | Ambiguous | Orphaned

/** What became of a statement whose verdict has to be looked at again. */
export type StaleChange = Reworded | FactChanged | Ambiguous | Orphaned

/** The change after which a verdict no longer holds by itself; `null` where words and place are beyond doubt. */
export function staleChange(change: ChangeState | null): StaleChange | null {
  switch (change?.kind) {
    case 'reworded':
    case 'fact-changed':
    case 'ambiguous':
    case 'orphaned':
      return change
    default:
      return null
  }
}

/** Where a verdict may stand after a change; `null` where no place is beyond doubt, or a fact has changed: it is none on other facts. */
export function placeOfVerdict(change: ChangeState | null): Span | null {
  switch (change?.kind) {
    case 'unchanged':
    case 'typography':
    case 'moved':
    case 'reworded':
      return change.place
    default:
      return null
  }
}
