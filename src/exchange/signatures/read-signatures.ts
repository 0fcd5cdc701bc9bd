import * as v from 'valibot'
import { SignatureSchema, type Signature } from '../../domain/signature.ts'

/** Signatures of a file that are looked at. More are no better, and each takes a moment. */
export const MOST_SIGNATURES = 20

/** What a file says of signatures, before any of it was checked. */
export interface FoundSignatures {
  /** `null` for one that is not built like a signature. */
  readonly signatures: readonly (Signature | null)[]
  /** How many more there are, which are not looked at. */
  readonly more: number
}

/** A file without signatures. */
export const NO_SIGNATURES: FoundSignatures = { signatures: [], more: 0 }

/** Reads what stands where signatures stand. What is wrong there makes the set no worse. */
export function readSignatures(json: unknown): FoundSignatures {
  if (json === undefined) return NO_SIGNATURES
  const list: readonly unknown[] = Array.isArray(json) ? json : [json]
  const signatures = list.slice(0, MOST_SIGNATURES).map(item => {
    const parsed = v.safeParse(SignatureSchema, item, { abortEarly: true })
    return parsed.success ? parsed.output : null
  })
  return { signatures, more: list.length - signatures.length }
}
