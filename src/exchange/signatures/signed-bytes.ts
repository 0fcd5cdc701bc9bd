import { canonicalJson } from '../../domain/canonical-json.ts'
import type { SignatureClaim } from '../../domain/signature.ts'

/** Nothing else that is ever signed begins like this, so that no signature can be taken for one of something else. */
const DOMAIN = 'factmark/set-signature/1\n'

/**
 * The bytes that are signed: this domain, then the canonical JSON (RFC 8785) of what the signature says of itself and of the
 * set's hash. The key and the algorithm are among it, so that neither can be exchanged.
 */
export function signedBytes({ algorithm, key, reviewer, at }: SignatureClaim, setHash: string) {
  return new TextEncoder().encode(`${DOMAIN}${canonicalJson({ algorithm, key, reviewer, at, setHash })}`)
}
