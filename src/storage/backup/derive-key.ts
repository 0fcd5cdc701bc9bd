/** How a key is made of a passphrase. */
export interface KeySource {
  readonly passphrase: string
  readonly salt: Uint8Array<ArrayBuffer>
  /** Of PBKDF2. */
  readonly iterations: number
  /** What it is for: the same passphrase gives another key for something else. */
  readonly purpose: string
}

/** A key, and 16 bytes by which to know that it was the right passphrase. */
export interface DerivedKey {
  readonly key: CryptoKey
  readonly check: Uint8Array<ArrayBuffer>
}

/** PBKDF2 with SHA-256 (RFC 8018), then HKDF (RFC 5869), so that the check says nothing of the key. */
export async function deriveKey({ passphrase, salt, iterations, purpose }: KeySource): Promise<DerivedKey> {
  const { subtle } = crypto
  // Composed: the same letters typed on another system may come as other code points.
  const typed = await subtle.importKey('raw', bytes(passphrase.normalize('NFC')), 'PBKDF2', false, ['deriveBits'])
  const stretched = await subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, typed, 256)
  const secret = await subtle.importKey('raw', stretched, 'HKDF', false, ['deriveKey', 'deriveBits'])
  const part = (name: string) => ({
    ...{ name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array() },
    info: bytes(`${purpose} ${name}`),
  })
  const aes = { name: 'AES-GCM', length: 256 }
  const key = await subtle.deriveKey(part('key'), secret, aes, false, ['encrypt', 'decrypt'])
  const check = await subtle.deriveBits(part('check'), secret, 128)
  return { key, check: new Uint8Array(check) }
}

function bytes(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text)
}
