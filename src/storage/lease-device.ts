import * as v from 'valibot'
import { UuidSchema, type DeviceId } from '../domain/identifiers.ts'
import { succeed, type Result } from '../domain/result.ts'
import type { StorageProblem } from '../domain/review-storage.ts'
import { readRows } from './read-rows.ts'
import { siftRows } from './sift-rows.ts'
import type { Transactions } from './transact.ts'

/** The part of a `LockManager` that is used. */
export interface TabLocks {
  request(
    name: string,
    options: { readonly ifAvailable: boolean },
    whenGranted: (lock: unknown) => Promise<void>,
  ): Promise<unknown>
}

/**
 * Takes a device of this installation that no other tab writes under, and holds it until the tab ends; makes a new one
 * when all are taken. Without locks nobody can tell, so it is always a new one.
 */
export async function takeDevice(
  transactions: Transactions,
  newId: () => DeviceId,
  locks: TabLocks | undefined,
): Promise<Result<DeviceId, StorageProblem>> {
  if (!locks) return succeed(newId())
  const known = await transactions.read(['devices'], tx => readRows(tx, 'devices'))
  if (!known.ok) return known
  // How far a damaged one had counted is not known, and no count may be given twice.
  for (const { device } of siftRows('devices', known.value, LeaseSchema).sound)
    if (await isGranted(locks, device)) return succeed(device)
  const device = newId()
  await isGranted(locks, device)
  return succeed(device)
}

/** How many versions are stored that were written under a device. */
export function readCount(transactions: Transactions, device: DeviceId): Promise<Result<number, StorageProblem>> {
  return transactions.read(['devices'], async tx => (await tx.objectStore('devices').get(device))?.count ?? 0)
}

function isGranted(locks: TabLocks, device: DeviceId): Promise<boolean> {
  return new Promise(resolve => {
    const request = locks.request(`factmark-device-${device}`, { ifAvailable: true }, async lock => {
      resolve(lock !== null)
      if (lock !== null) await UNTIL_THE_TAB_ENDS
    })
    // A browser that cannot say whether the device is free has not granted it.
    request.catch(() => resolve(false))
  })
}

const UNTIL_THE_TAB_ENDS = new Promise<never>(() => {})

const LeaseSchema = v.object({ device: UuidSchema, count: v.pipe(v.number(), v.safeInteger(), v.minValue(0)) })
