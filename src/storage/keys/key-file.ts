import * as v from 'valibot'
import { fromBase64Url, toBase64Url } from '../../domain/base64url.ts'
import { TimestampSchema } from '../../domain/identifiers.ts'
import type { KeyProblem } from '../../domain/key-storage.ts'
import { fail, succeed, type Result } from '../../domain/result.ts'
import { isKeyOfItsLength, PUBLIC_KEY_ENTRIES, type PublicKey, type SigningKey } from '../../domain/signing-key.ts'
import { deriveKey } from '../backup/derive-key.ts'

/** A private key in a file is under its owner's passphrase; a public one is for everybody. */
const PRIVATE = 'factmark-signing-key'
const PUBLIC = 'factmark-public-key'
const FORMAT_VERSION = 1
const ITERATIONS = 600_000 // of PBKDF2 with SHA-256, as for backups
const MOST_ITERATIONS = 10_000_000 // a file must not keep the program busy for minutes
const LONGEST_FILE = 20_000 // bytes; a key takes a few hundred

const Base64Schema = v.pipe(
  v.string(),
  v.check(text => fromBase64Url(text) !== null),
)

const PrivateSchema = v.strictObject({
  format: v.literal(PRIVATE),
  formatVersion: v.literal(FORMAT_VERSION),
  ...PUBLIC_KEY_ENTRIES,
  made: TimestampSchema,
  iterations: v.pipe(v.number(), v.integer(), v.minValue(ITERATIONS), v.maxValue(MOST_ITERATIONS)),
  salt: Base64Schema,
  nonce: Base64Schema,
  check: Base64Schema,
  sealed: Base64Schema,
})

const PublicSchema = v.strictObject({
  format: v.literal(PUBLIC),
  formatVersion: v.literal(FORMAT_VERSION),
  ...PUBLIC_KEY_ENTRIES,
  name: v.pipe(v.string(), v.maxLength(200)),
})

/** What a file of a private key says in the open. */
type KeyHeader = Omit<v.InferOutput<typeof PrivateSchema>, 'sealed' | 'check' | 'nonce'>

/** A private key and what belongs to it, once a file was opened. */
export interface OpenedKey extends Omit<SigningKey, 'privateKey'> {
  /** PKCS #8. */
  readonly privateKey: Uint8Array<ArrayBuffer>
}

/** A private key under a passphrase, as the text of a file. The public half is bound to it. */
export async function sealedKey(
  { algorithm, key, made }: Pick<SigningKey, 'algorithm' | 'key' | 'made'>,
  privateKey: Uint8Array<ArrayBuffer>,
  passphrase: string,
): Promise<string> {
  const salt = crypto.getRandomValues(new Uint8Array(16))
  const nonce = crypto.getRandomValues(new Uint8Array(12))
  const header: KeyHeader = {
    format: PRIVATE,
    formatVersion: FORMAT_VERSION,
    ...{ algorithm, key, made, iterations: ITERATIONS, salt: toBase64Url(salt) },
  }
  const derived = await deriveKey({ passphrase, salt, iterations: ITERATIONS, purpose: PRIVATE })
  const sealed = await crypto.subtle.encrypt(parameters(header, nonce), derived.key, privateKey)
  const bytes = { nonce, check: derived.check, sealed: new Uint8Array(sealed) }
  const texts = Object.fromEntries(Object.entries(bytes).map(([name, value]) => [name, toBase64Url(value)]))
  return `${JSON.stringify({ ...header, ...texts }, null, 1)}\n`
}

/** Opens what `sealedKey` wrote. */
export async function openedKey(file: Blob, passphrase: string | null): Promise<Result<OpenedKey, KeyProblem>> {
  const json = await jsonOf(file, PRIVATE)
  if (!json.ok) return json
  const parsed = v.safeParse(PrivateSchema, json.value.json)
  if (!parsed.success || !isKeyOfItsLength(parsed.output)) return fail({ kind: 'damaged' })
  if (passphrase === null) return fail({ kind: 'passphrase-needed' })
  const { nonce, check, sealed, ...header } = parsed.output
  const { algorithm, key, made, iterations } = header
  const derived = await deriveKey({ passphrase, salt: bytesOf(header.salt), iterations, purpose: PRIVATE })
  if (toBase64Url(derived.check) !== check) return fail({ kind: 'wrong-passphrase' })
  try {
    const privateKey = await crypto.subtle.decrypt(parameters(header, bytesOf(nonce)), derived.key, bytesOf(sealed))
    return succeed({ algorithm, key, made, privateKey: new Uint8Array(privateKey), sealed: json.value.text })
  } catch {
    return fail({ kind: 'damaged' }) // Somebody has changed the file: the seal is over all that it says.
  }
}

/** A public key with the name of its owner, as the text of a file that anybody may have. */
export function publicKeyFile({ algorithm, key }: PublicKey, name: string): string {
  return `${JSON.stringify({ format: PUBLIC, formatVersion: FORMAT_VERSION, algorithm, key, name }, null, 1)}\n`
}

/** Reads what `publicKeyFile` wrote. */
export async function readPublicKey(file: Blob): Promise<Result<PublicKey & { readonly name: string }, KeyProblem>> {
  const json = await jsonOf(file, PUBLIC)
  if (!json.ok) return json
  const parsed = v.safeParse(PublicSchema, json.value.json)
  if (!parsed.success || !isKeyOfItsLength(parsed.output)) return fail({ kind: 'damaged' })
  const { algorithm, key, name } = parsed.output
  return succeed({ algorithm, key, name: name.toWellFormed() })
}

async function jsonOf(
  file: Blob,
  wanted: typeof PRIVATE | typeof PUBLIC,
): Promise<Result<{ readonly json: object; readonly text: string }, KeyProblem>> {
  if (file.size > LONGEST_FILE) return fail({ kind: 'not-a-key' })
  try {
    const text = await file.text()
    const json: unknown = JSON.parse(text)
    if (typeof json !== 'object' || json === null) return fail({ kind: 'not-a-key' })
    const { format, formatVersion } = json as { readonly format?: unknown; readonly formatVersion?: unknown }
    if (wanted === PUBLIC && format === PRIVATE) return fail({ kind: 'private-key' })
    if (format !== wanted) return fail({ kind: 'not-a-key' })
    if (Number.isSafeInteger(formatVersion) && (formatVersion as number) > FORMAT_VERSION) {
      return fail({ kind: 'newer-key', version: formatVersion as number })
    }
    return succeed({ json, text })
  } catch {
    return fail({ kind: 'not-a-key' }) // No JSON, or a file that is gone.
  }
}

function parameters(header: KeyHeader, iv: Uint8Array<ArrayBuffer>): AesGcmParams {
  const { format, formatVersion, algorithm, key, made, iterations, salt } = header
  const bound = JSON.stringify([format, formatVersion, algorithm, key, made, iterations, salt])
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(bound) }
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return fromBase64Url(text) ?? new Uint8Array()
}
