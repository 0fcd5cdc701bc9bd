import * as v from 'valibot'
import { ClaimSchema, EvidenceSchema, NO_CLAIM } from '../../domain/annotation.ts'
import { textHash } from '../../domain/article-text.ts'
import { TimestampSchema, UuidSchema } from '../../domain/identifiers.ts'
import { VerdictSchema } from '../../domain/verdict.ts'
import { fail, succeed, type Result } from '../../domain/result.ts'
import { momentOf } from '../loose-json.ts'
import type { ForeignAnnotation, ForeignAuthor, ForeignPosition, SkippedItem } from '../foreign.ts'
import type { Offsets } from '../positions.ts'
import { readItem, TextSchema } from '../read-item.ts'

/** The text that was labelled, where the file has it. */
export type ReadingText = {
  readonly text: string
  readonly positions: (offsets: Offsets) => readonly ForeignPosition[]
  readonly words: (position: ForeignPosition) => string
} | null

/** One person's work on one task, as the file has it. */
export interface Work {
  readonly result: readonly unknown[]
  readonly completed_by?: unknown
  readonly created_at?: unknown
  readonly updated_at?: unknown
}

/**
 * The regions of one person's work, each with what is linked to it: choices may be the verdict, so they are labels; what was
 * typed is the rationale.
 */
export function readResults(work: Work, reading: ReadingText, place: string) {
  const annotations = new Map<string, ForeignAnnotation>()
  const skipped: SkippedItem[] = []
  const linked: { readonly result: ResultItem; readonly here: string }[] = []
  for (const [index, value] of work.result.entries()) {
    const here = `${place}.result[${index}]`
    const result = readItem(ResultSchema, value, here)
    if (!result.ok) skipped.push(result.problem)
    else if (LINKED.has(result.value.type)) linked.push({ result: result.value, here })
    else {
      const region = readRegion(result.value, { work, reading, here })
      if (!region.ok) skipped.push(region.problem)
      else if (annotations.has(region.value.key)) skipped.push({ place: here, reason: { kind: 'repeated' } })
      else annotations.set(region.value.key, region.value)
    }
  }
  for (const { result, here } of linked) {
    const key = [result.id, result.parentID].find(id => annotations.has(id ?? '')) ?? ''
    const region = annotations.get(key)
    const addition = readItem(AdditionSchema, result.value, `${here}.value`)
    if (!addition.ok) skipped.push(addition.problem)
    else if (!region) skipped.push({ place: here, reason: { kind: 'no-statement' } })
    else annotations.set(key, withAddition(region, result.type, addition.value))
  }
  return { annotations: [...annotations.values()], skipped }
}

const LINKED = new Set(['choices', 'textarea'])
const REGIONS = new Set(['labels', 'hypertextlabels'])

const ResultSchema = v.object({
  id: v.optional(TextSchema),
  parentID: v.nullish(TextSchema),
  type: TextSchema,
  value: v.optional(v.unknown()),
  meta: v.optional(v.unknown()),
})

type ResultItem = v.InferOutput<typeof ResultSchema>

const Texts = v.union(
  [
    v.array(TextSchema),
    v.pipe(
      TextSchema,
      v.transform(text => [text]),
    ),
  ],
  'must be a text, or a list of texts',
)
// Some versions write numbers as texts; in web pages `start` and `end` are paths, and the numbers stand beside them.
const Offset = v.union(
  [
    v.pipe(v.number(), v.integer('must be a whole number')),
    v.pipe(v.string(), v.digits(), v.transform(Number)),
    v.pipe(
      v.string(),
      v.transform(() => null),
    ),
  ],
  'must be a whole number',
)
const RegionSchema = v.object({
  start: Offset,
  end: Offset,
  text: v.optional(TextSchema, ''),
  labels: v.optional(Texts),
  hypertextlabels: v.optional(Texts),
})
const AdditionSchema = v.object({ text: v.optional(Texts, []), choices: v.optional(Texts, []) })

interface Around {
  readonly work: Work
  readonly reading: ReadingText
  readonly here: string
}

function readRegion(result: ResultItem, { work, reading, here }: Around): Result<ForeignAnnotation, SkippedItem> {
  if (!REGIONS.has(result.type)) return fail({ place: here, reason: { kind: 'other-kind', what: result.type } })
  const region = readItem(RegionSchema, result.value, `${here}.value`)
  if (!region.ok) return region
  const { start, end, text: quoted, labels, hypertextlabels } = region.value
  const positions = start === null || end === null ? [] : (reading?.positions({ start, end }) ?? [])
  const agreeing = quoted === '' ? positions : positions.filter(position => reading?.words(position) === quoted)
  if (quoted === '' && positions.length === 0) {
    return fail({ place: here, reason: { kind: reading && start !== null ? 'outside-text' : 'no-statement' } })
  }
  const { own, notes } = readMeta(result.meta)
  const said = labels ?? hypertextlabels ?? []
  // Label Studio names whoever brought the file as the author of all of it; who corrected a label is the author of that.
  const isTheirs = own !== null && (work.completed_by == null || said.includes(own.verdict))
  const times = isTheirs ? own : { created: momentOf(work.created_at), modified: momentOf(work.updated_at) }
  return succeed({
    key: result.id ?? `${textHash(reading?.text ?? quoted)} ${start ?? ''} ${end ?? ''}`,
    place: here,
    author: isTheirs ? own.reviewer : authorOf(work.completed_by),
    quote: quoted === '' ? null : { exact: quoted, prefix: '', suffix: '' },
    positions: agreeing,
    labels: said.filter(label => label !== ''),
    tags: own ? notes : [],
    rationale: own ? '' : notes.join('\n'),
    claim: own?.claim ?? NO_CLAIM,
    evidence: own?.evidence ?? [],
    created: times.created,
    modified: times.modified,
  })
}

function withAddition(
  region: ForeignAnnotation,
  type: string,
  { text, choices }: v.InferOutput<typeof AdditionSchema>,
) {
  if (type === 'choices') return { ...region, labels: [...region.labels, ...choices.filter(choice => choice !== '')] }
  return { ...region, rationale: [region.rationale, ...text].filter(part => part !== '').join('\n') }
}

const NotesSchema = v.object({ text: Texts })
const OwnSchema = v.object({
  factmark: v.object({
    verdict: VerdictSchema,
    reviewer: v.object({ id: UuidSchema, name: v.string() }),
    created: TimestampSchema,
    modified: TimestampSchema,
    claim: ClaimSchema,
    evidence: v.array(EvidenceSchema),
  }),
})

/** What stands beside a region: notes, and in files that Factmark wrote all that Label Studio has no field for. */
function readMeta(meta: unknown) {
  const notes = v.safeParse(NotesSchema, meta)
  const own = v.safeParse(OwnSchema, meta)
  return {
    notes: notes.success ? notes.output.text.filter(note => note !== '') : [],
    own: own.success ? own.output.factmark : null,
  }
}

const PersonSchema = v.object({
  id: v.optional(v.union([v.number(), v.string()])),
  email: v.optional(v.string(), ''),
  first_name: v.optional(v.string(), ''),
  last_name: v.optional(v.string(), ''),
  username: v.optional(v.string(), ''),
})

/** A number counts the people of one Label Studio: it alone would be somebody else in another tool. */
function authorOf(completedBy: unknown): ForeignAuthor {
  if (typeof completedBy === 'number' || typeof completedBy === 'string') {
    return { id: `label-studio:${String(completedBy).toWellFormed()}`, name: '' }
  }
  const parsed = v.safeParse(PersonSchema, completedBy)
  if (!parsed.success) return { id: '', name: '' }
  const { id, email, first_name: first, last_name: last, username } = parsed.output
  const name = `${first} ${last}`.trim() || username || email
  const known = email || (id === undefined ? username : `label-studio:${id}`)
  return { id: known.toWellFormed(), name: name.toWellFormed() }
}
