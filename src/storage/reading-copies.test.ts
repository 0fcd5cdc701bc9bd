import fc from 'fast-check'
import { openDB } from 'idb'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { AnnotationContent } from '../domain/annotation.ts'
import type { RestorePlan } from '../domain/restore.ts'
import type { Changes, ReviewStorage } from '../domain/review-storage.ts'
import { versionHash, type AnnotationVersion, type SessionVersion, type Version } from '../domain/version.ts'
import { aDevice, type Device, type Tab } from '../testing/a-device.ts'
import { anOrigin, aShelfEntry, someContents } from '../testing/backups.ts'
import {
  anAnnotationVersion,
  anArticle,
  aMarkVersion,
  aRevision,
  aSessionVersion,
  aUuid,
  DEVICE_ID,
  HARBOUR_ID,
  theNextVersion,
} from '../testing/builders.ts'
import { rawLinesOf } from '../testing/raw-lines.ts'
import type { CopyRow, VersionRow } from './schema.ts'

const PATIENCE = { interval: 5, timeout: 20_000 } // ms
const SECRET = 'a name that was given in confidence'
const MANY: readonly AnnotationVersion[] = Array.from({ length: 205 }, (_, number) => annotation(number))
const LONG: Changes = {
  articles: [anArticle()],
  revisions: [aRevision()],
  versions: [...MANY, aMarkVersion({ dot: [DEVICE_ID, 900] }), session(1)],
}

afterEach(() => vi.restoreAllMocks())

describe('the copy of a long article', () => {
  it('S110 is made when the article is read, and is what is read from then on', async () => {
    const device = await withCopy()
    const bySets = await articleOf(device.openTab().storage)
    const asked = vi.spyOn(IDBObjectStore.prototype, 'getAll')
    const byCopy = await articleOf(device.openTab().storage)
    expect(asked.mock.contexts.map(store => (store as IDBObjectStore).name)).not.toContain('versions')
    expect(byCopy).toEqual(bySets)
    expect(hashesOf(byCopy.versions)).toEqual(await storedHashes(device))
  })

  it('S110 is made of no short article', async () => {
    const device = aDevice()
    const tab = openTab(device)
    await tab.storage.commit({ ...LONG, versions: MANY.slice(0, 199) })
    await articleOf(tab.storage)
    await quiet(device)
    expect(await copiesIn(device)).toEqual([])
  })

  it('S110 S111 holds nothing that the article does not, and what is read is what is stored, whatever is done', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(steps(), { minLength: 5, maxLength: 16 }), async taken => {
        const device = aDevice()
        const tabs = [openTab(device), openTab(device)]
        await tabs[0]!.storage.commit(LONG)
        const play = player(device, tabs)
        for (const step of taken) {
          await play(step)
          if (step.kind !== 'read') await expectSound(device)
        }
        await quiet(device)
        await expectSound(device)
        for (const tab of tabs) {
          const read = await articleOf(tab.storage)
          expect(hashesOf(read.versions)).toEqual(await storedHashes(device))
        }
      }),
      { numRuns: 6 },
    )
  })

  it('S110 is made once when several tabs read the article', async () => {
    const device = aDevice()
    const tabs = [openTab(device), openTab(device), openTab(device)]
    await tabs[0]!.storage.commit(LONG)
    await Promise.all(tabs.map(({ storage }) => storage.readLibrary()))
    const before = await sequenceOf(device)
    await Promise.all(tabs.map(({ storage }) => articleOf(storage)))
    await quiet(device)
    expect(hashesOf(await copiedIn(device))).toEqual(await storedHashes(device))
    expect(await sequenceOf(device)).toBe(before + 2) // begun, and one row of many
  })

  it('S110 takes in what is written while it is made', async () => {
    const device = aDevice()
    const tab = openTab(device)
    await tab.storage.commit(LONG)
    await articleOf(tab.storage)
    await tab.storage.commit({ versions: [annotation(700)] })
    await quiet(device)
    expect(hashesOf(await copiedIn(device))).toEqual(await storedHashes(device))
  })

  it.each<[string, Changes]>([
    ['another is written', { versions: [annotation(700)] }],
    ['one goes and another comes', { versions: [annotation(700)], droppedVersions: [MANY[7]!] }],
    ['a session goes on', { versions: [session(2)], droppedVersions: [session(1)] }],
  ])('S110 is not begun of rows that are not those that were read: %s', async (_case, change) => {
    const device = aDevice()
    const [mine, other] = [openTab(device), openTab(device)]
    await mine.storage.commit(LONG)
    await other.storage.readLibrary()
    await Promise.all([articleOf(mine.storage), other.storage.commit(change)])
    await quiet(device)
    expect(await copiesIn(device)).toEqual([])
    await articleOf(mine.storage)
    await quiet(device)
    expect(hashesOf(await copiedIn(device))).toEqual(await storedHashes(device))
  })

  it('S110 keeps what was added in few rows', async () => {
    const device = await withCopy()
    const { storage } = openTab(device)
    for (const number of [0, 1, 2, 3, 4]) await storage.commit({ versions: more(1000 + 50 * number, 50) })
    const before = await copiesIn(device)
    await articleOf(storage)
    await quiet(device)
    const after = await copiesIn(device)
    expect(before.length - after.length).toBe(249)
    expect(hashesOf(await copiedIn(device))).toEqual(await storedHashes(device))
  })

  it('S110 is made anew after so many came at once that it was dropped', async () => {
    const device = await withCopy()
    const { storage } = openTab(device)
    await storage.commit({ versions: more(1000, 201) })
    expect(await copiesIn(device)).toEqual([])
    await articleOf(storage)
    await quiet(device)
    expect(hashesOf(await copiedIn(device))).toEqual(await storedHashes(device))
  })

  it.each([
    ['one row is missing', (row: CopyRow) => (row.part.startsWith('pack') ? null : row)],
    ['a version is missing', (row: CopyRow) => ({ ...row, versions: row.versions.slice(1) })],
    ['it is of another form', (row: CopyRow) => ({ ...row, form: 0 })],
    ['it makes no sense', (row: CopyRow) => ({ ...row, versions: 'all' }) as unknown as CopyRow],
  ])('S110 is not used when %s', async (_case, change) => {
    const device = await withCopy()
    await changeCopies(device, change)
    const read = await articleOf(openTab(device).storage)
    expect(hashesOf(read.versions)).toEqual(await storedHashes(device))
    expect(read.damaged).toEqual([])
    await quiet(device)
    expect(hashesOf(await copiedIn(device))).toEqual(await storedHashes(device))
  })

  it('S110 says nothing of the rows: one that makes no sense is left out once they are read themselves', async () => {
    const device = await withCopy()
    const { storage } = openTab(device)
    const database = await openDB(device.name)
    const [row] = (await database.getAll('versions')) as readonly VersionRow[]
    await database.put('versions', { ...row, version: { ...row!.version, at: 'yesterday' } })
    database.close()
    expect((await articleOf(storage)).damaged).toEqual([])
    await changeCopies(device, () => null)
    expect((await articleOf(storage)).damaged).toHaveLength(1)
  })

  it('S110 is made of no article with a row that makes no sense', async () => {
    const device = aDevice()
    const tab = openTab(device)
    await tab.storage.commit(LONG)
    const database = await openDB(device.name)
    const [row] = (await database.getAll('versions')) as readonly VersionRow[]
    await database.put('versions', { ...row, version: { ...row!.version, at: 'yesterday' } })
    database.close()
    expect((await articleOf(tab.storage)).damaged).toHaveLength(1)
    await quiet(device)
    expect(await copiesIn(device)).toEqual([])
  })

  it.each<[string, Changes]>([
    ['is erased by what comes in', { versions: [theNextVersion(MANY[7]!, { kind: 'erased' })] }],
    ['is erased here', { erasures: [theNextVersion(MANY[7]!, { kind: 'erased' })] }],
    ['comes in late, when it is erased already', { versions: [MANY[7]!] }],
  ])('S111 keeps no word of an annotation that %s', async (_case, change) => {
    const device = aDevice()
    const { storage } = openTab(device)
    const secret = annotation(7, { rationale: SECRET })
    const isLate = change.versions?.[0] === MANY[7]
    const erased = theNextVersion(MANY[7]!, { kind: 'erased' })
    await storage.commit({ ...LONG, versions: [...MANY.filter((_, at) => at !== 7), isLate ? erased : secret] })
    await articleOf(storage)
    await quiet(device)
    expect(await copiedIn(device)).toHaveLength(MANY.length)
    await storage.commit(isLate ? { versions: [secret] } : change)
    expect(JSON.stringify(await rawLinesOf(storage))).not.toContain(SECRET)
  })

  it('S111 is not gone on with when a word in it was erased meanwhile', async () => {
    const device = aDevice()
    const { storage } = device.openTab({ pause: 300 })
    const secret = annotation(9000, { rationale: SECRET }) // in the last of three packs
    await storage.commit({ ...LONG, versions: [...MANY, ...more(1000, 300), secret] })
    await articleOf(storage)
    await vi.waitFor(async () => expect(await copiesIn(device)).not.toEqual([]), PATIENCE)
    await storage.commit({ erasures: [theNextVersion(secret, { kind: 'erased' })] })
    const written = await sequenceOf(device)
    // By then a pack was to be added.
    await vi.waitFor(async () => expect(await sequenceOf(device)).toBeGreaterThan(written), PATIENCE)
    expect(JSON.stringify(await rawLinesOf(storage))).not.toContain(SECRET)
    expect(await copiesIn(device)).toEqual([])
  })

  it('S111 does not keep what was taken back', async () => {
    const device = await withCopy()
    const { storage } = openTab(device)
    await storage.commit({ droppedVersions: [MANY[7]!] })
    await expectSound(device)
    expect(hashesOf((await articleOf(storage)).versions)).toEqual(await storedHashes(device))
  })

  it('S111 goes with its article', async () => {
    const device = await withCopy()
    const { storage } = openTab(device)
    await storage.commit({ shelf: [aShelfEntry({ article: HARBOUR_ID, binned: true })] })
    await storage.commit({ droppedArticles: [HARBOUR_ID] })
    expect(await copiesIn(device)).toEqual([])
  })

  it.each(['replace', 'merge'] as const)('S111 says what the library says after a restore: %s', async mode => {
    const device = await withCopy()
    const { storage } = openTab(device)
    const contents = someContents({ articles: [anArticle()], revisions: [aRevision()], versions: more(2000, 210) })
    const backup = { origin: anOrigin(), contents, isEncrypted: false, skipped: 0 }
    const plan: RestorePlan = { mode, source: 'file', tallies: [] }
    expect(await storage.backups.restore(backup, plan)).toMatchObject({ ok: true })
    await expectSound(device)
    const read = await articleOf(openTab(device).storage)
    expect(hashesOf(read.versions)).toEqual(await storedHashes(device))
  })
})

/** What may happen to an article, in a tab; records are counted from the first. */
interface TakenStep {
  readonly tab: number
  readonly kind: 'add' | 'edit' | 'delete' | 'session' | 'erase' | 'erase-here' | 'late' | 'take-back' | 'many' | 'read'
  readonly record: number
}

function steps(): fc.Arbitrary<TakenStep> {
  return fc.record({
    tab: fc.nat(1),
    kind: fc.oneof(
      { weight: 4, arbitrary: fc.constant('read' as const) },
      { weight: 3, arbitrary: fc.constantFrom('add' as const, 'edit' as const, 'delete' as const, 'session' as const) },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          ...(['erase', 'erase-here', 'late', 'take-back', 'many'] as const satisfies readonly TakenStep['kind'][]),
        ),
      },
    ),
    record: fc.nat(3),
  })
}

/** Takes such steps, each as the program would. */
function player(device: Device, tabs: readonly Tab[]) {
  let fresh = 3000
  let running = session(1)
  return async ({ tab, kind, record }: TakenStep): Promise<void> => {
    const { storage } = tabs[tab]!
    if (kind === 'read') return void (await articleOf(storage))
    const known = await versionsOf(device, MANY[record]!.id)
    const [first] = known.length > 0 ? known : [MANY[record]!]
    const next = (change: 'content' | 'deleted' | 'erased') =>
      theNextVersion(known.length > 0 ? known : [first!], { kind: change })
    fresh += 1
    switch (kind) {
      case 'add':
        return void (await storage.commit({ versions: [annotation(fresh)] }))
      case 'edit':
        return void (await storage.commit({ versions: [next('content')] }))
      case 'delete':
        return void (await storage.commit({ versions: [next('deleted')] }))
      case 'session': {
        const later = session(fresh)
        await storage.commit({ versions: [later], droppedVersions: [running] })
        running = later
        return
      }
      case 'erase':
        return void (await storage.commit({ versions: [next('erased')] }))
      case 'erase-here':
        return void (await storage.commit({ erasures: [next('erased')] }))
      case 'late':
        return void (await storage.commit({ versions: [MANY[record]!] }))
      case 'take-back':
        return void (await storage.commit({ droppedVersions: known.slice(0, 1) }))
      case 'many':
        return void (await storage.commit({ versions: more(10_000 + 300 * fresh, 220) }))
    }
  }
}

/** A device with a long article and its whole copy. */
async function withCopy(): Promise<Device> {
  const device = aDevice()
  const tab = openTab(device)
  await tab.storage.commit(LONG)
  await articleOf(tab.storage)
  await quiet(device)
  expect(await copiedIn(device)).toHaveLength(LONG.versions!.length)
  return device
}

function openTab(device: Device): Tab {
  return device.openTab({ pause: 0 })
}

async function articleOf(storage: Pick<ReviewStorage, 'readArticle'>) {
  const read = await storage.readArticle(HARBOUR_ID)
  if (!read.ok || !read.value) throw new Error('The article was not read.')
  return read.value
}

function annotation(number: number, content: Partial<AnnotationContent> = {}): AnnotationVersion {
  return anAnnotationVersion({ id: aUuid(0x10_0000 + number), dot: [DEVICE_ID, number + 1], ...content })
}

function more(first: number, count: number): readonly AnnotationVersion[] {
  return Array.from({ length: count }, (_, at) => annotation(first + at))
}

function session(number: number): SessionVersion {
  return aSessionVersion({ dot: [DEVICE_ID, 50_000 + number], activeMs: number })
}

function hashesOf(versions: readonly Version[]): readonly string[] {
  return versions.map(versionHash)
}

/** Everything of a store. */
async function all<Row>(device: Device, store: string): Promise<readonly Row[]> {
  const database = await openDB(device.name)
  const rows = (await database.getAll(store)) as readonly Row[]
  database.close()
  return rows
}

async function storedHashes(device: Device): Promise<readonly string[]> {
  const database = await openDB(device.name)
  const keys = await database.getAllKeys('versions')
  database.close()
  return keys.map(hashIn)
}

async function versionsOf(device: Device, id: string): Promise<readonly AnnotationVersion[]> {
  const rows = await all<VersionRow>(device, 'versions')
  return rows.flatMap(({ version }) => (version.id === id && version.record === 'annotation' ? [version] : []))
}

async function sequenceOf(device: Device): Promise<number> {
  const states = await all<{ readonly sequence?: number } | number>(device, 'meta')
  return Math.max(...states.map(state => (typeof state === 'object' ? (state.sequence ?? 0) : 0)))
}

function copiesIn(device: Device): Promise<readonly CopyRow[]> {
  return all<CopyRow>(device, 'readingCopies')
}

/** What stands in copies, in the order of the rows of `versions`. */
async function copiedIn(device: Device): Promise<readonly Version[]> {
  const rows = (await copiesIn(device)).flatMap(({ versions }) => versions)
  return rows.sort((a, b) => (a.id + a.hash < b.id + b.hash ? -1 : 1)).map(({ version }) => version)
}

async function changeCopies(device: Device, change: (row: CopyRow) => CopyRow | null): Promise<void> {
  const database = await openDB(device.name)
  for (const row of (await database.getAll('readingCopies')) as readonly CopyRow[]) {
    const changed = change(row)
    if (changed) await database.put('readingCopies', changed)
    else await database.delete('readingCopies', [row.article, row.part])
  }
  database.close()
}

function hashIn(key: IDBValidKey): string {
  return (key as [article: string, id: string, hash: string])[2]
}

/** Finds no version in a copy that has no row. */
async function expectSound(device: Device): Promise<void> {
  const database = await openDB(device.name)
  const tx = database.transaction(['versions', 'readingCopies'])
  const [keys, copies] = await Promise.all([
    tx.objectStore('versions').getAllKeys(),
    tx.objectStore('readingCopies').getAll() as Promise<readonly CopyRow[]>,
  ])
  database.close()
  const stored = new Set(keys.map(hashIn))
  expect(copies.flatMap(({ versions }) => versions).filter(({ hash }) => !stored.has(hash))).toEqual([])
}

/** Waits until the database has not been written for a few turns. */
async function quiet(device: Device): Promise<void> {
  let last = ''
  for (let same = 0; same < 3;) {
    for (let turn = 0; turn < 3; turn++) await new Promise(resolve => setTimeout(resolve))
    const now = JSON.stringify(await all(device, 'meta'))
    same = now === last ? same + 1 : 0
    last = now
  }
}
