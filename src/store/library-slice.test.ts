import { describe, expect, it, vi } from 'vitest'
import {
  aStore,
  everythingSettles,
  spanOf,
  statementsIn,
  theHarbourArticle,
  type StoreTab,
} from '../testing/a-store.ts'
import { aContent, anArticle, aRevision, HARBOUR_ID, HARBOUR_TITLE } from '../testing/builders.ts'
import { aMemoryDevice } from '../testing/memory-storage.ts'

describe('the start', () => {
  it('U36 puts the supplied articles on the shelf of a device without a library, in their order', async () => {
    const tab = await aStore({ supplied: [theLanternArticle(), theHarbourArticle()], article: null })
    expect(tab.state()).toMatchObject({ started: 'yes', isFirstStart: true })
    expect(Object.values(tab.state().shelf).map(({ name }) => name)).toEqual(['Lantern festival', HARBOUR_TITLE])
    expect(statementsIn(tab)).toEqual([])
    const second = await aStore({ device: tab.device, supplied: [], article: null })
    expect(second.state().isFirstStart).toBe(false)
    expect(Object.keys(second.state().articles)).toHaveLength(2)
  })

  it('U36 brings nothing back to a library that was emptied, not even without any article', async () => {
    const tab = await aStore({ supplied: [], article: null })
    const second = await aStore({ device: tab.device, article: null })
    expect(second.state()).toMatchObject({ started: 'yes', isFirstStart: false, shelf: {} })
  })

  it('U36 says why when nothing can be read', async () => {
    const device = aMemoryDevice()
    const storage = device.openTab()
    storage.failReads({ kind: 'newer-database' })
    const tab = await aStore({ device: { ...device, openTab: () => storage }, article: null })
    expect(tab.state().started).toEqual({ problem: { kind: 'newer-database' } })
    expect(device.versions()).toEqual([])
  })

  it.each(['blocked', 'disk-full', 'connection-lost'] as const)(
    'S46 is tried again by itself while the library is held up: %s',
    async kind => {
      vi.useFakeTimers()
      const device = aMemoryDevice()
      const storage = device.openTab()
      storage.failReads({ kind })
      const tab = await aStore({ device: { ...device, openTab: () => storage }, article: null })
      await vi.advanceTimersByTimeAsync(11_000)
      expect(tab.state().started).toEqual({ problem: { kind } })
      storage.failReads(null)
      await vi.advanceTimersByTimeAsync(5000)
      expect(tab.state()).toMatchObject({ started: 'yes', articles: { [HARBOUR_ID]: anArticle() } })
      vi.useRealTimers()
    },
  )

  it('U36 works without being able to save, and says that it cannot', async () => {
    const device = aMemoryDevice()
    const storage = device.openTab()
    storage.failCommits({ kind: 'disk-full' })
    const tab = await aStore({ device: { ...device, openTab: () => storage } })
    expect(tab.state()).toMatchObject({ started: 'yes', saving: { kind: 'not-saved' } })
    expect(tab.state().open?.article.id).toBe(HARBOUR_ID)
  })
})

describe('the shelf', () => {
  it('U37 renames and deletes, takes that back and does it again', async () => {
    const tab = await aStore({ article: null })
    tab.state().renameArticle(HARBOUR_ID, '  Tunnel  ')
    tab.state().deleteArticle(HARBOUR_ID)
    const states = [
      { name: HARBOUR_TITLE, binned: false },
      { name: 'Tunnel', binned: false },
      { name: 'Tunnel', binned: true },
    ]
    expect(shelved(tab)).toMatchObject(states[2]!)
    for (const step of ['undoShelf', 'undoShelf', 'redoShelf', 'redoShelf'] as const) tab.state()[step]()
    expect(shelved(tab)).toMatchObject(states[2]!)
    tab.state().undoShelf()
    expect(shelved(tab)).toMatchObject(states[1]!)
    tab.state().undoShelf()
    expect(shelved(tab)).toMatchObject(states[0]!)
    tab.state().undoShelf()
    await tab.state().whenSettled()
    const reloaded = await aStore({ device: tab.device, article: null })
    expect(shelved(reloaded)).toMatchObject(states[0]!)
  })

  it.each([
    ['an empty name', '  '],
    ['the same name', `${HARBOUR_TITLE} `],
  ])('U37 %s is no step', async (_case, name) => {
    const tab = await aStore({ article: null })
    tab.state().renameArticle(HARBOUR_ID, name)
    expect(shelved(tab)?.name).toBe(HARBOUR_TITLE)
    expect(tab.state().shelfUndo).toEqual([])
  })

  it('U37 a new step clears what could be done again', async () => {
    const tab = await aStore({ article: null })
    tab.state().renameArticle(HARBOUR_ID, 'One')
    tab.state().undoShelf()
    tab.state().renameArticle(HARBOUR_ID, 'Two')
    tab.state().redoShelf()
    expect(shelved(tab)?.name).toBe('Two')
    expect(tab.state().shelfRedo).toEqual([])
  })

  it('U38 takes back only what the step changed', async () => {
    const tab = await aStore({ article: null })
    const other = await aStore({ device: tab.device, article: null })
    tab.state().deleteArticle(HARBOUR_ID)
    await everythingSettles(tab, other)
    other.state().renameArticle(HARBOUR_ID, 'Named elsewhere')
    await everythingSettles(tab, other)
    tab.state().undoShelf()
    expect(shelved(tab)).toMatchObject({ name: 'Named elsewhere', binned: false })
    tab.state().renameArticle(HARBOUR_ID, 'Named here')
    await everythingSettles(tab, other)
    other.state().deleteArticle(HARBOUR_ID)
    await everythingSettles(tab, other)
    tab.state().undoShelf()
    expect(shelved(tab)).toMatchObject({ name: 'Named elsewhere', binned: true })
  })

  it('U39 keeps everything of an article in the bin, and gives it back when its text is added again', async () => {
    const tab = await aStore()
    tab.state().tag('verified', spanOf('Repairs'))
    tab.state().renameArticle(HARBOUR_ID, 'Tunnel')
    tab.state().deleteArticle(HARBOUR_ID)
    tab.state().closeArticle()
    const again = { ...theHarbourArticle(), article: anArticle({ captured: '2026-12-01T00:00:00.000Z' }) }
    expect(tab.state().addArticle(again)).toBe(HARBOUR_ID)
    expect(shelved(tab)).toMatchObject({ name: 'Tunnel', binned: false })
    await tab.state().openArticle(HARBOUR_ID)
    expect(statementsIn(tab)).toEqual([['verified', 'Repairs']])
    await tab.state().whenSettled()
    const reloaded = await aStore({ device: tab.device })
    expect(reloaded.state().open?.article.captured).toBe(anArticle().captured)
  })

  it('U39 a new article stands on the shelf under its title, and can be opened', async () => {
    const tab = await aStore({ article: null })
    const id = tab.state().addArticle(theLanternArticle())
    expect(tab.state().shelf[id]).toMatchObject({ name: 'Lantern festival', binned: false, revision: id })
    await tab.state().openArticle(id)
    expect(tab.state().open?.segments).toHaveLength(2)
  })
})

describe('the reviewer', () => {
  it('U40 is made when first needed, and stays the same one', async () => {
    const tab = await aStore()
    expect(tab.state().settings.reviewer).toBeNull()
    tab.state().tag('verified', spanOf('Repairs'))
    const { id } = tab.state().ensureReviewer()
    await tab.state().whenSettled()
    const reloaded = await aStore({ device: tab.device })
    expect(reloaded.state().ensureReviewer()).toMatchObject({ id, edition: 1, name: '' })
    expect([...reloaded.state().open!.annotations.values()]).toMatchObject([{ reviewer: id }])
  })

  it('U40 gets a higher edition with each change, and is not asked for a name again', async () => {
    const tab = await aStore()
    tab.state().changeReviewer({ name: 'R. Okafor' })
    tab.state().changeReviewer({ colour: '#1f6a4d' })
    expect(tab.state().ensureReviewer()).toMatchObject({ edition: 3, name: 'R. Okafor', colour: '#1f6a4d' })
    await tab.state().whenSettled()
    const reloaded = await aStore({ device: tab.device, article: null })
    expect(reloaded.state().ensureReviewer()).toMatchObject({ edition: 3, name: 'R. Okafor' })
    expect(reloaded.state().settings.askedForName).toBe(true)
  })

  it('U40 everything can be erased; what stops that is said', async () => {
    const tab = await aStore()
    tab.storage.failCommits({ kind: 'blocked' })
    expect(await tab.state().eraseEverything()).toEqual({ kind: 'blocked' })
    tab.storage.failCommits(null)
    expect(await tab.state().eraseEverything()).toBeNull()
  })
})

function shelved({ state }: StoreTab) {
  return state().shelf[HARBOUR_ID]
}

function theLanternArticle() {
  const revision = aRevision({ content: aContent('Lantern festival', ['It begins on Friday.']) })
  return { article: anArticle({ id: revision.hash, title: 'Lantern festival' }), revision }
}
