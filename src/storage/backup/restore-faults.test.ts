import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Backup } from '../../domain/backup.ts'
import { aDevice, type Device } from '../../testing/a-device.ts'
import { anOrigin, aShelfEntry, someContents } from '../../testing/backups.ts'
import { aContent, anArticle, aRevision } from '../../testing/builders.ts'
import {
  aFaultyDatabase,
  faultsFrom,
  FAULT_KINDS,
  UNTIL_ENDED,
  type Fault,
  type FaultyDatabase,
} from '../../testing/faulty-database.ts'
import { RESTORED } from './restore-backup.ts'

const MINE = aRevision({ content: aContent('Ferry runs again', ['The ferry runs again since Monday.']) })
const BACKUP: Backup = { origin: anOrigin(), contents: someContents(), isEncrypted: false, skipped: 0 }

let faults: FaultyDatabase

beforeEach(() => {
  faults = aFaultyDatabase()
})
afterEach(() => faults.remove())

describe.each(
  FAULT_KINDS.flatMap(kind => [
    { kind, mode: 'merge' as const },
    { kind, mode: 'replace' as const },
  ]),
)('whichever call of a restore fails: $kind, $mode', ({ kind, mode }) => {
  it('S43 S62 all of the backup is there, or the library is what it was and a problem is told', async () => {
    const before = await rowsOn((await aLibrary()).device)
    const sound = await restoreWith(mode, { kind, from: UNTIL_ENDED, calls: 0 })
    const restored = await rowsOn(sound.device)
    expect(restored).not.toEqual(before)
    expect(sound.calls).toBeGreaterThan(0)
    for (const fault of faultsFrom(kind, sound.calls)) {
      const told = JSON.stringify(fault)
      const { device, isRestored, failed } = await restoreWith(mode, fault)
      if (failed === 0) expect(isRestored, told).toBe(true)
      expect(await rowsOn(device), told).toEqual(isRestored ? restored : before)
    }
  })
})

/** Restores the backup in a library that holds another article, with a fault in between. */
async function restoreWith(mode: 'merge' | 'replace', fault: Fault) {
  const { device, storage } = await aLibrary()
  faults.begin(fault)
  const { ok: isRestored } = await storage.backups.restore(BACKUP, { mode, source: 'file', tallies: [] })
  return { device, isRestored, ...faults.end() }
}

async function aLibrary() {
  const device = aDevice()
  const { storage } = device.openTab()
  const filled = await storage.commit({
    articles: [anArticle({ id: MINE.hash, title: 'Ferry runs again' })],
    revisions: [MINE],
    shelf: [aShelfEntry({ article: MINE.hash, name: 'Ferry runs again', revision: MINE.hash })],
  })
  expect(filled.ok).toBe(true)
  return { device, storage }
}

/** Every row of what a restore writes. */
async function rowsOn({ name }: Device): Promise<readonly (readonly [string, readonly unknown[]])[]> {
  return Promise.all(RESTORED.map(async store => [store, await faults.readAll(name, store)] as const))
}
