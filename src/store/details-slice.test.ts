import { describe, expect, it } from 'vitest'
import { detailsOf, type ArticleDetails } from '../domain/article.ts'
import {
  annotationIn,
  aStore,
  everythingSettles,
  spanOf,
  theHarbourArticle,
  type StoreTab,
} from '../testing/a-store.ts'
import { aContent, anArticle, anOriginal, aRevision, HARBOUR_ID } from '../testing/builders.ts'

const CORRECTED: ArticleDetails = {
  ...detailsOf(anArticle()),
  author: 'Ben Lind',
  published: '2026-11',
  sourceUrl: 'https://news.example.com/b',
}

describe('correcting what is known of an article', () => {
  it('S94 makes the next edition, shown at once and stored', async () => {
    const tab = await aStore()
    tab.state().changeDetails(HARBOUR_ID, { ...CORRECTED, author: ' Ben\n Lind ' })
    const edition = anArticle({ ...CORRECTED, edition: 2 })
    expect(tab.state().open?.article).toEqual(edition)
    expect(tab.state().saving).toEqual({ kind: 'saving' })
    await tab.state().whenSettled()
    expect(tab.storage.committed.at(-1)).toEqual({ articles: [edition] })
    const reloaded = await aStore({ device: tab.device })
    expect(reloaded.state().open?.article).toEqual(edition)
  })

  it('S94 that changes nothing is no step and writes nothing', async () => {
    const tab = await aStore()
    const written = tab.storage.committed.length
    tab.state().changeDetails(HARBOUR_ID, { ...detailsOf(anArticle()), publisher: ' The  Ellory Post' })
    await tab.state().whenSettled()
    expect(tab.state().shelfUndo).toEqual([])
    expect(tab.storage.committed).toHaveLength(written)
  })

  it('S94 of an article that is not here does nothing', async () => {
    const tab = await aStore()
    tab.state().changeDetails('f'.repeat(64), CORRECTED)
    expect(tab.state().shelfUndo).toEqual([])
  })

  it('S94 can be taken back and done again, each as an edition of its own', async () => {
    const tab = await aStore({ article: null })
    tab.state().changeDetails(HARBOUR_ID, CORRECTED)
    tab.state().undoShelf()
    expect(tab.state().articles[HARBOUR_ID]).toEqual(anArticle({ edition: 3 }))
    tab.state().redoShelf()
    expect(tab.state().articles[HARBOUR_ID]).toEqual(anArticle({ ...CORRECTED, edition: 4 }))
    await tab.state().whenSettled()
    const reloaded = await aStore({ device: tab.device, article: null })
    expect(reloaded.state().articles[HARBOUR_ID]).toEqual(anArticle({ ...CORRECTED, edition: 4 }))
  })

  it('S94 is taken back without what another tab has corrected since', async () => {
    const tab = await aStore({ article: null })
    const other = await aStore({ device: tab.device })
    tab.state().changeDetails(HARBOUR_ID, CORRECTED)
    await everythingSettles(tab, other)
    expect(other.state().open?.article.author).toBe('Ben Lind')
    other.state().changeDetails(HARBOUR_ID, { ...CORRECTED, publisher: 'The Orrel Post' })
    await everythingSettles(tab, other)
    tab.state().undoShelf()
    await everythingSettles(tab, other)
    expect(other.state().open?.article).toEqual(anArticle({ publisher: 'The Orrel Post', edition: 4 }))
  })

  it('S94 is kept while it cannot be stored, and stored when it can', async () => {
    const tab = await aStore()
    tab.storage.failNextCommit({ kind: 'disk-full' })
    tab.state().changeDetails(HARBOUR_ID, CORRECTED)
    await tab.state().whenSettled()
    expect(tab.state()).toMatchObject({ saving: { kind: 'not-saved' }, open: { article: { author: 'Ben Lind' } } })
    await tab.state().refreshLibrary()
    expect(tab.state().articles[HARBOUR_ID]).toMatchObject(CORRECTED)
    await tab.state().retrySaving()
    expect(tab.state().saving).toEqual({ kind: 'saved' })
  })

  it('S94 is in an export, and in the article that is opened again', async () => {
    const tab = await aStore()
    tab.state().changeDetails(HARBOUR_ID, CORRECTED)
    expect(await tab.state().recordsForExport()).toMatchObject({ ok: true, value: { article: CORRECTED } })
  })
})

describe('another language', () => {
  // In Greek a sentence ends at this sign.
  const content = aContent('Νέα', ['Το τούνελ άνοιξε; Όλοι χάρηκαν; Τέλος.'])
  const revision = aRevision({ content })
  const article = anArticle({ id: revision.hash, title: 'Νέα', language: 'en' })
  const GREEK = { ...detailsOf(article), language: 'el' }
  const supplied = [{ article, revision }]

  it('S94 divides the text anew, and leaves what was written where it is', async () => {
    const tab = await aStore({ supplied, article: article.id })
    const before = tab.state().open!
    const id = tab.state().tag('disputed', spanOf('Όλοι χάρηκαν', before.text))!
    tab.state().placeCursor({ anchor: 1, head: 1 })
    tab.state().toggleNothingToCheck()
    tab.state().changeDetails(article.id, GREEK)
    const after = tab.state().open!
    expect(after.segments.length).not.toBe(before.segments.length)
    expect(annotationIn(tab, id).anchor).toEqual({ kind: 'anchored', ...spanOf('Όλοι χάρηκαν', before.text) })
    expect([...after.marks.values()].map(({ anchor }) => anchor.kind)).toEqual(['anchored'])
    expect(tab.state().cursor).toBeNull()
    await tab.state().whenSettled()
    expect(tab.storage.committed.at(-1)).toMatchObject({
      articles: [{ language: 'el', edition: 2 }],
      tallies: [{ segments: after.segments.length, verdicts: { disputed: 1 } }],
    })
  })

  it('S94 counts anew what the library says of an article that is not open, if it was ever opened', async () => {
    const opened = await aStore({ supplied, article: article.id })
    opened.state().tag('verified', spanOf('Τέλος', opened.state().open!.text))
    opened.state().closeArticle()
    await settle(opened)
    const before = opened.state().tallies[article.id]!
    opened.state().changeDetails(article.id, GREEK)
    await settle(opened)
    const after = opened.state().tallies[article.id]!
    expect(after.segments).not.toBe(before.segments)
    expect(after.verdicts).toEqual(before.verdicts)
    const never = await aStore({ supplied, article: null })
    never.state().changeDetails(article.id, GREEK)
    await settle(never)
    expect(never.state().tallies).toEqual({})
  })

  it('S94 that comes from another tab is shown too', async () => {
    const tab = await aStore({ supplied, article: article.id })
    const other = await aStore({ supplied, device: tab.device, article: null })
    other.state().changeDetails(article.id, GREEK)
    await everythingSettles(tab, other)
    expect(tab.state().open?.article.language).toBe('el')
    const fresh = await aStore({ device: tab.device, article: article.id })
    expect(tab.state().open?.segments).toEqual(fresh.state().open?.segments)
  })

  it('S94 finds the statements of an earlier text again', async () => {
    const tab = await aStore({ supplied, article: article.id })
    const id = tab.state().tag('disputed', spanOf('Όλοι χάρηκαν', tab.state().open!.text))!
    await tab.state().acceptUpdate(aContent('Νέα', ['Το τούνελ άνοιξε; Όλοι χάρηκαν; Όχι ακόμα.']))
    tab.state().changeDetails(article.id, GREEK)
    await settle(tab)
    expect(annotationIn(tab, id)).toMatchObject({ anchor: { kind: 'anchored' }, change: { kind: 'unchanged' } })
  })
})

describe('taking back an update in the library', () => {
  it('U66 opens the text before again, with the counts of that text', async () => {
    const tab = await aStore()
    tab.state().tag('verified', spanOf('A second tube is planned.'))
    await tab.state().acceptUpdate(aContent('Harbour tunnel reopens', ['Nobody came.']))
    tab.state().closeArticle()
    await settle(tab)
    expect(tab.state().tallies[HARBOUR_ID]).toMatchObject({ segments: 2, reviewed: 0 })
    tab.state().undoShelf()
    await settle(tab)
    expect(tab.state().shelf[HARBOUR_ID]?.revision).toBe(HARBOUR_ID)
    expect(tab.state().tallies[HARBOUR_ID]).toMatchObject({ segments: 5, reviewed: 1 })
  })
})

describe('what the texts of an article were made of', () => {
  it('S93 is read with what is not saved yet', async () => {
    const tab = await aStore({ supplied: [], article: null })
    tab.storage.failCommits({ kind: 'disk-full' })
    const { text, hash, captured } = anOriginal()
    tab.state().addArticle({ ...theHarbourArticle(), original: { text, hash, captured } })
    const expected = { ok: true, value: { originals: [anOriginal()], damaged: [] } }
    expect(await tab.state().readOriginals(HARBOUR_ID)).toEqual(expected)
    tab.storage.failCommits(null)
    await tab.state().retrySaving()
    expect(await tab.state().readOriginals(HARBOUR_ID)).toEqual(expected)
    expect(await tab.state().readOriginals('f'.repeat(64))).toMatchObject({ value: { originals: [] } })
  })

  it('S93 that cannot be read is a problem', async () => {
    const tab = await aStore()
    tab.storage.failReads({ kind: 'connection-lost' })
    expect(await tab.state().readOriginals(HARBOUR_ID)).toEqual({ ok: false, problem: { kind: 'connection-lost' } })
  })
})

/** Lets reading and finding again end too, which nobody waits for. */
async function settle(tab: StoreTab): Promise<void> {
  await new Promise(resolve => setTimeout(resolve))
  await everythingSettles(tab)
}
