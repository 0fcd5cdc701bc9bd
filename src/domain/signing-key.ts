import * as v from 'valibot'
import { fromBase64Url } from './base64url.ts'
import { sha256OfBytes } from './canonical-json.ts'
import { HashSchema, TimestampSchema, type Timestamp } from './identifiers.ts'
import type { SignatureClaim } from './signature.ts'

/** How WebCrypto is asked for an algorithm, and how long its raw public keys and its signatures are, in bytes. */
interface AlgorithmParameters {
  readonly key: { readonly name: string; readonly namedCurve?: string }
  readonly sign: { readonly name: string; readonly hash?: string }
  readonly keyLength: number
  readonly signatureLength: number
}

/** The algorithms that sets are signed with: the first where the browser has it, else the second. Names as in JOSE (RFC 7518, RFC 9864). */
export const SIGNATURE_ALGORITHMS = {
  Ed25519: { key: { name: 'Ed25519' }, sign: { name: 'Ed25519' }, keyLength: 32, signatureLength: 64 },
  ES256: {
    key: { name: 'ECDSA', namedCurve: 'P-256' },
    sign: { name: 'ECDSA', hash: 'SHA-256' },
    keyLength: 65, // a point in its long form (SEC 1, 2.3.3)
    signatureLength: 64,
  },
} as const satisfies Record<string, AlgorithmParameters>

export type SignatureAlgorithm = keyof typeof SIGNATURE_ALGORITHMS

/** Whether this program knows the algorithm. */
export function isSignatureAlgorithm(name: string): name is SignatureAlgorithm {
  return Object.hasOwn(SIGNATURE_ALGORITHMS, name)
}

/** The half of a key that everybody may have. */
export interface PublicKey {
  readonly algorithm: SignatureAlgorithm
  /** Raw, in base64url. */
  readonly key: string
}

/** A reviewer's own key, kept in this browser only. */
export interface SigningKey extends PublicKey {
  readonly made: Timestamp
  /** Cannot be taken out of the browser. */
  readonly privateKey: CryptoKey
  /** The private key under the passphrase that it was made with, ready to be saved; `null` for one that stays here. */
  readonly sealed: string | null
}

const AlgorithmSchema = v.picklist(Object.keys(SIGNATURE_ALGORITHMS) as SignatureAlgorithm[])

/** The entries of a public key that a file or a row holds. */
export const PUBLIC_KEY_ENTRIES = {
  algorithm: AlgorithmSchema,
  key: v.pipe(v.string(), v.maxLength(200)),
}

/** A key that belongs to somebody, as the person has seen to. */
export const TrustedKeySchema = v.pipe(
  v.strictObject({
    ...PUBLIC_KEY_ENTRIES,
    fingerprint: HashSchema,
    /** Whose key it is, in the person's words. */
    name: v.pipe(v.string(), v.maxLength(200)),
    since: TimestampSchema,
  }),
  v.check(key => isKeyOfItsLength(key), 'must be a key of its algorithm'),
  v.check(({ key, fingerprint }) => fingerprintOf(key) === fingerprint, 'must have the fingerprint of its key'),
)

export type TrustedKey = Readonly<v.InferOutput<typeof TrustedKeySchema>>

/** Whether a raw public key has the length that its algorithm asks for. */
export function isKeyOfItsLength({ algorithm, key }: PublicKey): boolean {
  return fromBase64Url(key)?.length === SIGNATURE_ALGORITHMS[algorithm].keyLength
}

/** What a public key is compared by: SHA-256 of its raw bytes in lowercase hexadecimal; of no base64url, of its text. */
export function fingerprintOf(key: string): string {
  return sha256OfBytes(fromBase64Url(key) ?? new TextEncoder().encode(key))
}

/** A fingerprint in groups of four, for people who read it to each other. */
export function inGroups(fingerprint: string): string {
  return fingerprint.replace(/.{4}(?=.)/g, '$& ')
}

/** The keys that are known here. */
export interface KnownKeys {
  readonly mine: PublicKey | null
  readonly trusted: readonly TrustedKey[]
}

/** Whose a key is, as far as is known here. `isOtherName`: the signature names somebody else than the key was trusted for. */
export type Signer =
  | { readonly kind: 'mine' }
  | { readonly kind: 'trusted'; readonly name: string; readonly isOtherName: boolean }
  | { readonly kind: 'unknown' }

/** Whose key has made a signature. Names prove nothing: only a key that is known here does. */
export function signerOf(claim: SignatureClaim, { mine, trusted }: KnownKeys): Signer {
  const isSame = ({ algorithm, key }: PublicKey) => algorithm === claim.algorithm && key === claim.key
  if (mine && isSame(mine)) return { kind: 'mine' }
  const known = trusted.find(isSame)
  if (!known) return { kind: 'unknown' }
  return { kind: 'trusted', name: known.name, isOtherName: comparable(known.name) !== comparable(claim.reviewer.name) }
}

// The same name typed on another system may come as other code points.
function comparable(name: string): string {
  return name.normalize('NFC').trim()
}
