import type { KeyProblem, StoredKeys } from '../domain/key-storage.ts'
import type { Result } from '../domain/result.ts'
import type { StorageProblem } from '../domain/review-storage.ts'
import type { PublicKey, TrustedKey } from '../domain/signing-key.ts'

/** The keys that sets are signed with, and by which signatures are known. */
export interface SigningSlice {
  /** `null` until they were read. Other tabs may change them: whoever shows them reads them first. */
  readonly keys: StoredKeys | null
  /** Answers what stopped it. */
  readKeys(): Promise<StorageProblem | null>
  /** Answers what stopped it; with a passphrase the key can be saved as a file. */
  makeKey(passphrase: string | null): Promise<KeyProblem | null>
  takeKey(file: Blob, passphrase: string | null): Promise<KeyProblem | null>
  forgetMyKey(): Promise<StorageProblem | null>
  publicKeyFile(key: PublicKey, name: string): Promise<string>
  readPublicKey(file: Blob): Promise<Result<Pick<TrustedKey, 'algorithm' | 'key' | 'name'>, KeyProblem>>
  trustKey(key: Pick<TrustedKey, 'algorithm' | 'key' | 'name'>): Promise<StorageProblem | null>
  distrustKey(fingerprint: string): Promise<StorageProblem | null>
}
