import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deviceStates } from '../testing/arbitraries.ts'
import { aUuid, anAnnotationVersion, theNextVersion } from '../testing/builders.ts'
import { byRecord, mergeRecords } from './merge.ts'
import { historyOf, numberIn } from './version-history.ts'
import { lineOf, shownVersion, supersedes, versionHash, type Version } from './version.ts'
import { runs } from '../testing/effort.ts'

const LAPTOP = aUuid(1)
const PHONE = aUuid(2)

const first = anAnnotationVersion({ dot: [LAPTOP, 1], rationale: 'First' })
const laptop = theNextVersion(first, { dot: [LAPTOP, 2], rationale: 'Laptop' })
const laptopAgain = theNextVersion([first, laptop], { dot: [LAPTOP, 3], rationale: 'Laptop again' })
const phone = theNextVersion(first, { dot: [PHONE, 1], rationale: 'Phone' })
const settled = theNextVersion([first, laptop, laptopAgain, phone], { dot: [PHONE, 2], rationale: 'Both' })

describe('the history of a record', () => {
  it('U51 is newest first, each version named by its number and told against what its author had seen', () => {
    const history = historyOf([laptop, first, laptopAgain])
    expect(history.map(({ version }) => version)).toEqual([laptopAgain, laptop, first])
    expect(history.map(({ number }) => number)).toEqual([3, 2, 1])
    expect(history.map(({ before }) => before)).toEqual([[laptop], [first], []])
    expect(history.map(({ isHead }) => isHead)).toEqual([true, false, false])
    expect(numberIn(history, laptop)).toBe(2)
  })

  it('U51 keeps each line of edits together, the line that is shown first', () => {
    const history = historyOf([phone, laptopAgain, first, laptop])
    expect(history.map(({ version }) => version)).toEqual([laptopAgain, laptop, phone, first])
    expect(history.map(({ isHead }) => isHead)).toEqual([true, false, true, false])
    expect(history.map(({ beside }) => beside)).toEqual([[phone], [phone], [laptopAgain, laptop], []])
  })

  it('U51 tells what brought several together against each of them', () => {
    const [newest] = historyOf([settled, phone, laptopAgain, first, laptop])
    expect(newest).toMatchObject({ version: settled, number: 5, isHead: true, beside: [] })
    expect(new Set(newest!.before)).toEqual(new Set([phone, laptopAgain]))
  })

  it('U51 says nothing of times: a clock a year behind changes no order', () => {
    const early = theNextVersion(first, { dot: [LAPTOP, 2], at: '2020-01-01T00:00:00.000Z' })
    expect(historyOf([first, early]).map(({ version }) => version)).toEqual([early, first])
  })

  it('U51 shows what is left when earlier versions are not here', () => {
    expect(historyOf([settled])).toMatchObject([{ version: settled, number: 1, before: [] }])
  })

  it('U51 loses nothing when forged versions claim to have seen each other in a circle', () => {
    const a = anAnnotationVersion({ dot: [LAPTOP, 1], seen: { [PHONE]: 1 } })
    const b = anAnnotationVersion({ dot: [PHONE, 1], seen: { [LAPTOP]: 1 } })
    const self = anAnnotationVersion({ dot: [aUuid(3), 1], seen: { [aUuid(3)]: 1 } })
    expect(historyOf([a, b, self])).toHaveLength(3)
  })

  it('U51 stands for any history of any devices: complete, ordered, the same from every side', () => {
    fc.assert(
      fc.property(deviceStates(), fc.nat(), (states, turn) => {
        for (const versions of byRecord(states.reduce(mergeRecords).versions).values()) {
          const history = historyOf(versions)
          const ordered = history.map(({ version }) => version)
          expect(new Set(ordered.map(versionHash))).toEqual(new Set(versions.map(versionHash)))
          expect(ordered).toHaveLength(versions.length)
          expect(ordered[0]).toBe(shownVersion(versions))
          expect(hasSeenLaterOnes(ordered)).toBe(false)
          expect(historyOf(turned(versions, turn)).map(({ version }) => version)).toEqual(ordered)
        }
      }),
      { numRuns: runs(150) },
    )
  })
})

describe('the line of a version', () => {
  it('U54 is what its author had seen, and itself', () => {
    const all = [settled, phone, laptopAgain, first, laptop]
    expect(lineOf(laptop, all)).toEqual([first, laptop])
    expect(lineOf(phone, all)).toEqual([phone, first])
    expect(new Set(lineOf(settled, all))).toEqual(new Set(all))
  })
})

function hasSeenLaterOnes(ordered: readonly Version[]): boolean {
  return ordered.some((version, index) => ordered.slice(0, index).some(newer => supersedes(version, newer)))
}

function turned<T>(items: readonly T[], by: number): readonly T[] {
  const at = by % items.length
  return [...items.slice(at), ...items.slice(0, at)].reverse()
}
