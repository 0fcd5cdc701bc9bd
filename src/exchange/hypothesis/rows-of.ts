import type { DecodeProblem } from '../../domain/decode-problem.ts'
import { fail, succeed, type Result } from '../../domain/result.ts'
import { fieldOf, isLooseObject } from '../loose-json.ts'

/** An annotation, page note or reply, or what stands in its place. */
export interface Row {
  readonly value: unknown
  readonly place: string
}

/** Whether this is an answer of the Hypothesis service, an export of its client, a list of its annotations, or one. */
export function isHypothesisFile(json: unknown): boolean {
  if (Array.isArray(json)) return json.some(isRow)
  const rows = fieldOf(json, 'rows')
  if (rows !== undefined) return isCount(fieldOf(json, 'total')) || (Array.isArray(rows) && rows.some(isRow))
  const annotations = fieldOf(json, 'annotations')
  if (annotations === undefined) return isRow(json)
  return fieldOf(json, ...CLIENT_FIELDS) !== undefined || (Array.isArray(annotations) && annotations.some(isRow))
}

/** What a file that is one of Hypothesis lists, each with its place. Fails where there should be a list and is none. */
export function rowsOf(json: unknown): Result<readonly Row[], DecodeProblem> {
  if (Array.isArray(json)) return succeed(rowsIn(json, ''))
  const name = ['rows', 'annotations'].find(field => fieldOf(json, field) !== undefined)
  if (name === undefined) return succeed([{ value: json, place: 'annotation' }])
  const list = fieldOf(json, name)
  if (!Array.isArray(list)) {
    return fail({ kind: 'damaged', place: name, flaw: { kind: 'unexpected', expected: 'must be a list' } })
  }
  // The service can be asked to give replies apart (`_separate_replies`).
  const replies = fieldOf(json, 'replies')
  return succeed([...rowsIn(list, name), ...(Array.isArray(replies) ? rowsIn(replies, 'replies') : [])])
}

const CLIENT_FIELDS = ['export_date', 'export_userid', 'client_version']

function isRow(value: unknown): boolean {
  return (
    isLooseObject(value) &&
    typeof fieldOf(value, 'uri') === 'string' &&
    ['user', 'group', 'permissions', 'target'].filter(name => fieldOf(value, name) !== undefined).length >= 2 &&
    fieldOf(value, 'type', '@type') === undefined
  )
}

function isCount(value: unknown): boolean {
  return typeof value === 'number'
}

function rowsIn(list: readonly unknown[], name: string): readonly Row[] {
  return list.map((value, index) => ({ value, place: `${name}[${index}]` }))
}
