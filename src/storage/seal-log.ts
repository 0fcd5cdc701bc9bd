import { deleteDB, openDB } from 'idb'

/**
 * Makes the browser begin a new log of its writes, by making and deleting a database that holds nothing. A crash can tear the
 * last entry of a log; Chromium writes on behind it, and at the start after the next finds the torn entry in the middle and
 * throws the whole database away. Never throws: answers what the browser said when it refused, else `null`.
 */
export async function sealLog(name: string): Promise<string | null> {
  try {
    const empty = await openDB(`${name}-seal`)
    empty.close()
    await deleteDB(`${name}-seal`)
    return null
  } catch (error) {
    return String(error)
  }
}
