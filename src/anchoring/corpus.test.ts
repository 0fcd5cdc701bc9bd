import { describe, expect, it } from 'vitest'
import type { ChangeState } from '../domain/change-state.ts'
import { judgeCorpus, readCorpus } from '../testing/anchoring-corpus.ts'
import { reanchor } from './reanchor.ts'

const FOLDER = new URL('./corpus/', import.meta.url)

describe('the corpus of edited articles', () => {
  const pairs = readCorpus(FOLDER)
  const judged = judgeCorpus(pairs, pair => reanchor({ ...pair, spans: pair.statements.map(({ span }) => span) }))
  const having = (fault: string) =>
    judged.filter(({ faults }) => faults.includes(fault as never)).map(({ told }) => told)

  it('A40 covers every state, in at least eight languages and forty articles', () => {
    const states = new Set(pairs.flatMap(({ statements }) => statements.flatMap(statement => statement.states)))
    const all: readonly ChangeState['kind'][] = [
      'unchanged',
      'typography',
      'moved',
      'reworded',
      'fact-changed',
      'ambiguous',
      'orphaned',
    ]
    expect(all.filter(state => !states.has(state))).toEqual([])
    expect(new Set(pairs.map(({ from }) => from.language)).size).toBeGreaterThanOrEqual(8)
    expect(pairs.length).toBeGreaterThanOrEqual(40)
  })

  it('A40 puts no statement at a wrong place', () => {
    expect(having('wrong place')).toEqual([])
  })

  it('A40 attaches no deleted statement to anything', () => {
    expect(having('deleted but attached')).toEqual([])
  })

  it('A40 misses no changed fact', () => {
    expect(having('missed fact')).toEqual([])
  })

  it('A40 orphans at most 3 % of what a person finds', () => {
    const findable = judged.filter(({ statement }) => statement.places.length > 0)
    expect(having('lost').length).toBeLessThanOrEqual(0.03 * findable.length)
  })

  it('A40 says of at least 97 % what a person says', () => {
    expect(having('other state').length).toBeLessThanOrEqual(0.03 * judged.length)
  })
})
