import { describe, expect, it } from 'vitest'
import { aFolder, type FakeFolder } from '../../testing/a-folder.ts'
import { aUuid } from '../../testing/builders.ts'
import type { Bytes } from './byte-source.ts'
import { goodSnapshots, snapshotFile, tidySnapshots, writeSnapshot, type SnapshotAbout } from './snapshot-folder.ts'

const NOON = Date.UTC(2026, 10, 20, 12)
const RULES = { now: NOON, limit: 1e9 }
const CONTENT = 'a library'

describe('a snapshot', () => {
  it('S65 is there with what it holds once it is written', async () => {
    const { handle } = aFolder()
    const snapshot = await writeSnapshot(handle, text(CONTENT), about())
    expect(snapshot).toMatchObject({ articles: 3, annotations: 8, bytes: CONTENT.length })
    expect(await goodSnapshots(handle)).toEqual([snapshot])
    expect(await (await snapshotFile(handle, snapshot!.id))?.text()).toBe(CONTENT)
  })

  it('S65 comes with the others, the newest first', async () => {
    const { handle } = aFolder()
    for (const hours of [2, 5, 1]) await writeSnapshot(handle, text(CONTENT), about(hours))
    expect((await goodSnapshots(handle)).map(({ at }) => at)).toEqual([1, 2, 5].map(at))
  })

  const faults: readonly (readonly [string, (folder: FakeFolder, file: string) => void])[] = [
    ['cut', ({ files }, file) => files.set(file, files.get(file)!.slice(0, 3))],
    [
      'altered',
      ({ files }, file) =>
        files.set(
          file,
          files.get(file)!.map(byte => byte ^ 1),
        ),
    ],
    ['empty', ({ files }, file) => files.set(file, new Uint8Array())],
    ['gone', ({ files }, file) => files.delete(file)],
    ['without a receipt', ({ files }, file) => files.delete(`${file}.receipt.json`)],
    [
      'with a receipt that makes no sense',
      ({ files }, file) => files.set(`${file}.receipt.json`, new Uint8Array([123])),
    ],
  ]
  it.each(faults)('S65 that is %s is not offered, and goes', async (_name, breakIt) => {
    const folder = aFolder()
    const good = await writeSnapshot(folder.handle, text(CONTENT), about(3))
    const broken = await writeSnapshot(folder.handle, text(CONTENT), about(1))
    breakIt(folder, broken!.id)
    expect(await goodSnapshots(folder.handle)).toEqual([good])
    await tidySnapshots(folder.handle, RULES)
    expect([...folder.files.keys()]).toEqual([good!.id, `${good!.id}.receipt.json`])
  })

  it('S65 that cannot be read is not offered, hides no other, and stays', async () => {
    const folder = aFolder()
    const good = await writeSnapshot(folder.handle, text(CONTENT), about(3))
    const unreadable = await writeSnapshot(folder.handle, text(CONTENT), about(1))
    folder.failReading(unreadable!.id)
    expect(await goodSnapshots(folder.handle)).toEqual([good])
    await tidySnapshots(folder.handle, RULES)
    expect(folder.files.has(unreadable!.id)).toBe(true)
  })

  it('S65 that the disk does not hold as it was written is none, and leaves nothing', async () => {
    const folder = aFolder()
    folder.garbleWrites()
    expect(await writeSnapshot(folder.handle, text(CONTENT), about())).toBeNull()
    expect(folder.files.size).toBe(0)
  })

  it('S65 that cannot be written, or not be made, leaves nothing', async () => {
    const folder = aFolder()
    folder.failWrites(new DOMException('full', 'QuotaExceededError'))
    await expect(writeSnapshot(folder.handle, text(CONTENT), about())).rejects.toThrow('full')
    folder.failWrites(null)
    await expect(writeSnapshot(folder.handle, broken(), about())).rejects.toThrow('unreadable')
    expect(folder.files.size).toBe(0)
  })

  it('S64 goes when it is not to be kept, and files of other names stay', async () => {
    const folder = aFolder()
    folder.files.set('letter.txt', new Uint8Array([1]))
    for (const hours of [1, 2, 3, 4]) await writeSnapshot(folder.handle, text(CONTENT), about(hours))
    await tidySnapshots(folder.handle, RULES)
    expect((await goodSnapshots(folder.handle)).map(({ at }) => at)).toEqual([1, 2, 3].map(at))
    expect(folder.files.has('letter.txt')).toBe(true)
    expect(folder.files.size).toBe(7)
  })

  it('S65 is not read under a name that is none of a snapshot', async () => {
    const folder = aFolder()
    folder.files.set('letter.txt', new Uint8Array([1]))
    expect(await snapshotFile(folder.handle, 'letter.txt')).toBeNull()
    expect(await snapshotFile(folder.handle, 'gone.factmark-snapshot')).toBeNull()
  })
})

function at(hoursAgo: number): string {
  return new Date(NOON - hoursAgo * 3600_000).toISOString()
}

function about(hoursAgo = 0): SnapshotAbout {
  return { at: at(hoursAgo), database: aUuid(0xdb), sequence: 42, size: () => ({ articles: 3, annotations: 8 }) }
}

async function* text(content: string): Bytes {
  yield new TextEncoder().encode(content)
  await Promise.resolve()
}

async function* broken(): Bytes {
  yield new Uint8Array([1])
  await Promise.resolve()
  throw new Error('unreadable')
}
