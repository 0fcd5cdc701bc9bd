import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { bytesOf, type Bytes } from './byte-source.ts'
import { createBreather } from '../breather.ts'

/** What a file is known by: its length in bytes, and the SHA-256 of them. */
export interface FilePrint {
  readonly bytes: number
  readonly sha256: string
}

/**
 * Writes a file and reads it back; `null` when the disk does not hold what was written. Where that fails, or `content` throws, no
 * file of that name is left behind.
 */
export async function writeChecked(
  folder: FileSystemDirectoryHandle,
  name: string,
  content: Bytes,
): Promise<FilePrint | null> {
  try {
    const file = await folder.getFileHandle(name, { create: true })
    const written = await pour(content, await file.createWritable())
    const found = await printOf(await file.getFile())
    if (found.bytes === written.bytes && found.sha256 === written.sha256) return written
  } catch (error) {
    await removeFile(folder, name)
    throw error
  }
  await removeFile(folder, name)
  return null
}

/** What a file is known by, read to its end. */
export async function printOf(file: Blob): Promise<FilePrint> {
  const checksum = sha256.create()
  const breathe = createBreather()
  let bytes = 0
  for await (const piece of bytesOf(file.stream())) {
    checksum.update(piece)
    bytes += piece.length
    await breathe()
  }
  return { bytes, sha256: bytesToHex(checksum.digest()) }
}

/** The names in a folder, in no order. */
export async function namesIn(folder: FileSystemDirectoryHandle): Promise<readonly string[]> {
  const names: string[] = []
  for await (const name of folder.keys()) names.push(name)
  return names
}

/** Removes a file; one that is not there is no problem. */
export async function removeFile(folder: FileSystemDirectoryHandle, name: string): Promise<void> {
  try {
    await folder.removeEntry(name)
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'NotFoundError')) throw error
  }
}

/** Pours bytes into a sink and closes it; when they cannot be had, or are not taken, the sink is given up and its file stays as it was. */
export async function pour(content: Bytes, sink: WritableStream<Uint8Array<ArrayBuffer>>): Promise<FilePrint> {
  const checksum = sha256.create()
  const writer = sink.getWriter()
  let bytes = 0
  try {
    for await (const piece of content) {
      checksum.update(piece)
      bytes += piece.length
      await writer.write(piece)
    }
    await writer.close()
  } catch (error) {
    // What stopped it is told; that it could not even be given up adds nothing.
    await writer.abort(error).catch(() => undefined)
    throw error
  }
  return { bytes, sha256: bytesToHex(checksum.digest()) }
}
