import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { StorageProblem } from '../domain/review-storage.ts'
import { versionHash } from '../domain/version.ts'
import { annotationIn, aStore, spanOf, statementsIn, type StoreTab } from '../testing/a-store.ts'
import { anArticle, HARBOUR_ID } from '../testing/builders.ts'

const FULL: StorageProblem = { kind: 'disk-full' }
const LOST: StorageProblem = { kind: 'connection-lost' }
const FERRIES = spanOf('Ferries carried 4,200 passengers a day.')

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('the status', () => {
  it('U10 says "saving" in the event of the change, and "saved" only after the commit', async () => {
    const tab = await aStore()
    const letGo = tab.storage.holdCommits()
    tab.state().tag('verified', FERRIES)
    expect(tab.state().saving).toEqual({ kind: 'saving' })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(tab.state().saving).toEqual({ kind: 'saving' })
    expect(tab.device.versions()).toEqual([])
    letGo()
    await tab.state().whenSettled()
    expect(tab.state().saving).toEqual({ kind: 'saved' })
    expect(tab.device.versions()).toHaveLength(2) // the annotation and the session
  })

  it('U10 stays "saving" while a later write of the same annotation is under way', async () => {
    const tab = await aStore()
    const id = tab.state().tag('verified', FERRIES)!
    await tab.state().whenSettled()
    const letGoFirst = tab.storage.holdCommits()
    tab.state().edit(id, { verdict: 'disputed' })
    letGoFirst()
    const letGoSecond = tab.storage.holdCommits()
    tab.state().edit(id, { rationale: 'Later' })
    await vi.advanceTimersByTimeAsync(10)
    expect(storedContents(tab)).toMatchObject([{ verdict: 'verified' }, { verdict: 'disputed' }])
    expect(tab.state().saving).toEqual({ kind: 'saving' })
    letGoSecond()
    await tab.state().whenSettled()
    expect(tab.state().saving).toEqual({ kind: 'saved' })
    expect(annotationIn(tab, id)).toMatchObject({ conflict: false, content: { rationale: 'Later' } })
    expect(storedContents(tab)).toHaveLength(3)
  })

  it('U16 says nothing of view states and tallies', async () => {
    const tab = await aStore()
    const said: unknown[] = []
    tab.store.subscribe(({ saving }) => said.push(saving.kind))
    tab.storage.failCommits(FULL)
    tab.state().placeCursor({ anchor: 1, head: 1 })
    await vi.advanceTimersByTimeAsync(20_000)
    expect(new Set(said)).toEqual(new Set(['saved']))
    tab.storage.failCommits(null)
    await vi.advanceTimersByTimeAsync(5000)
    expect(tab.storage.committed.at(-1)).toMatchObject({ viewState: { segment: 1 } })
  })
})

describe('what cannot be saved', () => {
  it('U11 stays on screen, and the status says why', async () => {
    const tab = await aStore()
    tab.storage.failCommits(FULL)
    tab.state().tag('verified', FERRIES)
    await tab.state().whenSettled()
    expect(tab.state().saving).toEqual({ kind: 'not-saved', problem: FULL })
    expect(statementsIn(tab)).toHaveLength(1)
    expect(tab.device.versions()).toEqual([])
  })

  it('U11 is tried again by itself, as often as it takes', async () => {
    const tab = await failed()
    await vi.advanceTimersByTimeAsync(11_000)
    expect(tab.state().saving).toEqual({ kind: 'not-saved', problem: FULL })
    tab.storage.failCommits(null)
    await vi.advanceTimersByTimeAsync(5000)
    expect(tab.state().saving).toEqual({ kind: 'saved' })
    expect(tab.device.versions()).toHaveLength(2)
  })

  it('U11 is tried again when the person asks', async () => {
    const tab = await failed()
    tab.storage.failCommits(null)
    const retried = tab.state().retrySaving()
    expect(tab.state().saving).toEqual({ kind: 'saving' })
    await retried
    expect(tab.state().saving).toEqual({ kind: 'saved' })
    expect(tab.device.versions()).toHaveLength(2)
  })

  it('U11 is tried again as soon as anything else is saved', async () => {
    const tab = await failed()
    tab.storage.failCommits(null)
    tab.state().tag('disputed', spanOf('Repairs'))
    await tab.state().whenSettled()
    expect(tab.state().saving).toEqual({ kind: 'saved' })
    expect(storedContents(tab).map(({ verdict }) => verdict)).toEqual(['verified', 'disputed'])
  })

  it('U11 is called saved only when all of it is', async () => {
    const tab = await failed()
    tab.state().tag('disputed', spanOf('Repairs'))
    tab.storage.failCommits(null)
    tab.storage.failNextCommit(LOST)
    await tab.state().retrySaving()
    expect(tab.state().saving.kind).not.toBe('saved')
    await vi.advanceTimersByTimeAsync(5000)
    expect(tab.state().saving).toEqual({ kind: 'saved' })
  })

  it('U12 never undoes what was saved after it', async () => {
    const tab = await aStore()
    tab.storage.failNextCommit(FULL)
    tab.state().renameArticle(HARBOUR_ID, 'First')
    tab.state().renameArticle(HARBOUR_ID, 'Second')
    await vi.advanceTimersByTimeAsync(20_000)
    expect(await storedShelf(tab)).toMatchObject([{ name: 'Second' }])
  })

  it('U12 keeps the wishes apart: the one that failed is saved beside the later ones', async () => {
    const tab = await aStore()
    tab.storage.failNextCommit(FULL)
    tab.state().changeSettings({ theme: 'dark', singleKeys: false })
    tab.state().changeSettings({ theme: 'light' })
    await vi.advanceTimersByTimeAsync(20_000)
    const library = await tab.storage.readLibrary()
    expect(library).toMatchObject({ value: { settings: { theme: 'light', singleKeys: false } } })
  })

  it('U12 keeps one version of a session when an earlier one is saved late', async () => {
    const tab = await aStore()
    tab.state().ensureReviewer()
    await tab.state().whenSettled()
    tab.storage.failNextCommit(FULL)
    tab.state().tag('verified', FERRIES)
    tab.state().tag('disputed', spanOf('Repairs'))
    await vi.advanceTimersByTimeAsync(20_000)
    expect(storedContents(tab)).toHaveLength(2)
    expect(tab.device.versions().filter(({ record }) => record === 'session')).toHaveLength(1)
  })

  it('U12 is at last what it would be had nothing failed, whatever fails in whatever order', async () => {
    const steps = fc.record({
      isFailing: fc.boolean(),
      isHeld: fc.boolean(),
      act: fc.constantFrom<(tab: StoreTab, step: number) => void>(
        (tab, step) => tab.state().renameArticle(HARBOUR_ID, `Name ${step}`),
        (tab, step) => tab.state().changeSettings(step % 2 ? { theme: 'dark' } : { theme: 'light', singleKeys: false }),
        (tab, step) => void tab.state().tag('verified', { from: step, to: step + 1 }),
        (tab, step) => tab.state().placeCursor({ anchor: step % 5, head: step % 5 }),
        tab => tab.state().rememberView(),
        tab => tab.state().undo(),
      ),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(steps, { maxLength: 20 }), async taken => {
        const tab = await aStore()
        let letGo = () => {}
        for (const [step, { isFailing, isHeld, act }] of taken.entries()) {
          if (isHeld) letGo = tab.storage.holdCommits()
          tab.storage.failCommits(isFailing ? FULL : null)
          act(tab, step)
          await vi.advanceTimersByTimeAsync(step * 100)
          letGo()
        }
        tab.storage.failCommits(null)
        tab.state().rememberView()
        await vi.advanceTimersByTimeAsync(20_000)
        expect(tab.state().saving).toEqual({ kind: 'saved' })
        const reloaded = await aStore({ device: tab.device })
        for (const part of ['shelf', 'tallies', 'reviewers'] as const) {
          expect(reloaded.state()[part]).toEqual(tab.state()[part])
        }
        expect(reloaded.state().settings).toEqual(tab.state().settings)
        const versions = [...tab.state().open!.versions.values()].flat().map(versionHash).sort()
        expect(tab.device.versions().map(versionHash).sort()).toEqual(versions)
      }),
      { numRuns: 60 },
    )
  })

  it('U12 is told of when it is left to a quiet write that fails too', async () => {
    const tab = await aStore({ article: null })
    tab.storage.failCommits(FULL)
    tab.state().renameArticle(HARBOUR_ID, 'Second')
    await tab.state().openArticle(HARBOUR_ID)
    await tab.state().whenSettled()
    expect(tab.state().saving).toEqual({ kind: 'not-saved', problem: FULL })
    tab.storage.failCommits(null)
    await vi.advanceTimersByTimeAsync(5000)
    expect(tab.state().saving).toEqual({ kind: 'saved' })
    expect(await storedShelf(tab)).toMatchObject([{ name: 'Second' }])
  })
})

describe('what is being typed', () => {
  it('U13 is "saving" with the first key, and one version after a pause of a second', async () => {
    const { tab, id, type } = await typing()
    type('I')
    expect(tab.state().saving).toEqual({ kind: 'saving' })
    await vi.advanceTimersByTimeAsync(900)
    type('It')
    await vi.advanceTimersByTimeAsync(900)
    type('It is')
    await vi.advanceTimersByTimeAsync(999)
    expect(annotationIn(tab, id).content.rationale).toBe('')
    expect(tab.state().saving).toEqual({ kind: 'saving' })
    await vi.advanceTimersByTimeAsync(1)
    expect(tab.state().saving).toEqual({ kind: 'saved' })
    expect(storedContents(tab).map(({ rationale }) => rationale)).toEqual(['', 'It is'])
  })

  it('U13 is stored when the field is left', async () => {
    const { tab, id, type } = await typing()
    type('It is')
    tab.state().settleDraft(`${id} rationale`)
    await tab.state().whenSettled()
    expect(storedContents(tab).map(({ rationale }) => rationale)).toEqual(['', 'It is'])
    await vi.advanceTimersByTimeAsync(5000)
    expect(storedContents(tab)).toHaveLength(2)
  })

  it.each([
    ['a verdict', (tab: StoreTab) => void tab.state().tag('disputed', spanOf('Repairs'))],
    ['a deletion', (tab: StoreTab) => tab.state().remove([])],
    ['a change of several', (tab: StoreTab) => tab.state().tagAll([], 'verified')],
    ['leaving the article', (tab: StoreTab) => tab.state().closeArticle()],
    ['an export', (tab: StoreTab) => void tab.state().recordsForExport()],
    [
      'an import',
      (tab: StoreTab) =>
        void tab.state().previewImport({ article: anArticle(), revisions: [], versions: [], reviewers: [] }),
    ],
  ])('U13 is stored before %s', async (_case, act) => {
    const { tab, type } = await typing()
    type('It is')
    act(tab)
    await vi.advanceTimersByTimeAsync(10)
    expect(storedContents(tab).map(({ rationale }) => rationale)).toContain('It is')
  })

  it('U13 is one undo step for each pause', async () => {
    const { tab, id, type } = await typing()
    for (const text of ['First', 'First thought', 'Second thought']) {
      type(text)
      await vi.advanceTimersByTimeAsync(text === 'First' ? 100 : 1000)
    }
    tab.state().undo()
    expect(annotationIn(tab, id).content.rationale).toBe('First thought')
    tab.state().undo()
    expect(annotationIn(tab, id).content.rationale).toBe('')
  })

  it('U13 stays under its own field when several are typed in', async () => {
    const tab = await aStore()
    const id = tab.state().tag('verified', FERRIES)!
    tab.state().draft('one', () => tab.state().edit(id, { rationale: 'Why' }))
    tab.state().draft('two', () => tab.state().edit(id, { claim: { text: 'What', claimant: '', date: '' } }))
    tab.state().settleDraft('one')
    expect(tab.state().saving).toEqual({ kind: 'saving' })
    tab.state().settleDrafts()
    await tab.state().whenSettled()
    expect(tab.state().saving).toEqual({ kind: 'saved' })
    expect(annotationIn(tab, id).content).toMatchObject({ rationale: 'Why', claim: { text: 'What' } })
  })

  it('U14 is nothing to save when the field refuses it', async () => {
    const tab = await aStore()
    tab.state().draft('date', () => {})
    expect(tab.state().saving).toEqual({ kind: 'saving' })
    await vi.advanceTimersByTimeAsync(1000)
    expect(tab.state().saving).toEqual({ kind: 'saved' })
    expect(tab.device.versions()).toEqual([])
  })
})

async function failed(): Promise<StoreTab> {
  const tab = await aStore()
  tab.storage.failCommits(FULL)
  tab.state().tag('verified', FERRIES)
  await tab.state().whenSettled()
  return tab
}

async function typing() {
  const tab = await aStore()
  const id = tab.state().tag('verified', FERRIES)!
  await tab.state().whenSettled()
  const type = (rationale: string) => tab.state().draft(`${id} rationale`, () => tab.state().edit(id, { rationale }))
  return { tab, id, type }
}

/** What the stored annotation versions say, the earliest first. */
function storedContents({ device }: StoreTab) {
  return device
    .versions()
    .flatMap(version => (version.record === 'annotation' && version.kind === 'content' ? [version] : []))
    .sort((a, b) => a.dot[1] - b.dot[1])
    .map(({ content }) => content)
}

async function storedShelf({ storage }: StoreTab) {
  const library = await storage.readLibrary()
  return library.ok && library.value.shelf
}
