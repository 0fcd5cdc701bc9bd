import { describe, expect, it } from 'vitest'
import { aUuid, anAnnotationVersion, theNextVersion } from '../testing/builders.ts'
import { heads, seenOf, shownVersion, supersedes, versionHash, type AnnotationVersion } from './version.ts'

const LAPTOP = aUuid(1)
const PHONE = aUuid(2)
const TABLET = aUuid(3)

const first = anAnnotationVersion({ dot: [LAPTOP, 1] })

describe('supersedes', () => {
  const cases: readonly { name: string; later: AnnotationVersion; expected: boolean }[] = [
    {
      name: 'its author saw exactly it',
      later: anAnnotationVersion({ dot: [PHONE, 1], seen: { [LAPTOP]: 1 } }),
      expected: true,
    },
    {
      name: 'its author saw a later one',
      later: anAnnotationVersion({ dot: [PHONE, 1], seen: { [LAPTOP]: 7 } }),
      expected: true,
    },
    { name: 'its author saw none', later: anAnnotationVersion({ dot: [PHONE, 9] }), expected: false },
    {
      name: 'its author saw another device only',
      later: anAnnotationVersion({ dot: [PHONE, 9], seen: { [TABLET]: 9 } }),
      expected: false,
    },
    { name: 'the same device, but another tab', later: anAnnotationVersion({ dot: [LAPTOP, 2] }), expected: false },
  ]
  for (const { name, later, expected } of cases) {
    it(`M4 is ${expected} when ${name}`, () => expect(supersedes(later, first)).toBe(expected))
  }
})

describe('heads', () => {
  it('M4 are what nothing supersedes', () => {
    const second = theNextVersion(first, { verdict: 'verified' })
    const third = theNextVersion([first, second], { verdict: 'unverified' })
    expect(heads([third, first, second])).toEqual([third])
  })

  it('M5 keep the edit of a stale tab beside the newer one', () => {
    const newer = theNextVersion(first, { dot: [PHONE, 1], verdict: 'verified' })
    const stale = theNextVersion(first, { dot: [TABLET, 1], verdict: 'unverified' })
    expect(heads([first, newer, stale])).toEqual([newer, stale])
  })

  it('M6 keep one unseen edit beside five saves of another device', () => {
    const saves: AnnotationVersion[] = [first]
    for (let save = 0; save < 5; save += 1) saves.push(theNextVersion(saves, { rationale: `draft ${save}` }))
    const unseen = theNextVersion(first, { dot: [PHONE, 1], rationale: 'from the train' })
    expect(heads([...saves, unseen])).toEqual([saves.at(-1), unseen])
  })

  it('M10 are one again after a version that has seen all of them', () => {
    const here = theNextVersion(first, { dot: [PHONE, 1] })
    const there = theNextVersion(first, { dot: [TABLET, 1], kind: 'deleted' })
    const settled = theNextVersion([first, here, there], { dot: [LAPTOP, 2], verdict: 'verified' })
    expect(heads([first, here, there, settled])).toEqual([settled])
  })

  it('M15 are never empty, also when forged versions supersede each other', () => {
    const forged = anAnnotationVersion({ dot: [LAPTOP, 1], seen: { [PHONE]: 1 } })
    const answer = anAnnotationVersion({ dot: [PHONE, 1], seen: { [LAPTOP]: 1 } })
    expect(heads([forged, answer])).toEqual([forged, answer])
    expect(shownVersion([forged, answer])).toBeDefined()
  })
})

describe('shownVersion', () => {
  it('M15 shows nothing only where there are no versions', () => {
    expect(shownVersion([])).toBeUndefined()
  })

  it('M7 prefers content to a removal whose author had seen more', () => {
    const content = theNextVersion(first, { dot: [PHONE, 1], verdict: 'verified' })
    const known = [first, theNextVersion(first, { dot: [TABLET, 1] })]
    const removal = theNextVersion(known, { dot: [TABLET, 2], kind: 'deleted' })
    expect(shownVersion([...known, removal, content])).toBe(content)
  })

  it('M8 prefers who had seen more', () => {
    const less = theNextVersion(first, { dot: [PHONE, 1], verdict: 'verified' })
    const other = theNextVersion(first, { dot: [TABLET, 1] })
    const more = theNextVersion([first, other], { dot: [TABLET, 2], verdict: 'unverified' })
    expect(shownVersion([less, first, more, other])).toBe(more)
    expect(shownVersion([more, other, less, first])).toBe(more)
  })

  it('M9 prefers the smaller hash among equals, in any order', () => {
    const equals = [1, 2, 3, 4].map(device => anAnnotationVersion({ dot: [aUuid(device), 1], rationale: `${device}` }))
    const smallest = equals.map(versionHash).sort()[0]
    expect(versionHash(shownVersion(equals)!)).toBe(smallest)
    expect(versionHash(shownVersion(equals.toReversed())!)).toBe(smallest)
  })

  it('M13 prefers who had seen more, however early the clock', () => {
    const late = theNextVersion(first, { dot: [PHONE, 1], at: '2036-01-01T00:00:00.000Z' })
    const other = theNextVersion(first, { dot: [TABLET, 1] })
    const early = theNextVersion([first, other], { dot: [TABLET, 2], at: '1999-01-01T00:00:00.000Z' })
    expect(shownVersion([first, late, other, early])).toBe(early)
    expect(heads([first, late, other, early])).toEqual([late, early])
  })
})

describe('seenOf', () => {
  it('M4 counts the versions themselves and all that their authors had seen', () => {
    const second = anAnnotationVersion({ dot: [PHONE, 4], seen: { [LAPTOP]: 3, [TABLET]: 2 } })
    expect(seenOf([first, second])).toEqual({ [LAPTOP]: 3, [PHONE]: 4, [TABLET]: 2 })
  })
})

describe('versionHash', () => {
  it('M16 does not depend on the order of keys', () => {
    const reversed = Object.fromEntries(Object.entries(first).reverse()) as typeof first
    expect(Object.keys(reversed)).not.toEqual(Object.keys(first))
    expect(versionHash(reversed)).toBe(versionHash(first))
  })

  const changes: readonly Parameters<typeof anAnnotationVersion>[0][] = [
    { verdict: 'verified' },
    { at: '2026-11-20T09:20:11.001Z' },
    { tags: [] },
    { seen: { [PHONE]: 1 } },
    { dot: [LAPTOP, 2] },
  ]
  for (const change of changes) {
    it(`M16 changes with ${Object.keys(change ?? {})[0]}`, () => {
      expect(versionHash(anAnnotationVersion({ dot: [LAPTOP, 1], ...change }))).not.toBe(versionHash(first))
    })
  }
})
