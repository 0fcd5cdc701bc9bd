import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Backup } from '../../domain/backup.ts'
import { sha256Hex } from '../../domain/canonical-json.ts'
import { aDevice } from '../../testing/a-device.ts'
import { anOrigin, atOnce, rowsOf, someContents } from '../../testing/backups.ts'
import { anOriginal } from '../../testing/builders.ts'
import { readBackupFile } from './backup-file.ts'
import { encodeBackup } from './encode-backup.ts'

/*
 * For each earlier version of the format a file in fixtures/ holds a backup that the built program of that version made, of
 * the library whose database is in storage/fixtures. A file is never changed.
 */
const FIRST = readFileSync(new URL('fixtures/backup-1.factmark', import.meta.url))
const SECOND = readFileSync(new URL('fixtures/backup-2.factmark', import.meta.url))

describe('a backup of an earlier program', () => {
  it('S91 is read with everything in it; what it did not know is empty', async () => {
    const { contents } = await read(FIRST)
    const counts = Object.entries(contents).map(([store, rows]) => [store, rows.length] as const)
    expect(Object.fromEntries(counts)).toEqual({
      ...{ reviewers: 2, settings: 1, articles: 6, revisions: 7, shelf: 6, tallies: 4, viewStates: 4, versions: 22 },
      ...{ originals: 0, trustedKeys: 0, withheld: 0 },
    })
    for (const article of contents.articles) {
      expect(article).toMatchObject({ author: '', publisher: '', modified: '' })
    }
  })

  it('S91 of the second version is read with its original texts, and with wishes that its first programs did not know', async () => {
    const { contents } = await read(SECOND)
    const counts = Object.entries(contents).map(([store, rows]) => [store, rows.length] as const)
    expect(Object.fromEntries(counts)).toEqual({
      ...{ reviewers: 2, settings: 1, articles: 4, revisions: 5, shelf: 4, tallies: 3, viewStates: 3, versions: 18 },
      ...{ originals: 1, trustedKeys: 0, withheld: 0 },
    })
    expect(contents.settings[0]?.publisher.name).toBe('Example Checks')
  })

  it.each([FIRST, SECOND])('S91 is restored, and backed up again says the same in the present version', async file => {
    const backup = await read(file)
    const tab = aDevice().openTab()
    expect(await tab.storage.backups.restore(backup, { mode: 'replace', source: 'file', tallies: [] })).toMatchObject({
      ok: true,
    })
    const text = await textOf(encodeBackup(backup.origin, rowsOf(backup.contents), atOnce))
    expect(JSON.parse(text.split('\n')[0]!)).toMatchObject({ formatVersion: 4 })
    const again = await readBackupFile(new Blob([text]), null)
    expect(again).toEqual({ ok: true, value: backup })
  })

  it('S91 that holds what its version cannot hold is refused', async () => {
    const text = await textOf(encodeBackup(anOrigin(), rowsOf(someContents()), atOnce))
    const claimed = text.replace('"formatVersion":4', '"formatVersion":1')
    const lines = claimed.split('\n').slice(0, -2)
    const { end } = JSON.parse(text.split('\n').at(-2)!) as { end: { counts: object } }
    const file = `${lines.join('\n')}\n`
    const last = JSON.stringify({ end: { ...end, sha256: sha256Hex(file) } })
    const outcome = await readBackupFile(new Blob([file, last, '\n']), null)
    expect(outcome).toMatchObject({ ok: false, problem: { kind: 'damaged', place: 'end.counts.originals' } })
  })
})

describe('original texts in a backup', () => {
  it('S92 are compared with those of the library before anything is restored', async () => {
    const mine = anOriginal({ text: 'Mine', captured: '2026-11-20T10:00:00.000Z' })
    const tab = aDevice().openTab()
    await tab.storage.commit({ originals: [mine] })
    const backup = backupOf([anOriginal()])
    expect(await tab.storage.backups.previewRestore(backup)).toMatchObject({
      ok: true,
      value: { newOriginals: 1, list: [{ newOriginals: 1 }], onlyHere: { originals: 1 } },
    })
  })

  it.each([
    ['merge', 2],
    ['replace', 1],
  ] as const)('S92 are as many as a restore says: %s', async (mode, count) => {
    const device = aDevice()
    const tab = device.openTab()
    await tab.storage.commit({ originals: [anOriginal({ text: 'Mine' })] })
    await tab.storage.backups.restore(backupOf([anOriginal()]), { mode, source: 'file', tallies: [] })
    tab.close()
    const { storage } = device.openTab()
    const read = await storage.readOriginals(anOriginal().article)
    expect(read.ok && read.value.originals).toHaveLength(count)
    expect(read.ok && read.value.originals).toContainEqual(anOriginal())
  })

  it('S92 that are here already are not new, and the same one twice is one', async () => {
    const { storage } = aDevice().openTab()
    await storage.commit({ originals: [anOriginal()] })
    const twice = backupOf([anOriginal(), anOriginal({ captured: '2026-11-21T10:00:00.000Z' })])
    expect(await storage.backups.previewRestore(twice)).toMatchObject({
      ok: true,
      value: { newOriginals: 0, list: [{ newOriginals: 0 }], onlyHere: { originals: 0 } },
    })
  })
})

function backupOf(originals: Backup['contents']['originals']): Backup {
  return { origin: anOrigin(), contents: someContents({ originals }), isEncrypted: false, skipped: 0 }
}

async function read(bytes: Uint8Array<ArrayBuffer>): Promise<Backup> {
  const outcome = await readBackupFile(new Blob([bytes]), null)
  if (!outcome.ok) throw new Error(`The backup was not read: ${JSON.stringify(outcome.problem)}`)
  return outcome.value
}

async function textOf(bytes: AsyncIterable<Uint8Array<ArrayBuffer>>): Promise<string> {
  const pieces: Uint8Array<ArrayBuffer>[] = []
  for await (const piece of bytes) pieces.push(piece)
  return new Blob(pieces).text()
}
