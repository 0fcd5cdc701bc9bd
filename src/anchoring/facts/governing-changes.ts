import type { FactChange } from '../../domain/change-state.ts'
import { haveEqualWords } from '../align/equal-words.ts'
import type { TokenRange } from '../align/token-range.ts'
import { headOfClause } from './attribution.ts'
import { beginsClause } from './clause-words.ts'
import { changesOf, factsIn, unitsOf, withoutCounterpart, type FactComparison } from './changed-facts.ts'
import type { FactFound, FactReader } from './fact-reader.ts'
import { foldAt, keyAt } from './readable.ts'

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
  if (haveEqualWords(old.side, oldUnits, new_.side, newUnits)) return []
  const before = governingFacts(old, oldUnits, statement.old)
  const after = governingFacts(new_, newUnits, statement.new).filter(({ from }) =>
    isOfSentence(map.oldOf(from), oldUnits),
  )
  return changesOf(comparison, withoutCounterpart(comparison, { old: before, new: after }))
}

function isAll(units: TokenRange, { from, to }: TokenRange): boolean {
  return units.from === from && units.to === to
}

// What came from another sentence, as when two were merged, was said about that one.
function isOfSentence(origin: number, oldUnits: TokenRange): boolean {
  return origin < 0 || (origin >= oldUnits.from && origin < oldUnits.to)
}

function governingFacts(reader: FactReader, units: TokenRange, statement: TokenRange): readonly FactFound[] {
  const known = factsIn(reader, units).filter(fact => governs(reader, statement, fact))
  const isKnown = (token: number) =>
    known.some(({ fact, from, to }) => fact === 'attribution' && from <= token && token < to)
  const head = headOfClause(reader, units, statement.from)
  return [...known, ...head.filter(({ from }) => from < statement.from && !isKnown(from))]
}

/** "Unless the plan passes, the park will close": the comma does not part them. */
function isCondition({ value }: FactFound): boolean {
  return CONDITIONS.has(value)
}

const CONDITIONS = new Set(['if', 'unless', 'falls'])

const NEAR = 6 // words; farther away it belongs to something else
const SOURCE_NEAR = 24 // words; a sentence without full stops says many things
const CLAUSE_SIGN = /^[,;:.()[\]،؛。、，；：-]$/

function governs(reader: FactReader, { from, to }: TokenRange, fact: FactFound): boolean {
  if (fact.from < to && from < fact.to) return false
  const between = fact.to <= from ? { from: fact.to, to: from } : { from: to, to: fact.from }
  const distance = between.to - between.from
  if (fact.fact === 'attribution') return distance <= SOURCE_NEAR
  if ((fact.fact !== 'negation' && fact.fact !== 'modal') || distance > (isCondition(fact) ? SOURCE_NEAR : NEAR))
    return false
  if (isCondition(fact)) return true
  for (let token = between.from; token < between.to; token += 1) {
    if (CLAUSE_SIGN.test(keyAt(reader, token)) && !beginsClause(foldAt(reader, token + 1))) return false
  }
  return true
}
