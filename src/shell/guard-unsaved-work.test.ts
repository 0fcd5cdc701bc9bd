import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { annotationIn, aStore, spanOf, type StoreTab } from '../testing/a-store.ts'
import { guardUnsavedWork } from './guard-unsaved-work.ts'

const FERRIES = spanOf('Ferries carried 4,200 passengers a day.')

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('what could not be saved', () => {
  it('S41 is tried again when the page is looked at again, though no timer runs', async () => {
    const { tab, look } = await guarded()
    tab.storage.failCommits({ kind: 'disk-full' })
    tab.state().tag('verified', FERRIES)
    await tab.state().whenSettled()
    expect(tab.state().saving.kind).toBe('not-saved')
    tab.storage.failCommits(null)
    look('hidden')
    await tab.state().whenSettled()
    expect(tab.state().saving.kind).toBe('not-saved')
    look('visible')
    await tab.state().whenSettled()
    expect(tab.state().saving.kind).toBe('saved')
  })
})

describe('a page that is left', () => {
  it('S42 is not held where everything is saved', async () => {
    const { tab, isHeld } = await guarded()
    expect(isHeld()).toBe(false)
    tab.state().tag('verified', FERRIES)
    await tab.state().whenSettled()
    expect(isHeld()).toBe(false)
  })

  it('S42 is held while something is being saved or could not be', async () => {
    const { tab, isHeld } = await guarded()
    const letGo = tab.storage.holdCommits()
    tab.state().tag('verified', FERRIES)
    expect(isHeld()).toBe(true)
    tab.storage.failCommits({ kind: 'disk-full' })
    letGo()
    await tab.state().whenSettled()
    expect(isHeld()).toBe(true)
    tab.storage.failCommits(null)
    await tab.state().retrySaving()
    expect(isHeld()).toBe(false)
  })

  it('S42 is held while somebody is typing, and what was typed is saved meanwhile', async () => {
    const { tab, isHeld } = await guarded()
    const id = tab.state().tag('verified', FERRIES)!
    await tab.state().whenSettled()
    tab.state().draft('rationale', () => tab.state().edit(id, { rationale: 'It is' }))
    expect(isHeld()).toBe(true)
    await tab.state().whenSettled()
    expect(annotationIn(tab, id).content.rationale).toBe('It is')
    expect(isHeld()).toBe(false)
  })

  it('S42 is not held by what a field refuses', async () => {
    const { tab, isHeld } = await guarded()
    tab.state().draft('date', () => {})
    expect(isHeld()).toBe(false)
  })

  it('S42 is not held once everything is erased: nothing is unsaved any more', async () => {
    const { tab, isHeld } = await guarded()
    tab.storage.failCommits({ kind: 'disk-full' })
    tab.state().tag('verified', FERRIES)
    await tab.state().whenSettled()
    tab.storage.failCommits(null)
    expect(await tab.state().eraseEverything()).toBeNull()
    expect(isHeld()).toBe(false)
    await vi.advanceTimersByTimeAsync(20_000)
    expect(tab.device.versions()).toEqual([])
  })
})

async function guarded(): Promise<{
  tab: StoreTab
  look(visibility: DocumentVisibilityState): void
  /** Whether the browser would ask before the page is left. */
  isHeld(): boolean
}> {
  const tab = await aStore()
  const shown: { visibilityState: DocumentVisibilityState } = { visibilityState: 'visible' }
  const document = Object.assign(new EventTarget(), shown)
  const page = Object.assign(new EventTarget(), { document })
  guardUnsavedWork(tab.store, page)
  return {
    tab,
    look(visibilityState) {
      Object.assign(document, { visibilityState })
      document.dispatchEvent(new Event('visibilitychange'))
    },
    isHeld: () => !page.dispatchEvent(new Event('beforeunload', { cancelable: true })),
  }
}
