import { fingerprintOf, inGroups } from '../domain/signing-key.ts'
import './fingerprint.css'

interface FingerprintProps {
  /** The raw public key in base64url. */
  readonly of: string
}

/** What a key is compared by, in groups of four. */
export function Fingerprint({ of }: FingerprintProps) {
  return (
    <span className="fingerprint" dir="ltr" translate="no">
      {inGroups(fingerprintOf(of))}
    </span>
  )
}
