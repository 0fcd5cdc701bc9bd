import { fromBase64Url } from '../../domain/base64url.ts'
import { canonicalJson } from '../../domain/canonical-json.ts'
import type { Signature } from '../../domain/signature.ts'
import { isSignatureAlgorithm, SIGNATURE_ALGORITHMS, type SignatureAlgorithm } from '../../domain/signing-key.ts'
import { signedBytes } from './signed-bytes.ts'

/**
 * What a signature is worth: it is right (which says nothing of whose key it is), something of the set or of the signature was
 * changed, this program or browser cannot tell, or it is not built like one.
 */
export type CheckedSignature =
  | { readonly kind: 'valid' | 'broken' | 'unsupported'; readonly signature: Signature }
  | { readonly kind: 'malformed' }

/**
 * Checks signatures of the set that has this hash, which must have been worked out from the set itself. One that stands there
 * twice, in whatever form, is told once.
 */
export async function checkSignatures(
  signatures: readonly (Signature | null)[],
  setHash: string,
): Promise<readonly CheckedSignature[]> {
  const checked = await Promise.all(
    signatures.map(async (signature): Promise<CheckedSignature> => {
      return signature ? { kind: await check(signature, setHash), signature } : { kind: 'malformed' }
    }),
  )
  const told = new Set<string>()
  return checked.filter(item => {
    if (item.kind !== 'valid') return true
    // Of an ECDSA signature anybody can make a second one of the same bytes: what it says counts, not how.
    const { signature: _, ...claim } = item.signature
    const claimed = canonicalJson(claim)
    return !told.has(claimed) && told.add(claimed)
  })
}

async function check(signature: Signature, setHash: string): Promise<'valid' | 'broken' | 'unsupported'> {
  const { algorithm } = signature
  if (!isSignatureAlgorithm(algorithm) || typeof crypto !== 'object' || !crypto.subtle) return 'unsupported'
  const bytes = bytesOf(signature, algorithm)
  if (!bytes) return 'broken'
  const { key: parameters, sign } = SIGNATURE_ALGORITHMS[algorithm]
  try {
    const key = await crypto.subtle.importKey('raw', bytes.key, parameters, false, ['verify'])
    const isRight = await crypto.subtle.verify(sign, key, bytes.signature, signedBytes(signature, setHash))
    return isRight ? 'valid' : 'broken'
  } catch (error) {
    return isUnsupported(error) ? 'unsupported' : 'broken' // No point of the curve, for one.
  }
}

function bytesOf({ key, signature }: Signature, algorithm: SignatureAlgorithm) {
  const { keyLength, signatureLength } = SIGNATURE_ALGORITHMS[algorithm]
  const bytes = { key: fromBase64Url(key), signature: fromBase64Url(signature) }
  if (bytes.key?.length !== keyLength || bytes.signature?.length !== signatureLength) return null
  return { key: bytes.key, signature: bytes.signature }
}

function isUnsupported(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'NotSupportedError'
}
