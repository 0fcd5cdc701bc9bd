import { sha256Hex } from './canonical-json.ts'

/** A UUID that follows from a name alone, so that it is the same on every device (version 8, RFC 9562). */
export function derivedUuid(name: string): string {
  const digits = sha256Hex(name)
  const variant = ((parseInt(digits.slice(16, 17), 16) & 0b0011) | 0b1000).toString(16)
  const groups = [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `${DERIVED}${digits.slice(13, 16)}`,
    `${variant}${digits.slice(17, 20)}`,
  ]
  return [...groups, digits.slice(20, 32)].join('-')
}

/** Whether a UUID follows from a name, and was not drawn by chance. */
export function isDerivedUuid(uuid: string): boolean {
  return uuid[14] === DERIVED
}

const DERIVED = '8' // the version's digit
