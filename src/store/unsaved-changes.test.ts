import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS, type ShelfEntry, type Tally, type ViewState } from '../domain/library.ts'
import type { Changes, LibraryContents } from '../domain/review-storage.ts'
import {
  aMarkVersion,
  anAnnotationVersion,
  anArticle,
  aReviewer,
  aRevision,
  aUuid,
  HARBOUR_ID,
  OTHER_REVIEWER_ID,
  someRecords,
} from '../testing/builders.ts'
import { isEmpty, libraryAfter, recordsAfter, withoutOverwritten } from './unsaved-changes.ts'

const OTHER_ID = 'f'.repeat(64)
const VERSION = anAnnotationVersion()
const MARK = aMarkVersion()

describe('what is left to write', () => {
  it.each<[string, Changes, Changes, Changes]>([
    [
      'rows of the shelf',
      { shelf: [entry('a'), entry('b', OTHER_ID)] },
      { shelf: [entry('c')] },
      { shelf: [entry('b', OTHER_ID)] },
    ],
    [
      'tallies',
      { tallies: [tally(1), tally(2, OTHER_ID)] },
      { tallies: [tally(3, OTHER_ID)] },
      { tallies: [tally(1)] },
    ],
    ['a view state', { viewState: view(1) }, { viewState: view(2) }, {}],
    [
      'wishes',
      { settings: { theme: 'dark', singleKeys: false } },
      { settings: { theme: 'light' } },
      { settings: { singleKeys: false } },
    ],
    [
      'a version that is dropped',
      { versions: [VERSION, MARK] },
      { droppedVersions: [structuredClone(VERSION)] },
      { versions: [MARK] },
    ],
    [
      'a drop of what is put back',
      { droppedVersions: [VERSION, MARK] },
      { versions: [VERSION] },
      { droppedVersions: [MARK] },
    ],
  ])('U12 is without %s that later changes overwrite', (_case, earlier, later, left) => {
    expect(withoutOverwritten(earlier, later)).toEqual(left)
  })

  it('U12 is the same object when nothing is overwritten', () => {
    const earlier = { shelf: [entry('a')], viewState: view(1), versions: [VERSION], reviewers: [aReviewer()] }
    const later = { shelf: [entry('b', OTHER_ID)], viewState: view(1, OTHER_ID), versions: [VERSION], settings: {} }
    expect(withoutOverwritten(earlier, later)).toBe(earlier)
  })

  it('U12 knows when that is nothing', () => {
    expect(isEmpty({ shelf: [], settings: {} })).toBe(true)
    expect(isEmpty(withoutOverwritten({ shelf: [entry('a')] }, { shelf: [entry('b')] }))).toBe(true)
    expect(isEmpty({ viewState: view(1) })).toBe(false)
    expect(isEmpty({ settings: { theme: 'dark' } })).toBe(false)
  })
})

describe('what will be stored', () => {
  it('U15 is the library with the latest of each row', () => {
    const stored: LibraryContents = {
      isNew: false,
      articles: [anArticle()],
      shelf: [entry('a'), entry('b', OTHER_ID)],
      tallies: [tally(1)],
      reviewers: [aReviewer({ edition: 2, name: 'Later' })],
      settings: DEFAULT_SETTINGS,
      damaged: [],
    }
    const unsaved: readonly Changes[] = [
      { shelf: [entry('c')], reviewers: [aReviewer()], settings: { theme: 'dark', singleKeys: false } },
      { shelf: [entry('d')], tallies: [tally(2)], settings: { theme: 'light' } },
      { articles: [anArticle({ id: OTHER_ID })], reviewers: [aReviewer({ id: OTHER_REVIEWER_ID })] },
    ]
    expect(libraryAfter(stored, unsaved)).toEqual({
      isNew: false,
      articles: [anArticle(), anArticle({ id: OTHER_ID })],
      shelf: [entry('d'), entry('b', OTHER_ID)],
      tallies: [tally(2)],
      reviewers: [aReviewer({ edition: 2, name: 'Later' }), aReviewer({ id: OTHER_REVIEWER_ID })],
      settings: { ...DEFAULT_SETTINGS, theme: 'light', singleKeys: false },
      damaged: [],
    })
  })

  it('U15 is the article with what was added and without what was dropped', () => {
    const stored = someRecords({ versions: [VERSION, MARK] })
    const added = anAnnotationVersion({ id: aUuid(0xc002), reviewer: OTHER_REVIEWER_ID })
    const elsewhere = anAnnotationVersion({ article: OTHER_ID })
    const after = recordsAfter(
      stored,
      [
        {
          versions: [added, elsewhere],
          reviewers: [aReviewer({ id: OTHER_REVIEWER_ID }), aReviewer({ id: aUuid(9) })],
        },
        { droppedVersions: [structuredClone(MARK)] },
      ],
      HARBOUR_ID,
    )
    expect(after?.versions).toEqual([VERSION, added])
    expect(after?.reviewers.map(({ id }) => id)).toEqual([stored.reviewers[0]!.id, OTHER_REVIEWER_ID])
  })

  it('U15 is an article that is not stored at all, once it was added', () => {
    const added = { articles: [anArticle()], revisions: [aRevision()] }
    expect(recordsAfter(null, [added], HARBOUR_ID)).toMatchObject({ article: anArticle(), revisions: [aRevision()] })
    expect(recordsAfter(null, [added], OTHER_ID)).toBeNull()
  })

  it('U15 is what is stored, as it is, where nothing waits', () => {
    const stored = someRecords()
    expect(recordsAfter(stored, [{ shelf: [entry('a')] }], HARBOUR_ID)).toBe(stored)
  })
})

function entry(name: string, article = HARBOUR_ID): ShelfEntry {
  const at = '2026-11-20T09:00:00.000Z'
  return { article, name, added: at, opened: at, binned: false, revision: article }
}

function tally(reviewed: number, article = HARBOUR_ID): Tally {
  return { article, segments: 5, reviewed, verdicts: { verified: 0, disputed: 0, unverified: 0 } }
}

function view(segment: number, article = HARBOUR_ID): ViewState {
  const filter = { verdicts: [], reviewers: [], tags: [], words: '' }
  return { article, segment, topOffset: 0, filter, left: '2026-11-20T09:00:00.000Z' }
}
