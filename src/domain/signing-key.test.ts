import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { aUuid } from '../testing/builders.ts'
import { aSigningKey, aTrustedKey, SIGNED_AT, theKnownKey } from '../testing/signing.ts'
import { fromBase64Url, toBase64Url } from './base64url.ts'
import { fingerprintOf, inGroups, signerOf, TrustedKeySchema } from './signing-key.ts'

describe('a fingerprint', () => {
  it('X167 is SHA-256 of the raw public key, in groups of four', async () => {
    const fingerprint = fingerprintOf((await theKnownKey()).key)
    expect(fingerprint).toBe('21fe31dfa154a261626bf854046fd2271b7bed4b6abe45aa58877ef47f9721b9')
    expect(inGroups(fingerprint)).toBe(
      '21fe 31df a154 a261 626b f854 046f d227 1b7b ed4b 6abe 45aa 5887 7ef4 7f97 21b9',
    )
  })
})

describe('signerOf', () => {
  const claimBy = (key: { algorithm: string; key: string }, name = 'R. Okafor') => ({
    algorithm: key.algorithm,
    key: key.key,
    reviewer: { id: aUuid(1), name },
    at: SIGNED_AT,
  })

  it('X168 knows nobody by a name: only a key that is known here says who it was', async () => {
    const [mine, theirs, stranger] = [await aSigningKey(), await aSigningKey('ES256'), await aSigningKey()]
    const known = { mine, trusted: [aTrustedKey(theirs)] }
    expect(signerOf(claimBy(mine), known)).toEqual({ kind: 'mine' })
    expect(signerOf(claimBy(theirs), known)).toEqual({ kind: 'trusted', name: 'R. Okafor', isOtherName: false })
    expect(signerOf(claimBy(stranger), known)).toEqual({ kind: 'unknown' })
    expect(signerOf(claimBy({ ...theirs, algorithm: 'Ed25519' }), known)).toEqual({ kind: 'unknown' })
    expect(signerOf(claimBy(mine), { mine: null, trusted: [] })).toEqual({ kind: 'unknown' })
  })

  it('X168 says when a key that is trusted for one person signs as another', async () => {
    const key = await aSigningKey()
    const known = { mine: null, trusted: [aTrustedKey(key, { name: 'Zoë' })] }
    expect(signerOf(claimBy(key, 'Somebody'), known)).toEqual({ kind: 'trusted', name: 'Zoë', isOtherName: true })
    expect(signerOf(claimBy(key, ' Zoe\u0308'), known)).toEqual({ kind: 'trusted', name: 'Zoë', isOtherName: false })
  })
})

describe('TrustedKeySchema', () => {
  it('X167 takes a key with its own fingerprint and of its own length only', async () => {
    const trusted = aTrustedKey(await aSigningKey())
    const short = toBase64Url(new Uint8Array(31))
    expect(v.is(TrustedKeySchema, trusted)).toBe(true)
    expect(v.is(TrustedKeySchema, { ...trusted, fingerprint: fingerprintOf(short) })).toBe(false)
    expect(v.is(TrustedKeySchema, { ...trusted, key: short, fingerprint: fingerprintOf(short) })).toBe(false)
    expect(v.is(TrustedKeySchema, { ...trusted, algorithm: 'ES256' })).toBe(false)
  })
})

describe('base64url', () => {
  it('X163 has one text for bytes: padding, other alphabets and stray bits are none', () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte)
    expect(fromBase64Url(toBase64Url(bytes))).toEqual(bytes)
    expect(['AA==', 'A', 'A+', 'AB', ' AA', 'A\n', 'Ä'].map(fromBase64Url)).toEqual(
      Array.from({ length: 7 }, () => null),
    )
    expect(fromBase64Url('')).toEqual(new Uint8Array())
  })
})
