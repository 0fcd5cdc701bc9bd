import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { NO_CONTENTS, type BackupContents } from '../../domain/backup.ts'
import type { Version } from '../../domain/version.ts'
import { aContent, aRevision } from '../../testing/builders.ts'
import { anOrigin, libraryContents, rowsOf, someContents } from '../../testing/backups.ts'
import { backupFile, readBackupFile } from './backup-file.ts'
import { joined, type Bytes } from './byte-source.ts'
import { IS_LONG, runs } from '../../testing/effort.ts'

const PASSPHRASE = 'correct horse 🐎 bâttery'

afterEach(() => vi.unstubAllGlobals())

describe('a backup file', () => {
  it('S50 gives back everything that it was made of', async () => {
    await fc.assert(
      fc.asyncProperty(libraryContents(), async contents => {
        expect(await readBackupFile(await fileOf(contents), null)).toEqual({
          ok: true,
          value: { origin: anOrigin(), contents, isEncrypted: false, skipped: 0 },
        })
      }),
      { numRuns: 30 },
    )
  })

  const others = [
    { name: 'encrypted', passphrase: PASSPHRASE, hasGzip: true },
    { name: 'written where nothing can be packed', passphrase: null, hasGzip: false },
    { name: 'encrypted where nothing can be packed', passphrase: PASSPHRASE, hasGzip: false },
  ]
  it.each(others)('S50 gives back everything, $name', async ({ passphrase, hasGzip }) => {
    const contents = someContents()
    if (!hasGzip) vi.stubGlobal('CompressionStream', undefined)
    const file = await fileOf(contents, passphrase)
    vi.unstubAllGlobals()
    expect(await readBackupFile(file, passphrase)).toMatchObject({ ok: true, value: { contents } })
  })

  it('S50 is read whatever the size of the pieces in which it comes', async () => {
    const contents = someContents()
    const bytes = await bytesOfFile(contents, PASSPHRASE)
    for (const size of [1, 7, 65_536]) {
      const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
        start(controller) {
          for (let from = 0; from < bytes.length; from += size) controller.enqueue(bytes.slice(from, from + size))
          controller.close()
        },
      })
      const file = Object.assign(new Blob(), { stream: () => stream })
      expect(await readBackupFile(file, PASSPHRASE)).toMatchObject({ ok: true, value: { contents } })
    }
  })

  it('S50 holds an empty library too', async () => {
    const outcome = await readBackupFile(await fileOf(NO_CONTENTS), null)
    expect(outcome).toMatchObject({ ok: true, value: { contents: NO_CONTENTS } })
  })

  it('S50 does not fail for half of a character that somebody typed', async () => {
    const shelf = someContents().shelf.map(entry => ({ ...entry, name: 'cut \uD83D' }))
    const outcome = await readBackupFile(await fileOf(someContents({ shelf })), null)
    expect(outcome.ok && outcome.value.contents.shelf[0]?.name).toBe('cut \uFFFD')
  })

  it('S57 leaves out what makes no sense, and counts it: nobody could read a backup with it', async () => {
    const { versions, ...others } = someContents()
    const broken = { ...versions[0]!, seen: null } as unknown as Version
    let omitted = 0
    const bytes = await collected(
      backupFile(anOrigin(), rowsOf({ ...others, versions: [broken, ...versions] }), {
        onOmitted: rows => void (omitted += rows),
      }),
    )
    expect(omitted).toBe(1)
    expect(await readBackupFile(new Blob([bytes]), null)).toMatchObject({ ok: true, value: { contents: { versions } } })
  })

  it('S50 is a fifth of the size where it can be packed', async () => {
    const contents = someContents({ revisions: [aRevision({ content: aContent('A title', manyLines(2000)) })] })
    const small = await bytesOfFile(contents)
    vi.stubGlobal('CompressionStream', undefined)
    expect(small.length).toBeLessThan((await bytesOfFile(contents)).length / 5)
  })

  it('S114 lets the page answer before each row and each 64 KiB', async () => {
    vi.stubGlobal('CompressionStream', undefined)
    const contents = someContents({ revisions: [aRevision({ content: aContent('A title', manyLines(4000)) })] })
    const rows = Object.values(contents).flat().length
    let breaths = 0
    let sinceLast = 0
    const longest: number[] = []
    const breathe = () => {
      breaths += 1
      longest.push(sinceLast)
      sinceLast = 0
      return Promise.resolve()
    }
    let length = 0
    for await (const piece of backupFile(anOrigin(), rowsOf(contents), { breathe })) {
      length += piece.length
      sinceLast += piece.length
    }
    expect(length).toBeGreaterThan(3 * 65_536)
    expect(Math.max(...longest)).toBeLessThan(2 * 65_536)
    expect(breaths).toBeGreaterThanOrEqual(rows + Math.floor(length / 65_536))
  })

  it('S51 that is cut at any byte is never taken for whole', async () => {
    vi.stubGlobal('CompressionStream', undefined)
    const bytes = await bytesOfFile(someContents())
    vi.unstubAllGlobals()
    for (let length = bytes.length - 1; length >= 0; length -= IS_LONG ? 1 : 5) {
      const outcome = await readBackupFile(new Blob([bytes.slice(0, length)]), null)
      expect(outcome.ok, `cut at ${length}`).toBe(false)
    }
  })

  it('S51 that is packed and cut at any byte is never taken for whole', async () => {
    const bytes = await bytesOfFile(someContents())
    for (let length = bytes.length - 1; length >= 0; length -= IS_LONG ? 1 : 5) {
      const outcome = await readBackupFile(new Blob([bytes.slice(0, length)]), null)
      expect(outcome.ok, `cut at ${length}`).toBe(false)
    }
  })

  it.each(['plain', 'packed'])('S51 in which any bit is flipped is never taken for right, %s', async kind => {
    if (kind === 'plain') vi.stubGlobal('CompressionStream', undefined)
    const contents = someContents()
    const bytes = await bytesOfFile(contents)
    vi.unstubAllGlobals()
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length * 8 - 1), async bit => {
        const altered = bytes.slice()
        altered[bit >> 3]! ^= 1 << (bit & 7)
        const outcome = await readBackupFile(new Blob([altered]), null)
        // Some bits of gzip say nothing: a time (RFC 1952), what fills the last byte, a code that is never used (RFC 1951).
        if (outcome.ok && kind === 'packed') expect(outcome.value.contents).toEqual(contents)
        else expect(outcome.ok).toBe(false)
      }),
      { numRuns: runs(300) },
    )
  })

  it('S52 that cannot be read from the disk says so', async () => {
    const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
      pull: controller => controller.error(new DOMException('gone', 'NotReadableError')),
    })
    const file = Object.assign(new Blob(), { stream: () => stream })
    expect(await readBackupFile(file, null)).toEqual({ ok: false, problem: { kind: 'unreadable' } })
  })
})

async function fileOf(contents: BackupContents, passphrase: string | null = null): Promise<Blob> {
  return new Blob([await bytesOfFile(contents, passphrase)])
}

async function bytesOfFile(contents: BackupContents, passphrase: string | null = null) {
  return collected(backupFile(anOrigin(), rowsOf(contents), { passphrase }))
}

async function collected(bytes: Bytes) {
  const pieces: Uint8Array[] = []
  for await (const piece of bytes) pieces.push(piece)
  return joined(pieces)
}

function manyLines(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `Line ${index} of an article about an invented place.`)
}
