import { versionHash, type Version } from '../../domain/version.ts'
import { createBreather } from './yield-to-page.ts'

/** Hashes versions beforehand: that is most of the work on them, and a transaction does not wait for it. */
export async function hashVersions(versions: readonly Version[]): Promise<void> {
  const breathe = createBreather()
  for (const version of versions) {
    versionHash(version)
    await breathe()
  }
}
