import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS } from '../domain/library.ts'
import { aReviewer, REVIEWER_ID } from '../testing/builders.ts'
import { isNameAsked } from './is-name-asked.ts'

describe('isNameAsked', () => {
  const cases = [
    { when: 'nobody has annotated', reviewer: null, name: '', askedForName: false, asked: false },
    { when: 'the reviewer has no name', reviewer: REVIEWER_ID, name: '', askedForName: false, asked: true },
    { when: 'the reviewer has a name', reviewer: REVIEWER_ID, name: 'R. Okafor', askedForName: false, asked: false },
    { when: 'the reviewer was asked', reviewer: REVIEWER_ID, name: '', askedForName: true, asked: false },
  ]
  it.each(cases)('W1 when $when: $asked', ({ reviewer, name, askedForName, asked }) => {
    const settings = { ...DEFAULT_SETTINGS, reviewer, askedForName }
    expect(isNameAsked({ settings, reviewers: { [REVIEWER_ID]: aReviewer({ name }) } })).toBe(asked)
  })
})
