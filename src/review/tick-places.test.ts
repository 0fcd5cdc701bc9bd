import { describe, expect, it } from 'vitest'
import type { Verdict } from '../domain/verdict.ts'
import { tickPlaces } from './tick-places.ts'

describe('ticks beside the scroll bar', () => {
  it.each<[string, readonly (readonly [share: number, verdict: Verdict])[], readonly number[]]>([
    [
      'all of them where they are apart',
      [
        [0.1, 'verified'],
        [0.2, 'disputed'],
        [0.9, 'verified'],
      ],
      [0, 1, 2],
    ],
    [
      'the first of equal ones',
      [
        [0.5, 'verified'],
        [0.5001, 'verified'],
      ],
      [0],
    ],
    [
      'disputed before unverified',
      [
        [0.5, 'unverified'],
        [0.5001, 'disputed'],
      ],
      [1],
    ],
    [
      'unverified before verified',
      [
        [0.5, 'unverified'],
        [0.5001, 'verified'],
      ],
      [0],
    ],
    ['none where there is none', [], []],
  ])('P2 show %s', (_case, all, shown) => {
    const ticks = all.map(([share, verdict], index) => ({ id: String(index), share, verdict }))
    expect(tickPlaces(ticks).map(({ id }) => Number(id))).toEqual(shown)
  })

  it('P2 are few, however many statements there are', () => {
    const ticks = Array.from({ length: 5000 }, (_, index) => ({
      id: String(index),
      share: index / 5000,
      verdict: 'verified' as const,
    }))
    expect(tickPlaces(ticks).length).toBeLessThanOrEqual(401)
  })
})
