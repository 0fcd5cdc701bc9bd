import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import * as v from 'valibot'
import { BackupFault } from './backup-fault.ts'
import { BACKUP_FORMAT, ENCRYPTED_FORMAT } from './backup-format.ts'
import type { Bytes, ByteSource } from './byte-source.ts'
import { deriveKey } from './derive-key.ts'
import { parsedJson } from './parsed-json.ts'
import { opened, sealed } from './sealed-blocks.ts'

const FORMAT_VERSION = 1
const ITERATIONS = 600_000 // of PBKDF2 with SHA-256, as OWASP asks since 2023: a try takes a good tenth of a second
const MOST_ITERATIONS = 10_000_000 // a header must not keep the program busy for minutes
const LONGEST_HEADER = 1000 // bytes

const hex = (length: number) => v.pipe(v.string(), v.regex(/^[0-9a-f]*$/), v.length(length * 2))

const HeaderSchema = v.strictObject({
  format: v.literal(ENCRYPTED_FORMAT),
  formatVersion: v.literal(FORMAT_VERSION),
  iterations: v.pipe(v.number(), v.integer(), v.minValue(ITERATIONS), v.maxValue(MOST_ITERATIONS)),
  salt: hex(16),
  nonce: hex(7),
  check: hex(16),
})

/** Whether this browser can encrypt: it cannot where a page is not served securely. */
export function canEncrypt(): boolean {
  return typeof crypto === 'object' && crypto.subtle !== undefined
}

/** An encrypted file: a header in one line of JSON, then sealed blocks. Throws a `BackupFault` where there is no encryption. */
export async function* encrypted(bytes: Bytes, passphrase: string): AsyncGenerator<Uint8Array<ArrayBuffer>, undefined> {
  if (!canEncrypt()) throw new BackupFault({ kind: 'no-encryption' })
  const salt = crypto.getRandomValues(new Uint8Array(16))
  const nonce = crypto.getRandomValues(new Uint8Array(7))
  const { key, check } = await deriveKey({ passphrase, salt, iterations: ITERATIONS, purpose: BACKUP_FORMAT })
  const header = new TextEncoder().encode(
    `${JSON.stringify({
      format: ENCRYPTED_FORMAT,
      formatVersion: FORMAT_VERSION,
      iterations: ITERATIONS,
      salt: bytesToHex(salt),
      nonce: bytesToHex(nonce),
      check: bytesToHex(check),
    })}\n`,
  )
  yield header
  yield* sealed(bytes, { key, nonce, header })
}

/** Whether a file begins like an encrypted backup. */
export async function isEncrypted(file: ByteSource): Promise<boolean> {
  return new TextDecoder().decode(await file.peek(SIGN.length)) === SIGN
}

/** The bytes that were encrypted. Throws a `BackupFault` when the passphrase is missing or wrong. */
export async function* decrypted(
  file: ByteSource,
  passphrase: string | null,
): AsyncGenerator<Uint8Array<ArrayBuffer>, undefined> {
  const header = await file.takeLine(LONGEST_HEADER)
  const { iterations, ...fields } = readHeader(header)
  if (!canEncrypt()) throw new BackupFault({ kind: 'no-encryption' })
  if (passphrase === null) throw new BackupFault({ kind: 'passphrase-needed' })
  const { key, check } = await deriveKey({
    passphrase,
    salt: bytesOfHex(fields.salt),
    iterations,
    purpose: BACKUP_FORMAT,
  })
  if (bytesToHex(check) !== fields.check) throw new BackupFault({ kind: 'wrong-passphrase' })
  yield* opened(file.rest(), { key, nonce: bytesOfHex(fields.nonce), header: header! })
}

const SIGN = `{"format":"${ENCRYPTED_FORMAT}"`

function readHeader(line: Uint8Array | null): v.InferOutput<typeof HeaderSchema> {
  const json = line && parsedJson(line)
  if (!json?.ok) throw new BackupFault({ kind: 'not-a-backup' })
  const { formatVersion } = json.value as { readonly formatVersion?: unknown }
  if (Number.isSafeInteger(formatVersion) && (formatVersion as number) > FORMAT_VERSION) {
    throw new BackupFault({ kind: 'newer-backup', version: formatVersion as number })
  }
  const parsed = v.safeParse(HeaderSchema, json.value)
  if (!parsed.success) throw new BackupFault({ kind: 'not-a-backup' })
  return parsed.output
}

function bytesOfHex(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(hexToBytes(text))
}
