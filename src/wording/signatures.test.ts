import { describe, expect, it } from 'vitest'
import type { Signer } from '../domain/signing-key.ts'
import { aUuid } from '../testing/builders.ts'
import { describeSignature, nameShown } from './signatures.ts'

const SIGNATURE = {
  algorithm: 'Ed25519',
  key: 'AA',
  reviewer: { id: aUuid(1), name: 'R. Okafor' },
  at: '2026-11-23T17:00:00.000Z',
  signature: 'AA',
}
const UNKNOWN: Signer = { kind: 'unknown' }

describe('describeSignature', () => {
  const signers: readonly (readonly [string, Signer, string])[] = [
    [
      'a trusted key',
      { kind: 'trusted', name: 'R. Okafor', isOtherName: false },
      'Valid: signed by “R. Okafor”, with a key that you trust.',
    ],
    [
      'a key trusted for another',
      { kind: 'trusted', name: 'Ada', isOtherName: true },
      'Valid, but under another name: you trust this key as “Ada”, and the file says that “R. Okafor” has signed.',
    ],
    ['one’s own key', { kind: 'mine' }, 'Valid: signed with your own key as “R. Okafor”.'],
    [
      'an unknown key',
      UNKNOWN,
      'Valid, but with a key that is not known here: the file says that “R. Okafor” has signed, and anybody can write any name. The set is as it was signed.',
    ],
  ]
  it.each(signers)('X169 says no more than is known of %s', (_name, signer, sentence) => {
    const told = describeSignature({ kind: 'valid', signature: SIGNATURE, signer })
    expect(told).toBe(`${sentence} Signed 2026-11-23, by the clock of whoever signed.`)
  })

  it('X169 never calls a signature that was not found right somebody’s', () => {
    for (const signer of signers.map(([, known]) => known)) {
      expect(describeSignature({ kind: 'broken', signature: SIGNATURE, signer })).toMatch(
        /^Broken signature in the name of “R. Okafor”/,
      )
      expect(describeSignature({ kind: 'unsupported', signature: SIGNATURE, signer })).toContain(
        'cannot be checked here: Ed25519',
      )
    }
    expect(describeSignature({ kind: 'malformed' })).toContain('and is none')
  })
})

describe('nameShown', () => {
  const names: readonly (readonly [string, string])[] = [
    ['R. Okafor', '“R. Okafor”'],
    ['', 'somebody without a name'],
    [' \n\t', 'somebody without a name'],
    ['A\u202eB', '“A B”'],
    ['\u2066A\u2069', '“A”'],
    ['A\u001b]0;B\u0007', '“A ]0;B”'],
    ['A\u2028B', '“A B”'],
    ['נעמי', '“נעמי”'],
  ]
  it.each(names)('X169 shows %j as %s', (name, shown) => {
    expect(nameShown(name)).toBe(shown)
  })
})
