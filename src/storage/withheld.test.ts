import { openDB } from 'idb'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Backup } from '../domain/backup.ts'
import type { RestorePlan } from '../domain/restore.ts'
import type { ReviewStorage } from '../domain/review-storage.ts'
import type { WithheldVersion } from '../domain/withheld.ts'
import { aDevice, type Tab } from '../testing/a-device.ts'
import { anOrigin, aShelfEntry, aSink, someContents } from '../testing/backups.ts'
import {
  anAnnotationVersion,
  anArticle,
  ANNOTATION_ID,
  anEvidence,
  aRevision,
  aUuid,
  aWithheldVersion,
  DEVICE_ID,
  HARBOUR_ID,
  OTHER_DEVICE_ID,
  OTHER_REVIEWER_ID,
  someRecords,
  theNextVersion,
  WITHHELD_ID,
} from '../testing/builders.ts'
import { rawLinesOf } from '../testing/raw-lines.ts'

const FIRST = aWithheldVersion({ since: [DEVICE_ID, 1] })
const EDITED = aWithheldVersion({
  since: [DEVICE_ID, 1],
  dot: [DEVICE_ID, 6],
  seen: { [DEVICE_ID]: 5 },
  evidence: anEvidence({ title: 'Two calls' }),
})
const APART = aWithheldVersion({ since: [DEVICE_ID, 1], dot: [OTHER_DEVICE_ID, 1], seen: { [DEVICE_ID]: 5 } })
const ERASURE = theNextVersion(anAnnotationVersion(), { kind: 'erased' })

afterEach(() => vi.restoreAllMocks())

describe('withheld evidence in storage', () => {
  it('S100 is stored with its annotation, read with its article, told to the other tabs, and counts on', async () => {
    const device = aDevice()
    const [mine, other] = [device.openTab(), device.openTab()]
    const lease = await mine.storage.leaseDevice()
    const own = lease.ok ? lease.value.device : ''
    await written(mine.storage)
    await mine.storage.commit({ withheld: [aWithheldVersion({ id: aUuid(0x52), dot: [own, 7] })] })
    expect(await withheldIn(other.storage)).toHaveLength(2)
    expect(other.heard.at(-1)).toEqual({ kind: 'changed', articles: [HARBOUR_ID], records: [ANNOTATION_ID] })
    expect(await mine.storage.leaseDevice()).toMatchObject({ value: { count: 7 } })
  })

  it('S102 keeps the latest versions of a record only, in whatever order they come', async () => {
    for (const order of [
      [FIRST, EDITED, APART],
      [APART, EDITED, FIRST],
      [EDITED, FIRST, APART, FIRST],
    ]) {
      const { storage } = aDevice().openTab()
      await written(storage, [])
      for (const version of order) await storage.commit({ withheld: [version] })
      expect(new Set(await withheldIn(storage))).toEqual(new Set([EDITED, APART]))
      const settled = aWithheldVersion({
        dot: [DEVICE_ID, 9],
        seen: { [DEVICE_ID]: 6, [OTHER_DEVICE_ID]: 1 },
        kind: 'deleted',
      })
      await storage.commit({ withheld: [settled] })
      expect(await withheldIn(storage)).toEqual([settled])
    }
  })

  it('S103 goes when its annotation is erased here or by what comes in, and does not come back', async () => {
    for (const erasing of [{ erasures: [ERASURE] }, { versions: [ERASURE] }]) {
      const { storage } = aDevice().openTab()
      await written(storage)
      await storage.commit({ withheld: [aWithheldVersion({ id: aUuid(0x53), annotation: aUuid(0xc9) })] })
      await storage.commit(erasing)
      await storage.commit({ withheld: [EDITED], versions: [anAnnotationVersion()] })
      expect((await withheldIn(storage)).map(({ annotation }) => annotation)).toEqual([aUuid(0xc9)])
    }
  })

  it('S103 stays when an erasure comes too late for its annotation', async () => {
    const { storage } = aDevice().openTab()
    await written(storage)
    const restored = theNextVersion(anAnnotationVersion(), { dot: [OTHER_DEVICE_ID, 1] })
    await storage.commit({ versions: [restored] })
    await storage.commit({ erasures: [ERASURE] })
    expect(await withheldIn(storage)).toEqual([FIRST])
  })

  it('S103 goes with its article, and not before that is given up', async () => {
    const { storage } = aDevice().openTab()
    await written(storage)
    await storage.commit({ droppedArticles: [HARBOUR_ID] })
    expect(await withheldIn(storage)).toEqual([FIRST])
    await storage.commit({ shelf: [aShelfEntry({ binned: true })] })
    await storage.commit({ droppedArticles: [HARBOUR_ID] })
    await written(storage, [])
    expect(await withheldIn(storage)).toEqual([])
  })

  it('S103 goes when everything is erased', async () => {
    const device = aDevice()
    const { storage } = device.openTab()
    await written(storage)
    await storage.eraseEverything()
    expect(await rawLinesOf(device.openTab().storage)).not.toContainEqual(
      expect.objectContaining({ store: 'withheld' }),
    )
  })

  it('S100 is counted among what must not go without a trace, and is in the raw export', async () => {
    const device = aDevice()
    const tab = device.openTab()
    await written(tab.storage)
    await tab.storage.readLibrary()
    expect(await tab.storage.readFacts()).toMatchObject({ ok: true, value: { rows: { withheld: 1 } } })
    expect(await rawLinesOf(tab.storage)).toContainEqual(
      expect.objectContaining({ store: 'withheld', value: expect.objectContaining({ version: FIRST }) as object }),
    )
    tab.close()
    const database = await openDB(device.name)
    await database.clear('withheld')
    database.close()
    expect(await device.openTab().storage.readLibrary()).toMatchObject({
      ok: false,
      problem: { kind: 'damaged', damage: { kind: 'incomplete' } },
    })
  })

  it('S100 of which there are fewer versions on purpose is no damage', async () => {
    const device = aDevice()
    const tab = device.openTab()
    await written(tab.storage, [EDITED, APART])
    const settled = aWithheldVersion({
      dot: [DEVICE_ID, 9],
      seen: { [DEVICE_ID]: 6, [OTHER_DEVICE_ID]: 1 },
      kind: 'deleted',
    })
    await tab.storage.commit({ withheld: [settled] })
    tab.close()
    expect((await device.openTab().storage.readLibrary()).ok).toBe(true)
  })

  it('S100 that makes no sense is left out, left alone and named', async () => {
    const device = aDevice()
    const { storage } = device.openTab()
    await written(storage)
    const database = await openDB(device.name)
    const row = { article: HARBOUR_ID, annotation: ANNOTATION_ID, id: WITHHELD_ID, hash: 'x' }
    await database.put('withheld', { ...row, version: { ...FIRST, annotation: aUuid(1) } })
    database.close()
    const read = await storage.readArticle(HARBOUR_ID)
    const key = JSON.stringify([HARBOUR_ID, ANNOTATION_ID, WITHHELD_ID, 'x'])
    expect(read).toMatchObject({ ok: true, value: { withheld: [FIRST], damaged: [{ store: 'withheld', key }] } })
    await storage.commit({ withheld: [EDITED] })
    expect(await withheldIn(storage)).toEqual([EDITED])
    expect((await rawLinesOf(storage)).filter(({ store }) => store === 'withheld')).toHaveLength(2)
  })
})

describe('withheld evidence in backups', () => {
  it.each([null, 'four words of no use'])(
    'S108 is in them and comes back, protected by a passphrase: %s',
    async passphrase => {
      const tab = aDevice().openTab()
      await written(tab.storage)
      const file = await backedUp(tab.storage, passphrase)
      expect((await file.text()).includes('A call')).toBe(false) // packed, and sealed where there is a passphrase
      const backup = await tab.storage.backups.readBackup(file, passphrase)
      if (!backup.ok) throw new Error('The backup was not read.')
      expect(backup.value.contents.withheld).toEqual([FIRST])
      const device = aDevice()
      const other = device.openTab()
      await restored(other, backup.value, 'replace')
      expect(await withheldIn(device.openTab().storage)).toEqual([FIRST])
    },
  )

  it('S108 is held also where this device could not save it', async () => {
    const { storage } = aDevice().openTab()
    await written(storage, [])
    const sink = aSink()
    await storage.backups.backUp(sink.stream, { passphrase: null, unsaved: [{ withheld: [FIRST] }] })
    const backup = await storage.backups.readBackup(sink.file(), null)
    expect(backup.ok && backup.value.contents.withheld).toEqual([FIRST])
  })

  const mine = aWithheldVersion({ id: aUuid(0x54) })
  it.each([
    ['merge', [EDITED, mine]],
    ['replace', [EDITED]],
  ] as const)('S108 is united or replaced by a restore, as a comparison says before: %s', async (mode, expected) => {
    const device = aDevice()
    const tab = device.openTab()
    await written(tab.storage, [FIRST, mine])
    const backup = backupOf([EDITED, aWithheldVersion({ id: aUuid(0x55), kind: 'deleted' })])
    expect(await tab.storage.backups.previewRestore(backup)).toMatchObject({
      value: { newWithheld: 0, onlyHere: { withheld: 1 } },
    })
    await restored(tab, backup, mode)
    const found = await withheldIn(device.openTab().storage)
    expect(new Set(found.filter(({ kind }) => kind === 'content'))).toEqual(new Set(expected))
  })

  it('S108 is new where it is not here yet, and does not bring back what was erased', async () => {
    const device = aDevice()
    const tab = device.openTab()
    await written(tab.storage, [])
    expect(await tab.storage.backups.previewRestore(backupOf([FIRST]))).toMatchObject({ value: { newWithheld: 1 } })
    await tab.storage.commit({ erasures: [ERASURE] })
    await restored(tab, backupOf([FIRST]), 'merge')
    expect(await withheldIn(device.openTab().storage)).toEqual([])
  })

  it('S108 is not put beside what somebody else has written here', async () => {
    const device = aDevice()
    const tab = device.openTab()
    await tab.storage.commit({
      ...someRecords(),
      articles: [anArticle()],
      shelf: [aShelfEntry()],
      versions: [anAnnotationVersion({ reviewer: OTHER_REVIEWER_ID })],
    })
    await restored(tab, backupOf([FIRST]), 'merge')
    expect(await withheldIn(device.openTab().storage)).toEqual([])
  })

  it('S109 that is released or withheld while a backup is made is in it, here or there', async () => {
    const released = theNextVersion(anAnnotationVersion(), { evidence: [anEvidence({ title: 'A call' })] })
    const release = {
      versions: [released],
      withheld: [aWithheldVersion({ dot: [DEVICE_ID, 6], seen: { [DEVICE_ID]: 5 }, kind: 'released' })],
    }
    const withdrawn = theNextVersion(anAnnotationVersion(), { evidence: [] })
    const withholding = { versions: [withdrawn], withheld: [FIRST] }
    for (const change of [release, withholding] as const) {
      const device = aDevice()
      const [tab, other] = [device.openTab(), device.openTab()]
      await written(tab.storage, change === release ? [FIRST] : [])
      await other.storage.readLibrary() // it is open, so that its commit comes at once
      const getAllKeys = IDBObjectStore.prototype.getAllKeys
      let late: Promise<unknown> | undefined
      vi.spyOn(IDBObjectStore.prototype, 'getAllKeys').mockImplementation(function (this: IDBObjectStore, ...range) {
        // A backup asks for so many at once; the versions have been read by now.
        if (this.name === 'withheld' && range.length === 2) late ??= other.storage.commit(change)
        return getAllKeys.apply(this, range)
      })
      const file = await backedUp(tab.storage, null)
      expect(await late).toMatchObject({ ok: true })
      vi.restoreAllMocks()
      const backup = await tab.storage.backups.readBackup(file, null)
      const restoring = aDevice()
      await restored(restoring.openTab(), backup.ok ? backup.value : backupOf([]), 'replace')
      const read = await restoring.openTab().storage.readArticle(HARBOUR_ID)
      expect(JSON.stringify(read)).toContain('A call')
    }
  })
})

async function written(storage: ReviewStorage, withheld: readonly WithheldVersion[] = [FIRST]): Promise<void> {
  const versions = [anAnnotationVersion()]
  const outcome = await storage.commit({
    ...{ articles: [anArticle()], revisions: [aRevision()], shelf: [aShelfEntry()], versions, withheld },
  })
  expect(outcome.ok).toBe(true)
}

async function withheldIn(storage: ReviewStorage): Promise<readonly WithheldVersion[]> {
  const read = await storage.readArticle(HARBOUR_ID)
  if (!read.ok || !read.value) throw new Error('The article was not read.')
  return read.value.withheld
}

async function backedUp(storage: Tab['storage'], passphrase: string | null): Promise<Blob> {
  const sink = aSink()
  const outcome = await storage.backups.backUp(sink.stream, { passphrase, unsaved: [] })
  expect(outcome.ok).toBe(true)
  return sink.file()
}

function backupOf(withheld: readonly WithheldVersion[]): Backup {
  return { origin: anOrigin(), contents: someContents({ withheld }), isEncrypted: false, skipped: 0 }
}

async function restored(tab: Tab, backup: Backup, mode: RestorePlan['mode']): Promise<void> {
  const outcome = await tab.storage.backups.restore(backup, { mode, source: 'file', tallies: [] })
  expect(outcome.ok).toBe(true)
  tab.close()
}
