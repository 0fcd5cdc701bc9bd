import type { Backup, BackupOrigin, BackupProblem, BackupRow } from '../../domain/backup.ts'
import { fail, type Result } from '../../domain/result.ts'
import { createBreather } from '../breather.ts'
import { BackupFault } from './backup-fault.ts'
import { bytesOf, byteSource, type Bytes, type ByteSource } from './byte-source.ts'
import { decodeBackup } from './decode-backup.ts'
import { encodeBackup } from './encode-backup.ts'
import { decrypted, encrypted, isEncrypted } from './encryption.ts'
import { createRowCheck } from './row-check.ts'
import { canGzip, isGzip, packed, unpacked } from './gzip.ts'

/** How a file is to be made. */
export interface FileOptions {
  /** Encrypts it. */
  readonly passphrase?: string | null
  /** Is told of rows that make no sense: with them nobody could read the backup, so they are left out. */
  readonly onOmitted?: (rows: number) => void
  /** Lets the page answer; called often. */
  readonly breathe?: () => Promise<void>
}

/** The bytes of a backup file: packed where the browser can, encrypted when there is a passphrase. */
export function backupFile(
  origin: BackupOrigin,
  rows: AsyncIterable<readonly BackupRow[]>,
  { passphrase = null, onOmitted = () => {}, breathe = createBreather() }: FileOptions = {},
): Bytes {
  const plain = encodeBackup(origin, soundRows(rows, onOmitted, breathe), breathe)
  const small = canGzip() ? packed(plain) : plain
  return passphrase === null ? small : encrypted(small, passphrase)
}

async function* soundRows(
  rows: AsyncIterable<readonly BackupRow[]>,
  onOmitted: (rows: number) => void,
  breathe: () => Promise<void>,
): AsyncGenerator<readonly BackupRow[], undefined> {
  const check = createRowCheck()
  for await (const some of rows) {
    const sound: BackupRow[] = []
    for (const row of some) {
      await breathe()
      if (check(row).ok) sound.push(row)
    }
    onOmitted(some.length - sound.length)
    yield sound
  }
}

/** Reads a backup file and checks all of it. How it was written is known from what it holds, not from its name. */
export async function readBackupFile(file: Blob, passphrase: string | null): Promise<Result<Backup, BackupProblem>> {
  try {
    const source = byteSource(bytesOf(file.stream()))
    const isSecret = await isEncrypted(source)
    const inner = isSecret ? byteSource(decrypted(source, passphrase)) : source
    return await decodeBackup(whateverIsPacked(inner), { isEncrypted: isSecret })
  } catch (error) {
    if (error instanceof BackupFault) return fail(error.problem)
    if (isFileError(error)) return fail({ kind: 'unreadable' })
    throw error
  }
}

async function* whateverIsPacked(source: ByteSource): Bytes {
  yield* isGzip(await source.peek(2)) ? unpacked(source.rest()) : source.rest()
}

// Moved, changed or forbidden since it was chosen.
function isFileError(error: unknown): boolean {
  return error instanceof DOMException && FILE_ERRORS.has(error.name)
}

const FILE_ERRORS = new Set(['NotReadableError', 'NotFoundError', 'NotAllowedError', 'SecurityError', 'AbortError'])
