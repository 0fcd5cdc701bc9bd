import { fromBase64Url, toBase64Url } from '../domain/base64url.ts'
import type { AnnotationSet } from '../domain/annotation-set.ts'
import type { Signature } from '../domain/signature.ts'
import {
  fingerprintOf,
  SIGNATURE_ALGORITHMS,
  type SignatureAlgorithm,
  type SigningKey,
  type TrustedKey,
} from '../domain/signing-key.ts'
import { signSet } from '../exchange/signatures/sign-set.ts'
import { setHash } from '../exchange/w3c-set.ts'
import { aReviewer } from './builders.ts'

/** When tests sign. */
export const SIGNED_AT = '2026-11-23T17:00:00.000Z'

/** A key of this algorithm; another one each time. */
export async function aSigningKey(algorithm: SignatureAlgorithm = 'Ed25519'): Promise<SigningKey> {
  const pair = await crypto.subtle.generateKey(SIGNATURE_ALGORITHMS[algorithm].key, false, ['sign', 'verify'])
  const { privateKey, publicKey } = pair as CryptoKeyPair
  const key = toBase64Url(new Uint8Array(await crypto.subtle.exportKey('raw', publicKey)))
  return { algorithm, key, privateKey, made: SIGNED_AT, sealed: null }
}

/** The key of the first test of RFC 8032, 7.1. Ed25519 has no chance in it: the same set gives the same signature. */
export async function theKnownKey(): Promise<SigningKey> {
  const seed = '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60'
  const x = 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a'
  const [d, key] = [seed, x].map(hex => toBase64Url(Uint8Array.from(hex.match(/../g)!, byte => parseInt(byte, 16))))
  const jwk = { kty: 'OKP', crv: 'Ed25519', d: d!, x: key! }
  const privateKey = await crypto.subtle.importKey('jwk', jwk, { name: 'Ed25519' }, false, ['sign'])
  return { algorithm: 'Ed25519', key: key!, privateKey, made: SIGNED_AT, sealed: null }
}

/** R. Okafor's signature of a set. */
export async function aSignature(
  set: AnnotationSet,
  { key, reviewer = aReviewer(), at = SIGNED_AT }: { key?: SigningKey; reviewer?: Signature['reviewer']; at?: string },
): Promise<Signature> {
  return signSet(setHash(set), { key: key ?? (await aSigningKey()), reviewer, at })
}

/** The key as somebody trusts it. */
export function aTrustedKey(
  { algorithm, key }: Pick<SigningKey, 'algorithm' | 'key'>,
  overrides: Partial<TrustedKey> = {},
): TrustedKey {
  return { algorithm, key, fingerprint: fingerprintOf(key), name: 'R. Okafor', since: SIGNED_AT, ...overrides }
}

/** The same signature with other bytes (`s` is taken from the order of the curve), as anybody can make of one of ECDSA. */
export function theOtherForm(signature: Signature): Signature {
  const bytes = fromBase64Url(signature.signature)!
  const order = BigInt('0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551')
  const s = BigInt(`0x${[...bytes.subarray(32)].map(byte => byte.toString(16).padStart(2, '0')).join('')}`)
  const other = (order - s).toString(16).padStart(64, '0')
  bytes.set(
    Uint8Array.from(other.match(/../g)!, byte => parseInt(byte, 16)),
    32,
  )
  return { ...signature, signature: toBase64Url(bytes) }
}
