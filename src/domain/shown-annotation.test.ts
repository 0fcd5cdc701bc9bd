import { describe, expect, it } from 'vitest'
import { aUuid, anAnnotationVersion, theNextVersion } from '../testing/builders.ts'
import { annotationOf, readingsOf, removedAnnotationOf } from './shown-annotation.ts'

const LAPTOP = aUuid(1)
const PHONE = aUuid(2)
const first = anAnnotationVersion({ dot: [LAPTOP, 1], rationale: 'First' })
const mine = theNextVersion(first, { dot: [LAPTOP, 2], rationale: 'Mine' })
const theirs = theNextVersion(first, { dot: [PHONE, 1], rationale: 'Theirs' })

describe('the readings of an annotation', () => {
  it('U54 are the heads that say different things, the shown one first', () => {
    const readings = readingsOf([first, mine, theirs])
    expect(new Set(readings)).toEqual(new Set([mine, theirs]))
    expect(annotationOf([first, mine, theirs])).toMatchObject({
      conflict: true,
      content: readings[0]!.kind === 'content' ? readings[0]!.content : null,
    })
  })

  it('U54 that say the same are no conflict', () => {
    const same = theNextVersion(first, { dot: [PHONE, 1], rationale: 'Mine', at: '2027-01-01T00:00:00.000Z' })
    expect(readingsOf([first, mine, same])).toHaveLength(1)
    expect(annotationOf([first, mine, same])).toMatchObject({ conflict: false, content: { rationale: 'Mine' } })
  })

  it('U54 of which one deletes are a conflict, and what says something is shown', () => {
    const deleted = theNextVersion(first, { dot: [PHONE, 1], kind: 'deleted' })
    expect(readingsOf([first, deleted, mine])).toEqual([mine, deleted])
    expect(removedAnnotationOf([first, deleted, mine])).toBeNull()
  })

  it('U54 are one when there is no conflict', () => {
    expect(readingsOf([first, mine])).toEqual([mine])
  })
})

describe('a deleted annotation', () => {
  it('U55 knows when it was deleted and what it said last', () => {
    const deleted = theNextVersion([first, mine], { dot: [PHONE, 1], kind: 'deleted', at: '2026-12-01T00:00:00.000Z' })
    expect(removedAnnotationOf([first, mine, deleted])).toEqual({
      id: first.id,
      article: first.article,
      reviewer: first.reviewer,
      removed: '2026-12-01T00:00:00.000Z',
      last: mine,
    })
  })

  it('U55 of which no earlier version is here says nothing', () => {
    expect(removedAnnotationOf([theNextVersion(first, { kind: 'deleted' })])).toMatchObject({ last: null })
  })

  it('U55 is not one that stands or was erased for good', () => {
    expect(removedAnnotationOf([first])).toBeNull()
    expect(removedAnnotationOf([theNextVersion(first, { kind: 'erased' })])).toBeNull()
    expect(removedAnnotationOf([])).toBeNull()
  })
})
