import type { KeyStorage, StoredKeys } from '../domain/key-storage.ts'
import { fail, succeed } from '../domain/result.ts'
import { fingerprintOf, type SigningKey } from '../domain/signing-key.ts'

/** Keys in memory, none unless given; no key can be made or taken in. */
export function someKeys(mine: SigningKey | null = null, trusted: StoredKeys['trusted'] = []): KeyStorage {
  let keys: StoredKeys = { mine, trusted, damaged: 0 }
  return {
    readKeys: () => Promise.resolve(succeed(keys)),
    makeKey: () => Promise.resolve(fail({ kind: 'unsupported' })),
    takeKey: () => Promise.resolve(fail({ kind: 'not-a-key' })),
    forgetMyKey() {
      keys = { ...keys, mine: null }
      return Promise.resolve(null)
    },
    publicKeyFile: () => Promise.resolve(''),
    readPublicKey: () => Promise.resolve(fail({ kind: 'not-a-key' })),
    trust(key) {
      const added = { ...key, fingerprint: fingerprintOf(key.key), since: '2026-11-23T17:00:00.000Z' }
      keys = { ...keys, trusted: [...keys.trusted, added] }
      return Promise.resolve(null)
    },
    distrust(fingerprint) {
      keys = { ...keys, trusted: keys.trusted.filter(key => key.fingerprint !== fingerprint) }
      return Promise.resolve(null)
    },
  }
}
