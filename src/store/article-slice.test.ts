import { describe, expect, it } from 'vitest'
import type { StorageProblem } from '../domain/review-storage.ts'
import { versionHash } from '../domain/version.ts'
import {
  annotationIn,
  aStore,
  everythingSettles,
  FORENOON,
  spanOf,
  statementsIn,
  type StoreTab,
} from '../testing/a-store.ts'
import { aMemoryDevice } from '../testing/memory-storage.ts'
import { aContent, anArticle, aRevision, HARBOUR_ID, HARBOUR_TITLE, someRecords } from '../testing/builders.ts'
import { readingInHand } from './history-slice.ts'
import { shownAnnotations } from './selectors.ts'
import type { IncomingArticle } from './review-state.ts'

const FULL: StorageProblem = { kind: 'disk-full' }
const FERRIES = spanOf('Ferries carried 4,200 passengers a day.')

describe('opening and closing', () => {
  it('U24 of several openings the last one counts, in whatever order the answers come', async () => {
    const tab = await aStore({ article: null })
    const lantern = tab.state().addArticle(theLanternArticle())
    await tab.state().whenSettled()
    const letGo = tab.storage.holdReads()
    const first = tab.state().openArticle(HARBOUR_ID)
    letGo()
    const letGoSecond = tab.storage.holdReads()
    const second = tab.state().openArticle(lantern)
    await first
    expect(tab.state().open).toBeNull()
    letGoSecond()
    await second
    expect(tab.state().open?.article.id).toBe(lantern)
    expect(tab.state().settings.lastArticle).toBe(lantern)
  })

  it('U24 closing calls an opening off', async () => {
    const tab = await aStore({ article: null })
    const letGo = tab.storage.holdReads()
    const opening = tab.state().openArticle(HARBOUR_ID)
    tab.state().closeArticle()
    letGo()
    await opening
    expect(tab.state()).toMatchObject({ open: null, openProblem: null })
    expect(tab.state().settings.lastArticle).toBeNull()
  })

  it('U24 opening, closing and opening again at once opens once, and keeps what is done then', async () => {
    const tab = await aStore({ article: null })
    const opened: unknown[] = []
    tab.store.subscribe(({ open }, before) => open !== before.open && opened.push(open))
    const first = tab.state().openArticle(HARBOUR_ID)
    tab.state().closeArticle()
    const letGo = tab.storage.holdReads()
    const second = tab.state().openArticle(HARBOUR_ID)
    await first
    letGo()
    await second
    expect(opened).toHaveLength(1)
  })

  it('U24 opening what is open changes nothing', async () => {
    const tab = await aStore()
    const { open } = tab.state()
    await tab.state().openArticle(HARBOUR_ID)
    expect(tab.state().open).toBe(open)
  })

  it('U25 says when there is no such article, or when it cannot be read, until another is opened', async () => {
    const tab = await aStore({ article: null })
    await tab.state().openArticle('0'.repeat(64))
    expect(tab.state().openProblem).toEqual({ kind: 'no-such-article' })
    tab.storage.failReads({ kind: 'connection-lost' })
    await tab.state().openArticle(HARBOUR_ID)
    expect(tab.state().openProblem).toEqual({ kind: 'storage', problem: { kind: 'connection-lost' } })
    tab.storage.failReads(null)
    await tab.state().openArticle(HARBOUR_ID)
    expect(tab.state()).toMatchObject({ openProblem: null, open: { article: { title: HARBOUR_TITLE } } })
  })

  it('U25 takes an article that is opened out of the bin, and remembers it as the last', async () => {
    const tab = await aStore({ article: null })
    tab.state().deleteArticle(HARBOUR_ID)
    tab.pass(1000)
    await tab.state().openArticle(HARBOUR_ID)
    await tab.state().whenSettled()
    const reloaded = await aStore({ device: tab.device, article: null })
    const opened = new Date(FORENOON + 1000).toISOString()
    expect(reloaded.state().shelf[HARBOUR_ID]).toMatchObject({ binned: false, opened })
    expect(reloaded.state().settings.lastArticle).toBe(HARBOUR_ID)
  })

  it('U25 leaves nothing of the view behind when it closes', async () => {
    const tab = await aStore()
    tab.state().placeCursor({ anchor: 1, head: 1 })
    tab.state().changeFilter({ words: 'tunnel' })
    const id = tab.state().tag('verified', FERRIES)!
    tab.state().choose(id, true)
    tab.state().closeArticle()
    expect(tab.state()).toMatchObject({ open: null, cursor: null, selected: null, session: null, topOffset: 0 })
    expect(tab.state()).toMatchObject({ filter: { words: '' }, chosen: new Set() })
  })
})

describe('damaged rows', () => {
  const row = { store: 'versions', key: 'x', detail: 'no version' }

  it('S40 of an article are counted in a notice when it is opened; the rest is there', async () => {
    const tab = await aStore({ article: null })
    tab.device.reportDamage([row, row])
    await tab.state().openArticle(HARBOUR_ID)
    expect(tab.state()).toMatchObject({ notice: { kind: 'damaged-rows', count: 2 }, open: { article: anArticle() } })
  })

  it('S40 of the library are counted in a notice at the start', async () => {
    const device = aMemoryDevice()
    device.reportDamage([row])
    const tab = await aStore({ device, article: null })
    expect(tab.state()).toMatchObject({ notice: { kind: 'damaged-rows', count: 1 }, started: 'yes' })
  })

  it('S40 that hold the text keep the article closed', async () => {
    const tab = await aStore({ article: null })
    tab.device.loseRevisions()
    await tab.state().openArticle(HARBOUR_ID)
    const damage = { kind: 'unreadable', expected: null }
    expect(tab.state().openProblem).toMatchObject({ kind: 'storage', problem: { kind: 'damaged', damage } })
    expect(tab.state().open).toBeNull()
  })
})

describe('what is not saved yet', () => {
  it('U15 is shown when the article is opened again', async () => {
    const tab = await aStore()
    tab.storage.failCommits(FULL)
    tab.state().tag('verified', FERRIES)
    tab.state().closeArticle()
    await tab.state().openArticle(HARBOUR_ID)
    expect(statementsIn(tab)).toHaveLength(1)
  })

  it('U15 is in an export, with who wrote it', async () => {
    const tab = await aStore()
    tab.storage.failCommits(FULL)
    const id = tab.state().tag('verified', FERRIES)!
    tab.state().draft('rationale', () => tab.state().edit(id, { rationale: 'Still typing' }))
    const records = await tab.state().recordsForExport()
    if (!records.ok) throw new Error('No records.')
    const contents = records.value.versions.flatMap(version => (version.record === 'annotation' ? [version] : []))
    expect(contents).toMatchObject([{ id }, { id }])
    expect(JSON.stringify(contents)).toContain('Still typing')
    expect(records.value.reviewers).toMatchObject([{ id: tab.state().settings.reviewer }])
  })

  it('U15 is also a new article, which can be opened and exported', async () => {
    const tab = await aStore({ article: null })
    tab.storage.failCommits(FULL)
    const id = tab.state().addArticle(theLanternArticle())
    await tab.state().openArticle(id)
    tab.state().tag('verified', { from: 0, to: 7 })
    expect(await tab.state().recordsForExport()).toMatchObject({
      ok: true,
      value: { article: { id }, revisions: [{ hash: id }] },
    })
  })

  it('U15 outlives what another tab tells', async () => {
    const [tab, other] = await twoTabs()
    const id = other.state().tag('verified', FERRIES)!
    await everythingSettles(tab, other)
    tab.storage.failCommits(FULL)
    tab.state().edit(id, { verdict: 'disputed' })
    tab.state().renameArticle(HARBOUR_ID, 'Not saved')
    tab.state().changeReviewer({ name: 'Not saved either' })
    other.state().edit(id, { rationale: 'Beside it' })
    await everythingSettles(tab, other)
    const { open, shelf, reviewers, settings } = tab.state()
    expect(open!.versions.get(id)).toHaveLength(3)
    expect(annotationIn(tab, id).conflict).toBe(true)
    expect(shelf[HARBOUR_ID]?.name).toBe('Not saved')
    expect(reviewers[settings.reviewer!]?.name).toBe('Not saved either')
  })

  it('U15 makes no second reviewer when another tab writes while the first is on its way', async () => {
    const tab = await aStore()
    const other = await aStore({ device: tab.device, article: null })
    const letGo = tab.storage.holdCommits()
    const { id } = tab.state().ensureReviewer()
    other.state().renameArticle(HARBOUR_ID, 'Elsewhere')
    await other.state().whenSettled()
    await tab.state().refreshLibrary()
    expect(tab.state().ensureReviewer().id).toBe(id)
    letGo()
  })

  it('U15 is not missed by a reading that began before it was written', async () => {
    const [tab, other] = await twoTabs()
    const id = other.state().tag('verified', FERRIES)!
    await everythingSettles(tab, other)
    const letGoLibrary = tab.storage.holdReads()
    const hearing = tab.state().takeOutsideChange({ articles: [HARBOUR_ID], records: [id] })
    await aMoment()
    tab.state().changeSettings({ theme: 'dark' })
    await tab.state().whenSettled()
    letGoLibrary()
    const letGoArticle = tab.storage.holdReads()
    await aMoment()
    tab.state().edit(id, { rationale: 'Meanwhile' })
    await tab.state().whenSettled()
    letGoArticle()
    await hearing
    expect(annotationIn(tab, id).content.rationale).toBe('Meanwhile')
    expect(tab.state().settings.theme).toBe('dark')
  })
})

describe('another tab', () => {
  it('U26 shows what this one wrote, and the same library', async () => {
    const [tab, other] = await twoTabs()
    const id = tab.state().tag('verified', FERRIES)!
    tab.state().renameArticle(HARBOUR_ID, 'Tunnel')
    await everythingSettles(tab, other)
    expect(statementsIn(other)).toEqual(statementsIn(tab))
    expect(other.state().shelf[HARBOUR_ID]?.name).toBe('Tunnel')
    tab.state().remove([id])
    await everythingSettles(tab, other)
    expect(statementsIn(other)).toEqual([])
  })

  it('U26 keeps the objects of the annotations that did not change', async () => {
    const [tab, other] = await twoTabs()
    const kept = other.state().tag('verified', FERRIES)!
    const before = annotationIn(other, kept)
    tab.state().tag('disputed', spanOf('Repairs'))
    await everythingSettles(tab, other)
    expect(annotationIn(other, kept)).toBe(before)
    expect(statementsIn(other)).toHaveLength(2)
  })

  it('U26 is heard while the article is being opened', async () => {
    const [tab, other] = await twoTabs()
    other.state().closeArticle()
    await other.state().whenSettled()
    const letGo = other.storage.holdReads()
    const opening = other.state().openArticle(HARBOUR_ID)
    other.storage.passReads()
    tab.state().tag('verified', FERRIES)
    await tab.state().whenSettled()
    await aMoment()
    letGo()
    await opening
    await everythingSettles(tab, other)
    expect(statementsIn(other)).toHaveLength(1)
  })

  it('U26 is heard in order: an answer that comes late does not bring back what was before', async () => {
    const [tab, other] = await twoTabs()
    const id = tab.state().tag('verified', FERRIES)!
    await everythingSettles(tab, other)
    tab.state().edit(id, { verdict: 'disputed' })
    await tab.state().whenSettled()
    const letGoLibrary = other.storage.holdReads()
    const hearing = other.state().takeOutsideChange({ articles: [HARBOUR_ID], records: [id] })
    await aMoment()
    letGoLibrary()
    const letGo = other.storage.holdReads()
    await aMoment()
    other.storage.passReads()
    tab.state().edit(id, { verdict: 'unverified' })
    await tab.state().whenSettled()
    await aMoment()
    letGo()
    await hearing
    await everythingSettles(tab, other)
    expect(annotationIn(other, id)).toMatchObject({ conflict: false, content: { verdict: 'unverified' } })
  })

  it('U27 edits the same annotation at the same time: both are kept and shown as a conflict, until one is chosen', async () => {
    const [tab, other] = await twoTabs()
    const id = tab.state().tag('verified', FERRIES)!
    await everythingSettles(tab, other)
    tab.state().edit(id, { verdict: 'disputed' })
    other.state().edit(id, { rationale: 'Counted twice' })
    await everythingSettles(tab, other)
    expect(annotationIn(tab, id)).toEqual(annotationIn(other, id))
    expect(annotationIn(tab, id).conflict).toBe(true)
    expect(tab.state().open!.versions.get(id)).toHaveLength(3)

    const shown = readingInHand(tab.state(), id)!
    tab.state().edit(id, { verdict: shown.content.verdict })
    expect(annotationIn(tab, id).conflict).toBe(true)
    tab.state().restoreVersion(id, versionHash(shown))
    await everythingSettles(tab, other)
    for (const one of [tab, other])
      expect(annotationIn(one, id)).toMatchObject({ conflict: false, content: shown.content })
  })

  it('U27 deletes what is being edited here: the words stay', async () => {
    const [tab, other] = await twoTabs()
    const id = tab.state().tag('verified', FERRIES)!
    await everythingSettles(tab, other)
    tab.state().draft('rationale', () => tab.state().edit(id, { rationale: 'Typed meanwhile' }))
    other.state().remove([id])
    await everythingSettles(tab, other)
    for (const one of [tab, other]) {
      expect(annotationIn(one, id)).toMatchObject({ conflict: true, content: { rationale: 'Typed meanwhile' } })
    }
  })

  it('U27 changes what is being typed at here: neither silently wins', async () => {
    const [tab, other] = await twoTabs()
    const id = tab.state().tag('verified', FERRIES)!
    await everythingSettles(tab, other)
    tab.state().draft('rationale', () => tab.state().edit(id, { rationale: 'Mine' }))
    other.state().edit(id, { rationale: 'Theirs' })
    await everythingSettles(tab, other)
    expect(annotationIn(tab, id).conflict).toBe(true)
  })

  it('U28 keeps its wishes when this one changes others', async () => {
    const tab = await aStore()
    const other = await aStore({ device: tab.device })
    tab.state().changeSettings({ theme: 'dark' })
    await tab.state().whenSettled()
    other.state().changeSettings({ singleKeys: false })
    other.state().closeArticle()
    await other.state().openArticle(HARBOUR_ID)
    await everythingSettles(tab, other)
    const reloaded = await aStore({ device: tab.device, article: null })
    expect(reloaded.state().settings).toMatchObject({ theme: 'dark', singleKeys: false, lastArticle: HARBOUR_ID })
  })

  it.each([
    ['while it is open', HARBOUR_ID],
    ['before it is opened', null],
  ])('U29 never gives a count twice, also when a file holds what this device wrote: %s', async (_case, article) => {
    const tab = await aStore()
    tab.storage.failCommits(FULL)
    const id = tab.state().tag('verified', FERRIES)!
    tab.state().edit(id, { rationale: 'Exported, never saved' })
    const exported = await tab.state().recordsForExport()
    if (!exported.ok) throw new Error('No records.')

    // Loaded again: the tab takes the same device name, of which storage knows no version.
    const device = aMemoryDevice() // gives its first tab the same name
    const reloaded = await aStore({ device, article })
    await reloaded.state().acceptImport(exported.value, reloaded.state().settings.reviewer)
    reloaded.state().changeSettings({ reviewer: exported.value.reviewers[0]!.id })
    await reloaded.state().openArticle(HARBOUR_ID)
    reloaded.state().edit(id, { verdict: 'disputed' })
    await reloaded.state().whenSettled()
    expect(annotationIn(reloaded, id)).toMatchObject({ conflict: false, content: { verdict: 'disputed' } })
    const dots = device.versions().map(({ dot }) => dot.join())
    expect(new Set(dots).size).toBe(dots.length)
  })
})

describe('orphans', () => {
  it('U30 are listed after the others, and are never a part of the text', async () => {
    const tab = await aStore()
    const [version] = someRecords().versions.flatMap(one => (one.record === 'annotation' ? [one] : []))
    if (version?.kind !== 'content') throw new Error('No version.')
    const selector = { quote: { exact: 'not in the text', prefix: '', suffix: '' }, position: { start: 0, end: 15 } }
    const orphan = { ...version, content: { ...version.content, selector } }
    await tab.state().acceptImport(someRecords({ versions: [orphan] }), null)
    tab.state().tag('verified', FERRIES)
    expect(shownAnnotations(tab.state()).map(({ anchor }) => anchor.kind)).toEqual(['anchored', 'orphan'])
  })
})

function theLanternArticle(): IncomingArticle {
  const revision = aRevision({ content: aContent('Lantern festival', ['It begins on Friday.']) })
  return { article: anArticle({ id: revision.hash, title: 'Lantern festival' }), revision }
}

/** Two tabs of one browser in which the reviewer is known. */
async function twoTabs(): Promise<readonly [StoreTab, StoreTab]> {
  const tab = await aStore()
  tab.state().changeReviewer({ name: 'R. Okafor' })
  await tab.state().whenSettled()
  return [tab, await aStore({ device: tab.device })]
}

/** Lets what was asked get as far as it can. */
function aMoment(): Promise<void> {
  return new Promise(resolve => setTimeout(resolve))
}
