import { BackupFault } from './backup-fault.ts'
import { MAX_BACKUP_BYTES } from './backup-format.ts'
import { bytesOf, type Bytes } from './byte-source.ts'
import { StreamFault } from './stream-fault.ts'

/** Whether a file begins like gzip (RFC 1952). */
export function isGzip([first, second]: Uint8Array): boolean {
  return first === 0x1f && second === 0x8b
}

/** Whether this browser can pack and unpack. */
export function canGzip(): boolean {
  return typeof CompressionStream === 'function' && typeof DecompressionStream === 'function'
}

/** Packs bytes with gzip. */
export function packed(bytes: Bytes): Bytes {
  return through(bytes, new CompressionStream('gzip')).bytes
}

/**
 * Unpacks gzip. Throws a `StreamFault` where it is broken, and a `BackupFault` as soon as more comes out than any backup
 * has: what a file says of its own size is not believed.
 */
export async function* unpacked(bytes: Bytes): AsyncGenerator<Uint8Array<ArrayBuffer>, undefined> {
  const { bytes: inflated, progress } = through(inSlices(bytes), new DecompressionStream('gzip'))
  let length = 0
  try {
    for await (const piece of inflated) {
      length += piece.length
      if (length > MAX_BACKUP_BYTES) throw new BackupFault({ kind: 'too-large', limit: MAX_BACKUP_BYTES })
      yield piece
    }
  } catch (error) {
    const isOurs = progress.sourceError !== null || error instanceof BackupFault
    throw isOurs ? error : new StreamFault(progress.isFed ? 'cut' : 'cannot-unpack', { cause: error })
  }
}

const SLICE = 16_384 // bytes; deflate makes at most a thousand times as many of them, all at once

async function* inSlices(bytes: Bytes): Bytes {
  for await (const piece of bytes) {
    for (let from = 0; from < piece.length; from += SLICE) yield piece.slice(from, from + SLICE)
  }
}

interface Progress {
  /** Whether the last byte has been given. */
  isFed: boolean
  /** Why the bytes themselves could not be had. */
  sourceError: { readonly reason: unknown } | null
}

function through(bytes: Bytes, { readable, writable }: CompressionStream | DecompressionStream) {
  const progress: Progress = { isFed: false, sourceError: null }
  async function* pump(): AsyncGenerator<Uint8Array<ArrayBuffer>, undefined> {
    const feeding = feed(bytes, writable, progress)
    // What stops the feeding is told by what comes out.
    feeding.catch(() => undefined)
    try {
      yield* bytesOf(readable)
      await feeding
    } catch (error) {
      // The platform wraps what stopped the feeding, or leaves it out.
      throw progress.sourceError ? progress.sourceError.reason : error
    }
  }
  return { bytes: pump(), progress }
}

async function feed(bytes: Bytes, writable: WritableStream<BufferSource>, progress: Progress): Promise<void> {
  const writer = writable.getWriter()
  const iterator = bytes[Symbol.asyncIterator]()
  try {
    for (;;) {
      await writer.ready
      const next = await nextOf(iterator, progress)
      if (next.done) break
      await writer.write(next.value)
    }
    progress.isFed = true
    await writer.close()
  } catch (error) {
    await writer.abort(error).catch(() => undefined)
    throw error
  } finally {
    await iterator.return?.()
  }
}

async function nextOf(iterator: AsyncIterator<Uint8Array<ArrayBuffer>>, progress: Progress) {
  try {
    return await iterator.next()
  } catch (reason) {
    progress.sourceError = { reason }
    throw reason
  }
}
