import { versionHash, type Version } from './version.ts'

/**
 * Hashes versions beforehand: that is most of the work on them, and neither a transaction nor the page waits for it. `breathe`
 * is called after each.
 */
export async function hashVersions(versions: readonly Version[], breathe: () => Promise<void>): Promise<void> {
  for (const version of versions) {
    versionHash(version)
    await breathe()
  }
}
