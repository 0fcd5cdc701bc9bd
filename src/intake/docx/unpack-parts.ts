import { Unzip, UnzipInflate, zipSync } from 'fflate'
import type { IntakeProblem } from '../../domain/intake-problem.ts'
import { fail, succeed, type Result } from '../../domain/result.ts'

/** Bytes of all parts of a document together, once unpacked: ten times what a text of the longest that is read takes. */
export const MAX_UNPACKED = 60_000_000
const MAX_PARTS = 10_000 // of any kind; a long report with a thousand pictures has fewer
const CHUNK = 65_536 // bytes; what is looked at between two checks of the limits

/** The parts of a document that hold words, by their names. */
export type Parts = Readonly<Record<string, Uint8Array>>

/**
 * The parts of a packed document that hold words; pictures and what is linked stay packed. Bytes are counted as they come
 * out, for what an archive says of its sizes may be a lie. `null` where the bytes are no archive.
 */
export function unpackParts(bytes: Uint8Array): Result<Parts, IntakeProblem> {
  const parts: Record<string, Uint8Array[]> = {}
  const counted = { parts: 0, bytes: 0 }
  const faults: unknown[] = []
  const unzip = new Unzip(file => {
    counted.parts += 1
    if (counted.parts > MAX_PARTS || !HOLDS_WORDS.test(file.name) || Object.hasOwn(parts, file.name)) return
    const chunks: Uint8Array[] = (parts[file.name] = [])
    file.ondata = (fault, chunk) => {
      if (fault) faults.push(fault)
      counted.bytes += chunk?.length ?? 0
      if (counted.bytes > MAX_UNPACKED) throw new TooMuch()
      if (chunk) chunks.push(chunk)
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  try {
    for (let from = 0; from < bytes.length && counted.parts <= MAX_PARTS; from += CHUNK) {
      unzip.push(bytes.subarray(from, from + CHUNK), from + CHUNK >= bytes.length)
    }
  } catch (fault) {
    return fail(fault instanceof TooMuch ? TOO_MUCH : BROKEN)
  }
  if (counted.parts > MAX_PARTS) return fail(TOO_MUCH)
  if (faults.length > 0 || !Object.hasOwn(parts, 'word/document.xml')) return fail(BROKEN)
  return succeed(Object.fromEntries(Object.entries(parts).map(([name, chunks]) => [name, joined(chunks)])))
}

/** The parts as an archive again: what reads it finds nothing that was not counted. */
export function packParts(parts: Parts): Uint8Array {
  return zipSync({ ...parts }, { level: 0 })
}

class TooMuch extends Error {}

const TOO_MUCH: IntakeProblem = { kind: 'unpacks-too-large', limit: MAX_UNPACKED }
const BROKEN: IntakeProblem = { kind: 'broken', format: 'docx' }
const HOLDS_WORDS = /^(\[Content_Types\]\.xml|_rels\/\.rels|docProps\/core\.xml|word\/(_rels\/)?[^/]+\.(xml|rels))$/

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0))
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}
