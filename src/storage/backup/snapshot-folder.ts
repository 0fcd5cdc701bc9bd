import * as v from 'valibot'
import { HashSchema, TimestampSchema, UuidSchema } from '../../domain/identifiers.ts'
import { snapshotsToKeep, type Snapshot } from '../../domain/snapshot.ts'
import type { Bytes } from './byte-source.ts'
import { namesIn, printOf, removeFile, writeChecked } from './checked-file.ts'
import { parsedJson } from './parsed-json.ts'

/** What of a snapshot is known before it is written. */
export type SnapshotAbout = Omit<Snapshot, 'id' | 'bytes'>

const CountSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

// A snapshot is a file with a receipt beside it. The receipt is written last, so that a snapshot without one was never finished.
const ReceiptSchema = v.strictObject({
  at: TimestampSchema,
  database: UuidSchema,
  sequence: CountSchema,
  articles: CountSchema,
  annotations: CountSchema,
  bytes: CountSchema,
  sha256: HashSchema,
})

type Receipt = v.InferOutput<typeof ReceiptSchema>

/** Writes a snapshot and, when the disk holds it, its receipt; `null` when it does not. */
export async function writeSnapshot(
  folder: FileSystemDirectoryHandle,
  about: SnapshotAbout,
  content: Bytes,
): Promise<Snapshot | null> {
  const id = `${about.at.replace(/[:.]/g, '-')}${SNAPSHOT}`
  const print = await writeChecked(folder, id, content)
  if (!print) return null
  const receipt: Receipt = { ...about, ...print }
  const written = await writeChecked(folder, receiptOf(id), once(new TextEncoder().encode(JSON.stringify(receipt))))
  return written && { ...about, id, bytes: print.bytes }
}

/** The snapshots that are what their receipts say, byte for byte, the newest first. */
export async function goodSnapshots(folder: FileSystemDirectoryHandle): Promise<readonly Snapshot[]> {
  const found: Snapshot[] = []
  for (const name of await namesIn(folder)) {
    const snapshot = name.endsWith(SNAPSHOT) ? await checked(folder, name) : null
    if (snapshot) found.push(snapshot)
  }
  return found.sort((a, b) => (a.at < b.at ? 1 : -1))
}

/** The file of a snapshot; `null` when it is gone. */
export async function snapshotFile(folder: FileSystemDirectoryHandle, id: string): Promise<Blob | null> {
  if (!id.endsWith(SNAPSHOT)) return null
  return fileNamed(folder, id)
}

/** Removes what is not to be kept, and what is no good snapshot. Files of other names stay. */
export async function tidySnapshots(
  folder: FileSystemDirectoryHandle,
  rules: Parameters<typeof snapshotsToKeep>[1],
): Promise<void> {
  const kept = snapshotsToKeep(await goodSnapshots(folder), rules).map(({ id }) => id)
  const names = new Set(kept.flatMap(id => [id, receiptOf(id)]))
  for (const name of await namesIn(folder)) if (isOurs(name) && !names.has(name)) await removeFile(folder, name)
}

const SNAPSHOT = '.factmark-snapshot'
const RECEIPT = '.receipt.json'

function receiptOf(id: string): string {
  return `${id}${RECEIPT}`
}

function isOurs(name: string): boolean {
  return name.endsWith(SNAPSHOT) || name.endsWith(receiptOf(SNAPSHOT))
}

async function checked(folder: FileSystemDirectoryHandle, id: string): Promise<Snapshot | null> {
  const [file, receipt] = [await fileNamed(folder, id), await fileNamed(folder, receiptOf(id))]
  if (!file || !receipt) return null
  const json = parsedJson(new Uint8Array(await receipt.arrayBuffer()))
  const parsed = v.safeParse(ReceiptSchema, json.ok ? json.value : null)
  if (!parsed.success) return null
  const { sha256, ...about } = parsed.output
  // The size first: a file that was cut need not be read.
  if (file.size !== about.bytes || (await printOf(file)).sha256 !== sha256) return null
  return { ...about, id }
}

async function fileNamed(folder: FileSystemDirectoryHandle, name: string): Promise<File | null> {
  try {
    return await (await folder.getFileHandle(name)).getFile()
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotFoundError') return null
    throw error
  }
}

async function* once(piece: Uint8Array<ArrayBuffer>): Bytes {
  yield piece
  await Promise.resolve()
}
