import type { KeyStorage } from '../../domain/key-storage.ts'
import type { KeysOptions } from './create-keys.ts'

/** Loads what keys need when it is first needed: nobody waits for it who only reads and tags. */
export function lazyKeys(options: KeysOptions): KeyStorage {
  const loaded = async () => (await import('./create-keys.ts')).createKeys(options)
  return {
    readKeys: async () => (await loaded()).readKeys(),
    makeKey: async passphrase => (await loaded()).makeKey(passphrase),
    takeKey: async (file, passphrase) => (await loaded()).takeKey(file, passphrase),
    forgetMyKey: async () => (await loaded()).forgetMyKey(),
    publicKeyFile: async (key, name) => (await loaded()).publicKeyFile(key, name),
    readPublicKey: async file => (await loaded()).readPublicKey(file),
    trust: async key => (await loaded()).trust(key),
    distrust: async fingerprint => (await loaded()).distrust(fingerprint),
  }
}
