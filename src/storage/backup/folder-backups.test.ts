import { describe, expect, it } from 'vitest'
import { aFolder } from '../../testing/a-folder.ts'
import { aUuid } from '../../testing/builders.ts'
import type { Bytes } from './byte-source.ts'
import { writeIntoFolder } from './folder-backups.ts'

const LIBRARY = 'aaaaaaaa-0000-4000-8000-000000000000'
const MINUTE = 60_000

describe('backups in a chosen folder', () => {
  it('S68 are called by day and time, and the newest ten stay', async () => {
    const { handle, files } = aFolder()
    for (let minute = 0; minute < 15; minute += 1) await write(handle, minute)
    const names = [...files.keys()].sort()
    expect(names).toHaveLength(10)
    expect(names[0]).toBe('factmark-auto-2026-11-20_120500_aaaaaaaa.factmark')
    expect(names.at(-1)).toBe('factmark-auto-2026-11-20_121400_aaaaaaaa.factmark')
  })

  it('S68 never touch another file, nor those of another library', async () => {
    const { handle, files } = aFolder()
    const others = [
      'letter.txt',
      'factmark-backup-2026-01-01-0900.factmark',
      'factmark-auto-2026-01-01_090000_bbbbbbbb.factmark',
      'factmark-auto-2026-01-01_090000_aaaaaaaa.factmark.txt',
      'my factmark-auto-2026-01-01_090000_aaaaaaaa.factmark',
    ]
    for (const name of others) files.set(name, new Uint8Array([1]))
    for (let minute = 0; minute < 12; minute += 1) await write(handle, minute)
    for (const name of others) expect(files.get(name)).toEqual(new Uint8Array([1]))
    expect(files.size).toBe(10 + others.length)
  })

  it('S68 that the disk does not hold as they were written take no other with them', async () => {
    const folder = aFolder()
    for (let minute = 0; minute < 10; minute += 1) await write(folder.handle, minute)
    const before = [...folder.files.keys()]
    folder.garbleWrites()
    expect(await write(folder.handle, 11)).toBeNull()
    expect([...folder.files.keys()]).toEqual(before)
  })
})

function write(folder: FileSystemDirectoryHandle, minute: number) {
  const at = new Date(new Date(2026, 10, 20, 12).getTime() + minute * MINUTE)
  return writeIntoFolder(folder, { at, database: LIBRARY }, content())
}

async function* content(): Bytes {
  yield new TextEncoder().encode(aUuid(1))
  await Promise.resolve()
}
