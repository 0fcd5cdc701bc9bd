import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { versionHash, type Version } from '../domain/version.ts'
import { aDevice, type Device } from '../testing/a-device.ts'
import { aStoreOn, spanOf, theHarbourArticle } from '../testing/a-store.ts'
import { aContent, anArticle, aRevision, HARBOUR_ID } from '../testing/builders.ts'
import {
  aFaultyDatabase,
  faultsFrom,
  FAULT_KINDS,
  UNTIL_ENDED,
  type Fault,
  type FaultyDatabase,
} from '../testing/faulty-database.ts'
import type { ReviewState } from './review-state.ts'
import type { ReviewStore } from './review-store.ts'

const RETRY_AFTER = 5000 // ms

let faults: FaultyDatabase

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  faults = aFaultyDatabase()
})
afterEach(() => {
  faults.remove()
  vi.useRealTimers()
})

vi.setConfig({ testTimeout: 120_000 }) // ms; each plays hundreds of days of work

describe.each(FAULT_KINDS)('whichever call of the work fails: %s', kind => {
  it('S43 only what is stored is called saved, all of it stays on screen, and at last it is stored', async () => {
    await workWith({ kind, from: UNTIL_ENDED, calls: 0 }) // meanwhile ends what tests before have left, whose calls would count
    const sound = await workWith({ kind, from: UNTIL_ENDED, calls: 0 })
    expect(sound.calls).toBeGreaterThan(5)
    for (const fault of faultsFrom(kind, sound.calls)) {
      const tried = await workWith(fault)
      expect(tried.failed, JSON.stringify(fault)).toBeGreaterThan(0)
      expect(tried.shown, JSON.stringify(fault)).toEqual(sound.shown)
    }
  })
})

describe.each(['request-error', 'closed', 'lost'] as const)('whichever call of the start fails: %s', kind => {
  it('S43 the library is whole, or a problem is told; nothing is begun anew, and the next start finds everything', async () => {
    const device = aDevice()
    const store = await opened(device)
    store.getState().tag('verified', spanOf('Ferries carried 4,200 passengers a day.'))
    await store.getState().whenSettled()
    const { calls } = await startWith(device, { kind, from: UNTIL_ENDED, calls: 0 })
    expect(calls).toBeGreaterThan(5)
    for (const fault of faultsFrom(kind, calls)) {
      const { state, failed } = await startWith(device, fault)
      const told = JSON.stringify(fault)
      expect(failed, told).toBeGreaterThan(0)
      const isTold = state.started !== 'yes' || state.openProblem !== null || state.notice?.kind === 'damaged-rows'
      if (!isTold) expect(state, told).toMatchObject({ isFirstStart: false, shelf: store.getState().shelf })
      if (!isTold) expect(state.open?.annotations.size, told).toBe(1)
      const after = await startWith(device, { kind, from: UNTIL_ENDED, calls: 0 })
      expect(after.state.notice, told).toBeNull()
      expect(after.state.open?.annotations.size, told).toBe(1)
    }
  })
})

/** Starts in a new tab with a fault, opens the article, and ends the tab. */
async function startWith(device: Device, fault: Fault) {
  const tab = device.openTab()
  const store = aStoreOn(tab.storage)
  faults.begin(fault)
  await store.getState().start(() => Promise.reject(new Error('The library was begun anew.')))
  if (store.getState().started === 'yes') await store.getState().openArticle(HARBOUR_ID)
  await store.getState().whenSettled()
  tab.close()
  vi.clearAllTimers()
  return { ...faults.end(), state: store.getState() }
}

/** Works, with a fault in between, and checks every time "saved" is said. Answers with what was shown at each step. */
async function workWith(fault: Fault) {
  const device = aDevice()
  const store = await opened(device)
  const moments: Promise<void>[] = []
  store.subscribe((state, before) => {
    if (state.saving.kind === 'saved' && before.saving.kind !== 'saved') moments.push(isStored(device, state, fault))
  })
  const shown: unknown[] = []
  faults.begin(fault)
  for (const step of WORK) {
    const before = moments.length
    step(store.getState())
    await store.getState().whenSettled()
    const state = store.getState()
    shown.push(shownIn(state))
    if (state.saving.kind === 'saved' && moments.length === before) moments.push(isStored(device, state, fault))
    await Promise.all(moments)
  }
  const { calls, failed } = faults.end()
  for (let round = 0; round < 2; round++) {
    await vi.advanceTimersByTimeAsync(RETRY_AFTER)
    await store.getState().whenSettled()
  }
  expect(store.getState().saving, JSON.stringify(fault)).toEqual({ kind: 'saved' })
  await Promise.all(moments)
  await isStored(device, store.getState(), fault)
  return { calls, failed, shown }
}

const WORK: readonly ((state: ReviewState) => void)[] = [
  state => void state.tag('verified', spanOf('Ferries carried 4,200 passengers a day.')),
  state => state.edit(idsIn(state)[0]!, { verdict: 'disputed' }),
  state => {
    state.draft('rationale', () => state.edit(idsIn(state)[0]!, { rationale: 'It is 🌉' }))
    state.settleDrafts()
  },
  state => {
    state.placeCursor({ anchor: 1, head: 1 })
    state.toggleNothingToCheck()
  },
  state => state.undo(),
  state => state.remove(idsIn(state)),
  state => state.renameArticle(HARBOUR_ID, 'The tunnel'),
  state => state.changeSettings({ theme: 'dark' }),
  state => state.changeReviewer({ name: 'Ada' }),
  state => {
    const revision = aRevision({ content: aContent('Lantern festival', ['Nine hundred lanterns floated.']) })
    state.addArticle({ article: anArticle({ id: revision.hash, title: 'Lantern festival' }), revision })
  },
]

async function opened(device: Device): Promise<ReviewStore> {
  const store = aStoreOn(device.openTab().storage)
  await store.getState().start(() => Promise.resolve([theHarbourArticle()]))
  await store.getState().openArticle(HARBOUR_ID)
  await store.getState().whenSettled()
  return store
}

function idsIn({ open }: ReviewState): readonly string[] {
  return [...open!.annotations.keys()]
}

/** What a person sees of the work. */
function shownIn({ open, shelf, settings, reviewers }: ReviewState) {
  return {
    statements: [...open!.annotations.values()].map(({ content }) => [content.verdict, content.rationale]),
    marks: open!.marks.size,
    names: Object.values(shelf).map(({ name }) => name),
    theme: settings.theme,
    reviewers: Object.values(reviewers).map(({ name }) => name),
  }
}

/** Everything that is shown lies in the database, and nothing else of the article does. */
async function isStored({ name }: Device, state: ReviewState, fault: Fault): Promise<void> {
  const told = JSON.stringify(fault)
  const rows = (store: string) => faults.readAll(name, store)
  const versions = (await rows('versions')) as readonly { readonly version: Version }[]
  const shown = [...state.open!.versions.values()].flat().map(versionHash)
  expect(versions.map(({ version }) => versionHash(version)).sort(), told).toEqual(shown.sort())
  const articles = (await rows('articles')) as readonly { readonly id: string }[]
  expect(articles.map(({ id }) => id).sort(), told).toEqual(Object.keys(state.articles).sort())
  expect(await rows('reviewers'), told).toEqual(Object.values(state.reviewers))
  const shelf = (await rows('shelf')) as readonly { readonly article: string; readonly name: string }[]
  expect(Object.fromEntries(shelf.map(row => [row.article, row.name])), told).toEqual(
    Object.fromEntries(Object.values(state.shelf).map(row => [row.article, row.name])),
  )
  const [settings] = (await rows('settings')) as readonly { readonly theme: string; readonly reviewer: string }[]
  const { theme, reviewer } = state.settings
  expect(settings, told).toMatchObject({ theme, reviewer })
}
