import { isPassing } from './storage-problem.ts'

/** Does work that the browser stopped once more, when it may only have lost its way to the database; what stops that is thrown. */
export async function tryTwice<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    // Safari loses its storage process now and then; a broken database fails again.
    if (!isPassing(error)) throw error
    return work()
  }
}
