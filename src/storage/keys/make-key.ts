import { fromBase64Url, toBase64Url } from '../../domain/base64url.ts'
import type { Timestamp } from '../../domain/identifiers.ts'
import type { KeyProblem } from '../../domain/key-storage.ts'
import { fail, succeed, type Result } from '../../domain/result.ts'
import { SIGNATURE_ALGORITHMS, type SignatureAlgorithm, type SigningKey } from '../../domain/signing-key.ts'
import { openedKey, sealedKey, type OpenedKey } from './key-file.ts'

/**
 * A new key. Its private half can be taken out for this one moment, in which it is put under the passphrase if there is one; what is
 * kept cannot be taken out any more.
 */
export async function makeKey(
  made: Timestamp,
  passphrase: string | null,
  algorithms: readonly SignatureAlgorithm[] = ['Ed25519', 'ES256'],
): Promise<Result<SigningKey, KeyProblem>> {
  if (!canSign()) return fail({ kind: 'unsupported' })
  for (const algorithm of algorithms) {
    const pair = await generated(algorithm)
    if (!pair) continue
    const key = toBase64Url(new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey)))
    const privateKey = new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey))
    const sealed = passphrase === null ? null : await sealedKey({ algorithm, key, made }, privateKey, passphrase)
    return succeed({ algorithm, key, made, privateKey: await locked(algorithm, privateKey), sealed })
  }
  return fail({ kind: 'unsupported' })
}

/** One's own key out of the file in which it was saved. It is tried: what does not sign for its public half is refused. */
export async function keyFromFile(file: Blob, passphrase: string | null): Promise<Result<SigningKey, KeyProblem>> {
  if (!canSign()) return fail({ kind: 'unsupported' })
  const opened = await openedKey(file, passphrase)
  if (!opened.ok) return opened
  const { privateKey, ...about } = opened.value
  try {
    const key = { ...about, privateKey: await locked(about.algorithm, privateKey) }
    return (await fits(key)) ? succeed(key) : fail({ kind: 'damaged' })
  } catch (error) {
    return fail({ kind: isUnsupported(error) ? 'unsupported' : 'damaged' })
  }
}

function canSign(): boolean {
  return typeof crypto === 'object' && crypto.subtle !== undefined
}

async function generated(algorithm: SignatureAlgorithm): Promise<CryptoKeyPair | null> {
  try {
    const parameters = SIGNATURE_ALGORITHMS[algorithm].key
    return (await crypto.subtle.generateKey(parameters, true, ['sign', 'verify'])) as CryptoKeyPair
  } catch (error) {
    if (isUnsupported(error)) return null
    throw error
  }
}

function locked(algorithm: SignatureAlgorithm, privateKey: OpenedKey['privateKey']): Promise<CryptoKey> {
  return crypto.subtle.importKey('pkcs8', privateKey, SIGNATURE_ALGORITHMS[algorithm].key, false, ['sign'])
}

async function fits({ algorithm, key, privateKey }: SigningKey): Promise<boolean> {
  const { key: parameters, sign } = SIGNATURE_ALGORITHMS[algorithm]
  const publicKey = await crypto.subtle.importKey('raw', fromBase64Url(key)!, parameters, false, ['verify'])
  const probe = new TextEncoder().encode('factmark/key-probe')
  return crypto.subtle.verify(sign, publicKey, await crypto.subtle.sign(sign, privateKey, probe), probe)
}

function isUnsupported(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'NotSupportedError'
}
