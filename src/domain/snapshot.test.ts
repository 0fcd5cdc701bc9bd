import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aUuid } from '../testing/builders.ts'
import { snapshotsToKeep, type Snapshot } from './snapshot.ts'

const HOUR = 3600_000
const DAY = 24 * HOUR
const NOW = Date.UTC(2026, 10, 20, 12)
const MANY = 1e12 // bytes

describe('snapshots that stay', () => {
  it('S64 are the newest three, whatever their day', () => {
    expect(kept([1, 2, 3, 4, 5].map(hours => aSnapshot(hours * HOUR)))).toEqual([1, 2, 3].map(hours => hours * HOUR))
  })

  it('S64 are the last one of each of the last seven days beside them', () => {
    const twiceADay = Array.from({ length: 20 }, (_, index) => aSnapshot(index * (DAY / 2)))
    const ages = kept(twiceADay).map(age => age / DAY)
    expect(ages).toEqual([0, 0.5, 1, 2, 3, 4, 5, 6].map(expectedAge => expect.closeTo(expectedAge, 0)))
  })

  it('S64 are the last one of another library for thirty days', () => {
    const other = aUuid(0xdc)
    const mine = [1, 2, 3, 4].map(hours => aSnapshot(hours * HOUR))
    const theirs = [20, 21, 29].map(days => aSnapshot(days * DAY, { database: other }))
    expect(kept([...mine, ...theirs])).toEqual([1 * HOUR, 2 * HOUR, 3 * HOUR, 20 * DAY])
    expect(kept([...mine, aSnapshot(30 * DAY, { database: other })])).toEqual([1, 2, 3].map(hours => hours * HOUR))
  })

  it('S64 take no more room than they may, the newest excepted', () => {
    const three = [1, 2, 3].map(hours => aSnapshot(hours * HOUR, { bytes: 100 }))
    expect(kept(three, 250)).toEqual([HOUR, 2 * HOUR])
    expect(kept(three, 10)).toEqual([HOUR])
  })

  it('S64 are the same of two that were taken in the same millisecond', () => {
    const two = [aUuid(1), aUuid(2)].map(database => aSnapshot(20 * DAY, { id: database, database, bytes: 100 }))
    const three = [...two, aSnapshot(HOUR), aSnapshot(2 * HOUR), aSnapshot(3 * HOUR)]
    const keptOf = (all: readonly Snapshot[]) => snapshotsToKeep(all, { now: NOW, limit: 400 }).map(({ id }) => id)
    expect(keptOf(three)).toEqual(keptOf([...three].reverse()))
  })

  it('S64 are never none, the newest among them, and the same in whatever order they are found', () => {
    const snapshots = fc.array(
      fc
        .tuple(fc.nat(40 * DAY), fc.nat(3), fc.nat(500))
        .map(([age, library, bytes]) =>
          aSnapshot(age, { id: `${age} ${library} ${bytes}`, database: aUuid(library), bytes }),
        ),
      { minLength: 1 },
    )
    fc.assert(
      fc.property(snapshots, fc.nat(2000), (all, limit) => {
        const ages = kept(all, limit)
        expect(ages[0]).toBe(Math.min(...all.map(ageOf)))
        expect(kept([...all].reverse(), limit)).toEqual(ages)
        expect(ages.length).toBeLessThanOrEqual(3 + 7 + 4)
      }),
    )
  })
})

function kept(snapshots: readonly Snapshot[], limit = MANY): readonly number[] {
  return snapshotsToKeep(snapshots, { now: NOW, limit }).map(ageOf)
}

function ageOf({ at }: Snapshot): number {
  return NOW - Date.parse(at)
}

function aSnapshot(age: number, overrides: Partial<Snapshot> = {}): Snapshot {
  const at = new Date(NOW - age).toISOString()
  return { id: at, at, database: aUuid(0xdb), sequence: 1, articles: 1, annotations: 1, bytes: 100, ...overrides }
}
