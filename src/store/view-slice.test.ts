import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { aStore, FORENOON, spanOf, type StoreTab } from '../testing/a-store.ts'
import { HARBOUR_ID, OTHER_REVIEWER_ID } from '../testing/builders.ts'

const FERRIES = spanOf('Ferries carried 4,200 passengers a day.')

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('continuing where one stopped', () => {
  it('U44 restores cursor, filter and scroll place, and puts the focus into the article', async () => {
    const tab = await aStore()
    tab.state().placeCursor({ anchor: 1, head: 3 })
    tab.state().changeFilter({ words: 'tunnel', verdicts: ['disputed'] })
    tab.state().scrolledTo(40)
    await vi.advanceTimersByTimeAsync(1000)
    const reloaded = await aStore({ device: tab.device })
    expect(reloaded.state()).toMatchObject({ cursor: null, topOffset: 0, filter: { words: '' } })
    expect(reloaded.state().resumable).toMatchObject({ segment: 3, left: new Date(FORENOON).toISOString() })
    reloaded.state().resume()
    expect(reloaded.state()).toMatchObject({
      cursor: { anchor: 3, head: 3 },
      topOffset: 40,
      filter: { words: 'tunnel', verdicts: ['disputed'], reviewers: [], tags: [] },
      resumable: null,
      focusRequest: { target: 'article', id: null },
    })
  })

  it('U44 is not offered where nothing was begun', async () => {
    const tab = await aStore()
    tab.state().closeArticle()
    await tab.state().openArticle(HARBOUR_ID)
    expect(tab.state().resumable).toBeNull()
    tab.state().resume()
    expect(tab.state().cursor).toBeNull()
  })

  it('U44 leaves out a segment that the text no longer has', async () => {
    const tab = await aStore({ article: null })
    const left = new Date(FORENOON).toISOString()
    const filter = { verdicts: [], reviewers: [], tags: [], words: '' }
    tab.state().saveQuietly({ viewState: { article: HARBOUR_ID, segment: 99, topOffset: 7, filter, left } })
    await tab.state().openArticle(HARBOUR_ID)
    tab.state().resume()
    expect(tab.state()).toMatchObject({ cursor: null, topOffset: 7 })
  })

  it.each<[string, (tab: StoreTab) => void]>([
    ['the cursor moves', tab => tab.state().placeCursor({ anchor: 0, head: 0 })],
    ['a statement is tagged', tab => void tab.state().tag('verified', FERRIES)],
    ['a filter is set', tab => tab.state().changeFilter({ words: 'x' })],
    ['it is dismissed', tab => tab.state().dismissResume()],
  ])('U45 is withdrawn when %s', async (_case, act) => {
    const tab = await resumable()
    act(tab)
    expect(tab.state().resumable).toBeNull()
  })

  it('U45 is still offered after scrolling, selecting a card, and leaving again without doing anything', async () => {
    const tab = await resumable()
    tab.state().scrolledTo(50)
    tab.state().select(OTHER_REVIEWER_ID)
    tab.state().placeCursor(null)
    expect(tab.state().resumable).toMatchObject({ segment: 2 })
    tab.state().closeArticle()
    await tab.state().openArticle(HARBOUR_ID)
    expect(tab.state().resumable).toMatchObject({ segment: 2 })
  })

  it('U46 the place is kept half a second after the last move, and when the article is left', async () => {
    const tab = await aStore()
    const written = tab.storage.committed.length
    for (const head of [1, 2, 3]) {
      tab.state().placeCursor({ anchor: head, head })
      await vi.advanceTimersByTimeAsync(499)
    }
    expect(tab.storage.committed).toHaveLength(written)
    await vi.advanceTimersByTimeAsync(1)
    expect(tab.storage.committed).toHaveLength(written + 1)
    tab.state().placeCursor({ anchor: 4, head: 4 })
    tab.state().closeArticle()
    await tab.state().whenSettled()
    expect(tab.storage.committed.at(-1)).toMatchObject({ viewState: { segment: 4 } })
    await vi.advanceTimersByTimeAsync(1000)
    expect(tab.storage.committed).toHaveLength(written + 2)
  })

  it('U64 the tally is kept in one transaction with what it counts, also when that is taken back', async () => {
    const tab = await aStore()
    const tallies = () => tab.storage.committed.filter(({ versions }) => versions).map(({ tallies: kept }) => kept)
    const tally = (disputed: number) => {
      const verdicts = { verified: 0, disputed, unverified: 0 }
      return [{ article: HARBOUR_ID, segments: 5, reviewed: disputed, verdicts, stale: 0 }]
    }
    tab.state().tag('disputed', FERRIES)
    await tab.state().whenSettled()
    expect(tallies()).toEqual([tally(1)])
    tab.state().undo()
    await tab.state().whenSettled()
    expect(tallies()).toEqual([tally(1), tally(0)])
    const reloaded = await aStore({ device: tab.device, article: null })
    expect(reloaded.state().tallies[HARBOUR_ID]).toEqual(tally(0)[0])
  })
})

describe('choosing cards', () => {
  it('U47 adds and takes away one, or all but some', async () => {
    const tab = await aStore()
    const ids = ['Repairs', 'Ferries'].map(words => tab.state().tag('verified', spanOf(words))!)
    for (const id of ids) tab.state().choose(id, true)
    tab.state().choose(ids[0]!, false)
    expect([...tab.state().chosen]).toEqual([ids[1]])
    tab.state().chooseOnly([])
    expect(tab.state().chosen.size).toBe(0)
  })

  it('U47 forgets what is no longer there', async () => {
    const tab = await aStore()
    const id = tab.state().tag('verified', FERRIES)!
    tab.state().choose(id, true)
    tab.state().undo()
    expect(tab.state().chosen.size).toBe(0)
  })
})

/** A tab in which continuing at the third segment is offered. */
async function resumable(): Promise<StoreTab> {
  const tab = await aStore()
  tab.state().placeCursor({ anchor: 2, head: 2 })
  tab.state().closeArticle()
  await tab.state().openArticle(HARBOUR_ID)
  expect(tab.state().resumable).not.toBeNull()
  return tab
}
