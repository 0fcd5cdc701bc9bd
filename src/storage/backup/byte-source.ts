/** Bytes as they come: out of a file, an unpacker, a decipher. */
export type Bytes = AsyncIterable<Uint8Array<ArrayBuffer>>

const LINE_FEED = 0x0a

/** The bytes of a stream; stopping early cancels it. */
export async function* bytesOf(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const reader = stream.getReader()
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value
  } finally {
    // Once read to its end, or broken, there is nothing to cancel.
    await reader.cancel().catch(() => undefined)
  }
}

/** Bytes of which the beginning can be looked at before they are taken. */
export interface ByteSource {
  /** The first bytes, fewer where there are not so many. They stay. */
  peek(count: number): Promise<Uint8Array<ArrayBuffer>>
  /** The bytes up to the first line feed and with it; `null` when there is none among the first `limit`. */
  takeLine(limit: number): Promise<Uint8Array<ArrayBuffer> | null>
  /** All that was not taken. */
  rest(): Bytes
}

/** A source over bytes that nobody else reads. */
export function byteSource(bytes: Bytes): ByteSource {
  const iterator = bytes[Symbol.asyncIterator]()
  let head = new Uint8Array()
  let isOver = false

  async function fill(count: number): Promise<void> {
    while (head.length < count && !isOver) {
      const next = await iterator.next()
      if (next.done) isOver = true
      else head = joined([head, next.value])
    }
  }

  async function* rest(): AsyncGenerator<Uint8Array<ArrayBuffer>> {
    try {
      if (head.length > 0) yield head
      while (!isOver) {
        const next = await iterator.next()
        if (next.done) isOver = true
        else yield next.value
      }
    } finally {
      await iterator.return?.()
    }
  }

  return {
    async peek(count) {
      await fill(count)
      return head.subarray(0, count)
    },
    async takeLine(limit) {
      await fill(limit)
      const end = head.subarray(0, limit).indexOf(LINE_FEED) + 1
      if (end === 0) return null
      const line = head.slice(0, end)
      head = head.slice(end)
      return line
    },
    rest,
  }
}

/** Pieces of bytes as one. */
export function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0))
  let offset = 0
  for (const piece of pieces) {
    whole.set(piece, offset)
    offset += piece.length
  }
  return whole
}

/** The same bytes in blocks of one size, the last one shorter; at least one block, which may be empty. */
export async function* inBlocks(
  bytes: Bytes,
  size: number,
): AsyncGenerator<{ readonly block: Uint8Array<ArrayBuffer>; readonly isLast: boolean }> {
  let pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of bytes) {
    pieces.push(piece)
    length += piece.length
    if (length <= size) continue
    const whole = joined(pieces)
    let from = 0
    // A full block waits until there is more, for only then it is known not to be the last.
    for (; whole.length - from > size; from += size) yield { block: whole.slice(from, from + size), isLast: false }
    pieces = [whole.slice(from)]
    length = whole.length - from
  }
  yield { block: joined(pieces), isLast: true }
}
