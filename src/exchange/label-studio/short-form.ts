import { fieldOf, isLooseObject, type LooseObject } from '../loose-json.ts'
import type { PlacedResult, Work } from './read-results.ts'

/** One person's work on one task in Label Studio's short form (JSON-MIN): what was labelled stands among the task's own fields. */
export interface ShortTask {
  readonly data: LooseObject
  readonly work: Work
  readonly results: readonly PlacedResult[]
}

/** What of a list is a task in the short form; `null` where it is something else. `place` is where it stands in the file. */
export function shortTaskOf(value: unknown, place: string): ShortTask | null {
  if (!isLooseObject(value) || isLooseObject(value['data']) || !NAMES.some(name => Object.hasOwn(value, name)))
    return null
  const results = Object.entries(value).flatMap(([name, field]) => resultsIn(name, field, `${place}.${name}`))
  if (results.length === 0) return null
  const work = { completed_by: value['annotator'], created_at: value['created_at'], updated_at: value['updated_at'] }
  const data = Object.fromEntries(Object.entries(value).filter(([name]) => !TIMES.includes(name)))
  return { data, work, results }
}

const NAMES = ['annotator', 'annotation_id'] // who has labelled, and in which annotation
const TIMES = ['created_at', 'updated_at']

function resultsIn(name: string, field: unknown, place: string): readonly PlacedResult[] {
  if (!Array.isArray(field)) return isResult(field) ? [resultOf(name, field, place)] : []
  return field.flatMap((item, index) => (isResult(item) ? [resultOf(name, item, `${place}[${index}]`)] : []))
}

/** A task may have objects of its own, such as the turns of a conversation: they have no labels. */
function isResult(item: unknown): item is LooseObject {
  return isLooseObject(item) && Object.keys(item).some(name => /(?:labels|choices|taxonomy)$/.test(name))
}

function resultOf(name: string, item: LooseObject, here: string): PlacedResult {
  const isRegion = fieldOf(item, 'labels', 'hypertextlabels') !== undefined && fieldOf(item, 'start') !== undefined
  const type = isRegion ? 'labels' : Object.hasOwn(item, 'choices') ? 'choices' : name.toWellFormed()
  return { value: { type, value: item }, here }
}
