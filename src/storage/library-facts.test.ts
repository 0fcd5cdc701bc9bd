import { IDBObjectStore } from 'fake-indexeddb'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { ShelfEntry, Tally } from '../domain/library.ts'
import type { ReviewStorage } from '../domain/review-storage.ts'
import { aDevice } from '../testing/a-device.ts'
import { anAnnotationVersion, anArticle, aReviewer, aRevision, HARBOUR_ID } from '../testing/builders.ts'

describe('what the database says of itself', () => {
  it('S31 has no name before the first write', async () => {
    expect(await factsOf(aDevice().openTab().storage)).toEqual({
      state: null,
      backup: null,
      rows: { articles: 0, revisions: 0, versions: 0, originals: 0, withheld: 0 },
      removals: 0,
      articles: 0,
      annotations: 0,
    })
  })

  it('S31 is counted up by every write of every tab, and keeps its name', async () => {
    const device = aDevice()
    const [mine, other] = [device.openTab(), device.openTab({ now: () => Date.UTC(2027, 0, 1) })]
    await mine.storage.commit({ settings: { theme: 'dark' } })
    const { state } = await factsOf(mine.storage)
    expect(state).toEqual({ database: expect.any(String), sequence: 1, savedAt: '2026-11-20T12:00:00.000Z' })
    await Promise.all([mine, other, mine].map(({ storage }) => storage.commit({ reviewers: [aReviewer()] })))
    await other.storage.commit({ reviewers: [aReviewer()] })
    expect((await factsOf(mine.storage)).state).toEqual({ ...state, sequence: 5, savedAt: '2027-01-01T00:00:00.000Z' })
  })

  it('S31 is not counted up by what was not written', async () => {
    const { storage } = aDevice().openTab()
    await storage.commit({ settings: { theme: 'dark' } })
    await storage.commit({})
    await storage.commit({ reviewers: [{ ...aReviewer(), broken: () => {} } as never] })
    expect((await factsOf(storage)).state?.sequence).toBe(1)
  })

  it('S31 counts what a person would recognise, without the bin, and every row', async () => {
    const { storage } = aDevice().openTab()
    const binned = anArticle({ id: 'b'.repeat(64) })
    await storage.commit({
      articles: [anArticle(), binned],
      revisions: [aRevision()],
      shelf: [anEntry(), anEntry({ article: binned.id, binned: true })],
      tallies: [aTally(), aTally({ article: binned.id })],
      versions: [anAnnotationVersion()],
    })
    expect(await factsOf(storage)).toMatchObject({
      rows: { articles: 2, revisions: 1, versions: 1 },
      articles: 1,
      annotations: 6,
    })
  })

  it('S113 counts again only after something was written, by any tab', async () => {
    const device = aDevice()
    const [mine, other] = [device.openTab(), device.openTab()]
    await mine.storage.commit({ versions: [anAnnotationVersion()] })
    const before = await factsOf(mine.storage)
    const count = vi.spyOn(IDBObjectStore.prototype, 'count')
    onTestFinished(() => count.mockRestore())
    expect(await factsOf(mine.storage)).toEqual(before)
    expect(count).not.toHaveBeenCalled()
    count.mockRestore()
    await other.storage.commit({ versions: [anAnnotationVersion({ rationale: 'Seen.' })] })
    expect((await factsOf(mine.storage)).rows.versions).toBe(2)
  })
})

async function factsOf(storage: ReviewStorage) {
  const facts = await storage.readFacts()
  if (!facts.ok) throw new Error('The storage refused.')
  return facts.value
}

function anEntry(overrides: Partial<ShelfEntry> = {}): ShelfEntry {
  const at = '2026-11-20T09:14:02.000Z'
  return {
    article: HARBOUR_ID,
    name: 'The tunnel',
    added: at,
    opened: at,
    binned: false,
    revision: HARBOUR_ID,
    ...overrides,
  }
}

function aTally(overrides: Partial<Tally> = {}): Tally {
  return {
    article: HARBOUR_ID,
    segments: 5,
    reviewed: 3,
    verdicts: { verified: 1, disputed: 2, unverified: 3 },
    ...overrides,
  }
}
