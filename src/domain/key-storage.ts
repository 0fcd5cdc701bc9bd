import type { Result } from './result.ts'
import type { StorageProblem } from './review-storage.ts'
import type { PublicKey, SigningKey, TrustedKey } from './signing-key.ts'

/** The keys that are kept in this browser. */
export interface StoredKeys {
  readonly mine: SigningKey | null
  /** By name. */
  readonly trusted: readonly TrustedKey[]
  /** Rows that cannot be read, or make no sense. */
  readonly damaged: number
}

/** Why a key was not made or taken in. */
export type KeyProblem =
  | { readonly kind: 'storage'; readonly problem: StorageProblem }
  /** This browser, or this address, has no signatures or no encryption. */
  | { readonly kind: 'unsupported' }
  /** The file is no key of the kind that was asked for. */
  | { readonly kind: 'not-a-key' }
  | { readonly kind: 'newer-key'; readonly version: number }
  | { readonly kind: 'passphrase-needed' }
  | { readonly kind: 'wrong-passphrase' }
  /** What is in the file is no key, or not the one that it says. */
  | { readonly kind: 'damaged' }
  /** A private key where a public one is asked for. */
  | { readonly kind: 'private-key' }

/** The port through which keys are made, kept and forgotten. A private key never leaves it but under a passphrase. */
export interface KeyStorage {
  readKeys(): Promise<Result<StoredKeys, StorageProblem>>
  /** Makes a key and keeps it in the place of the one before; with a passphrase it can be saved as a file. */
  makeKey(passphrase: string | null): Promise<Result<SigningKey, KeyProblem>>
  /** Takes one's own key from the file in which it was saved, in the place of the one before. */
  takeKey(file: Blob, passphrase: string | null): Promise<Result<SigningKey, KeyProblem>>
  /** `null` when it is gone. */
  forgetMyKey(): Promise<StorageProblem | null>
  /** A public key with the name of its owner, as the text of a file for somebody who is to trust it. */
  publicKeyFile(key: PublicKey, name: string): Promise<string>
  /** Reads what `publicKeyFile` wrote. Nothing is kept yet. */
  readPublicKey(file: Blob): Promise<Result<Pick<TrustedKey, 'algorithm' | 'key' | 'name'>, KeyProblem>>
  /** Keeps a key as somebody's; one that is known already gets the name. */
  trust(key: Omit<TrustedKey, 'since' | 'fingerprint'>): Promise<StorageProblem | null>
  distrust(fingerprint: string): Promise<StorageProblem | null>
}
