import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Version } from '../domain/version.ts'
import { aDevice, type Device } from '../testing/a-device.ts'
import { aStoreOn, spanOf, theHarbourArticle } from '../testing/a-store.ts'
import { anAnnotationVersion, aUuid, DEVICE_ID, HARBOUR_ID, someRecords } from '../testing/builders.ts'
import {
  aFaultyDatabase,
  faultsFrom,
  FAULT_KINDS,
  UNTIL_ENDED,
  type Fault,
  type FaultyDatabase,
} from '../testing/faulty-database.ts'
import type { ReviewStore } from './review-store.ts'

let faults: FaultyDatabase

beforeEach(() => {
  faults = aFaultyDatabase()
})
afterEach(() => faults.remove())

describe.each(FAULT_KINDS)('whichever call of an import fails: %s', kind => {
  it('S43 U72 U73 all of the set is stored, and shown or told of, or nothing is, and then it comes in', async () => {
    const { calls } = await importWith({ kind, from: UNTIL_ENDED, calls: 0 })
    expect(calls).toBeGreaterThan(0)
    for (const fault of faultsFrom(kind, calls)) {
      const told = JSON.stringify(fault)
      const { device, store, isTaken, failed } = await importWith(fault)
      if (failed === 0) expect(isTaken, told).toBe(true)
      const left = isTaken ? 1 + THEIRS.length : 1
      expect(await annotationsOn(device), told).toHaveLength(left)
      const { open, notice } = store.getState()
      if (notice?.kind !== 'out-of-date') expect(open?.annotations.size, told).toBe(left)
      else await store.getState().reopen() // as a reload does
      expect((await store.getState().acceptImport(SET, null)).ok, told).toBe(true)
      expect(await annotationsOn(device), told).toHaveLength(1 + THEIRS.length)
      expect(store.getState().open?.annotations.size, told).toBe(1 + THEIRS.length)
    }
  })
})

const THEIRS = [1, 2, 3].map(count => anAnnotationVersion({ id: aUuid(0xcf0 + count), dot: [DEVICE_ID, count] }))
const SET = someRecords({ versions: THEIRS })

/** Takes the set of a colleague into a library with one annotation, with a fault in between. */
async function importWith(fault: Fault) {
  const device = aDevice()
  const store = await aLibraryOn(device)
  faults.begin(fault)
  const { ok: isTaken } = await store.getState().acceptImport(SET, null)
  return { device, store, isTaken, ...faults.end() }
}

async function aLibraryOn(device: Device): Promise<ReviewStore> {
  const store = aStoreOn(device.openTab().storage)
  await store.getState().start(() => Promise.resolve([theHarbourArticle()]))
  await store.getState().openArticle(HARBOUR_ID)
  store.getState().tag('verified', spanOf('Ferries carried 4,200 passengers a day.'))
  await store.getState().whenSettled()
  return store
}

/** Not the state of the session, which is written beside. */
async function annotationsOn({ name }: Device): Promise<readonly Version[]> {
  const rows = (await faults.readAll(name, 'versions')) as readonly { readonly version: Version }[]
  return rows.map(({ version }) => version).filter(({ record }) => record === 'annotation')
}
