import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { heaviestChain, type WeighedPair } from './heaviest-chain.ts'

describe('heaviestChain', () => {
  it('A25 keeps of what changed places the heavier part', () => {
    const pairs = [pair(0, 2, 5), pair(1, 0, 3), pair(2, 1, 3)]
    expect(heaviestChain(pairs)).toEqual([pair(1, 0, 3), pair(2, 1, 3)])
  })

  it('A25 gives the heaviest of all chains that rise on both sides', () => {
    const pairs = fc.array(fc.tuple(fc.nat(6), fc.nat(6), fc.integer({ min: 1, max: 9 })), { maxLength: 9 })
    fc.assert(
      fc.property(pairs, triples => {
        const all = triples.map(([old, new_, weight]) => pair(old, new_, weight))
        const chain = heaviestChain(all)
        expect(isRising(chain)).toBe(true)
        expect(weightOf(chain)).toBe(Math.max(0, ...subsetsOf(all).filter(isRising).map(weightOf)))
      }),
    )
  })
})

function pair(old: number, new_: number, weight: number): WeighedPair {
  return { old, new: new_, weight }
}

function isRising(pairs: readonly WeighedPair[]): boolean {
  return pairs.every(
    (each, index) => index === 0 || (each.old > pairs[index - 1]!.old && each.new > pairs[index - 1]!.new),
  )
}

function weightOf(pairs: readonly WeighedPair[]): number {
  return pairs.reduce((sum, { weight }) => sum + weight, 0)
}

function subsetsOf(pairs: readonly WeighedPair[]): readonly (readonly WeighedPair[])[] {
  const ordered = pairs.toSorted((a, b) => a.old - b.old || a.new - b.new)
  return Array.from({ length: 2 ** ordered.length }, (_, mask) => ordered.filter((__, index) => (mask >> index) & 1))
}
