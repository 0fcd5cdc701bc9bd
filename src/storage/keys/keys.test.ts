import { openDB } from 'idb'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { SigningKey } from '../../domain/signing-key.ts'
import { fingerprintOf, SIGNATURE_ALGORITHMS } from '../../domain/signing-key.ts'
import { fromBase64Url } from '../../domain/base64url.ts'
import { aDevice } from '../../testing/a-device.ts'
import { anOrigin, aColleaguesKey, aSink, someContents } from '../../testing/backups.ts'
import { rawLinesOf } from '../../testing/raw-lines.ts'
import { keyFromFile, makeKey } from './make-key.ts'

const PASSPHRASE = 'four words of no use'
const MADE = '2026-11-23T17:00:00.000Z'

let sealed: SigningKey
beforeAll(async () => {
  const made = await makeKey(MADE, PASSPHRASE)
  if (!made.ok) throw new Error('No key was made.')
  sealed = made.value
})
afterEach(() => vi.restoreAllMocks())

const file = (text: string) => new Blob([text])
const changed = (part: object) => file(JSON.stringify({ ...(JSON.parse(sealed.sealed!) as object), ...part }))

/** Whether this key signs for its public half. */
async function signs({ algorithm, key, privateKey }: SigningKey): Promise<boolean> {
  const { key: parameters, sign } = SIGNATURE_ALGORITHMS[algorithm]
  const publicKey = await crypto.subtle.importKey('raw', fromBase64Url(key)!, parameters, false, ['verify'])
  const words = new TextEncoder().encode('words')
  return crypto.subtle.verify(sign, publicKey, await crypto.subtle.sign(sign, privateKey, words), words)
}

describe('makeKey', () => {
  it('S97 makes a key that signs and cannot be taken out: Ed25519, else ECDSA with P-256', async () => {
    const made = await makeKey(MADE, null)
    expect(made).toMatchObject({ ok: true, value: { algorithm: 'Ed25519', sealed: null, made: MADE } })
    const original = crypto.subtle.generateKey.bind(crypto.subtle) as (...given: unknown[]) => Promise<CryptoKeyPair>
    vi.spyOn(crypto.subtle, 'generateKey').mockImplementation(((...given: unknown[]) =>
      (given[0] as { name: string }).name === 'Ed25519'
        ? Promise.reject(new DOMException('', 'NotSupportedError'))
        : original(...given)) as never)
    const older = await makeKey(MADE, PASSPHRASE)
    expect(older).toMatchObject({ ok: true, value: { algorithm: 'ES256' } })
    for (const outcome of [made, older]) {
      if (!outcome.ok) throw new Error('No key was made.')
      expect(await signs(outcome.value)).toBe(true)
      expect(outcome.value.privateKey.extractable).toBe(false)
      await expect(crypto.subtle.exportKey('pkcs8', outcome.value.privateKey)).rejects.toThrow()
    }
    const again = older.ok && (await keyFromFile(file(older.value.sealed!), PASSPHRASE))
    expect(again).toMatchObject({ ok: true, value: { algorithm: 'ES256', key: older.ok && older.value.key } })
  })

  it('S97 makes none where the browser has neither', async () => {
    vi.spyOn(crypto.subtle, 'generateKey').mockRejectedValue(new DOMException('', 'NotSupportedError'))
    expect(await makeKey(MADE, null)).toEqual({ ok: false, problem: { kind: 'unsupported' } })
  })
})

describe('the file of a key', () => {
  it('S99 gives back the same key with its passphrase, however that was typed, and says nothing of it without', async () => {
    const made = await makeKey(MADE, 'Zoë')
    const opened = made.ok ? await keyFromFile(file(made.value.sealed!), 'Zoe\u0308') : made
    if (!made.ok || !opened.ok) throw new Error('The key was not taken.')
    const { privateKey, ...about } = opened.value
    const { privateKey: _, ...expected } = made.value
    expect(about).toEqual(expected)
    expect(privateKey.extractable).toBe(false)
    expect(await signs(opened.value)).toBe(true)
    expect(made.value.sealed).not.toContain('PRIVATE')
  })

  const other = aColleaguesKey().key
  const cases: readonly (readonly [string, () => Blob, string | null, object])[] = [
    ['another passphrase', () => file(sealed.sealed!), 'guess', { kind: 'wrong-passphrase' }],
    ['no passphrase', () => file(sealed.sealed!), null, { kind: 'passphrase-needed' }],
    ['another public key', () => changed({ key: other }), PASSPHRASE, { kind: 'damaged' }],
    ['another algorithm', () => changed({ algorithm: 'ES256' }), PASSPHRASE, { kind: 'damaged' }],
    ['another day', () => changed({ made: '2020-01-01T00:00:00.000Z' }), PASSPHRASE, { kind: 'damaged' }],
    ['fewer rounds', () => changed({ iterations: 1 }), PASSPHRASE, { kind: 'damaged' }],
    ['rounds without end', () => changed({ iterations: 1e12 }), PASSPHRASE, { kind: 'damaged' }],
    ['other bytes', () => changed({ sealed: 'AAAA' }), PASSPHRASE, { kind: 'damaged' }],
    ['a field that nobody knows', () => changed({ extra: 1 }), PASSPHRASE, { kind: 'damaged' }],
    ['a later version', () => changed({ formatVersion: 2 }), PASSPHRASE, { kind: 'newer-key', version: 2 }],
    ['no JSON', () => file('-----BEGIN PRIVATE KEY-----'), PASSPHRASE, { kind: 'not-a-key' }],
    ['a set', () => file('{"factmark:set":{}}'), PASSPHRASE, { kind: 'not-a-key' }],
    ['too much', () => file(`${sealed.sealed!}${' '.repeat(20_000)}`), PASSPHRASE, { kind: 'not-a-key' }],
  ]
  it.each(cases)('S99 is refused with %s', async (_name, given, passphrase, problem) => {
    expect(await keyFromFile(given(), passphrase)).toEqual({ ok: false, problem })
  })

  it('S99 of a public key is for everybody, and one of a private key is not taken for it', async () => {
    const { keys } = aDevice().openTab().storage
    const { algorithm, key } = sealed
    const written = await keys.publicKeyFile(sealed, 'R. Okafor')
    expect(await keys.readPublicKey(file(written))).toEqual({ ok: true, value: { algorithm, key, name: 'R. Okafor' } })
    expect(await keys.readPublicKey(file(sealed.sealed!))).toEqual({ ok: false, problem: { kind: 'private-key' } })
    const short = written.replace(key, key.slice(4))
    expect(await keys.readPublicKey(file(short))).toEqual({ ok: false, problem: { kind: 'damaged' } })
  })
})

describe('the keys of a browser', () => {
  it('S97 are there in every tab and after a restart, one of one’s own and any number of others', async () => {
    const device = aDevice()
    const first = device.openTab()
    expect(await first.storage.keys.readKeys()).toEqual({ ok: true, value: { mine: null, trusted: [], damaged: 0 } })
    const made = await first.storage.keys.makeKey(PASSPHRASE)
    const { algorithm, key } = aColleaguesKey()
    expect(await first.storage.keys.trust({ algorithm, key, name: 'R. Okafor' })).toBeNull()
    await first.storage.keys.trust({ algorithm, key, name: 'Rose Okafor' })
    first.close()
    const { keys } = device.openTab().storage
    const read = await keys.readKeys()
    if (!read.ok || !read.value.mine || !made.ok) throw new Error('The keys were not read.')
    expect(read.value.mine.key).toBe(made.value.key)
    expect(await signs(read.value.mine)).toBe(true)
    expect(read.value.trusted).toMatchObject([{ name: 'Rose Okafor', fingerprint: fingerprintOf(key) }])
    expect(await keys.forgetMyKey()).toBeNull()
    expect(await keys.distrust(fingerprintOf(key))).toBeNull()
    expect(await keys.readKeys()).toEqual({ ok: true, value: { mine: null, trusted: [], damaged: 0 } })
    expect(await keys.takeKey(file(read.value.mine.sealed!), PASSPHRASE)).toMatchObject({ ok: true })
    const again = await keys.readKeys()
    expect(again.ok && again.value.mine?.key).toBe(made.value.key)
  })

  it('S97 that make no sense are left out and counted', async () => {
    const device = aDevice()
    const { storage } = device.openTab()
    await storage.readLibrary()
    const database = await openDB(device.name)
    await database.put('meta', { key: 'x' }, 'signingKey')
    await database.put('trustedKeys', { ...aColleaguesKey(), fingerprint: '0'.repeat(64) })
    database.close()
    expect(await storage.keys.readKeys()).toEqual({ ok: true, value: { mine: null, trusted: [], damaged: 2 } })
  })

  it('S98 go when everything is erased', async () => {
    const device = aDevice()
    const { storage } = device.openTab()
    await storage.keys.makeKey(null)
    expect(await storage.eraseEverything()).toMatchObject({ ok: true })
    expect(await device.openTab().storage.keys.readKeys()).toMatchObject({ value: { mine: null } })
  })

  it('S98 are in a backup as far as they are others’; one’s own is in none, and in no raw export in the open', async () => {
    const { storage } = aDevice().openTab()
    const { algorithm, key, name } = aColleaguesKey()
    await storage.keys.makeKey(null)
    await storage.keys.trust({ algorithm, key, name })
    const sink = aSink()
    expect(await storage.backups.backUp(sink.stream, { passphrase: null, unsaved: [] })).toMatchObject({ ok: true })
    const backup = await storage.backups.readBackup(sink.file(), null)
    expect(backup.ok && backup.value.contents.trustedKeys).toMatchObject([{ key, name }])
    const mine = await storage.keys.readKeys()
    expect(JSON.stringify(backup)).not.toContain(mine.ok && mine.value.mine!.key)
    const raw = (await rawLinesOf(storage)).find(line => line.key === 'signingKey')
    expect(raw).toMatchObject({ value: { privateKey: { $unwritable: 'CryptoKey' }, sealed: null } })
  })

  it.each([
    ['merge', ['Mine', 'R. Okafor']],
    ['replace', ['R. Okafor']],
  ] as const)('S98 are united or replaced by a restore, and one’s own stays: %s', async (mode, names) => {
    const device = aDevice()
    const tab = device.openTab()
    const made = await tab.storage.keys.makeKey(null)
    if (!made.ok) throw new Error('No key was made.')
    const { algorithm, key } = made.value
    await tab.storage.keys.trust({ algorithm, key, name: 'Mine' })
    const backup = { origin: anOrigin(), contents: someContents(), isEncrypted: false, skipped: 0 }
    expect(await tab.storage.backups.previewRestore(backup)).toMatchObject({
      value: { newTrustedKeys: 1, onlyHere: { trustedKeys: 1 } },
    })
    await tab.storage.backups.restore(backup, { mode, source: 'file', tallies: [] })
    tab.close()
    const read = await device.openTab().storage.keys.readKeys()
    expect(read.ok && read.value.trusted.map(({ name }) => name)).toEqual(names)
    expect(read.ok && read.value.mine?.key).toBe(key)
  })
})
