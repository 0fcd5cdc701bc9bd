import { describe, expect, it } from 'vitest'
import { anAnnotationVersion, aReviewer, aUuid, OTHER_REVIEWER_ID, someRecords } from '../testing/builders.ts'
import { chosenRecords } from './chosen-records.ts'

describe('chosenRecords', () => {
  const theirs = anAnnotationVersion({ id: aUuid(9), reviewer: OTHER_REVIEWER_ID })
  const records = someRecords({
    versions: [...someRecords().versions, theirs],
    reviewers: [...someRecords().reviewers, aReviewer({ id: OTHER_REVIEWER_ID })],
  })

  it('T11 leaves out what a person does not want, with reviewers who then say nothing', () => {
    const chosen = chosenRecords(records, new Set([theirs.id]))
    expect(chosen.versions).toEqual(someRecords().versions)
    expect(chosen.reviewers).toEqual(someRecords().reviewers)
    expect(chosenRecords(records, new Set())).toBe(records)
  })
})
