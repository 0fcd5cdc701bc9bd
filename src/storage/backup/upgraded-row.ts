import { UNKNOWN_DETAILS } from '../../domain/article.ts'
import type { ReadVersion } from './backup-format.ts'

/** A row of a backup of this version as the present version has it. What is no row comes back as it is, to be refused. */
export function upgradedRow(row: unknown, version: ReadVersion): unknown {
  if (version !== 1 || !isObject(row) || row['store'] !== 'articles' || !isObject(row['value'])) return row
  return { ...row, value: { ...UNKNOWN_DETAILS, ...row['value'] } }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
