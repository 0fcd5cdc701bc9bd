import * as v from 'valibot'
import type { LibrarySize } from '../../domain/library-damage.ts'
import { HashSchema, TimestampSchema, UuidSchema } from '../../domain/identifiers.ts'
import { snapshotsToKeep, type Snapshot } from '../../domain/snapshot.ts'
import type { Bytes } from './byte-source.ts'
import { namesIn, printOf, removeFile, writeChecked } from './checked-file.ts'
import { parsedJson } from './parsed-json.ts'

/** What of a snapshot is known before it is written, and how to know the rest afterwards. */
export interface SnapshotAbout extends Pick<Snapshot, 'at' | 'database' | 'sequence'> {
  size(): LibrarySize
}

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
  content: Bytes,
  { size, ...about }: SnapshotAbout,
): Promise<Snapshot | null> {
  const id = `${about.at.replace(/[:.]/g, '-')}${SNAPSHOT}`
  const print = await writeChecked(folder, id, content)
  if (!print) return null
  const receipt: Receipt = { ...about, ...size(), ...print }
  const written = await writeChecked(folder, receiptOf(id), once(new TextEncoder().encode(JSON.stringify(receipt))))
  return written && { ...about, ...size(), id, bytes: print.bytes }
}

/** The snapshots that are what their receipts say, byte for byte, the newest first. One that cannot be read is none of them. */
export async function goodSnapshots(folder: FileSystemDirectoryHandle): Promise<readonly Snapshot[]> {
  return (await snapshotsIn(folder, isAsWritten)).good
}

/** The snapshots as long as their receipts say, the newest first: good enough to know when the next one is due. */
export async function apparentSnapshots(folder: FileSystemDirectoryHandle): Promise<readonly Snapshot[]> {
  return (await snapshotsIn(folder, () => Promise.resolve(true))).good
}

/** The file of a snapshot; `null` when it is gone. */
export async function snapshotFile(folder: FileSystemDirectoryHandle, id: string): Promise<Blob | null> {
  if (!id.endsWith(SNAPSHOT)) return null
  return fileNamed(folder, id)
}

/** Removes what is not to be kept, and what is no good snapshot. What cannot be read now stays, and so do files of other names. */
export async function tidySnapshots(
  folder: FileSystemDirectoryHandle,
  rules: Parameters<typeof snapshotsToKeep>[1],
): Promise<void> {
  const { good, unreadable } = await snapshotsIn(folder, isAsWritten)
  const kept = [...snapshotsToKeep(good, rules).map(({ id }) => id), ...unreadable]
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

type Check = (file: File, receipt: Receipt) => Promise<boolean>

async function isAsWritten(file: File, { sha256 }: Receipt): Promise<boolean> {
  return (await printOf(file)).sha256 === sha256
}

interface Found {
  readonly good: readonly Snapshot[]
  /** Names of those that the browser could not read: the disk may be failing, or another tab about them. */
  readonly unreadable: readonly string[]
}

async function snapshotsIn(folder: FileSystemDirectoryHandle, isRight: Check): Promise<Found> {
  const good: Snapshot[] = []
  const unreadable: string[] = []
  for (const name of await namesIn(folder)) {
    if (!name.endsWith(SNAPSHOT)) continue
    try {
      const snapshot = await checked(folder, name, isRight)
      if (snapshot) good.push(snapshot)
    } catch {
      unreadable.push(name)
    }
  }
  return { good: good.sort((a, b) => (a.at < b.at ? 1 : -1)), unreadable }
}

async function checked(folder: FileSystemDirectoryHandle, id: string, isRight: Check): Promise<Snapshot | null> {
  const [file, receipt] = [await fileNamed(folder, id), await fileNamed(folder, receiptOf(id))]
  if (!file || !receipt) return null
  const json = parsedJson(new Uint8Array(await receipt.arrayBuffer()))
  const parsed = v.safeParse(ReceiptSchema, json.ok ? json.value : null)
  if (!parsed.success) return null
  // The size first: a file that was cut need not be read.
  if (file.size !== parsed.output.bytes || !(await isRight(file, parsed.output))) return null
  const { sha256: _, ...about } = parsed.output
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
