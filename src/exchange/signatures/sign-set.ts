import { toBase64Url } from '../../domain/base64url.ts'
import type { Timestamp } from '../../domain/identifiers.ts'
import type { Reviewer } from '../../domain/reviewer.ts'
import type { Signature } from '../../domain/signature.ts'
import { SIGNATURE_ALGORITHMS, type SigningKey } from '../../domain/signing-key.ts'
import { signedBytes } from './signed-bytes.ts'

/** Who signs, with what, and when. */
export interface Signing {
  readonly key: Pick<SigningKey, 'algorithm' | 'key' | 'privateKey'>
  readonly reviewer: Pick<Reviewer, 'id' | 'name'>
  readonly at: Timestamp
}

/** Signs the set that has this hash. Rejects where the browser does not let the key be used. */
export async function signSet(setHash: string, { key, reviewer, at }: Signing): Promise<Signature> {
  const { id, name } = reviewer
  const claim = { algorithm: key.algorithm, key: key.key, reviewer: { id, name: name.toWellFormed() }, at }
  const { sign } = SIGNATURE_ALGORITHMS[key.algorithm]
  const signature = await crypto.subtle.sign(sign, key.privateKey, signedBytes(claim, setHash))
  return { ...claim, signature: toBase64Url(new Uint8Array(signature)) }
}
