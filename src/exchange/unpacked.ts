import { Unzip, UnzipInflate } from 'fflate'
import type { ArchiveFlaw, DecodeProblem } from '../domain/decode-problem.ts'
import { fail, succeed, type Result } from '../domain/result.ts'
import { incomingFile, type Incoming, type IncomingFile } from './incoming.ts'
import { crc32, sumsInArchive } from './zip-sums.ts'

/** Entries that an archive may have, folders among them. */
export const MAX_ENTRIES = 1000
/** Bytes of all entries together, once unpacked. */
export const MAX_UNPACKED = 500_000_000
/** How many times larger an archive may become, beyond the first few megabytes: annotations become thirty times larger at most. */
export const MAX_RATIO = 200

/**
 * The same files, with the entries of a ZIP archive in its place where one came alone. Nothing is ever written under an entry's
 * name, but one that reaches out of its folder is refused as what it is: a trick. Bytes are counted as they come out, for
 * what an archive says of its sizes may be a lie. An archive is unpacked once, however often it is asked for.
 */
export function unpacked(incoming: Incoming): Result<Incoming, DecodeProblem> {
  const [file, ...others] = incoming.files
  if (!file || others.length > 0 || !isArchive(file.bytes)) return succeed(incoming)
  const outcome = KNOWN.get(file) ?? unpack(file.bytes)
  KNOWN.set(file, outcome)
  return outcome
}

const KNOWN = new WeakMap<IncomingFile, Result<Incoming, DecodeProblem>>()

const CHUNK = 65_536 // bytes; what is looked at between two checks of the limits
const RATIO_FLOOR = 5_000_000 // bytes; a small archive of one repeated word is no bomb

type Bytes = Uint8Array<ArrayBuffer>

/** An archive begins with an entry, or is empty and has only its end. */
function isArchive([p, k, first, second]: Uint8Array): boolean {
  return p === 0x50 && k === 0x4b && ((first === 3 && second === 4) || (first === 5 && second === 6))
}

function unpack(bytes: Bytes): Result<Incoming, DecodeProblem> {
  const list = listOfEntries(bytes)
  if (list === undefined) return fail(archive('broken')) // Cut off: the list of entries stands at the end.
  if (list.entries > MAX_ENTRIES) return fail(archive('too-many'))
  const entries = new Map<string, Entry>()
  const counted = { entries: 0, bytes: 0 }
  const limit = Math.min(MAX_UNPACKED, Math.max(RATIO_FLOOR, bytes.length * MAX_RATIO))
  const unzip = new Unzip(entry => {
    counted.entries += 1
    if (counted.entries > MAX_ENTRIES) throw new Refused('too-many')
    if (!isSafeName(entry.name)) throw new Refused('bad-name')
    if (isNoFile(entry.name)) return
    if (entries.has(entry.name)) throw new Refused('broken')
    const kept: Entry = { chunks: [], isWhole: false }
    entries.set(entry.name, kept)
    entry.ondata = (fault, chunk, isLast) => {
      if (fault) throw fault // Also what is thrown here: it comes back once.
      counted.bytes += chunk.length
      if (counted.bytes > limit) throw new Refused('too-large')
      kept.chunks.push(chunk)
      kept.isWhole = isLast
    }
    entry.start()
  })
  unzip.register(UnzipInflate)
  try {
    for (let from = 0; from < bytes.length; from += CHUNK) {
      unzip.push(bytes.subarray(from, from + CHUNK), from + CHUNK >= bytes.length)
    }
  } catch (fault) {
    return fail(archive(fault instanceof Refused ? fault.flaw : 'broken'))
  }
  const isWhole = [...entries.values()].every(entry => entry.isWhole)
  if (!isWhole || counted.entries !== list.entries) return fail(archive('broken'))
  const sums = sumsInArchive(bytes, list)
  const isRight = ([name, { chunks }]: readonly [string, Entry]) => sums.get(name) === crc32(chunks)
  if (list.at !== ELSEWHERE && ![...entries].every(isRight)) return fail(archive('broken'))
  return succeed({ files: [...entries].map(([name, { chunks }]) => incomingFile(name, joined(chunks))) })
}

interface Entry {
  readonly chunks: Uint8Array[]
  isWhole: boolean
}

class Refused extends Error {
  readonly flaw: ArchiveFlaw
  constructor(flaw: ArchiveFlaw) {
    super(flaw)
    this.flaw = flaw
  }
}

function archive(flaw: ArchiveFlaw): DecodeProblem {
  return { kind: 'archive', flaw }
}

const END_LENGTH = 22 // bytes of the record at the end, without its remark
const LONGEST_REMARK = 65_535 // bytes

const ELSEWHERE = 0xffffffff // what stands in place of an offset that ZIP64 gives on its own

/** How many entries an archive says it has, and where it lists them (APPNOTE 4.3.16); `undefined` where its end is missing. */
function listOfEntries(bytes: Uint8Array): { readonly entries: number; readonly at: number } | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const furthest = Math.max(0, bytes.length - END_LENGTH - LONGEST_REMARK)
  for (let at = bytes.length - END_LENGTH; at >= furthest; at -= 1) {
    if (view.getUint32(at, true) === 0x06054b50) {
      return { entries: view.getUint16(at + 10, true), at: view.getUint32(at + 16, true) }
    }
  }
  return undefined
}

const LONGEST_NAME = 255 // UTF-16 units; no file system takes more

function isSafeName(name: string): boolean {
  const steps = name.split('/')
  // Codes below a blank are controls; a colon names a drive or a stream on Windows.
  const isPlain = [...name].every(character => character >= ' ' && !'\\:\u007f'.includes(character))
  return isPlain && name.length <= LONGEST_NAME && !name.startsWith('/') && !steps.includes('..')
}

/** Folders, and what macOS puts beside files. */
function isNoFile(name: string): boolean {
  return name.endsWith('/') || /(^|\/)(__MACOSX\/|\.DS_Store$)/.test(name)
}

function joined(chunks: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0))
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}
