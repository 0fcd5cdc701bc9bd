import { openDB } from 'idb'
import { describe, expect, it } from 'vitest'
import type { Original } from '../domain/original.ts'
import type { ReviewStorage } from '../domain/review-storage.ts'
import { aDevice } from '../testing/a-device.ts'
import { aShelfEntry } from '../testing/backups.ts'
import { anArticle, anOriginal, aRevision, HARBOUR_ID } from '../testing/builders.ts'
import { rawLinesOf } from '../testing/raw-lines.ts'

const OTHER_ID = 'f'.repeat(64)

describe('original texts', () => {
  it('S90 are stored together with the revision that was made of them, and read for its article only', async () => {
    const { storage } = aDevice().openTab()
    const other = anOriginal({ article: OTHER_ID, revision: OTHER_ID })
    await storage.commit({ articles: [anArticle()], revisions: [aRevision()], originals: [anOriginal(), other] })
    expect(await originalsIn(storage)).toEqual([anOriginal()])
    expect(await originalsIn(storage, OTHER_ID)).toEqual([other])
  })

  it('S90 of which any part cannot be stored are not stored, and nothing with them', async () => {
    const { storage } = aDevice().openTab()
    const broken = { ...anOriginal(), captured: () => {} } as unknown as Original
    expect(await storage.commit({ articles: [anArticle()], originals: [broken] })).toMatchObject({ ok: false })
    expect(await storage.readArticle(HARBOUR_ID)).toEqual({ ok: true, value: null })
    expect(await originalsIn(storage)).toEqual([])
  })

  it('S90 stand beside each other; of the same text the earliest capture stays, whoever writes last', async () => {
    const device = aDevice()
    const [mine, theirs] = [device.openTab().storage, device.openTab().storage]
    const later = anOriginal({ captured: '2026-11-21T09:00:00.000Z' })
    const another = anOriginal({ text: 'Another mail' })
    await mine.commit({ originals: [later] })
    await theirs.commit({ originals: [anOriginal(), another] })
    await mine.commit({ originals: [later] })
    const texts = new Set([anOriginal(), another])
    expect(new Set(await originalsIn(mine))).toEqual(texts)
  })

  it('S90 go with their article when it is erased for good, and not before', async () => {
    const { storage } = aDevice().openTab()
    const other = anOriginal({ article: OTHER_ID, revision: OTHER_ID })
    const shelf = [aShelfEntry()]
    await storage.commit({ articles: [anArticle()], revisions: [aRevision()], shelf, originals: [anOriginal(), other] })
    await storage.commit({ droppedArticles: [HARBOUR_ID] })
    expect(await originalsIn(storage)).toHaveLength(1)
    await storage.commit({ shelf: [aShelfEntry({ binned: true })] })
    await storage.commit({ droppedArticles: [HARBOUR_ID] })
    expect(await originalsIn(storage)).toEqual([])
    expect(await originalsIn(storage, OTHER_ID)).toEqual([other])
  })

  it('S90 are counted among what must not go without a trace, and are in the raw export', async () => {
    const { storage } = aDevice().openTab()
    await storage.commit({ articles: [anArticle()], originals: [anOriginal()] })
    expect(await storage.readFacts()).toMatchObject({ ok: true, value: { rows: { originals: 1 } } })
    const { article, revision, hash } = anOriginal()
    const line = { store: 'originals', key: [article, revision, hash], value: anOriginal() }
    expect(await rawLinesOf(storage)).toContainEqual(line)
  })

  it('S38 that make no sense are left out, left alone and named', async () => {
    const device = aDevice()
    const { storage } = device.openTab()
    await storage.commit({ originals: [anOriginal()] })
    const { article, revision, hash } = anOriginal()
    const database = await openDB(device.name)
    await database.put('originals', { article, revision, hash: 'x', text: 1 })
    database.close()
    const read = await storage.readOriginals(HARBOUR_ID)
    expect(read).toMatchObject({ ok: true, value: { originals: [{ hash }] } })
    const key = JSON.stringify([article, revision, 'x'])
    expect(read.ok && read.value.damaged).toMatchObject([{ store: 'originals', key }])
  })
})

async function originalsIn(storage: ReviewStorage, article = HARBOUR_ID): Promise<readonly Original[]> {
  const read = await storage.readOriginals(article)
  if (!read.ok) throw new Error(`The original texts were not read: ${read.problem.kind}`)
  return read.value.originals
}
