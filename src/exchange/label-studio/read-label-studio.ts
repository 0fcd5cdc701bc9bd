import * as v from 'valibot'
import { isWebAddress } from '../../domain/article-content.ts'
import type { DecodeProblem } from '../../domain/decode-problem.ts'
import { fail, succeed, type Result } from '../../domain/result.ts'
import type { Reading } from '../codec.ts'
import type { ForeignAnnotation, ForeignDocument, SkippedItem } from '../foreign.ts'
import type { Incoming } from '../incoming.ts'
import { positionsIn, wordsAt } from '../positions.ts'
import { readItem, TextSchema } from '../read-item.ts'
import { MAX_SET_LENGTH } from '../w3c-set.ts'
import { readResults, type ReadingText } from './read-results.ts'
import { shortTaskOf, type ShortTask } from './short-form.ts'

const TASKS_LOOKED_AT = 5 // the first may be broken; a file of another kind shows it soon

/** Whether a file holds tasks: data with a list of annotations or predictions, or the short form. */
export function recognisesLabelStudio({ files: [file, ...others] }: Incoming): boolean {
  if (others.length > 0) return false
  return tasksOf(file?.json)
    .slice(0, TASKS_LOOKED_AT)
    .some(task => {
      const parsed = v.safeParse(TaskSchema, task)
      if (!parsed.success) return shortTaskOf(task, '') !== null
      return LISTS.some(name => parsed.output[name] !== undefined) || parsed.output.predictions
    })
}

/** What people have labelled in a file's tasks; what a model predicted is not theirs and is listed as left out. */
export function readLabelStudio({ files: [file] }: Incoming): Result<Reading, DecodeProblem> {
  if ((file?.text?.length ?? 0) > MAX_SET_LENGTH) return fail({ kind: 'too-large', limit: MAX_SET_LENGTH })
  const documents: ForeignDocument[] = []
  const skipped: SkippedItem[] = []
  for (const [index, value] of tasksOf(file?.json).entries()) {
    const place = Array.isArray(file?.json) ? `[${index}]` : 'task'
    const short = shortTaskOf(value, place)
    if (short) {
      documents.push(readShortTask(short, skipped))
      continue
    }
    const task = readItem(TaskSchema, value, place)
    if (task.ok) documents.push(readTask(task.value, place, skipped))
    else skipped.push(task.problem)
  }
  return succeed({ kind: 'foreign', file: { documents, skipped } })
}

function tasksOf(json: unknown): readonly unknown[] {
  return Array.isArray(json) ? json : [json]
}

const List = v.optional(v.array(v.unknown()))
const LISTS = ['annotations', 'completions'] as const // what annotations were called in the first versions
const DataSchema = v.custom<Readonly<Record<string, unknown>>>(
  data => typeof data === 'object' && data !== null && !Array.isArray(data),
  'must be an object',
)
const TaskSchema = v.object({ data: DataSchema, annotations: List, completions: List, predictions: List })

type Task = v.InferOutput<typeof TaskSchema>

const AnnotationSchema = v.object({
  result: v.array(v.unknown()),
  was_cancelled: v.optional(v.unknown()),
  completed_by: v.optional(v.unknown()),
  created_at: v.optional(v.unknown()),
  updated_at: v.optional(v.unknown()),
})

function readTask(task: Task, place: string, skipped: SkippedItem[]): ForeignDocument {
  const text = textOf(task.data)
  const reading = readingOf(text)
  const annotations: ForeignAnnotation[] = []
  for (const name of LISTS) {
    for (const [index, value] of (task[name] ?? []).entries()) {
      const here = `${place}.${name}[${index}]`
      const annotation = readItem(AnnotationSchema, value, here)
      if (!annotation.ok) skipped.push(annotation.problem)
      else if (annotation.value.was_cancelled === true) skipped.push(otherKind(here, 'cancelled annotation'))
      else {
        const results = annotation.value.result.map((item, at) => ({ value: item, here: `${here}.result[${at}]` }))
        const read = readResults(results, annotation.value, reading)
        for (const item of read.annotations) annotations.push(item)
        for (const item of read.skipped) skipped.push(item)
      }
    }
  }
  for (const index of (task.predictions ?? []).keys()) {
    skipped.push(otherKind(`${place}.predictions[${index}]`, 'prediction'))
  }
  return { ...detailsOf(task.data), text, annotations }
}

function readShortTask({ data, results, work }: ShortTask, skipped: SkippedItem[]): ForeignDocument {
  const text = textOf(data)
  const read = readResults(results, work, readingOf(text))
  for (const item of read.skipped) skipped.push(item)
  return { ...detailsOf(data), text, annotations: read.annotations }
}

function detailsOf({ title, source, language, text_sha256 }: Readonly<Record<string, unknown>>) {
  return {
    title: textOr(title),
    sourceUrl: textOr(source),
    language: textOr(language),
    textHash: textOr(text_sha256),
  }
}

/**
 * Which of a task's fields was labelled stands in the project's settings, not in the file: the one that is called `text`, else
 * the longest. An address of a text or a web page is not the text, and a page's markup is not what was read.
 */
function textOf(data: Readonly<Record<string, unknown>>): string | null {
  const texts = Object.entries(data).filter((entry): entry is [string, string] => v.is(TextSchema, entry[1]))
  const named = texts.find(([name]) => name === 'text')
  const [name, text] =
    named ?? texts.reduce<readonly [string, string]>((a, b) => (b[1].length > a[1].length ? b : a), ['', ''])
  const isAddress = !/\s/u.test(text) && isWebAddress(text)
  const isElsewhere = (isAddress || MARKUP.test(text)) && data['text_sha256'] === undefined
  return text === '' || name === 'html' || isElsewhere ? null : text
}

const MARKUP = /^\s*<(?:!doctype\b|[a-z][a-z\d]*[\s>])[^]*<\/[a-z][a-z\d]*\s*>\s*$/i // from one tag to another

function readingOf(text: string | null): ReadingText {
  if (text === null) return null
  return { text, positions: positionsIn(text), words: wordsAt(text) }
}

function otherKind(place: string, what: string): SkippedItem {
  return { place, reason: { kind: 'other-kind', what } }
}

function textOr(value: unknown): string {
  return typeof value === 'string' ? value.toWellFormed() : ''
}
