import type { FactChange } from '../../domain/change-state.ts'
import type { TokenRange } from '../align/token-range.ts'
import { changesOf, factsIn, unitsOf, withoutCounterpart, type FactComparison } from './changed-facts.ts'
import type { FactFound, FactReader } from './fact-reader.ts'
import { keyAt } from './readable.ts'

/**
 * What changed beside a statement in its own sentence and bears on it: who said it, and a "not" or a "may" in the same
 * clause. "Nobody denies that the tunnel was closed" is another claim, though the words tagged are the same.
 */
export function governingChanges(
  comparison: FactComparison,
  statement: { readonly old: TokenRange; readonly new: TokenRange },
): readonly FactChange[] {
  const { old, new: new_, map } = comparison
  const [oldUnits, newUnits] = [unitsOf(old.side, statement.old), unitsOf(new_.side, statement.new)]
  if (isAll(oldUnits, statement.old) && isAll(newUnits, statement.new)) return []
  if (areEqual(comparison, oldUnits, newUnits)) return []
  const before = factsIn(old, oldUnits).filter(fact => governs(old, statement.old, fact))
  const after = factsIn(new_, newUnits)
    .filter(fact => governs(new_, statement.new, fact))
    .filter(({ from }) => isOfSentence(map.oldOf(from), oldUnits))
  return changesOf(comparison, withoutCounterpart(comparison, { old: before, new: after }))
}

function isAll(units: TokenRange, { from, to }: TokenRange): boolean {
  return units.from === from && units.to === to
}

function areEqual({ old, new: new_ }: FactComparison, a: TokenRange, b: TokenRange): boolean {
  if (a.to - a.from !== b.to - b.from) return false
  for (let step = 0; step < a.to - a.from; step += 1) {
    if (old.side.words[a.from + step] !== new_.side.words[b.from + step]) return false
  }
  return true
}

// What came from another sentence, as when two were merged, was said about that one.
function isOfSentence(origin: number, oldUnits: TokenRange): boolean {
  return origin < 0 || (origin >= oldUnits.from && origin < oldUnits.to)
}

const NEAR = 6 // words; farther away it belongs to something else
const SOURCE_NEAR = 24 // words; a sentence without full stops says many things
const CLAUSE_SIGN = /^[,;:.()[\]،؛。、，；：-]$/

function governs(reader: FactReader, { from, to }: TokenRange, fact: FactFound): boolean {
  if (fact.from < to && from < fact.to) return false
  const between = fact.to <= from ? { from: fact.to, to: from } : { from: to, to: fact.from }
  const distance = between.to - between.from
  if (fact.fact === 'attribution') return distance <= SOURCE_NEAR
  if ((fact.fact !== 'negation' && fact.fact !== 'modal') || distance > NEAR) return false
  for (let token = between.from; token < between.to; token += 1) {
    if (CLAUSE_SIGN.test(keyAt(reader, token))) return false
  }
  return true
}
