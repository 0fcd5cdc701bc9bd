import * as v from 'valibot'
import { BASE64URL } from './base64url.ts'
import { TimestampSchema, UuidSchema } from './identifiers.ts'

/** How long the longest key and signature may be, in characters: room for algorithms that do not exist yet. */
const LONGEST_KEY = 4000
const LONGEST_SIGNATURE = 10_000

/**
 * Somebody has signed a set with a key. The algorithm may be one that this program does not know: that is said, and is no
 * damage. What a name says is only what the file says.
 */
export const SignatureSchema = v.strictObject({
  algorithm: v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]{1,40}$/)),
  /** The raw public key. */
  key: v.pipe(v.string(), v.minLength(1), v.maxLength(LONGEST_KEY), v.regex(BASE64URL)),
  reviewer: v.strictObject({ id: UuidSchema, name: v.pipe(v.string(), v.maxLength(200)) }),
  /** By the signer's own clock. */
  at: TimestampSchema,
  signature: v.pipe(v.string(), v.minLength(1), v.maxLength(LONGEST_SIGNATURE), v.regex(BASE64URL)),
})

export type Signature = Readonly<v.InferOutput<typeof SignatureSchema>>

/** What a signature says of itself, all of which it covers. */
export type SignatureClaim = Omit<Signature, 'signature'>
