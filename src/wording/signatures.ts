import type { Signature } from '../domain/signature.ts'
import { fingerprintOf, inGroups, type Signer } from '../domain/signing-key.ts'

/** What was found out of one signature of a file; the signer counts only where it is valid. */
export type ToldSignature =
  | { readonly kind: 'valid' | 'broken' | 'unsupported'; readonly signature: Signature; readonly signer: Signer }
  | { readonly kind: 'malformed' }

/** One sentence or two: whether a signature is right, and what that says of who has signed. */
export function describeSignature(told: ToldSignature): string {
  if (told.kind === 'malformed') return 'Something stands where a signature stands, and is none.'
  const { algorithm, reviewer, at } = told.signature
  const name = nameShown(reviewer.name)
  switch (told.kind) {
    case 'broken':
      return `Broken signature in the name of ${name}: the set, or the signature, was changed after it was signed.`
    case 'unsupported':
      return `Signature in the name of ${name} that cannot be checked here: ${algorithm} is not known. It says nothing until it was checked elsewhere.`
    case 'valid':
      return `${SIGNERS[told.signer.kind](name, told.signer)} Signed ${at.slice(0, 10)}, by the clock of whoever signed.`
  }
}

/** The fingerprint of the key that a signature was made with, in groups of four. */
export function fingerprintShown({ key }: Pick<Signature, 'key'>): string {
  return inGroups(fingerprintOf(key))
}

/** A name of a file as a line of text can show it: nothing in it turns the line around, or speaks to a terminal. */
export function nameShown(name: string): string {
  const shown = name.replace(/[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, ' ').trim()
  return shown === '' ? 'somebody without a name' : `“${shown}”`
}

const SIGNERS = {
  mine: (name: string) => `Valid: signed with your own key as ${name}.`,
  trusted: (name: string, signer: Signer) => {
    if (signer.kind !== 'trusted' || !signer.isOtherName) return `Valid: signed by ${name}, with a key that you trust.`
    return `Valid, but under another name: you trust this key as ${nameShown(signer.name)}, and the file says that ${name} has signed.`
  },
  unknown: (name: string) =>
    `Valid, but with a key that is not known here: the file says that ${name} has signed, and anybody can write any name. The set is as it was signed.`,
} satisfies Record<Signer['kind'], (name: string, signer: Signer) => string>
