import type { DecodeProblem } from '../domain/decode-problem.ts'
import { fail, succeed, type Result } from '../domain/result.ts'
import type { FormatId } from '../wording/format-names.ts'
import type { Codec, Reader, Reading } from './codec.ts'
import { CODECS } from './codecs.ts'
import type { Incoming } from './incoming.ts'
import { unpacked } from './unpacked.ts'

/** What files hold, and in which format they say it. */
export type ReadFile = Reading & { readonly format: FormatId }

/**
 * Reads files that came together, whatever their format: it is told by what they hold. An archive that is of no format itself
 * is looked into. Never throws. `tell` hears the share that is done, from 0 to 1, of what takes long.
 */
export function readIncoming(incoming: Incoming, tell?: (share: number) => void): Result<ReadFile, DecodeProblem> {
  const codec = codecOf(incoming)
  if (codec) return readBy(codec, incoming, tell)
  const entries = unpacked(incoming)
  if (!entries.ok) return entries
  const within = codecOf(entries.value)
  return within ? readBy(within, entries.value, tell) : fail(unknown(entries.value))
}

type ReadableCodec = Codec & { readonly reader: Reader }

function codecOf(incoming: Incoming): ReadableCodec | undefined {
  return CODECS.find((codec): codec is ReadableCodec => codec.reader?.recognises(incoming) === true)
}

function readBy(
  { id, reader }: ReadableCodec,
  incoming: Incoming,
  tell?: (share: number) => void,
): Result<ReadFile, DecodeProblem> {
  const reading = reader.read(incoming, tell)
  return reading.ok ? succeed({ ...reading.value, format: id }) : reading
}

function unknown({ files }: Incoming): DecodeProblem {
  const [file] = files
  if (file === undefined) return { kind: 'unknown-format' }
  if (file.text === null) return { kind: mayBeText(file.bytes) ? 'not-utf-8' : 'unknown-format' }
  if (file.json !== undefined || startsWithLineOfJson(file.text)) return { kind: 'not-annotation-set' }
  return /^\s*[{[]/.test(file.text) ? { kind: 'not-json' } : { kind: 'unknown-format' }
}

/**
 * Whether bytes that are not UTF-8 may be a text all the same: no other encoding has a zero but UTF-16, which begins with its mark.
 * Of a picture that is cut off there may be no more than how it begins.
 */
function mayBeText(bytes: Uint8Array): boolean {
  const [first = 0, second = 0] = bytes
  if (PICTURES.some(start => start.every((byte, at) => bytes[at] === byte))) return false
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || !bytes.includes(0)
}

// PNG, JPEG
const PICTURES = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
]

/** Whether a text may be JSON Lines: its first line is a list or an object. */
function startsWithLineOfJson(text: string): boolean {
  const [line = ''] = /^\s*[{[][^\n]*/.exec(text) ?? []
  try {
    return line !== '' && JSON.parse(line) !== undefined
  } catch {
    return false
  }
}
