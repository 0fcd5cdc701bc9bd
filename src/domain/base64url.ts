/** Base64 for addresses, without padding (RFC 4648, section 5). */
export const BASE64URL = /^[A-Za-z0-9_-]*$/

/** Bytes as base64url without padding. */
export function toBase64Url(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** The bytes of a base64url text; `null` unless it is exactly what `toBase64Url` writes, so that bytes have one text only. */
export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | null {
  if (!BASE64URL.test(text) || text.length % 4 === 1) return null
  const decoded = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  const bytes = Uint8Array.from(decoded, character => character.charCodeAt(0))
  return toBase64Url(bytes) === text ? bytes : null
}
