import * as v from 'valibot'
import { NO_CLAIM } from '../domain/annotation.ts'
import type { AnnotationSet } from '../domain/annotation-set.ts'
import { articleText, textHash } from '../domain/article-text.ts'
import { newestRevision } from '../domain/article.ts'
import type { DecodeProblem } from '../domain/decode-problem.ts'
import { fail, succeed, type Result } from '../domain/result.ts'
import type { ChangeStates } from '../domain/statement.ts'
import type { Codec, Reading } from './codec.ts'
import { codePointsOf } from './code-points.ts'
import type { ForeignAnnotation, ForeignAuthor, ForeignDocument, SkippedItem } from './foreign.ts'
import type { Incoming, IncomingFile } from './incoming.ts'
import { placeKeys } from './place-keys.ts'
import { positionsIn } from './positions.ts'
import { malformed, readItem, TextSchema } from './read-item.ts'
import { placedAnnotations } from './shown-annotations.ts'
import { MAX_SET_LENGTH } from './w3c-set.ts'

/** doccano's JSON Lines for sequence labelling: a text and labels at places, nothing else about them. */
export const doccanoCodec: Codec = {
  id: 'doccano',
  writer: {
    extension: '.jsonl',
    mediaType: 'application/jsonl',
    fates: {
      rationales: 'left-out',
      claims: 'left-out',
      evidence: 'left-out',
      tags: 'left-out',
      reviewers: 'left-out',
      times: 'left-out',
      states: 'left-out',
      'not-in-text': 'left-out',
      'earlier-versions': 'left-out',
      marks: 'left-out',
      sessions: 'left-out',
      'earlier-texts': 'left-out',
    },
    encode: (set, { changes }) => encodeDoccano(set, changes),
  },
  reader: { recognises, read },
}

/**
 * One line: the set's newest text, and for each statement that it says `[start, end, verdict]` in code points, in the order of
 * the text. What doccano has no field for (title, source, language, the text's hash) it keeps beside the text as metadata.
 */
function encodeDoccano(set: AnnotationSet, changes: ChangeStates): string {
  const { title, sourceUrl, language } = set.article
  const text = articleText(newestRevision(set.revisions).content)
  const codePoints = codePointsOf(text)
  const label = placedAnnotations(set, changes).map(
    ({ place, content }) => [codePoints(place.from), codePoints(place.to), content.verdict] as const,
  )
  const meta = { title, source: sourceUrl, language, text_sha256: textHash(text) }
  return `${JSON.stringify({ id: 1, text, label, Comments: [], ...meta })}\n`
}

const LINES_LOOKED_AT = 5 // the first may be broken; a file of another kind shows it soon

function recognises({ files }: Incoming): boolean {
  return files.length > 0 && files.every(holdsExamples)
}

function holdsExamples(file: IncomingFile): boolean {
  for (const { value } of itemsOf(file, LINES_LOOKED_AT)) if (isExample(value)) return true
  return false
}

/** One file; or several, as doccano packs them, each with what one user has labelled. */
function read({ files }: Incoming): Result<Reading, DecodeProblem> {
  const length = files.reduce((sum, { text }) => sum + (text?.length ?? 0), 0)
  if (length > MAX_SET_LENGTH) return fail({ kind: 'too-large', limit: MAX_SET_LENGTH })
  const documents: ForeignDocument[] = []
  const skipped: SkippedItem[] = []
  for (const file of files) {
    const isOneOfSeveral = files.length > 1
    const author = isOneOfSeveral ? authorOf(file) : NOBODY
    for (const { place, value } of itemsOf(file)) {
      const example = exampleAt(isOneOfSeveral ? `${file.name}: ${place}` : place, value)
      if (!example.ok) skipped.push(example.problem)
      else {
        documents.push(writtenBy(author, example.value.document))
        for (const item of example.value.skipped) skipped.push(item)
      }
    }
  }
  return succeed({ kind: 'foreign', file: { documents, skipped } })
}

const NOBODY: ForeignAuthor = { id: '', name: '' }
const NOBODYS_FILES: ReadonlySet<string> = new Set(['all', 'unknown']) // doccano's names for everybody's labels and for nobody's

/** The user whose labels a file of several holds: it has their name. */
function authorOf({ name }: IncomingFile): ForeignAuthor {
  const user = name.replace(/^.*\//, '').replace(/\.[^.]*$/, '')
  return NOBODYS_FILES.has(user) ? NOBODY : { id: '', name: user }
}

function writtenBy(author: ForeignAuthor, document: ForeignDocument): ForeignDocument {
  if (author === NOBODY) return document
  return { ...document, annotations: document.annotations.map(annotation => ({ ...annotation, author })) }
}

function exampleAt(place: string, value: unknown): Result<ReadExample, SkippedItem> {
  return value === undefined ? fail(malformed(place, 'must be a line of JSON')) : readExample(value, place)
}

/** One text of a file, as JSON; `undefined` where it is none. */
interface Item {
  readonly place: string
  readonly value: unknown
}

/** The texts of a file: a list, one a line, or a single one. */
function* itemsOf({ json, text }: IncomingFile, limit = Infinity): Generator<Item> {
  if (Array.isArray(json)) {
    for (const [index, value] of json.slice(0, limit).entries()) yield { place: `[${index}]`, value }
    return
  }
  if (json !== undefined) {
    yield { place: 'line 1', value: json } // One text, on one line or on several.
    return
  }
  let looked = 0
  for (const { line, number } of linesOf(text ?? '')) {
    if (looked >= limit) return
    looked += 1
    yield { place: `line ${number}`, value: parsed(line) }
  }
}

/** Lines that are not blank, by their numbers from 1; cut one by one, so that a look at the first costs no more. */
function* linesOf(text: string) {
  let number = 0
  for (let from = 0; from < text.length;) {
    const found = text.indexOf('\n', from)
    const to = found < 0 ? text.length : found
    number += 1
    const line = text.slice(from, to).trim()
    if (line !== '') yield { line, number }
    from = to + 1
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined // Every engine words it differently, and none in words for a fact-checker.
  }
}

/** Labels of other tools stand in fields of the same names. */
function isExample(value: unknown): boolean {
  const found = v.is(ExampleSchema, value) ? labelsOf(value) : undefined
  if (found === undefined) return false
  const isLabel = (label: unknown) => v.is(LabelSchema, label)
  if (found.name === 'annotations') return found.list.some(isLabel)
  return found.list.length === 0 || found.list.some(label => typeof label === 'string' || isLabel(label))
}

const ListSchema = v.optional(v.array(v.unknown()))

// `data`, `labels` and `annotations` are what earlier versions wrote; spaCy's tuples stand in `entities` too.
const ExampleSchema = v.pipe(
  v.object({
    text: v.optional(TextSchema),
    data: v.optional(TextSchema),
    label: ListSchema,
    labels: ListSchema,
    entities: ListSchema,
    annotations: ListSchema,
    relations: v.optional(v.unknown()),
    cats: v.optional(v.unknown()),
    Comments: v.optional(v.unknown()),
    comments: v.optional(v.unknown()),
    title: v.optional(v.unknown()),
    source: v.optional(v.unknown()),
    language: v.optional(v.unknown()),
    text_sha256: v.optional(v.unknown()),
  }),
  v.check(({ text, data }) => (text ?? data) !== undefined, 'must hold a text'),
)

type Example = v.InferOutput<typeof ExampleSchema>

function labelsOf({ label, labels, entities, annotations }: Example) {
  const lists = { entities, label, labels, annotations }
  for (const [name, list] of Object.entries(lists)) if (list) return { name, list }
  return undefined
}

function readExample(value: unknown, place: string): Result<ReadExample, SkippedItem> {
  const example = readItem(ExampleSchema, value, place)
  if (!example.ok) return example
  const text = example.value.text ?? example.value.data ?? ''
  const { annotations, skipped } = readLabels(example.value, text, place)
  const { title, source, language, text_sha256 } = example.value
  const document = {
    text,
    title: textOr(title),
    sourceUrl: textOr(source),
    language: textOr(language),
    textHash: textOr(text_sha256),
    annotations,
  }
  return succeed({ document, skipped: [...skipped, ...besides(example.value, place)] })
}

interface ReadExample {
  readonly document: ForeignDocument
  readonly skipped: readonly SkippedItem[]
}

const Offset = v.pipe(v.number(), v.integer('must be a whole number'))
// Numbers in the database of one doccano: whoever knows it knows what they stand for.
const Name = v.union([TextSchema, v.pipe(v.number(), v.transform(String))])
const WholeSchema = v.object({ label: Name, user: Name, start_offset: v.optional(v.never()) })
const LabelSchema = v.union(
  [
    v.pipe(
      v.tuple([Offset, Offset, TextSchema]),
      v.transform(([start, end, label]) => ({ start, end, label, user: '' })),
    ),
    v.pipe(
      v.object({ start_offset: Offset, end_offset: Offset, label: Name, user: v.optional(Name, '') }),
      v.transform(({ start_offset: start, end_offset: end, label, user }) => ({ start, end, label, user })),
    ),
  ],
  'must be [start, end, label], or say start_offset, end_offset and label',
)

function readLabels(example: Example, text: string, place: string) {
  const { name, list } = labelsOf(example) ?? { name: 'label', list: [] }
  const positions = positionsIn(text)
  const keyFor = placeKeys(textHash(text))
  const annotations: ForeignAnnotation[] = []
  const skipped: SkippedItem[] = []
  for (const [index, value] of list.entries()) {
    const here = `${place}.${name}[${index}]`
    const isWhole = typeof value === 'string' || v.is(WholeSchema, value)
    const label = isWhole ? fail(aboutTheWhole(here)) : readItem(LabelSchema, value, here)
    const found = label.ok ? positions(label.value) : []
    if (!label.ok) skipped.push(label.problem)
    else if (found.length === 0) skipped.push({ place: here, reason: { kind: 'outside-text' } })
    else {
      const { start, end, label: said, user } = label.value
      const labels = said === '' ? [] : [said]
      const author = user === '' ? NOBODY : { id: '', name: `user ${user}` }
      annotations.push({ ...NOTHING_SAID, author, key: keyFor(start, end), place: here, positions: found, labels })
    }
  }
  return { annotations, skipped }
}

const NOTHING_SAID = {
  author: NOBODY,
  quote: null,
  tags: [],
  rationale: '',
  claim: NO_CLAIM,
  evidence: [],
  created: '',
  modified: '',
} as const satisfies Partial<ForeignAnnotation>

/** What says nothing of a statement: relations between labels, and labels of and remarks on the whole text. */
function besides({ relations, cats, Comments, comments }: Example, place: string): readonly SkippedItem[] {
  const other = { kind: 'other-kind', what: 'relation' } as const
  return [
    ...listOr(relations).map((_, index) => ({ place: `${place}.relations[${index}]`, reason: other })),
    ...listOr(cats).map((_, index) => aboutTheWhole(`${place}.cats[${index}]`)),
    ...listOr(Comments).map((_, index) => aboutTheWhole(`${place}.Comments[${index}]`)),
    ...listOr(comments).map((_, index) => aboutTheWhole(`${place}.comments[${index}]`)),
  ]
}

function aboutTheWhole(place: string): SkippedItem {
  return { place, reason: { kind: 'no-statement' } }
}

function listOr(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function textOr(value: unknown): string {
  return typeof value === 'string' ? value.toWellFormed() : ''
}
