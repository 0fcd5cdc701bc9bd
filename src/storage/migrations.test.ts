import { readFileSync } from 'node:fs'
import { openDB } from 'idb'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { aDevice, type Device } from '../testing/a-device.ts'
import { rawLinesOf, type RawLine } from '../testing/raw-lines.ts'
import { migrations, takeSteps, type Migration } from './migrations.ts'

/*
 * For each shipped version of the database a file in fixtures/ holds one that the built program of that version wrote: it
 * tags, notes, changes, undoes, deletes, marks, renames and bins, writes from a second tab, and imports a colleague's set
 * with deleted and erased records. Each is the program's own raw export. Before a step is appended here, work like that with
 * the program as it is, then save its raw export (`exportRaw`, the button on the recovery page) as database-N.jsonl. A file
 * is never changed.
 */
const SHIPPED = [
  { version: 1, file: 'database-1.jsonl', rows: 49 },
  { version: 2, file: 'database-2.jsonl', rows: 57 },
  { version: 3, file: 'database-3.jsonl', rows: 46 },
  { version: 4, file: 'database-4.jsonl', rows: 50 },
  { version: 5, file: 'database-5.jsonl', rows: 50 },
] as const

/** What each step leaves: the stores with their key paths and indexes. Append only, like the steps. */
const SCHEMAS: readonly Readonly<Record<string, string>>[] = [
  {
    articles: 'id',
    revisions: 'article,hash',
    shelf: 'article',
    versions: 'article,id,hash; byErasure of erased',
    reviewers: 'id',
    tallies: 'article',
    viewStates: 'article',
    settings: '',
    devices: 'device',
  },
  { versions: 'article,id,hash; byErasure of erased; byRemoval of removed', meta: '' },
  { originals: 'article,revision,hash' },
  { trustedKeys: 'fingerprint' },
  { withheld: 'article,annotation,id,hash' },
  { readingCopies: 'article,part' },
]

afterEach(() => vi.restoreAllMocks())

describe('migrations', () => {
  it('S10 have a database of every version before the present one', () => {
    expect(SHIPPED.map(({ version }) => version)).toEqual(migrations.slice(1).map((_step, index) => index + 1))
  })

  it('S10 leave the stores and indexes that were shipped', async () => {
    for (const version of migrations.keys()) {
      const shipped = SCHEMAS.slice(0, version + 1).reduce((known, added) => ({ ...known, ...added }))
      expect(await schemaOf(version + 1)).toEqual(shipped)
    }
  })

  it.each(SHIPPED)('S10 keep every row of a database of version $version', async ({ version, file, rows }) => {
    const shipped = linesIn(file)
    expect(shipped).toHaveLength(rows)
    const device = aDevice()
    await fill(device, version, shipped)
    const { storage } = device.openTab()
    const library = await storage.readLibrary()
    expect(library.ok && library.value).toMatchObject({ isNew: false, settings: { theme: 'dark' } })
    expect(await rawLinesOf(storage)).toEqual(shipped.map(asNow))
    expect(library.ok && library.value.damaged).toEqual([])
  })

  it.each(SHIPPED)('S10 make every article of a database of version $version readable', async ({ version, file }) => {
    const device = aDevice()
    await fill(device, version, linesIn(file))
    const { storage } = device.openTab()
    const library = await storage.readLibrary()
    if (!library.ok) throw new Error('The library was not read.')
    expect(library.value.articles.length).toBeGreaterThan(3)
    for (const { id } of library.value.articles) {
      const read = await storage.readArticle(id)
      const shipped = linesIn(file).find(({ store, key }) => store === 'articles' && key === id)?.value as object
      const article = { author: '', publisher: '', modified: '', ...shipped }
      expect(read.ok && read.value).toMatchObject({ article, damaged: [] })
      const originals = linesIn(file).filter(({ store, key }) => store === 'originals' && String(key).startsWith(id))
      const kept = await storage.readOriginals(id)
      expect(kept).toMatchObject({ ok: true, value: { originals: originals.map(({ value }) => value), damaged: [] } })
    }
  })

  it('S10 make the bin of an earlier version listed', async () => {
    const device = aDevice()
    await fill(device, 1, linesIn('database-1.jsonl'))
    await device.openTab().storage.readLibrary()
    const database = await openDB(device.name)
    const listed = await database.getAllFromIndex('versions', 'byRemoval')
    expect(listed.map(({ version }) => version.kind)).toEqual(['deleted', 'deleted'])
    database.close()
  })

  it('S29 pass over a row that cannot be read, and keep it', async () => {
    const device = aDevice()
    const shipped = linesIn('database-1.jsonl')
    await fill(device, 1, shipped)
    failFirstGet()
    const { storage } = device.openTab()
    expect((await storage.readLibrary()).ok).toBe(true)
    vi.restoreAllMocks()
    expect(await rawLinesOf(storage)).toHaveLength(shipped.length)
  })

  it('S30 that fail leave the database as it was, and the reason is told', async () => {
    const device = aDevice()
    const shipped = linesIn('database-1.jsonl')
    await fill(device, 1, shipped)
    const failing: Migration = async (_database, transaction) => {
      await transaction.objectStore('articles').clear()
      throw new Error('a step that fails')
    }
    const { storage } = device.openTab({ steps: [...migrations, failing] })
    expect(await storage.readLibrary()).toMatchObject({ ok: false, problem: { detail: 'Error: a step that fails' } })
    expect(await rawLinesOf(storage)).toEqual(shipped)
    expect(await indexedDB.databases()).toContainEqual({ name: device.name, version: 1 })
  })
})

describe('a migration that is broken off', () => {
  it.each(SHIPPED)(
    'S45 leaves exactly the old database wherever that happens, and the next opening makes exactly the new one: $version',
    async ({ version, file }) => {
      const shipped = linesIn(file)
      const requests = await requestsOfMigration(version, shipped)
      expect(requests).toBeGreaterThan(version < 3 ? 10 : -1) // the later steps make empty stores and touch no row
      for (let request = 1; request <= requests; request++) {
        const device = aDevice()
        await fill(device, version, shipped)
        breakOffAt(request)
        const { storage } = device.openTab()
        expect(await storage.readLibrary(), `request ${request}`).toMatchObject({ ok: false })
        expect(await indexedDB.databases()).toContainEqual({ name: device.name, version })
        expect(await rawLinesOf(storage)).toEqual(shipped)
        vi.restoreAllMocks()
        expect((await storage.readLibrary()).ok).toBe(true)
        expect(await rawLinesOf(storage)).toEqual(shipped.map(asNow))
      }
    },
  )
})

/** How many requests the migration of these rows makes. */
async function requestsOfMigration(version: number, lines: readonly RawLine[]): Promise<number> {
  const device = aDevice()
  await fill(device, version, lines)
  const requests = breakOffAt(Number.POSITIVE_INFINITY)
  await device.openTab().storage.readLibrary()
  vi.restoreAllMocks()
  return requests()
}

/** Aborts every migration at this of its requests. Answers with how many requests of migrations there were. */
function breakOffAt(request: number): () => number {
  let all = 0
  const requests = new Map<IDBTransaction, number>()
  for (const method of ['get', 'getAllKeys', 'put'] as const) {
    const original = IDBObjectStore.prototype[method] as (...parameters: unknown[]) => IDBRequest
    vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function (
      this: IDBObjectStore,
      ...parameters: unknown[]
    ) {
      const { transaction } = this
      const asked = original.apply(this, parameters)
      if (transaction.mode !== 'versionchange') return asked
      all += 1
      const count = (requests.get(transaction) ?? 0) + 1
      requests.set(transaction, count)
      if (count === request) asked.addEventListener('success', () => transaction.abort())
      return asked
    })
  }
  return () => all
}

/** What has become of a row of an earlier version. */
function asNow(line: RawLine): RawLine {
  if (line.store === 'articles')
    return { ...line, value: { author: '', publisher: '', modified: '', ...(line.value as object) } }
  const row = line.value as { article: string; id: string; version: { kind: string } }
  if (line.store !== 'versions' || row.version.kind !== 'deleted') return line
  return { ...line, value: { ...row, removed: [row.article, row.id] } }
}

function linesIn(file: string): readonly RawLine[] {
  const text = readFileSync(new URL(`fixtures/${file}`, import.meta.url), 'utf8')
  return text
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line))
}

function openVersion(name: string, version: number) {
  return openDB(name, version, {
    upgrade(database, _from, _to, transaction) {
      void takeSteps(migrations.slice(0, version), database, transaction)
    },
  })
}

async function fill(device: Device, version: number, lines: readonly RawLine[]): Promise<void> {
  const database = await openVersion(device.name, version)
  for (const { store = '', key, value } of lines) {
    const { keyPath } = database.transaction(store).store
    await database.put(store, value, keyPath === null ? (key as IDBValidKey) : undefined)
  }
  database.close()
}

async function schemaOf(version: number): Promise<Readonly<Record<string, string>>> {
  const database = await openVersion(aDevice().name, version)
  const stores = [...database.objectStoreNames].map(name => {
    const { store } = database.transaction(name)
    const indexes = [...store.indexNames].map(index => `; ${index} of ${String(store.index(index).keyPath)}`)
    return [name, `${String(store.keyPath ?? '')}${indexes.join('')}`] as const
  })
  database.close()
  return Object.fromEntries(stores)
}

function failFirstGet(): void {
  const original = IDBObjectStore.prototype.get
  let gets = 0
  vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (this: IDBObjectStore, key) {
    const request = original.call(this, key)
    if (gets++ === 0) {
      const { _requests } = this.transaction as unknown as { _requests: { operation: () => void }[] }
      _requests.at(-1)!.operation = () => {
        throw new DOMException('A row is damaged.', 'DataError')
      }
    }
    return request
  })
}
