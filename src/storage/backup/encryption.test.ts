import { createDecipheriv, hkdfSync, pbkdf2Sync } from 'node:crypto'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { byteSource, joined, type Bytes } from './byte-source.ts'
import { decrypted, encrypted, isEncrypted } from './encryption.ts'
import { BLOCK } from './sealed-blocks.ts'

const TEXT = Uint8Array.from({ length: BLOCK + 10 }, (_, index) => index & 255)

/** Encrypted once for all: making a key takes a while on purpose. */
let file: Uint8Array<ArrayBuffer>

beforeAll(async () => {
  file = await collected(encrypted(from(TEXT), 'e\u0301te'))
})
afterEach(() => vi.unstubAllGlobals())

describe('an encrypted file', () => {
  it('S55 is what its description says, read by another implementation', () => {
    const end = file.indexOf(0x0a) + 1
    const header = JSON.parse(new TextDecoder().decode(file.slice(0, end)))
    expect(header).toMatchObject({ format: 'factmark-backup-encrypted', formatVersion: 1, iterations: 600_000 })
    const salt = Buffer.from(header.salt, 'hex')
    const secret = pbkdf2Sync('\u00e9te', salt, header.iterations, 32, 'sha256')
    const key = Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), 'factmark-backup key', 32))
    const check = Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), 'factmark-backup check', 16))
    expect(header.check).toBe(check.toString('hex'))

    const blocks = [file.slice(end, end + BLOCK + 16), file.slice(end + BLOCK + 16)]
    const opened = blocks.map((block, index) => {
      const nonce = Buffer.from([...Buffer.from(header.nonce, 'hex'), 0, 0, 0, index, index])
      const decipher = createDecipheriv('aes-256-gcm', key, nonce)
      decipher.setAAD(file.slice(0, end))
      decipher.setAuthTag(block.slice(-16))
      return Buffer.concat([decipher.update(block.slice(0, -16)), decipher.final()])
    })
    expect(Buffer.concat(opened).equals(TEXT)).toBe(true)
  })

  it('S55 is another one each time', async () => {
    const other = await collected(encrypted(from(TEXT), 'e\u0301te'))
    expect(Buffer.from(file).equals(other)).toBe(false)
  })

  it('S55 opens however its passphrase was typed', async () => {
    expect(await collected(decrypted(byteSource(from(file)), '\u00e9te'))).toEqual(TEXT)
  })

  it('S56 asks for its passphrase, and says plainly when it is the wrong one', async () => {
    expect(await isEncrypted(byteSource(from(file)))).toBe(true)
    const problemWith = (passphrase: string | null) =>
      expect(collected(decrypted(byteSource(from(file)), passphrase))).rejects
    await problemWith(null).toMatchObject({ problem: { kind: 'passphrase-needed' } })
    for (const wrong of ['', '\u00c9te']) {
      await problemWith(wrong).toMatchObject({ problem: { kind: 'wrong-passphrase' } })
    }
  })

  const headers: readonly (readonly [string, Record<string, unknown>, Record<string, unknown>])[] = [
    ['a newer format', { formatVersion: 2 }, { kind: 'newer-backup', version: 2 }],
    ['too few iterations', { iterations: 1 }, { kind: 'not-a-backup' }],
    ['iterations without end', { iterations: 1e12 }, { kind: 'not-a-backup' }],
    ['no salt', { salt: '' }, { kind: 'not-a-backup' }],
    ['a field of its own', { more: 1 }, { kind: 'not-a-backup' }],
  ]
  it.each(headers)('S52 with %s is refused by name', async (_name, change, problem) => {
    const end = file.indexOf(0x0a) + 1
    const header = { ...JSON.parse(new TextDecoder().decode(file.slice(0, end))), ...change }
    const altered = joined([new TextEncoder().encode(`${JSON.stringify(header)}\n`), file.slice(end)])
    await expect(collected(decrypted(byteSource(from(altered)), '\u00e9te'))).rejects.toMatchObject({ problem })
  })

  it('S56 with an altered salt opens with no passphrase, and with an altered nonce is damaged', async () => {
    const text = new TextDecoder('latin1').decode(file)
    const alter = (name: string) => {
      const at = text.indexOf(`"${name}":"`) + name.length + 4
      const altered = file.slice()
      altered[at] = altered[at] === 0x30 ? 0x31 : 0x30
      return collected(decrypted(byteSource(from(altered)), '\u00e9te'))
    }
    await expect(alter('salt')).rejects.toMatchObject({ problem: { kind: 'wrong-passphrase' } })
    await expect(alter('nonce')).rejects.toMatchObject({ kind: 'altered' })
  })

  it('S56 cannot be made or read where there is no encryption, which is said', async () => {
    vi.stubGlobal('crypto', {})
    const none = { problem: { kind: 'no-encryption' } }
    await expect(collected(encrypted(from(TEXT), '\u00e9te'))).rejects.toMatchObject(none)
    await expect(collected(decrypted(byteSource(from(file)), '\u00e9te'))).rejects.toMatchObject(none)
  })
})

async function* from(...pieces: readonly Uint8Array<ArrayBuffer>[]): Bytes {
  for (const piece of pieces) yield piece
  await Promise.resolve()
}

async function collected(bytes: Bytes): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = []
  for await (const piece of bytes) pieces.push(piece)
  return joined(pieces)
}
