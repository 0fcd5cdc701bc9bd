import { versionHash, type Version } from './version.ts'
import { createBreather } from './breather.ts'

/** Hashes versions beforehand: that is most of the work on them, and neither a transaction nor the page waits for it. */
export async function hashVersions(versions: readonly Version[]): Promise<void> {
  const breathe = createBreather()
  for (const version of versions) {
    versionHash(version)
    await breathe()
  }
}
