import { openDB } from 'idb'
import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS, type ShelfEntry, type Tally } from '../domain/library.ts'
import { versionHash, type Version } from '../domain/version.ts'
import { aDevice } from '../testing/a-device.ts'
import {
  anAnnotationVersion,
  anArticle,
  aReviewer,
  aRevision,
  DEVICE_ID,
  HARBOUR_ID,
  theNextVersion,
} from '../testing/builders.ts'
import { migrations } from './migrations.ts'

const SHELF_ENTRY: ShelfEntry = {
  article: HARBOUR_ID,
  name: 'The tunnel',
  added: '2026-11-20T09:14:02.000Z',
  opened: '2026-11-20T09:14:02.000Z',
  binned: false,
  revision: HARBOUR_ID,
}
const TALLY: Tally = {
  article: HARBOUR_ID,
  segments: 5,
  reviewed: 1,
  verdicts: { verified: 0, disputed: 1, unverified: 0 },
}
const VERSION = anAnnotationVersion()
const ERASED = theNextVersion(anAnnotationVersion({ id: anAnnotationVersion().id.replace('c001', 'c002') }), {
  kind: 'erased',
})

/** What each shipped version of the database held, written down as it was: `[value]`, or `[value, key]`. Add, never change. */
const SHIPPED: readonly { readonly stores: Readonly<Record<string, readonly (readonly [unknown, string?])[]>> }[] = [
  {
    stores: {
      articles: [[anArticle()]],
      revisions: [[aRevision()]],
      shelf: [[SHELF_ENTRY]],
      versions: [[row(VERSION)], [{ ...row(ERASED), erased: [HARBOUR_ID, ERASED.id] }]],
      reviewers: [[aReviewer()]],
      tallies: [[TALLY]],
      viewStates: [],
      settings: [[{ ...DEFAULT_SETTINGS, theme: 'dark' }, 'settings']],
      devices: [[{ device: DEVICE_ID, count: 2 }]],
    },
  },
]

describe('migrations', () => {
  it('S10 has what each shipped version held', () => {
    expect(SHIPPED).toHaveLength(migrations.length)
  })

  it.each(SHIPPED.map((shipped, index) => ({ version: index + 1, ...shipped })))(
    'S10 opens a database of version $version with everything in it',
    async ({ version, stores }) => {
      const device = aDevice()
      const old = await openDB(device.name, version, {
        upgrade(database, _from, _to, transaction) {
          for (const migrate of migrations.slice(0, version)) migrate(database, transaction)
        },
      })
      expect([...old.objectStoreNames]).toEqual(Object.keys(stores).sort())
      for (const [store, rows] of Object.entries(stores))
        for (const [value, key] of rows) await old.put(store, value, key)
      old.close()

      const { storage } = device.openTab()
      expect(await storage.readLibrary()).toEqual({
        ok: true,
        value: {
          isNew: false,
          articles: [anArticle()],
          shelf: [SHELF_ENTRY],
          tallies: [TALLY],
          reviewers: [aReviewer()],
          settings: { ...DEFAULT_SETTINGS, theme: 'dark' },
        },
      })
      expect(await storage.readArticle(HARBOUR_ID)).toEqual({
        ok: true,
        value: {
          article: anArticle(),
          revisions: [aRevision()],
          versions: [VERSION, ERASED],
          reviewers: [aReviewer()],
        },
      })
      expect(await storage.leaseDevice()).toEqual({ ok: true, value: { device: DEVICE_ID, count: 2 } })
    },
  )
})

function row(version: Version) {
  return { article: version.article, id: version.id, hash: versionHash(version), version }
}
