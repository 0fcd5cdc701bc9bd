import * as v from 'valibot'
import type { BackupOrigin } from '../../domain/backup.ts'
import { findUnsafeJson } from '../../domain/json-guard.ts'
import { BackupFault } from './backup-fault.ts'
import { BACKUP_FORMAT, BACKUP_FORMAT_VERSION, HeaderSchema, type ReadVersion } from './backup-format.ts'
import { parsedJson } from './parsed-json.ts'

/** What the first line of a backup says. */
export interface Header {
  readonly origin: BackupOrigin
  readonly formatVersion: ReadVersion
}

/** Reads the first line of a backup. Throws a `BackupFault` when it is none, or one of a newer program. */
export function readHeader(line: Uint8Array): Header {
  const json = parsedJson(line)
  const header = json.ok ? envelopeOf(json.value) : null
  if (!header) throw new BackupFault({ kind: 'not-a-backup' })
  if (isNewer(header.formatVersion)) throw new BackupFault({ kind: 'newer-backup', version: header.formatVersion })
  const parsed = v.safeParse(HeaderSchema, header)
  if (!parsed.success || findUnsafeJson(header)) throw new BackupFault({ kind: 'not-a-backup' })
  const { formatVersion, created, database, sequence } = parsed.output
  return { origin: { created, database, sequence }, formatVersion }
}

function envelopeOf(json: unknown): { readonly formatVersion: unknown } | null {
  if (typeof json !== 'object' || json === null) return null
  const isOurs = Object.hasOwn(json, 'format') && (json as { format: unknown }).format === BACKUP_FORMAT
  return isOurs && Object.hasOwn(json, 'formatVersion') ? (json as { formatVersion: unknown }) : null
}

function isNewer(version: unknown): version is number {
  return Number.isSafeInteger(version) && (version as number) > BACKUP_FORMAT_VERSION
}
