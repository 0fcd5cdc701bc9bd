import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deviceStates } from '../testing/arbitraries.ts'
import {
  aMarkVersion,
  anAnnotationVersion,
  anArticle,
  aReviewer,
  aUuid,
  someRecords,
  theNextVersion,
} from '../testing/builders.ts'
import { canonicalJson } from './canonical-json.ts'
import { byRecord, mergeRecords, mergeVersions, withoutHistory, type ArticleRecords } from './merge.ts'
import { heads, shownVersion, versionHash, type Version } from './version.ts'

const PHONE = aUuid(2)
const TABLET = aUuid(3)

describe('merging the histories of several devices', { timeout: 60_000 }, () => {
  it('M1 keeps every version of both sides and adds none', () => {
    fc.assert(
      fc.property(twoStates(), ([mine, theirs]) => {
        const all = [...mine.versions, ...theirs.versions]
        const erased = new Set(all.filter(({ kind }) => kind === 'erased').map(({ id }) => id))
        const expected = all.filter(({ kind, id }) => kind === 'erased' || !erased.has(id)).map(versionHash)
        expect(hashes(mergeRecords(mine, theirs).versions)).toEqual([...new Set(expected)].sort())
      }),
    )
  })

  it('M2 gives the same in every order', () => {
    fc.assert(
      fc.property(twoStates(), ([mine, theirs]) => {
        expect(canonicalJson(mergeRecords(mine, theirs))).toBe(canonicalJson(mergeRecords(theirs, mine)))
      }),
    )
  })

  it('M2 gives the same in every grouping', () => {
    fc.assert(
      fc.property(threeStates(), ([a, b, c]) => {
        const left = mergeRecords(mergeRecords(a, b), c)
        expect(canonicalJson(mergeRecords(a, mergeRecords(b, c)))).toBe(canonicalJson(left))
        expect(canonicalJson(mergeRecords(mergeRecords(c, a), b))).toBe(canonicalJson(left))
      }),
    )
  })

  it('M3 changes nothing the second time', () => {
    fc.assert(
      fc.property(twoStates(), ([mine, theirs]) => {
        const once = mergeRecords(mine, theirs)
        expect(canonicalJson(mergeRecords(once, theirs))).toBe(canonicalJson(once))
        expect(canonicalJson(mergeRecords(once, once))).toBe(canonicalJson(once))
      }),
    )
  })

  it('M12 makes no conflict when history is left out on either side', () => {
    fc.assert(
      fc.property(twoStates(), ([mine, theirs]) => {
        const whole = mergeVersions(mine.versions, theirs.versions)
        for (const versions of [
          mergeVersions(withoutHistory(mine.versions), theirs.versions),
          mergeVersions(mine.versions, withoutHistory(theirs.versions)),
          mergeVersions(withoutHistory(mine.versions), withoutHistory(theirs.versions)),
        ]) {
          expect(allHeads(versions)).toEqual(allHeads(whole))
        }
      }),
    )
  })

  it('M13 has the same heads and prefers the same kind when all clocks differ', () => {
    fc.assert(
      fc.property(twoStates(), ([mine, theirs]) => {
        const versions = mergeVersions(mine.versions, theirs.versions)
        const shifted = versions.map((version, index) => ({ ...version, at: new Date(index * 1e9).toISOString() }))
        expect(dots(withoutHistory(shifted))).toEqual(dots(withoutHistory(versions)))
        for (const [id, record] of byRecord(shifted)) {
          const before = shownVersion(byRecord(versions).get(id)!)!
          const after = shownVersion(record)!
          expect([after.kind === 'content', total(after)]).toEqual([before.kind === 'content', total(before)])
        }
      }),
    )
  })

  it('M15 shows a version of every record', () => {
    fc.assert(
      fc.property(twoStates(), ([mine, theirs]) => {
        const merged = byRecord(mergeRecords(mine, theirs).versions)
        for (const { id } of [...mine.versions, ...theirs.versions]) expect(shownVersion(merged.get(id)!)).toBeDefined()
      }),
    )
  })
})

describe('mergeVersions', () => {
  const first = anAnnotationVersion()

  it('M1 keeps both of two edits that did not know each other', () => {
    const here = theNextVersion(first, { dot: [PHONE, 1], verdict: 'verified' })
    const there = theNextVersion(first, { dot: [TABLET, 1], verdict: 'disputed' })
    const merged = mergeVersions([first, here], [first, there])
    expect(hashes(merged)).toEqual(hashes([first, here, there]))
    expect(hashes(heads(merged))).toEqual(hashes([here, there]))
  })

  it('M11 lets an erased version drop the others, whichever side has it and whatever arrives later', () => {
    const erased = theNextVersion(first, { dot: [PHONE, 1], kind: 'erased' })
    const later = theNextVersion(first, { dot: [TABLET, 1], verdict: 'verified' })
    expect(mergeVersions([first], [erased])).toEqual([erased])
    expect(mergeVersions([erased], [first, later])).toEqual([erased])
  })

  it('M11 lets an erased version touch no other record', () => {
    const erased = theNextVersion(first, { dot: [PHONE, 1], kind: 'erased' })
    const mark = aMarkVersion()
    expect(hashes(mergeVersions<Version>([first, mark], [erased]))).toEqual(hashes([erased, mark]))
  })

  it('M12 leaves deleted words out without history', () => {
    const deleted = theNextVersion(first, { kind: 'deleted' })
    expect(withoutHistory([first, deleted])).toEqual([deleted])
    expect(canonicalJson(withoutHistory([first, deleted]))).not.toContain('port authority')
  })
})

describe('mergeRecords', () => {
  const cases = [
    { name: 'the later edition of a reviewer', mine: 1, theirs: 2, expected: 'theirs' },
    { name: 'the later edition of a reviewer, also when it is mine', mine: 2, theirs: 1, expected: 'mine' },
    { name: 'of equal editions the one that sorts first', mine: 1, theirs: 1, expected: 'mine' },
  ]
  for (const { name, mine, theirs, expected } of cases) {
    it(`M14 keeps ${name}`, () => {
      const here = someRecords({ reviewers: [aReviewer({ edition: mine, name: 'mine' })] })
      const there = someRecords({ reviewers: [aReviewer({ edition: theirs, name: 'theirs' })] })
      for (const merged of [mergeRecords(here, there), mergeRecords(there, here)]) {
        expect(merged.reviewers.map(reviewer => reviewer.name)).toEqual([expected])
      }
    })
  }

  it('M14 keeps the later edition of an article', () => {
    const older = someRecords()
    const newer = someRecords({ article: anArticle({ edition: 2, sourceUrl: 'https://news.example.com/moved' }) })
    expect(mergeRecords(older, newer).article).toEqual(newer.article)
    expect(mergeRecords(newer, older).article).toEqual(newer.article)
  })
})

function twoStates(): fc.Arbitrary<readonly [ArticleRecords, ArticleRecords]> {
  return deviceStates().map(([a, b]) => [a!, b!])
}

function threeStates(): fc.Arbitrary<readonly [ArticleRecords, ArticleRecords, ArticleRecords]> {
  return deviceStates().map(states => [states[0]!, states[1]!, states[2] ?? states[0]!])
}

function hashes(versions: readonly Version[]): readonly string[] {
  return versions.map(versionHash).sort()
}

function allHeads(versions: readonly Version[]): readonly string[] {
  return hashes([...byRecord(versions).values()].flatMap(heads))
}

function dots(versions: readonly Version[]): readonly string[] {
  return versions.map(({ id, dot }) => [id, ...dot].join(' ')).sort()
}

function total({ seen }: Version): number {
  return Object.values(seen).reduce((sum, count) => sum + count, 0)
}
