import * as v from 'valibot'
import type { DamagedRow } from '../domain/library-damage.ts'
import type { RawRow } from './read-rows.ts'
import type { StoreName } from './schema.ts'

/** Rows that make sense, and what is wrong with the others. */
export interface Sifted<Row> {
  readonly sound: readonly Row[]
  readonly damaged: readonly DamagedRow[]
}

/** Tells the rows that are what the schema says from those that are not. */
export function siftRows<Row>(
  store: StoreName,
  rows: readonly RawRow[],
  schema: v.GenericSchema<unknown, Row>,
): Sifted<Row> {
  const sound: Row[] = []
  const damaged: DamagedRow[] = []
  for (const row of rows) {
    const fault = 'value' in row ? faultOf(row.value, schema) : row.unreadable
    if (fault === null) sound.push((row as { readonly value: Row }).value)
    else damaged.push(damagedRow(store, row, fault))
  }
  return { sound, damaged }
}

/** A row that is left out. */
export function damagedRow(store: StoreName, row: RawRow, detail: string): DamagedRow {
  return { store, key: keyText('key' in row ? row.key : keyWithin(store, row.value)), detail }
}

/** What is wrong with a row, in the schema's words; `null` when it is sound. */
export function faultOf(value: unknown, schema: v.GenericSchema): string | null {
  const parsed = v.safeParse(schema, value)
  if (parsed.success) return null
  // A field that this program does not know may come from a later one that shares the database.
  const issue = parsed.issues.find(({ expected }) => expected !== 'never')
  return issue ? `${v.getDotPath(issue) ?? ''}: ${issue.message}` : null
}

// All stores but the settings have their keys in the rows, under these names.
function keyWithin(store: StoreName, value: unknown): unknown {
  const { article, annotation, revision, id, hash, device, fingerprint } = (value ?? {}) as Readonly<
    Record<string, unknown>
  >
  const named = store === 'originals' ? [article, revision, hash] : [article, annotation, id, hash, device, fingerprint]
  const parts = named.filter(part => part !== undefined)
  return parts.length === 1 ? parts[0] : parts
}

function keyText(key: unknown): string {
  return typeof key === 'string' ? key : JSON.stringify(key)
}
