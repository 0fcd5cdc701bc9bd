import { BackupFault } from './backup-fault.ts'
import { MAX_LINE_BYTES } from './backup-format.ts'
import { joined, type Bytes } from './byte-source.ts'

/** A line as bytes without its line feed; `isWhole` is false for a last one that has none. */
export interface Line {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly isWhole: boolean
}

/** The lines of a file. Throws a `BackupFault` when one is longer than any backup has. */
export async function* readLines(bytes: Bytes): AsyncGenerator<Line, undefined> {
  let pieces: Uint8Array<ArrayBuffer>[] = []
  let length = 0
  const add = (piece: Uint8Array<ArrayBuffer>) => {
    length += piece.length
    if (length > MAX_LINE_BYTES) throw new BackupFault({ kind: 'too-large', limit: MAX_LINE_BYTES })
    if (piece.length > 0) pieces.push(piece)
  }
  const takeLine = (isWhole: boolean): Line => {
    const line = { bytes: pieces.length === 1 ? pieces[0]! : joined(pieces), isWhole }
    pieces = []
    length = 0
    return line
  }

  for await (const piece of bytes) {
    let from = 0
    for (let end = piece.indexOf(LINE_FEED); end >= 0; end = piece.indexOf(LINE_FEED, from)) {
      add(piece.subarray(from, end))
      yield takeLine(true)
      from = end + 1
    }
    add(piece.subarray(from))
  }
  if (length > 0) yield takeLine(false)
}

const LINE_FEED = 0x0a
