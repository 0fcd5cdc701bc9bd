import { describe, expect, it, vi } from 'vitest'
import { DEFAULT_SETTINGS, NO_FILTER, type OutsideChange } from '../domain/library.ts'
import type { Changes } from '../domain/review-storage.ts'
import { aDevice } from '../testing/a-device.ts'
import { anAnnotationVersion, anArticle, aReviewer, aRevision, aUuid, HARBOUR_ID } from '../testing/builders.ts'
import { createTabChannel, type TabMessage } from './tab-channel.ts'

const VERSION = anAnnotationVersion()
const OTHER_VERSION = anAnnotationVersion({ id: aUuid(0xc002) })

describe('what other tabs are told', () => {
  const tally = { article: HARBOUR_ID, segments: 5, reviewed: 0, verdicts: { verified: 0, disputed: 0, unverified: 0 } }
  const viewState = {
    article: HARBOUR_ID,
    segment: 1,
    topOffset: 0,
    filter: NO_FILTER,
    left: '2026-11-20T09:14:02.000Z',
  }
  it.each<[string, Changes, OutsideChange | null]>([
    ['an article', { articles: [anArticle()], revisions: [aRevision()] }, { articles: [HARBOUR_ID], records: [] }],
    [
      'versions',
      { versions: [VERSION], droppedVersions: [OTHER_VERSION] },
      { articles: [HARBOUR_ID], records: [VERSION.id, OTHER_VERSION.id] },
    ],
    ['a tally', { tallies: [tally] }, { articles: [HARBOUR_ID], records: [] }],
    ['a reviewer', { reviewers: [aReviewer()] }, { articles: [], records: [] }],
    ['settings and a view state', { settings: DEFAULT_SETTINGS, viewState }, null],
  ])('S22 names what was committed: %s', async (_case, changes, told) => {
    const device = aDevice()
    const [mine, other] = [device.openTab(), device.openTab()]
    const heard: OutsideChange[] = []
    const own: OutsideChange[] = []
    other.storage.onOutsideChange(change => heard.push(change))
    mine.storage.onOutsideChange(change => own.push(change))
    await mine.storage.commit(changes)
    expect(heard).toEqual(told === null ? [] : [told])
    expect(own).toEqual([])
  })

  it('S22 is nothing when the commit failed', async () => {
    const device = aDevice()
    const [mine, other] = [device.openTab(), device.openTab()]
    await mine.storage.commit({ versions: [VERSION], settings: { theme: () => {} } as never })
    expect(other.heard).toEqual([])
  })

  it('S22 is there to be read when it is told', async () => {
    const device = aDevice()
    const [mine, other] = [device.openTab(), device.openTab()]
    const seen = new Promise(resolve => {
      other.storage.onOutsideChange(() => resolve(other.storage.readArticle(HARBOUR_ID)))
    })
    await mine.storage.commit({ articles: [anArticle()], versions: [VERSION] })
    expect(await seen).toMatchObject({ ok: true, value: { versions: [VERSION] } })
  })

  it('S22 is not told to a listener that has stopped', async () => {
    const device = aDevice()
    const [mine, other] = [device.openTab(), device.openTab()]
    const listener = vi.fn()
    const stop = other.storage.onOutsideChange(listener)
    stop()
    await mine.storage.commit({ versions: [VERSION] })
    expect(other.heard).toHaveLength(1)
    expect(listener).not.toHaveBeenCalled()
  })
})

describe('what comes through the channel', () => {
  it.each<[string, unknown, boolean]>([
    ['a change', { kind: 'changed', articles: [HARBOUR_ID], records: [VERSION.id] }, true],
    ['an erasure', { kind: 'erased' }, true],
    ['nothing', undefined, false],
    ['a text', 'erased', false],
    ['another kind', { kind: 'reset' }, false],
    ['more than is known', { kind: 'erased', by: 'me' }, false],
    ['a name that is none', { kind: 'changed', articles: ['__proto__'], records: [] }, false],
    ['a list that is none', { kind: 'changed', articles: HARBOUR_ID, records: [] }, false],
  ])('S23 is believed only when it makes sense: %s', (_case, data, isBelieved) => {
    const port = new EventTarget() as unknown as BroadcastChannel
    const heard: TabMessage[] = []
    createTabChannel(port).listen(message => heard.push(message))
    port.dispatchEvent(new MessageEvent('message', { data }))
    expect(heard).toEqual(isBelieved ? [data] : [])
  })

  it('S23 goes through a real channel', async () => {
    const [here, there] = [new BroadcastChannel('factmark-test'), new BroadcastChannel('factmark-test')]
    const heard = new Promise(resolve => createTabChannel(there).listen(resolve))
    createTabChannel(here).post({ kind: 'erased' })
    expect(await heard).toEqual({ kind: 'erased' })
    here.close()
    there.close()
  })

  it('S23 may be missing: then a tab hears and says nothing', async () => {
    const { storage } = aDevice().openTab({ channel: undefined })
    expect((await storage.commit({ versions: [VERSION] })).ok).toBe(true)
  })
})
