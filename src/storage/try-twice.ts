import { isPassing } from './storage-problem.ts'

/**
 * Does work that the browser stopped once more, when it may only have lost its way to the database; what stops that is
 * thrown. `onStopped` hears first of what stopped it.
 */
export async function tryTwice<T>(work: () => Promise<T>, onStopped?: (error: unknown) => void): Promise<T> {
  try {
    return await work()
  } catch (error) {
    // Safari loses its storage process now and then; a broken database fails again, or is gone.
    if (!isPassing(error)) throw error
    onStopped?.(error)
    return work()
  }
}
