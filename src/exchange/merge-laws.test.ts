import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeRecords, type ArticleRecords } from '../domain/merge.ts'
import { versionHash } from '../domain/version.ts'
import { deviceStates } from '../testing/arbitraries.ts'
import { fromAnnotationSet, toAnnotationSet } from './annotation-set.ts'
import { decodeAnnotationSet, encodeAnnotationSet } from './w3c-set.ts'

// `npm run test:merge` asks for ten thousand.
const HISTORIES = Number(process.env['FACTMARK_HISTORIES'] ?? 60)
const TIME_FOR_EACH = 1000 // ms; a machine may be busy with more than this
const SAMPLES = 20 // orders and groupings of all devices' sets, drawn by chance

describe('sets of two to six devices', { timeout: 60_000 + HISTORIES * TIME_FOR_EACH }, () => {
  it('X75 M2 give equal bytes in every order and grouping, and nothing vanishes', () => {
    fc.assert(
      fc.property(deviceStates(), fc.infiniteStream(fc.nat()), (states, numbers) => {
        const sets = states.map(exported)
        const files = sets.map(imported)
        const once = exported(files.reduce(mergeRecords))
        for (const three of permutationsOf(files.slice(0, 3))) {
          const rest = files.slice(3)
          const [first, ...others] = three
          expect(exported([...three, ...rest].reduce(mergeRecords))).toBe(once)
          const grouped = others.length > 0 ? mergeRecords(first!, others.reduce(mergeRecords)) : first!
          expect(exported([grouped, ...rest].reduce(mergeRecords))).toBe(once)
        }
        for (let sample = 0; sample < SAMPLES; sample += 1) expect(exported(mergedByChance(files, numbers))).toBe(once)
        // With what a file lost on its way counted in: what was written is what is read.
        expect(kept(imported(once))).toEqual(kept(states.reduce(mergeRecords)))
        expect(kept(imported(once))).toEqual(allOf(states))
      }),
      { numRuns: HISTORIES },
    )
  })
})

/** Merges two by two, drawn by chance, until one is left: every order and grouping comes up in time. */
function mergedByChance(files: readonly ArticleRecords[], numbers: IterableIterator<number>): ArticleRecords {
  const draw = (below: number) => (numbers.next().value as number) % below
  const left = [...files]
  while (left.length > 1) {
    const [a] = left.splice(draw(left.length), 1)
    const [b] = left.splice(draw(left.length), 1)
    left.push(mergeRecords(a!, b!))
  }
  return left[0]!
}

function permutationsOf<T>(items: readonly T[]): readonly (readonly T[])[] {
  if (items.length <= 1) return [items]
  return items.flatMap((item, at) => permutationsOf(items.toSpliced(at, 1)).map(others => [item, ...others]))
}

/** Every version that anybody wrote, but those of what was erased for good; of sessions, which keep their last state, none. */
function allOf(states: readonly ArticleRecords[]): readonly string[] {
  const all = states.flatMap(({ versions }) => versions)
  const erased = new Set(all.filter(({ kind }) => kind === 'erased').map(({ id }) => id))
  const lasting = all.filter(({ kind, id, record }) => record !== 'session' && (kind === 'erased' || !erased.has(id)))
  return [...new Set(lasting.map(versionHash))].sort()
}

function kept({ versions }: ArticleRecords): readonly string[] {
  return versions
    .filter(({ record }) => record !== 'session')
    .map(versionHash)
    .sort()
}

function exported(records: ArticleRecords): string {
  return encodeAnnotationSet(toAnnotationSet(records, { history: true }))
}

function imported(text: string): ArticleRecords {
  const decoded = decodeAnnotationSet(text)
  if (!decoded.ok) throw new Error(JSON.stringify(decoded.problem))
  return fromAnnotationSet(decoded.value)
}
