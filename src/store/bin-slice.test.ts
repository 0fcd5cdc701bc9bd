import { describe, expect, it } from 'vitest'
import type { StorageProblem } from '../domain/review-storage.ts'
import { versionHash } from '../domain/version.ts'
import { annotationIn, aStore, everythingSettles, spanOf, statementsIn, type StoreTab } from '../testing/a-store.ts'
import {
  aContent,
  anAnnotationVersion,
  anArticle,
  aRevision,
  aUuid,
  HARBOUR_ID,
  OTHER_REVIEWER_ID,
  someRecords,
  theNextVersion,
} from '../testing/builders.ts'
import { annotationVersions } from './open-article.ts'
import { binnedAnnotations, binnedArticles, currentStacks, removedHere } from './selectors.ts'

const FULL: StorageProblem = { kind: 'disk-full' }
const FERRIES = spanOf('Ferries carried 4,200 passengers a day.')
const TUBE = spanOf('A second tube is planned.')

describe('the bin', () => {
  it('U58 lists deleted annotations by article, and deleted articles with what they hold, not twice', async () => {
    const { tab, lantern } = await aLibraryWithDeletions()
    await tab.state().openBin()
    expect(shownIn(tab)).toEqual({
      articles: [],
      groups: [
        ['Harbour tunnel reopens', 2],
        ['Lantern', 1],
      ],
    })
    tab.pass(1000)
    tab.state().deleteArticle(lantern)
    expect(shownIn(tab)).toEqual({ articles: ['Lantern'], groups: [['Harbour tunnel reopens', 2]] })
    expect(binnedArticles(tab.state())[0]!.binnedAt).toBe(new Date(Date.UTC(2026, 10, 20, 9, 0, 1)).toISOString())
    tab.state().closeBin()
    expect(tab.state().bin).toBeNull()
  })

  it('U58 lists what is not saved yet as if it were, with what was said before', async () => {
    const tab = await aStore()
    const id = tab.state().tag('verified', FERRIES)!
    await tab.state().whenSettled()
    tab.storage.failCommits(FULL)
    tab.state().remove([id])
    tab.state().closeArticle()
    await tab.state().openBin()
    expect(tab.state().bin).toMatchObject([{ id, last: { content: { verdict: 'verified' } } }])
  })

  it('U58 leaves out what another reviewer has deleted, which is read beside its article', async () => {
    const tab = await aStore()
    const theirs = anAnnotationVersion({ reviewer: OTHER_REVIEWER_ID })
    const versions = [theirs, theNextVersion(theirs, { kind: 'deleted' })]
    await tab.state().acceptImport(someRecords({ versions }), null)
    expect(removedHere(tab.state())).toHaveLength(1)
    await tab.state().openBin()
    expect(tab.state().bin).toEqual([])
  })

  it('U58 says when it cannot be read, and is read again', async () => {
    const { tab } = await aLibraryWithDeletions()
    tab.storage.failReads({ kind: 'connection-lost' })
    await tab.state().openBin()
    expect(tab.state()).toMatchObject({ bin: null, binProblem: { kind: 'connection-lost' } })
    tab.storage.failReads(null)
    await tab.state().openBin()
    expect(tab.state().binProblem).toBeNull()
    expect(tab.state().bin).toHaveLength(3)
  })

  it('U58 shows what another tab deletes and restores meanwhile; closing calls a reading off', async () => {
    const { tab } = await aLibraryWithDeletions()
    const other = await aStore({ device: tab.device })
    await tab.state().openBin()
    const [removed] = removedHere(other.state())
    other.state().restoreVersion(removed!.id, versionHash(removed!.last!))
    await everythingSettles(tab, other)
    expect(tab.state().bin).toHaveLength(2)
    const letGo = tab.storage.holdReads()
    const reading = tab.state().openBin()
    tab.state().closeBin()
    letGo()
    await reading
    expect(tab.state().bin).toBeNull()
  })
})

describe('restoring from the bin', () => {
  it('U58 brings an annotation back into its article, where it can be undone, and counts it in the library', async () => {
    const { tab, lantern } = await aLibraryWithDeletions()
    await tab.state().openBin()
    const group = binnedAnnotations(tab.state()).find(({ entry }) => entry.article === lantern)!
    expect(await tab.state().restoreAnnotation(group.annotations[0]!)).toBeNull()
    expect(tab.state().bin).toHaveLength(2)
    await tab.state().whenSettled()
    expect(tab.state().tallies[lantern]).toMatchObject({ reviewed: 1, verdicts: { verified: 1 } })
    const reloaded = await aStore({ device: tab.device, article: lantern })
    expect(statementsIn(reloaded)).toEqual([['verified', 'Lantern']])
    await tab.state().openArticle(lantern)
    expect(statementsIn(tab)).toEqual([['verified', 'Lantern']])
    tab.state().undo()
    expect(statementsIn(tab)).toEqual([])
  })

  it('U58 writes nothing where another tab was first', async () => {
    const { tab } = await aLibraryWithDeletions()
    const other = await aStore({ device: tab.device })
    await tab.state().openBin()
    const [annotation] = binnedAnnotations(tab.state())[0]!.annotations
    const { last } = removedHere(other.state()).find(({ id }) => id === annotation!.id)!
    other.state().restoreVersion(annotation!.id, versionHash(last!))
    await other.state().whenSettled()
    const written = tab.device.versions().length
    expect(await tab.state().restoreAnnotation(annotation!)).toBeNull()
    expect(tab.device.versions()).toHaveLength(written)
  })

  it('U58 says why nothing could be restored', async () => {
    const { tab } = await aLibraryWithDeletions()
    await tab.state().openBin()
    const [annotation] = tab.state().bin!
    tab.storage.failReads({ kind: 'connection-lost' })
    expect(await tab.state().restoreAnnotation(annotation!)).toEqual({ kind: 'connection-lost' })
  })

  it('U58 takes an article out of the bin; that can be undone and redone', async () => {
    const { tab, lantern } = await aLibraryWithDeletions()
    tab.state().deleteArticle(lantern)
    tab.state().restoreArticle(lantern)
    expect(tab.state().shelf[lantern]!.binned).toBe(false)
    tab.state().undoShelf()
    expect(tab.state().shelf[lantern]!.binned).toBe(true)
    tab.state().redoShelf()
    expect(tab.state().shelf[lantern]!.binned).toBe(false)
    tab.state().restoreArticle(lantern)
    expect(tab.state().shelfUndo).toHaveLength(2)
  })
})

describe('erasing for good', () => {
  it('U59 takes annotations and articles in one transaction, and leaves the rest', async () => {
    const { tab, lantern } = await aLibraryWithDeletions()
    tab.state().tag('unverified', spanOf('Repairs'))
    tab.state().closeArticle()
    tab.state().deleteArticle(lantern)
    await tab.state().openBin()
    const [first, second] = binnedAnnotations(tab.state())[0]!.annotations
    await tab.state().whenSettled()
    const commits = tab.storage.committed.length
    const outcome = await tab.state().erase({ articles: [lantern], annotations: [first!.id] })
    expect(outcome).toEqual({ ok: true, value: { left: 0 } })
    expect(tab.storage.committed).toHaveLength(commits + 1)
    expect(tab.state().bin!.map(({ id }) => id)).toEqual([second!.id])
    expect(tab.state().shelf[lantern]).toBeUndefined()
    expect(tab.device.versions().filter(({ article }) => article === lantern)).toEqual([])
    expect(tab.device.versions().filter(({ id }) => id === first!.id)).toMatchObject([{ kind: 'erased' }])
    await tab.state().openArticle(HARBOUR_ID)
    expect(statementsIn(tab)).toEqual([['unverified', 'Repairs']])
    expect(removedHere(tab.state()).map(({ id }) => id)).toEqual([second!.id])
  })

  it('U59 keeps a restored annotation of another tab and says so', async () => {
    const { tab } = await aLibraryWithDeletions()
    const other = await aStore({ device: tab.device })
    tab.state().closeArticle()
    await tab.state().openBin()
    const chosen = tab.state().bin!.map(({ id }) => id)
    const letGo = tab.storage.holdReads() // hears of it only after it has erased
    const [removed] = removedHere(other.state())
    other.state().restoreVersion(removed!.id, versionHash(removed!.last!))
    await other.state().whenSettled()
    const erasing = tab.state().erase({ articles: [], annotations: chosen })
    letGo()
    await erasing
    await everythingSettles(tab, other)
    expect(annotationIn(other, removed!.id).content).toEqual(removed!.last!.content)
    expect(tab.state().bin).toEqual([])
  })

  it('U59 erases nothing when it cannot be written, says why, and does not try again', async () => {
    const { tab, lantern } = await aLibraryWithDeletions()
    tab.state().closeArticle()
    tab.state().deleteArticle(lantern)
    await tab.state().openBin()
    await tab.state().whenSettled()
    const before = tab.device.versions()
    tab.storage.failNextCommit(FULL)
    const chosen = { articles: [lantern], annotations: tab.state().bin!.map(({ id }) => id) }
    expect(await tab.state().erase(chosen)).toEqual({ ok: false, problem: FULL })
    await tab.state().retrySaving()
    expect(tab.device.versions()).toEqual(before)
    expect(tab.state().saving).toEqual({ kind: 'saved' })
    expect(binnedArticles(tab.state())).toHaveLength(1)
  })

  it('U59 forgets what of an erased article was still to be saved', async () => {
    const { tab, lantern } = await aLibraryWithDeletions()
    await tab.state().openArticle(lantern)
    tab.storage.failCommits(FULL)
    tab.state().tag('disputed', { from: 0, to: 7 })
    tab.state().closeArticle()
    tab.state().deleteArticle(lantern)
    await tab.state().whenSettled()
    tab.storage.failCommits(null)
    await aStore({ device: tab.device, article: null }).then(async other => {
      other.state().deleteArticle(lantern)
      await other.state().whenSettled()
    })
    await tab.state().erase({ articles: [lantern], annotations: [] })
    await tab.state().retrySaving()
    await tab.state().whenSettled()
    expect(tab.state().saving).toEqual({ kind: 'saved' })
    expect(tab.device.versions().filter(({ article }) => article === lantern)).toEqual([])
    const reloaded = await aStore({ device: tab.device, article: null })
    expect(reloaded.state().shelf[lantern]).toBeUndefined()
  })

  it('U59 gives no count twice', async () => {
    const { tab } = await aLibraryWithDeletions()
    await tab.state().openBin()
    const chosen = tab.state().bin!.map(({ id }) => id)
    await tab.state().erase({ articles: [], annotations: chosen })
    tab.state().tag('verified', spanOf('Repairs'))
    await tab.state().whenSettled()
    const dots = tab.device.versions().map(({ dot }) => dot.join())
    expect(new Set(dots).size).toBe(dots.length)
    const reloaded = await aStore({ device: tab.device })
    expect(reloaded.state().lease!.count).toBe(0) // another name: this tab is still open
  })
})

describe('other tabs', () => {
  it('U60 close an article that was erased, and say so', async () => {
    const { tab, lantern } = await aLibraryWithDeletions()
    const other = await aStore({ device: tab.device, article: lantern })
    other.state().tag('disputed', { from: 0, to: 7 })
    tab.state().closeArticle()
    tab.state().deleteArticle(lantern)
    await everythingSettles(tab, other)
    expect(other.state().open?.article.id).toBe(lantern)
    await tab.state().openBin()
    await tab.state().erase({ articles: [lantern], annotations: [] })
    await everythingSettles(tab, other)
    expect(other.state()).toMatchObject({ open: null, openProblem: { kind: 'erased-elsewhere' }, selected: null })
    other.state().closeArticle()
    await other.state().whenSettled()
    expect(tab.device.versions().filter(({ article }) => article === lantern)).toEqual([])
    await other.state().openArticle(HARBOUR_ID)
    expect(other.state()).toMatchObject({ openProblem: null, open: { article: { id: HARBOUR_ID } } })
  })

  it('U60 leave nothing behind of what they wrote before they heard of it', async () => {
    const { tab, lantern } = await aLibraryWithDeletions()
    const other = await aStore({ device: tab.device, article: lantern })
    tab.state().closeArticle()
    tab.state().deleteArticle(lantern)
    await everythingSettles(tab, other)
    const letGo = other.storage.holdReads()
    await tab.state().erase({ articles: [lantern], annotations: [] })
    other.state().tag('disputed', { from: 0, to: 7 })
    await other.state().whenSettled()
    expect(tab.device.versions().some(({ article }) => article === lantern)).toBe(true)
    letGo()
    await everythingSettles(tab, other)
    expect(other.state().openProblem).toEqual({ kind: 'erased-elsewhere' })
    expect(tab.device.versions().filter(({ article }) => article === lantern)).toEqual([])
  })

  it('U60 show an erased annotation no more, neither deleted nor in its history', async () => {
    const { tab } = await aLibraryWithDeletions()
    const other = await aStore({ device: tab.device })
    const [removed] = removedHere(other.state())
    other.state().showHistory(removed!.id)
    await tab.state().openBin()
    await tab.state().erase({ articles: [], annotations: [removed!.id] })
    await everythingSettles(tab, other)
    expect(removedHere(other.state()).map(({ id }) => id)).not.toContain(removed!.id)
    expect(annotationVersions(other.state().open!, removed!.id)).toMatchObject([{ kind: 'erased' }])
    other.state().restoreVersion(removed!.id, versionHash(removed!.last!))
    expect(annotationVersions(other.state().open!, removed!.id)).toMatchObject([{ kind: 'erased' }])
  })

  it('U60 cannot undo steps of an article that is gone', async () => {
    const { tab, lantern } = await aLibraryWithDeletions()
    const other = await aStore({ device: tab.device, article: null })
    other.state().renameArticle(lantern, 'Bridge')
    tab.state().deleteArticle(lantern)
    await everythingSettles(tab, other)
    await tab.state().erase({ articles: [lantern], annotations: [] })
    await everythingSettles(tab, other)
    for (const one of [tab, other]) expect(one.state()).toMatchObject({ shelfUndo: [], shelfRedo: [] })
  })
})

describe('undo', () => {
  it('U61 brings back nothing that was erased, in any tab, and takes back the rest of a step', async () => {
    const tab = await aStore()
    const id = tab.state().tag('verified', FERRIES)!
    const kept = tab.state().tag('disputed', TUBE)!
    tab.state().tagAll([id, kept], 'unverified')
    tab.state().remove([id, kept])
    tab.state().undo()
    tab.state().remove([id])
    await tab.state().whenSettled()
    const other = await aStore({ device: tab.device })
    await tab.state().openBin()
    await tab.state().erase({ articles: [], annotations: [id] })
    await everythingSettles(tab, other)
    for (let step = 0; step < 6; step += 1) tab.state().undo()
    expect(statementsIn(tab)).toEqual([])
    for (let step = 0; step < 9; step += 1) tab.state().redo()
    await everythingSettles(tab, other)
    expect(tab.state().notice).toBeNull()
    expect(tab.device.versions().filter(version => version.id === id)).toMatchObject([{ kind: 'erased' }])
    for (const one of [tab, other]) expect(statementsIn(one)).toEqual([['unverified', 'A second tube is planned.']])
  })

  it('U61 of an import puts nothing back that was erased since', async () => {
    const tab = await aStore()
    const versions = [
      anAnnotationVersion({ id: aUuid(0xc0a) }),
      anAnnotationVersion({ id: aUuid(0xc0b), dot: [aUuid(0xd9), 2] }),
    ]
    await tab.state().acceptImport(someRecords({ versions }), versions[0]!.reviewer)
    tab.state().undo()
    const other = await aStore({ device: tab.device })
    await other.state().acceptImport(someRecords({ versions }), versions[0]!.reviewer)
    other.state().remove([aUuid(0xc0a)])
    await other.state().openBin()
    await other.state().erase({ articles: [], annotations: [aUuid(0xc0a)] })
    await everythingSettles(tab, other)
    tab.state().redo()
    await everythingSettles(tab, other)
    for (const one of [tab, other]) expect([...one.state().open!.annotations.keys()]).toEqual([aUuid(0xc0b)])
    expect(currentStacks(tab.state()).redo).toEqual([])
  })
})

/** Two deleted annotations in the open harbour article, one in the lantern article. */
async function aLibraryWithDeletions() {
  const tab = await aStore()
  const lantern = tab.state().addArticle(theLanternArticle())
  await tab.state().openArticle(lantern)
  tab.state().remove([tab.state().tag('verified', { from: 0, to: 7 })!])
  await tab.state().openArticle(HARBOUR_ID)
  const ids = [tab.state().tag('verified', FERRIES)!, tab.state().tag('disputed', TUBE)!]
  tab.state().remove(ids)
  await tab.state().whenSettled()
  return { tab, lantern }
}

function theLanternArticle() {
  const revision = aRevision({ content: aContent('Lantern', ['It is open.']) })
  return { article: anArticle({ id: revision.hash, title: 'Lantern' }), revision }
}

function shownIn({ state }: StoreTab) {
  return {
    articles: binnedArticles(state()).map(({ name }) => name),
    groups: binnedAnnotations(state()).map(({ entry, annotations }) => [entry.name, annotations.length]),
  }
}
