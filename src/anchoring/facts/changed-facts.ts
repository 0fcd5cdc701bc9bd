import { FACTS, type Fact, type FactChange } from '../../domain/change-state.ts'
import { GRADE } from '../align/alignment.ts'
import type { Side } from '../align/side.ts'
import type { TokenMap } from '../align/token-map.ts'
import type { TokenRange } from '../align/token-range.ts'
import type { FactFound, FactReader } from './fact-reader.ts'
import { findFacts } from './find-facts.ts'
import { foldAt, isSignAt } from './readable.ts'

/** Both revisions as they are read for facts, and where each token went. */
export interface FactComparison {
  readonly old: FactReader
  readonly new: FactReader
  readonly map: TokenMap
}

/** Facts of both revisions. */
export interface Facts {
  readonly old: readonly FactFound[]
  readonly new: readonly FactFound[]
}

/**
 * The facts that one revision states in a range and the other does not in what became of it. A number in other figures
 * is the same number; what only changed its place in the sentence is the same where its place says nothing.
 */
export function factsLeft(comparison: FactComparison, old: TokenRange, new_: TokenRange): Facts {
  return withoutCounterpart(comparison, { old: factsIn(comparison.old, old), new: factsIn(comparison.new, new_) })
}

/** The facts that a range states, read in its sentences. */
export function factsIn(reader: FactReader, range: TokenRange): readonly FactFound[] {
  return findFacts(reader, unitsOf(reader.side, range)).filter(({ from, to }) => from < range.to && range.from < to)
}

/** The sentences that hold a range. */
export function unitsOf({ units, unitOf }: Side, { from, to }: TokenRange): TokenRange {
  return { from: units[unitOf[from]!]!.from, to: units[unitOf[to - 1]!]!.to }
}

/** Of facts of both revisions those that the other does not state too. */
export function withoutCounterpart(comparison: FactComparison, found: Facts): Facts {
  const kept = keptFacts(comparison, found)
  const same = FACTS.map(fact => sameOf(comparison, ofKind(found, fact), kept)).flatMap(facts => [...facts])
  const settled = new Set([...kept, ...same])
  return { old: found.old.filter(fact => !settled.has(fact)), new: found.new.filter(fact => !settled.has(fact)) }
}

function ofKind({ old, new: new_ }: Facts, fact: Fact): Facts {
  return { old: old.filter(found => found.fact === fact), new: new_.filter(found => found.fact === fact) }
}

/** What is left over as changes, a pair each, in the words of the texts. */
export function changesOf({ old, new: new_ }: FactComparison, left: Facts): readonly FactChange[] {
  return FACTS.flatMap(fact => {
    const before = wordsOf(
      old,
      left.old.filter(found => found.fact === fact),
    )
    const after = wordsOf(
      new_,
      left.new.filter(found => found.fact === fact),
    )
    const count = Math.max(before.length, after.length)
    return Array.from({ length: count }, (_, index) => ({ fact, was: before[index] ?? '', is: after[index] ?? '' }))
  })
}

function wordsOf({ side }: FactReader, facts: readonly FactFound[]): readonly string[] {
  const ranges = facts.reduce<TokenRange[]>((joined, { from, to }) => {
    const last = joined.at(-1)
    if (last && from <= last.to) joined.splice(-1, 1, { from: last.from, to: Math.max(last.to, to) })
    else joined.push({ from, to })
    return joined
  }, [])
  return ranges.map(({ from, to }) => side.text.slice(side.starts[from], side.ends[to - 1]))
}

/** The facts whose words went from the one text to the other. */
function keptFacts({ map }: FactComparison, { old, new: new_ }: Facts): ReadonlySet<FactFound> {
  const kept = new Set<FactFound>()
  const byToken = new Map<string, FactFound>()
  for (const found of new_) {
    for (let token = found.from; token < found.to; token += 1) byToken.set(nameOf(found, token), found)
  }
  for (const found of old) {
    for (let token = found.from; token < found.to; token += 1) {
      const partner = map.gradeOf(token) === GRADE.none ? undefined : byToken.get(nameOf(found, map.newOf(token)))
      if (!partner || kept.has(partner)) continue
      kept.add(found).add(partner)
      break
    }
  }
  return kept
}

function nameOf({ fact, value }: FactFound, token: number): string {
  return `${token} ${fact} ${value}`
}

/** Facts of one kind that are the same although their words were not kept. */
function sameOf(comparison: FactComparison, facts: Facts, kept: ReadonlySet<FactFound>): ReadonlySet<FactFound> {
  const left = { old: facts.old.filter(found => !kept.has(found)), new: facts.new.filter(found => !kept.has(found)) }
  if (left.old.length + left.new.length === 0) return new Set()
  switch (facts.old[0]?.fact ?? facts.new[0]!.fact) {
    case 'opposite':
      return notOpposed(left)
    case 'attribution':
    case 'modal':
      return sameWords(left)
    case 'name':
      return sameNames(comparison, facts)
    case 'negation':
    case 'quantifier':
      // Where "not" or "only" stands says what it applies to.
      return withSameNeighbour(comparison, left)
    default:
      return inSameOrder(facts) ? new Set([...left.old, ...left.new]) : withSameNeighbour(comparison, left)
  }
}

/** Whether both texts state the same in the same order: it was only put in other words, or moved past other things. */
function inSameOrder({ old, new: new_ }: Facts): boolean {
  return old.length === new_.length && old.every(({ value }, index) => value === new_[index]!.value)
}

function sameWords(left: Facts): ReadonlySet<FactFound> {
  const ordered = (facts: readonly FactFound[]) => facts.toSorted((a, b) => (a.value < b.value ? -1 : 1))
  const isSame = inSameOrder({ old: ordered(left.old), new: ordered(left.new) })
  return new Set(isSame ? [...left.old, ...left.new] : [])
}

/** Facts that stand before the same word as before, one that no other of them stands before. */
function withSameNeighbour(comparison: FactComparison, left: Facts): ReadonlySet<FactFound> {
  const same = new Set<FactFound>()
  for (const found of left.old) {
    const word = wordAfter(comparison.old, found)
    const before = left.old.filter(other => wordAfter(comparison.old, other) === word)
    const after = left.new.filter(other => wordAfter(comparison.new, other) === word)
    const [partner] = after
    if (word === '' || before.length > 1 || after.length > 1 || partner?.value !== found.value) continue
    same.add(found).add(partner)
  }
  return same
}

function wordAfter(reader: FactReader, { to }: TokenRange): string {
  return isSignAt(reader, to) ? '' : foldAt(reader, to)
}

/** Words of which nothing opposite came in or went: "rose" and "climbed". */
function notOpposed({ old, new: new_ }: Facts): ReadonlySet<FactFound> {
  const opposite = ({ value }: FactFound) => value.replace(/\d$/, side => (side === '0' ? '1' : '0'))
  const isOpposed = (found: FactFound, others: readonly FactFound[]) =>
    others.some(({ value }) => value === opposite(found))
  return new Set([...old.filter(found => !isOpposed(found, new_)), ...new_.filter(found => !isOpposed(found, old))])
}

/** Names in the same order, and those of which the other text only writes the case otherwise: "the President". */
function sameNames({ map, ...readers }: FactComparison, { old, new: new_ }: Facts): ReadonlySet<FactFound> {
  const onlyCase = new Set([
    ...old.filter(
      ({ from }) => map.newOf(from) >= 0 && foldAt(readers.old, from) === foldAt(readers.new, map.newOf(from)),
    ),
    ...new_.filter(
      ({ from }) => map.oldOf(from) >= 0 && foldAt(readers.new, from) === foldAt(readers.old, map.oldOf(from)),
    ),
  ])
  return inSameOrder({ old, new: new_ }) ? new Set([...old, ...new_]) : onlyCase
}
