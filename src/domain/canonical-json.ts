import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import canonicalize from 'canonicalize'

/**
 * The one JSON text of a value (RFC 8785): keys sorted, no white space, `undefined` members left out.
 * Equal values give equal texts whoever writes them. Throws on what JSON cannot hold.
 */
export function canonicalJson(value: unknown): string {
  const json = canonicalize(value)
  if (json === undefined) throw new TypeError('This value has no JSON form.')
  return json
}

/** SHA-256 over the UTF-8 bytes of a text, as 64 lowercase hexadecimal digits. */
export function sha256Hex(text: string): string {
  return sha256OfBytes(utf8ToBytes(text))
}

/** SHA-256 over bytes, as 64 lowercase hexadecimal digits. */
export function sha256OfBytes(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes))
}

/** The same as `sha256Hex`, in steps of a few milliseconds also for a long text. */
export function* sha256InSteps(text: string): Generator<void, string> {
  const bytes = utf8ToBytes(text)
  const hash = sha256.create()
  for (let from = 0; from < bytes.length; from += BYTES_AT_ONCE) {
    yield
    hash.update(bytes.subarray(from, from + BYTES_AT_ONCE))
  }
  return bytesToHex(hash.digest())
}

const BYTES_AT_ONCE = 64 * 1024
