import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deviceStates } from '../testing/arbitraries.ts'
import {
  aMarkVersion,
  anAnnotationVersion,
  ANNOTATION_ID,
  aUuid,
  OTHER_DEVICE_ID,
  OTHER_REVIEWER_ID,
  someRecords,
  theNextVersion,
} from '../testing/builders.ts'
import { canonicalJson } from './canonical-json.ts'
import { mergeRecords, type ArticleRecords } from './merge.ts'
import { withoutForeign } from './ownership.ts'
import { seenOf, versionHash, type Version } from './version.ts'

const mine = anAnnotationVersion()
const forged = { reviewer: OTHER_REVIEWER_ID, dot: [OTHER_DEVICE_ID, 1] as [string, number] }

describe('what may be merged', () => {
  it.each<[string, Version]>([
    ['a change', theNextVersion(mine, forged)],
    ['a removal', theNextVersion(mine, { ...forged, kind: 'deleted' })],
    ['an emptied bin', theNextVersion(mine, { ...forged, kind: 'erased' })],
    ['a first version that knows of no other', anAnnotationVersion(forged)],
    ['a record of another kind under its id', aMarkVersion({ id: ANNOTATION_ID, dot: [OTHER_DEVICE_ID, 1] })],
  ])('M26 is not %s that someone else signs', (_case, version) => {
    const { records, foreign } = withoutForeign([mine], someRecords({ versions: [version] }))
    expect(records.versions).toEqual([])
    expect(foreign).toEqual([version])
  })

  it.each<[string, Version]>([
    ['what its reviewer wrote on another device', theNextVersion(mine, { dot: [OTHER_DEVICE_ID, 1] })],
    ['a record of which nothing is here', anAnnotationVersion({ ...forged, id: aUuid(0xc002) })],
  ])('M26 is %s', (_case, version) => {
    expect(withoutForeign([mine], someRecords({ versions: [version] }))).toEqual({
      records: someRecords({ versions: [version] }),
      foreign: [],
    })
  })

  it('M26 is all of what devices wrote that keep to the rule', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(twoStates(), ([here, there]) => {
        expect(withoutForeign(here.versions, there)).toEqual({ records: there, foreign: [] })
      }),
    )
  })

  it('M26 changes nothing of mine, whatever others sign', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(twoStates(), ([here, there]) => {
        const signedByOthers = here.versions.map((version): Version => ({
          ...version,
          reviewer: aUuid(0xbad),
          seen: {},
        }))
        const seen = seenOf(here.versions)
        const superseding = signedByOthers.map((version): Version => ({ ...version, seen, dot: [aUuid(0xbad), 1] }))
        const erasing = superseding.map(({ record, id, article, reviewer, dot, at }): Version => {
          return { record, id, article, reviewer, dot, seen, at, kind: 'erased' }
        })
        const versions = [...there.versions, ...signedByOthers, ...superseding, ...erasing]
        const merged = mergeRecords(here, withoutForeign(here.versions, { ...there, versions }).records)
        const honest = mergeRecords(here, withoutForeign(here.versions, there).records)
        const known = new Set(here.versions.map(({ id }) => id))
        const ofMine = (records: ArticleRecords) => records.versions.filter(({ id }) => known.has(id)).map(versionHash)
        expect(canonicalJson(ofMine(merged))).toBe(canonicalJson(ofMine(honest)))
      }),
    )
  })
})

function twoStates(): fc.Arbitrary<readonly [ArticleRecords, ArticleRecords]> {
  return deviceStates().map(states => [states[0]!, states[1]!] as const)
}
