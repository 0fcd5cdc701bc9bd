import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import * as v from 'valibot'
import {
  BACKED_UP_STORES,
  type BackedUp,
  type BackedUpStore,
  type Backup,
  type BackupProblem,
  type BackupRow,
} from '../../domain/backup.ts'
import { placeOf } from '../../domain/json-guard.ts'
import { fail, succeed, type Result } from '../../domain/result.ts'
import { damageOf } from '../../domain/schema-damage.ts'
import { BackupFault } from './backup-fault.ts'
import { END_SCHEMAS } from './backup-format.ts'
import type { Bytes } from './byte-source.ts'
import { parsedJson } from './parsed-json.ts'
import { readHeader, type Header } from './read-header.ts'
import { readLines, type Line } from './read-lines.ts'
import { createRowCheck, type RowDamage } from './row-check.ts'
import { StreamFault } from './stream-fault.ts'
import { upgradedRow } from './upgraded-row.ts'
import { createBreather } from '../breather.ts'

/**
 * Reads an unpacked backup to its end and checks all of it. Nothing of it counts as good before the checksum has been
 * compared; what could be read of a broken one comes with the problem.
 */
export async function decodeBackup(
  bytes: Bytes,
  { isEncrypted }: { readonly isEncrypted: boolean },
): Promise<Result<Backup, BackupProblem>> {
  const reading = createReading(isEncrypted)
  const breathe = createBreather()
  try {
    for await (const line of readLines(bytes)) {
      reading.take(line)
      await breathe()
    }
    return reading.end()
  } catch (error) {
    return fail(reading.brokenOff(error))
  }
}

/** A backup as far as it was read. */
interface Reading {
  /** Throws a `BackupFault` when this is no backup that can be read. */
  take(line: Line): void
  end(): Result<Backup, BackupProblem>
  brokenOff(error: unknown): BackupProblem
}

function createReading(isEncrypted: boolean): Reading {
  const lists: { readonly [Store in BackedUpStore]: BackedUp[Store][] } = {
    ...{ reviewers: [], settings: [], articles: [], revisions: [] },
    ...{ shelf: [], tallies: [], viewStates: [], versions: [], withheld: [], originals: [], trustedKeys: [] },
  }
  const check = createRowCheck()
  const checksum = sha256.create()
  let lines = 0
  let skipped = 0
  let header: Header | null = null
  let firstDamage: (RowDamage & { readonly line: number }) | null = null
  let end: { readonly isRight: boolean } | null = null

  function take({ bytes, isWhole }: Line): void {
    lines += 1
    if (header === null) header = readHeader(bytes)
    else if (!isWhole) return // cut: no damage of its own
    else if (end) note({ path: [], flaw: { kind: 'after-the-end' } })
    else if (takeRow(bytes, header) === 'end') return
    checksum.update(bytes).update(LINE_FEED)
  }

  function takeRow(bytes: Uint8Array, { formatVersion }: Header): 'row' | 'end' {
    const json = parsedJson(bytes)
    if (json.ok && isEnd(json.value)) {
      end = { isRight: isRightEnd(json.value, formatVersion) }
      return 'end'
    }
    const row = json.ok ? check(upgradedRow(json.value, formatVersion)) : json
    if (row.ok) {
      const list: BackupRow['value'][] = lists[row.value.store]
      list.push(row.value.value)
    } else {
      skipped += 1
      note(row.problem)
    }
    return 'row'
  }

  function isRightEnd(json: unknown, version: Header['formatVersion']): boolean {
    const parsed = v.safeParse<EndSchema>(END_SCHEMAS[version], json, { abortEarly: true })
    if (!parsed.success) {
      note(damageOf(parsed.issues[0]))
      return false
    }
    const { counts, sha256: expected } = parsed.output.end
    const isCounted = BACKED_UP_STORES.every(store => lists[store].length === (counts[store] ?? 0))
    if (!isCounted && skipped === 0) note({ path: ['end', 'counts'], flaw: { kind: 'wrong-counts' } })
    return bytesToHex(checksum.clone().digest()) === expected
  }

  function note({ path, flaw }: RowDamage): void {
    firstDamage ??= { path, flaw, line: lines }
  }

  function readable(): Backup | null {
    if (header === null || lists.articles.length + lists.versions.length === 0) return null
    return { origin: header.origin, contents: lists, isEncrypted, skipped }
  }

  return {
    take,
    end() {
      if (header === null) return fail({ kind: 'not-a-backup' })
      if (firstDamage) return fail(damaged(firstDamage, readable()))
      if (!end) return fail({ kind: 'truncated', readable: readable() })
      if (!end.isRight) return fail({ kind: 'wrong-checksum', readable: readable() })
      return succeed({ origin: header.origin, contents: lists, isEncrypted, skipped })
    },
    brokenOff(error) {
      if (error instanceof BackupFault) return error.problem
      if (!(error instanceof StreamFault)) throw error
      if (firstDamage) return damaged(firstDamage, readable())
      if (error.kind === 'cut') return { kind: 'truncated', readable: readable() }
      return damaged({ line: lines + 1, path: [], flaw: { kind: error.kind } }, readable())
    },
  }
}

type EndSchema = v.GenericSchema<
  unknown,
  { end: { counts: Readonly<Partial<Record<BackedUpStore, number>>>; sha256: string } }
>

const LINE_FEED = new Uint8Array([0x0a])

function isEnd(json: unknown): boolean {
  return typeof json === 'object' && json !== null && Object.hasOwn(json, 'end')
}

function damaged({ line, path, flaw }: RowDamage & { readonly line: number }, readable: Backup | null): BackupProblem {
  return { kind: 'damaged', line, place: placeOf(path), flaw, readable }
}
