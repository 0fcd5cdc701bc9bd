import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeRecords, type ArticleRecords } from '../domain/merge.ts'
import { annotationSets, deviceStates } from '../testing/arbitraries.ts'
import {
  aReviewer,
  aSessionVersion,
  aUuid,
  anAnnotationSet,
  anAnnotationVersion,
  OTHER_REVIEWER_ID,
  SESSION_ID,
  someRecords,
  theNextVersion,
} from '../testing/builders.ts'
import { fromAnnotationSet, toAnnotationSet } from './annotation-set.ts'
import { decodeAnnotationSet, encodeAnnotationSet } from './w3c-set.ts'

describe('toAnnotationSet', () => {
  const first = anAnnotationVersion()
  const second = theNextVersion(first, { rationale: 'second thoughts' })

  it('X4 holds every version with history, the heads without', () => {
    const records = someRecords({ versions: [second, first] })
    expect(toAnnotationSet(records, { history: true }).versions).toHaveLength(2)
    expect(toAnnotationSet(records, { history: false }).versions).toEqual([second])
  })

  it('X4 holds the last state of a session, with or without history', () => {
    const early = aSessionVersion({ dot: [aUuid(1), 1] })
    const late = aSessionVersion({ dot: [aUuid(1), 2], seen: { [aUuid(1)]: 1 }, activeMs: 9 })
    for (const history of [true, false]) {
      expect(toAnnotationSet(someRecords({ versions: [early, late] }), { history }).sessions).toEqual([late])
    }
  })

  it('X4 holds no session that was removed', () => {
    const session = aSessionVersion({ dot: [aUuid(1), 1] })
    const { content: _, ...stamp } = session
    const removed = {
      ...stamp,
      kind: 'deleted',
      dot: [aUuid(1), 2] as [string, number],
      seen: { [aUuid(1)]: 1 },
    } as const
    expect(removed.id).toBe(SESSION_ID)
    expect(toAnnotationSet(someRecords({ versions: [session, removed] }), { history: true }).sessions).toEqual([])
  })

  it('X4 names only reviewers who wrote something in it', () => {
    const reviewers = [aReviewer({ id: OTHER_REVIEWER_ID, name: 'Nobody' }), aReviewer()]
    expect(toAnnotationSet(someRecords({ reviewers }), { history: true }).reviewers).toEqual([aReviewer()])
  })
})

describe('fromAnnotationSet', { timeout: 60_000 }, () => {
  it('X2 brings back what was exported', () => {
    fc.assert(
      fc.property(annotationSets(), set => {
        expect(toAnnotationSet(fromAnnotationSet(set), { history: true })).toEqual(set)
      }),
      { numRuns: 50 },
    )
  })

  it('X2 tells sessions from versions by what they are', () => {
    const set = anAnnotationSet()
    expect(fromAnnotationSet(set).versions).toHaveLength(set.versions.length + set.sessions.length)
  })

  it('X3 gives equal bytes after export, wipe, import and export', () => {
    fc.assert(
      fc.property(deviceStates(), fc.boolean(), ([records], history) => {
        const before = encodeAnnotationSet(toAnnotationSet(records!, { history }))
        expect(encodeAnnotationSet(toAnnotationSet(imported(before), { history }))).toBe(before)
      }),
      { numRuns: 50 },
    )
  })

  it('X3 M2 gives equal bytes in every order of importing, and importing again changes nothing', () => {
    fc.assert(
      fc.property(deviceStates(), states => {
        const files = states.map(records => imported(exported(records)))
        const once = exported(files.reduce(mergeRecords))
        expect(exported(files.toReversed().reduce(mergeRecords))).toBe(once)
        expect(exported([...files, ...files].reduce(mergeRecords))).toBe(once)
      }),
      { numRuns: 50 },
    )
  })
})

function exported(records: ArticleRecords): string {
  return encodeAnnotationSet(toAnnotationSet(records, { history: true }))
}

function imported(text: string): ArticleRecords {
  const decoded = decodeAnnotationSet(text)
  if (!decoded.ok) throw new Error(JSON.stringify(decoded.problem))
  return fromAnnotationSet(decoded.value)
}
