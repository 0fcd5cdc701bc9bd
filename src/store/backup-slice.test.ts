import { describe, expect, it, vi } from 'vitest'
import type { Backup } from '../domain/backup.ts'
import type { BackupStorage } from '../domain/backup-storage.ts'
import type { LibraryDamage } from '../domain/library-damage.ts'
import { fail, succeed } from '../domain/result.ts'
import type { StorageProblem } from '../domain/review-storage.ts'
import { aStore, spanOf, type StoreTab } from '../testing/a-store.ts'
import { anOrigin, aSink, someContents } from '../testing/backups.ts'
import { anAnnotationVersion, aUuid, HARBOUR_ID } from '../testing/builders.ts'
import { noBackups } from '../testing/no-backups.ts'

const MINUTE = 60_000
const BACKUP: Backup = { origin: anOrigin(), contents: someContents(), isEncrypted: false, skipped: 0 }
const MADE = { at: anOrigin().created, bytes: 9, omitted: 0 }

describe('backing up', () => {
  it('S59 settles what is being typed, and hands over what could not be saved', async () => {
    const backUp = vi.fn<BackupStorage['backUp']>().mockResolvedValue(succeed(MADE))
    const tab = await aStore({ backups: noBackups({ backUp }) })
    const id = tab.state().tag('verified', spanOf('ten days'))!
    await tab.state().whenSettled()
    tab.storage.failCommits({ kind: 'disk-full' })
    tab.state().draft('rationale', () => tab.state().edit(id, { rationale: 'typed' }))
    const outcome = await tab.state().backUp(aSink().stream, 'secret')
    expect(outcome).toEqual({ ok: true, value: { ...MADE, unsaved: 1 } })
    const [, { passphrase, unsaved }] = backUp.mock.calls[0]!
    expect(passphrase).toBe('secret')
    expect(unsaved.flatMap(({ versions = [] }) => versions)).toMatchObject([{ content: { rationale: 'typed' } }, {}])
  })

  it('S57 tells why there is none', async () => {
    const backUp = () => Promise.resolve(fail({ kind: 'no-room' } as const))
    const { state } = await aStore({ backups: noBackups({ backUp }) })
    expect(await state().backUp(aSink().stream, null)).toEqual({ ok: false, problem: { kind: 'no-room' } })
  })
})

describe('restoring', () => {
  it('S62 is refused while this tab holds work that is not saved', async () => {
    const restore = vi.fn<BackupStorage['restore']>()
    const tab = await aStore({ backups: noBackups({ restore }) })
    tab.storage.failCommits({ kind: 'disk-full' })
    tab.state().tag('verified', spanOf('ten days'))
    expect(await tab.state().restore(BACKUP, { mode: 'replace', source: 'file' })).toEqual({
      kind: 'unsaved',
      problem: { kind: 'disk-full' },
    })
    expect(restore).not.toHaveBeenCalled()
  })

  it('S61 counts anew how far the articles are that get more versions', async () => {
    const restore = vi.fn<BackupStorage['restore']>().mockResolvedValue(succeed(undefined))
    const tab = await aStore({ backups: noBackups({ restore, previewRestore: previewOfGrowth() }) })
    tab.state().tag('verified', spanOf('ten days'))
    const theirs = anAnnotationVersion({ id: aUuid(0xc7), dot: [aUuid(0xd7), 1] })
    const backup = { ...BACKUP, contents: someContents({ versions: [theirs] }) }
    expect(await tab.state().restore(backup, { mode: 'merge', source: 'file' })).toBeNull()
    expect(restore.mock.calls[0]?.[1]).toMatchObject({
      mode: 'merge',
      source: 'file',
      tallies: [{ article: HARBOUR_ID, verdicts: { verified: 1, disputed: 1, unverified: 0 } }],
    })
  })
})

describe('recovering', () => {
  const expected = {
    ...{ database: aUuid(0xdb), sequence: 9, savedAt: anOrigin().created },
    ...{
      articles: 1,
      annotations: 1,
      rows: { articles: 1, revisions: 1, versions: 1, originals: 0, withheld: 0 },
      removals: 0,
    },
  }
  const left = {
    articles: 1,
    annotations: 0,
    rows: { articles: 1, revisions: 1, versions: 0, originals: 0, withheld: 0 },
  }
  const nothing = {
    articles: 0,
    annotations: 0,
    rows: { articles: 0, revisions: 0, versions: 0, originals: 0, withheld: 0 },
  }
  const cases = [
    { damage: { kind: 'vanished', expected } as const, way: 'startAnew' },
    { damage: { kind: 'unreadable', expected: null, detail: '' } as const, way: 'startAnew' },
    { damage: { kind: 'emptied', expected, found: nothing } as const, way: 'acceptAsIs' },
    { damage: { kind: 'behind', expected, found: left } as const, way: 'acceptAsIs' },
    { damage: { kind: 'incomplete', expected, found: left } as const, way: 'acceptAsIs' },
  ]
  it.each(cases)('S72 deletes a database only where nothing is in it: $damage.kind', async ({ damage, way }) => {
    const tab = await aDamagedStore(damage)
    const [startAnew, acceptAsIs] = [vi.spyOn(tab.storage, 'startAnew'), vi.spyOn(tab.storage, 'acceptAsIs')]
    expect(await tab.state().recover(BACKUP, 'snapshot')).toBeNull()
    expect([startAnew, acceptAsIs].map(({ mock }) => mock.calls.length)).toEqual(way === 'startAnew' ? [1, 0] : [0, 1])
  })

  it('S72 merges into what is left, and takes the place of nothing', async () => {
    const damage = { kind: 'incomplete', expected, found: left } as const
    const restore = vi.fn<BackupStorage['restore']>().mockResolvedValue(succeed(undefined))
    const partly = await aDamagedStore(damage, restore)
    await partly.state().recover(BACKUP, 'snapshot')
    const gone = await aDamagedStore({ kind: 'vanished', expected }, restore)
    await gone.state().recover(BACKUP, 'file')
    expect(restore.mock.calls.map(([, plan]) => plan)).toEqual([
      { mode: 'merge', source: 'snapshot', tallies: [] },
      { mode: 'replace', source: 'file', tallies: [] },
    ])
  })

  it('S72 tells what stopped it', async () => {
    const tab = await aStore({ article: null })
    const blocked: StorageProblem = { kind: 'blocked' }
    vi.spyOn(tab.storage, 'startAnew').mockResolvedValue(fail(blocked))
    expect(await tab.state().recover(BACKUP, 'file')).toEqual({ kind: 'storage', problem: blocked })
    expect(await tab.state().startAnew()).toEqual(blocked)
    expect(await tab.state().acceptAsIs()).toBeNull()
  })
})

describe('copies that make themselves', () => {
  it('S68 go into the folder ten minutes apart at most, and in any case when the page is hidden', async () => {
    const backUpIntoFolder = vi.fn<BackupStorage['backUpIntoFolder']>().mockResolvedValue(succeed(true))
    const tab = await aStore({ backups: noBackups({ backUpIntoFolder }) })
    await tab.state().keepCopies(false)
    tab.pass(10 * MINUTE - 1)
    await tab.state().keepCopies(false)
    expect(backUpIntoFolder).toHaveBeenCalledTimes(1)
    await tab.state().keepCopies(true)
    expect(backUpIntoFolder).toHaveBeenCalledTimes(2)
    tab.pass(10 * MINUTE)
    await tab.state().keepCopies(false)
    expect(backUpIntoFolder).toHaveBeenCalledTimes(3)
  })

  it('S68 are tried again at once after one that was not needed', async () => {
    const backUpIntoFolder = vi.fn<BackupStorage['backUpIntoFolder']>().mockResolvedValue(succeed(false))
    const { state } = await aStore({ backups: noBackups({ backUpIntoFolder }) })
    await state().keepCopies(false)
    await state().keepCopies(false)
    expect(backUpIntoFolder).toHaveBeenCalledTimes(2)
  })

  it('S65 say what stopped them until it no longer does', async () => {
    const problem = { kind: 'no-room' } as const
    const takeSnapshotIfDue = vi.fn<BackupStorage['takeSnapshotIfDue']>().mockResolvedValueOnce(fail(problem))
    const { state } = await aStore({ backups: noBackups({ takeSnapshotIfDue }) })
    await state().keepCopies(false)
    expect(state().snapshotProblem).toEqual(problem)
    takeSnapshotIfDue.mockResolvedValue(succeed(true))
    await state().keepCopies(false)
    expect(state().snapshotProblem).toBeNull()
  })

  it('S72 are not made of a damaged library', async () => {
    const takeSnapshotIfDue = vi.fn<BackupStorage['takeSnapshotIfDue']>().mockResolvedValue(succeed(true))
    const { state, store } = await aStore({ backups: noBackups({ takeSnapshotIfDue }) })
    store.setState({ started: { problem: { kind: 'blocked' } } })
    await state().keepCopies(false)
    expect(takeSnapshotIfDue).not.toHaveBeenCalled()
  })
})

describe('the promise to keep the data', () => {
  it('S70 is shown as the browser gave it', async () => {
    for (const isKept of [true, false]) {
      const tab: StoreTab = await aStore({ isKept })
      await tab.state().refreshFacts()
      expect(tab.state().persistence).toBe('unasked')
      tab.state().tag('verified', spanOf('ten days'))
      await tab.state().whenSettled()
      await tab.state().refreshFacts()
      expect(tab.state().persistence).toBe(isKept ? 'granted' : 'refused')
      tab.state().tag('verified', spanOf('Ferries carried'))
      expect(tab.asked()).toBe(1)
      await tab.state().askToKeep(true)
      expect(tab.asked()).toBe(2)
    }
  })
})

async function aDamagedStore(
  damage: LibraryDamage,
  restore: BackupStorage['restore'] = () => Promise.resolve(succeed(undefined)),
) {
  const tab = await aStore({ backups: noBackups({ restore }), article: null })
  tab.store.setState({ started: { problem: { kind: 'damaged', damage } } })
  return tab
}

/** What a comparison says where the harbour article gets one version more. */
function previewOfGrowth(): BackupStorage['previewRestore'] {
  const size = { articles: 1, annotations: 1 }
  const article = { id: HARBOUR_ID, name: '', language: 'en', isNew: false, isBinned: false, annotations: 1 }
  return () =>
    Promise.resolve(
      succeed({
        ...size,
        ...{ origin: anOrigin(), isEncrypted: false, skipped: 0, versions: 1, newVersions: 1, foreign: 0, here: size },
        ...{ newOriginals: 0, newWithheld: 0, newTrustedKeys: 0 },
        list: [{ ...article, newAnnotations: 1, newVersions: 1, newOriginals: 0 }],
        onlyHere: { articles: 0, versions: 0, originals: 0, withheld: 0, trustedKeys: 0 },
      }),
    )
}
