import type { ChangeState, FactChange } from '../domain/change-state.ts'
import type { Span } from '../domain/selector.ts'
import { haveEqualWords } from './align/equal-words.ts'
import type { TokenRange } from './align/token-range.ts'
import { changesOf, factsLeft, type FactComparison } from './facts/changed-facts.ts'
import { governingChanges } from './facts/governing-changes.ts'
import { negatedWords } from './facts/negated-words.ts'

/** A statement's words in both revisions. */
export interface PlacedStatement {
  readonly span: Span
  readonly place: Span
  readonly old: TokenRange
  readonly new: TokenRange
  readonly isMoved: boolean
  /** Whether what stood beside it in its sentence is known, so that it can be compared too. */
  readonly isInSentence: boolean
}

/** What a change did to a statement whose place is known. */
export function classifyChange(comparison: FactComparison, statement: PlacedStatement): ChangeState {
  const { place, span } = statement
  const [from, to] = [comparison.old.side, comparison.new.side]
  const was = from.text.slice(span.from, span.to)
  const is = to.text.slice(place.from, place.to)
  const isSame = was === is || haveEqualWords(from, statement.old, to, statement.new)
  const facts = [
    ...(isSame ? [] : ownChanges(comparison, statement)),
    ...(statement.isInSentence ? governingChanges(comparison, statement) : []),
  ]
  if (isNonEmpty(facts)) return { kind: 'fact-changed', place, was, is, facts }
  if (!isSame) return { kind: 'reworded', place, was, is }
  if (statement.isMoved) return { kind: 'moved', place }
  return { kind: was === is ? 'unchanged' : 'typography', place }
}

function ownChanges(comparison: FactComparison, { old, new: new_ }: PlacedStatement): readonly FactChange[] {
  return [...changesOf(comparison, factsLeft(comparison, old, new_)), ...negatedWords(comparison, old)]
}

function isNonEmpty<Item>(items: readonly Item[]): items is readonly [Item, ...Item[]] {
  return items.length > 0
}
