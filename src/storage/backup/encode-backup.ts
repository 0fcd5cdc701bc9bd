import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import type { BackupOrigin, BackupRow } from '../../domain/backup.ts'
import { BackupFault } from './backup-fault.ts'
import { headerOf, MAX_BACKUP_BYTES, MAX_LINE_BYTES, noRows } from './backup-format.ts'

const PIECE = 65_536 // bytes; to sum up and pack more than that would hold the page up

/**
 * The bytes of a backup, unpacked, 64 KiB at a time at most; `breathe` is called before each piece. Throws a `BackupFault`
 * for what could not be read back because of its size.
 */
export async function* encodeBackup(
  origin: BackupOrigin,
  rows: AsyncIterable<readonly BackupRow[]>,
  breathe: () => Promise<void>,
): AsyncGenerator<Uint8Array<ArrayBuffer>, undefined> {
  const counts = noRows()
  const checksum = sha256.create()
  let length = 0
  const taken = (bytes: Uint8Array<ArrayBuffer>) => {
    length += bytes.length
    if (length > MAX_BACKUP_BYTES) throw new BackupFault({ kind: 'too-large', limit: MAX_BACKUP_BYTES })
    checksum.update(bytes)
    return bytes
  }

  yield taken(encoded(lineOf(headerOf(origin))))
  for await (const some of rows) {
    for (const { store } of some) counts[store] += 1
    const lines = encoded(some.map(lineOf).join(''))
    for (let from = 0; from < lines.length; from += PIECE) {
      await breathe()
      yield taken(lines.subarray(from, from + PIECE))
    }
  }
  yield encoded(lineOf({ end: { counts, sha256: bytesToHex(checksum.digest()) } }))
}

const encoder = new TextEncoder()

function encoded(text: string): Uint8Array<ArrayBuffer> {
  return encoder.encode(text)
}

function lineOf(value: unknown): string {
  const json = JSON.stringify(value)
  // Three bytes of UTF-8 at most for one unit of UTF-16.
  if (json.length * 3 > MAX_LINE_BYTES && encoded(json).length >= MAX_LINE_BYTES) {
    throw new BackupFault({ kind: 'too-large', limit: MAX_LINE_BYTES })
  }
  return `${HALF_A_CHARACTER.test(json) ? JSON.stringify(value, wellFormed) : json}\n`
}

// How JSON writes half of a surrogate pair, which no reader takes; a backup must not fail for what somebody typed.
const HALF_A_CHARACTER = /\\ud[89a-f]/

function wellFormed(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.toWellFormed() : value
}
