import { deleteDB, openDB } from 'idb'

/**
 * Makes the browser begin a new log of its writes, by making and deleting a database that holds nothing. A crash can tear the
 * last entry of a log; Chromium writes on behind it, and at the start after the next finds the torn entry in the middle and
 * throws the whole database away. Never throws: answers what the browser said when it refused, else `null`.
 *
 * Chromium begins a new log while it clears up behind a deletion, on another thread, unless a write that comes at that moment
 * takes its place. On a busy machine that is so for one deletion in six: hence several, one after another.
 * @param name - Of the database to be saved from this. Where there is none, nothing can be lost.
 */
export async function sealLog(name: string): Promise<string | null> {
  try {
    for (let deletion = 0; deletion < DELETIONS; deletion++) {
      const empty = await openDB(`${name}-seal`)
      empty.close()
      const isNeeded = await isThere(name)
      await deleteDB(`${name}-seal`)
      if (!isNeeded) break
    }
    return null
  } catch (error) {
    return String(error)
  }
}

const DELETIONS = 4

/** Older browsers do not say which databases there are. */
async function isThere(name: string): Promise<boolean> {
  if (!('databases' in indexedDB)) return true
  const there = await indexedDB.databases()
  return there.some(database => database.name === name)
}
