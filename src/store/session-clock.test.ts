import { describe, expect, it } from 'vitest'
import type { SessionContent } from '../domain/session.ts'
import { aStore, FORENOON, spanOf, type StoreTab } from '../testing/a-store.ts'
import { aReviewer, HARBOUR_ID, OTHER_REVIEWER_ID } from '../testing/builders.ts'
import { sessionsOf } from './open-article.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND

describe('a session', () => {
  it('U31 begins with the first action, not with opening or reading', async () => {
    const tab = await aStore()
    tab.pass(5 * MINUTE)
    tab.state().noteActivity(true)
    tab.state().placeCursor({ anchor: 1, head: 1 })
    expect(sessions(tab)).toEqual([])
    act(tab)
    expect(sessions(tab)).toMatchObject([{ started: timeAfter(5 * MINUTE), lastActive: timeAfter(5 * MINUTE) }])
  })

  it('U32 counts the time between signs of life', async () => {
    const tab = await aStore()
    act(tab)
    for (let second = 0; second < 90; second += 30) {
      tab.pass(30 * SECOND)
      tab.state().noteActivity(true)
    }
    act(tab)
    expect(sessions(tab)).toMatchObject([{ activeMs: 90 * SECOND, lastActive: timeAfter(90 * SECOND) }])
  })

  it.each([
    ['a minute without a sign', MINUTE, true, MINUTE],
    ['more than a minute without one', MINUTE + 1, true, 0],
    ['time in which the page was hidden', 30 * SECOND, false, 0],
    ['a clock that was set back', -MINUTE, true, 0],
  ])('U32 counts %s as it should', async (_case, gap, wasVisible, active) => {
    const tab = await aStore()
    act(tab)
    tab.pass(gap)
    tab.state().noteActivity(wasVisible)
    act(tab)
    expect(sessions(tab)).toMatchObject([{ activeMs: active }])
  })

  it.each([
    ['half an hour is the same session', 30 * MINUTE, 1],
    ['longer than half an hour is another', 30 * MINUTE + 1, 2],
  ])('U33 after a break of %s', async (_case, gap, count) => {
    const tab = await aStore()
    act(tab)
    tab.pass(gap)
    act(tab)
    expect(sessions(tab)).toHaveLength(count)
  })

  it('U33 after a long break is another one, also when the pointer moved first', async () => {
    const tab = await aStore()
    act(tab)
    tab.pass(45 * MINUTE)
    tab.state().noteActivity(true)
    tab.pass(SECOND)
    act(tab)
    expect(sessions(tab)).toHaveLength(2)
  })

  it('U33 keeps the reading before a long break, and ends where it was last in use', async () => {
    const tab = await aStore()
    act(tab)
    for (let minute = 0; minute < 5; minute += 1) {
      tab.pass(MINUTE)
      tab.state().noteActivity(true)
    }
    tab.pass(45 * MINUTE)
    tab.state().noteActivity(true)
    act(tab)
    expect(sessions(tab)).toMatchObject([{ activeMs: 5 * MINUTE, lastActive: timeAfter(5 * MINUTE) }, { activeMs: 0 }])
  })

  it('U33 goes on after a reload, and after leaving the article for a while', async () => {
    const tab = await aStore()
    act(tab)
    tab.state().closeArticle()
    await tab.state().openArticle(HARBOUR_ID)
    tab.pass(20 * SECOND)
    act(tab)
    await tab.state().whenSettled()
    const reloaded = await aStore({ device: sameBrowserAfter(tab), at: FORENOON + 40 * SECOND })
    act(reloaded)
    expect(sessions(reloaded)).toMatchObject([{ activeMs: 40 * SECOND, started: timeAfter(0) }])
  })

  it('U33 is not continued by another tab, nor by another reviewer at the same device', async () => {
    const tab = await aStore()
    act(tab)
    await tab.state().whenSettled()
    const other = await aStore({ device: tab.device })
    act(other)
    expect(sessions(other)).toHaveLength(2)
    await other.storage.commit({ reviewers: [aReviewer({ id: OTHER_REVIEWER_ID })] })
    await tab.state().refreshLibrary()
    tab.state().changeSettings({ reviewer: OTHER_REVIEWER_ID })
    act(tab)
    act(tab)
    const reviewers = sessionsOf(tab.state().open!).map(({ reviewer }) => reviewer)
    expect(reviewers.filter(reviewer => reviewer === OTHER_REVIEWER_ID)).toHaveLength(1)
    expect(new Set(reviewers).size).toBe(2)
  })

  it('U34 counts what was tagged, changed, removed and marked, and which versions that made', async () => {
    const tab = await aStore()
    const first = tab.state().tag('verified', spanOf('Repairs'))!
    const second = tab.state().tag('disputed', spanOf('Ferries'))!
    tab.state().tag('unverified', spanOf('ten days'))
    tab.state().tagAll([first, second], 'unverified')
    tab.state().remove([first])
    tab.state().placeCursor({ anchor: 0, head: 1 })
    tab.state().toggleNothingToCheck()
    const [session] = sessions(tab)
    expect(session).toMatchObject({ tagged: { verified: 1, disputed: 1, unverified: 1 } })
    expect(session).toMatchObject({ changed: 2, removed: 1, marked: 2 })
    const work = [...tab.state().open!.versions.values()].flat().filter(({ record }) => record !== 'session')
    const counts = work.map(({ dot }) => dot[1])
    expect(session!.work).toEqual({
      device: tab.state().lease!.device,
      first: Math.min(...counts),
      last: Math.max(...counts),
    })
  })

  it('U35 keeps only its last version', async () => {
    const tab = await aStore()
    for (let count = 0; count < 5; count += 1) act(tab)
    await tab.state().whenSettled()
    expect(tab.device.versions().filter(({ record }) => record === 'session')).toHaveLength(1)
    expect([...tab.state().open!.versions.values()].flat().filter(({ record }) => record === 'session')).toHaveLength(1)
  })

  it('U35 is kept with the reading since the last action when the page is hidden, from a minute on', async () => {
    const tab = await aStore()
    act(tab)
    await tab.state().whenSettled()
    const written = tab.storage.committed.length
    tab.pass(59 * SECOND)
    tab.state().noteActivity(true)
    tab.state().pauseSession()
    expect(tab.storage.committed).toHaveLength(written)
    tab.pass(SECOND)
    tab.state().noteActivity(true)
    tab.state().pauseSession()
    tab.state().pauseSession()
    await tab.state().whenSettled()
    expect(tab.storage.committed).toHaveLength(written + 1)
    expect(sessions(tab)).toMatchObject([{ activeMs: MINUTE }])
    act(tab)
    expect(sessions(tab)).toMatchObject([{ activeMs: MINUTE }])
  })

  it('U35 is no step that can be taken back', async () => {
    const tab = await aStore()
    act(tab)
    tab.state().undo()
    expect(sessions(tab)).toHaveLength(1)
  })
})

/** Tags the next word that is not tagged yet. */
function act(tab: StoreTab): void {
  const words = ['Repairs', 'tunnel', 'closed', 'minister', 'Ferries', 'second']
  const known = new Set([...tab.state().open!.annotations.values()].map(({ content }) => content.selector.quote.exact))
  tab.state().tag('verified', spanOf(words.find(word => !known.has(word))!))
}

function sessions({ state }: StoreTab): readonly SessionContent[] {
  return sessionsOf(state().open!).map(({ content }) => content)
}

/** What a browser holds after its tab was closed: the next tab takes the name that is free again. */
function sameBrowserAfter(tab: StoreTab) {
  return { ...tab.device, openTab: () => tab.device.openTab(tab.storage) }
}

function timeAfter(milliseconds: number): string {
  return new Date(FORENOON + milliseconds).toISOString()
}
