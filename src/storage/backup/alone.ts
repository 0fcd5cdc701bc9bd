import type { TabLocks } from '../lease-device.ts'

/** Does work while no other tab does work of this name; `null` when another one is about it. Without locks nobody can tell. */
export async function unlessElsewhere<T>(
  locks: TabLocks | undefined,
  name: string,
  work: () => Promise<T>,
): Promise<T | null> {
  return locks ? underLock(locks, { name, ifAvailable: true }, work) : work()
}

/** Does work when no other tab does work of this name any more. */
export async function onceAlone(locks: TabLocks | undefined, name: string, work: () => Promise<void>): Promise<void> {
  if (locks) await underLock(locks, { name, ifAvailable: false }, work)
  else await work()
}

async function underLock<T>(
  locks: TabLocks,
  { name, ifAvailable }: { readonly name: string; readonly ifAvailable: boolean },
  work: () => Promise<T>,
): Promise<T | null> {
  let answer: T | null = null
  await locks.request(name, { ifAvailable }, async lock => {
    if (lock !== null) answer = await work()
  })
  return answer
}
