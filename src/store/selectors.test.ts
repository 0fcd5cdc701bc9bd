import { describe, expect, it } from 'vitest'
import { NO_FILTER, type Filter } from '../domain/library.ts'
import { aStore, spanOf, type StoreTab } from '../testing/a-store.ts'
import {
  anAnnotationVersion,
  aReviewer,
  aUuid,
  HARBOUR_ID,
  HARBOUR_TEXT,
  OTHER_DEVICE_ID,
  OTHER_REVIEWER_ID,
  someRecords,
} from '../testing/builders.ts'
import type { ReviewState } from './review-state.ts'
import {
  currentTally,
  isFiltering,
  ownVerdictShares,
  progress,
  reviewedFlags,
  reviewerCounts,
  searchHits,
  shownAnnotations,
  tagCounts,
  verdictCounts,
} from './selectors.ts'

describe('the filter', () => {
  it.each<[string, Partial<Filter>, readonly string[]]>([
    ['nothing asked for', {}, ['tunnel', 'Repairs', 'The tunnel was closed for ten days', 'Ferries']],
    ['one verdict', { verdicts: ['disputed'] }, ['The tunnel was closed for ten days']],
    ['either of two', { verdicts: ['unverified', 'disputed'] }, ['The tunnel was closed for ten days', 'Ferries']],
    ['a reviewer', { reviewers: [OTHER_REVIEWER_ID] }, ['The tunnel was closed for ten days']],
    ['either of two tags', { tags: ['sea', 'transport'] }, ['The tunnel was closed for ten days', 'Ferries']],
    ['a verdict and a tag', { verdicts: ['verified'], tags: ['sea'] }, []],
    ['words of the statement', { words: 'ten days' }, ['The tunnel was closed for ten days']],
    ['words of the rationale', { words: 'COUNTED' }, ['Repairs']],
    ['words of the claim', { words: 'claimant' }, ['Ferries']],
    ['words of a tag', { words: 'transport' }, ['The tunnel was closed for ten days']],
    ['words of a source', { words: 'port log' }, ['The tunnel was closed for ten days']],
    ['words that are nowhere', { words: 'elephant' }, []],
    ['words across two fields', { words: 'Repairs Counted' }, []],
    ['nothing but space', { words: '  ' }, ['tunnel', 'Repairs', 'The tunnel was closed for ten days', 'Ferries']],
  ])('U48 with %s', async (_case, filter, expected) => {
    const tab = await withAnnotations()
    tab.state().changeFilter(filter)
    expect(shownAnnotations(tab.state()).map(({ content }) => content.selector.quote.exact)).toEqual(expected)
  })

  it.each<[string, Partial<Filter>, boolean]>([
    ['nothing', {}, false],
    ['space', { words: ' ' }, false],
    ['words', { words: 'x' }, true],
    ['a verdict', { verdicts: ['verified'] }, true],
    ['a reviewer', { reviewers: [OTHER_REVIEWER_ID] }, true],
    ['a tag', { tags: ['sea'] }, true],
  ])('U48 knows whether it is set: %s', async (_case, filter, expected) => {
    const tab = await aStore()
    tab.state().changeFilter({ ...NO_FILTER, ...filter })
    expect(isFiltering(tab.state())).toBe(expected)
  })

  it('U48 finds the words in the article too', async () => {
    const tab = await aStore()
    tab.state().changeFilter({ words: 'tunnel' })
    expect(searchHits(tab.state()).map(({ from, to }) => HARBOUR_TEXT.slice(from, to))).toEqual(['tunnel', 'tunnel'])
    tab.state().closeArticle()
    expect(searchHits(tab.state())).toEqual([])
  })
})

describe('what is counted', () => {
  it('U49 verdicts, tags and reviewers of all annotations, the most frequent first', async () => {
    const tab = await withAnnotations()
    tab.state().changeFilter({ words: 'elephant' })
    const me = tab.state().settings.reviewer
    expect(verdictCounts(tab.state())).toEqual({ verified: 2, disputed: 1, unverified: 1 })
    expect(tagCounts(tab.state())).toEqual([
      ['sea', 1],
      ['transport', 1],
    ])
    expect(reviewerCounts(tab.state())).toEqual([
      [me, 3],
      [OTHER_REVIEWER_ID, 1],
    ])
  })

  it("U49 progress and shares of the local reviewer only; a segment's worst verdict counts", async () => {
    const tab = await withAnnotations()
    expect(progress(tab.state())).toEqual({ reviewed: 0, segments: 5 })
    tab.state().tag('verified', tab.state().open!.segments[3])
    tab.state().tag('disputed', spanOf('Ferries carried 4,200 passengers'))
    tab.state().placeCursor({ anchor: 0, head: 0 })
    tab.state().toggleNothingToCheck()
    expect(reviewedFlags(tab.state())).toEqual([true, false, false, true, false])
    expect(ownVerdictShares(tab.state())).toEqual({ verified: 0, disputed: 1, unverified: 0, nothing: 1 })
    expect(currentTally(tab.state())).toEqual({
      article: HARBOUR_ID,
      ...{ reviewed: 2, segments: 5 },
      verdicts: { verified: 3, disputed: 2, unverified: 1 },
      stale: 0,
    })
  })

  it('U49 nothing without an article', async () => {
    const tab = await aStore({ article: null })
    expect(currentTally(tab.state())).toBeNull()
    expect(shownAnnotations(tab.state())).toEqual([])
    expect(progress(tab.state())).toEqual({ reviewed: 0, segments: 0 })
  })
})

describe('answers', () => {
  const SELECTORS: Readonly<Record<string, (state: ReviewState) => unknown>> = {
    shownAnnotations,
    reviewedFlags,
    verdictCounts,
    tagCounts,
    reviewerCounts,
    searchHits,
    progress,
    ownVerdictShares,
  }

  it.each(Object.entries(SELECTORS))(
    'U50 of %s stay the same object until what they depend on changes',
    async (_name, select) => {
      const tab = await withAnnotations()
      const before = select(tab.state())
      tab.state().placeCursor({ anchor: 1, head: 1 })
      tab.state().selectText(spanOf('Repairs'))
      tab.state().select(aUuid(1))
      tab.state().scrolledTo(12)
      tab.state().changeSettings({ theme: 'dark' })
      tab.pass(30_000)
      tab.state().noteActivity(true)
      tab.pass(40_000)
      tab.state().noteActivity(true)
      tab.state().pauseSession()
      expect(select(tab.state())).toBe(before)
    },
  )

  it.each(Object.entries(SELECTORS))(
    'U50 of %s stay the same object while a change is worked out that is not shown yet',
    async (_name, select) => {
      const [shown, other] = [(await withAnnotations()).state(), (await aStore()).state()]
      const before = select(shown)
      const ofOther = select(other)
      expect(select(shown)).toBe(before)
      expect(select(other)).toBe(ofOther)
    },
  )
})

/** Three annotations of mine and one of another reviewer. */
async function withAnnotations(): Promise<StoreTab> {
  const tab = await aStore()
  tab.state().tag('verified', spanOf('tunnel'))
  const counted = tab.state().tag('verified', spanOf('Repairs'))!
  tab.state().edit(counted, { rationale: 'I have counted them.' })
  const ferries = tab.state().tag('unverified', spanOf('Ferries'))!
  tab.state().edit(ferries, { tags: ['sea'], claim: { text: '', claimant: 'The claimant', date: '' } })
  const theirs = anAnnotationVersion({ reviewer: OTHER_REVIEWER_ID, dot: [OTHER_DEVICE_ID, 1] })
  await tab
    .state()
    .acceptImport(someRecords({ versions: [theirs], reviewers: [aReviewer({ id: OTHER_REVIEWER_ID })] }), null)
  return tab
}
