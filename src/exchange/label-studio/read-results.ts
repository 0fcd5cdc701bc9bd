import * as v from 'valibot'
import { ClaimSchema, EvidenceSchema, NO_CLAIM } from '../../domain/annotation.ts'
import { textHash } from '../../domain/article-text.ts'
import { TimestampSchema, UuidSchema } from '../../domain/identifiers.ts'
import { VerdictSchema } from '../../domain/verdict.ts'
import { fail, succeed, type Result } from '../../domain/result.ts'
import { momentOf } from '../loose-json.ts'
import type { ForeignAnnotation, ForeignAuthor, ForeignPosition, SkippedItem } from '../foreign.ts'
import { countedKeys } from '../place-keys.ts'
import type { Offsets } from '../positions.ts'
import { readItem, TextSchema } from '../read-item.ts'

/** The text that was labelled, where the file has it. */
export type ReadingText = {
  readonly text: string
  readonly positions: (offsets: Offsets) => readonly ForeignPosition[]
  readonly words: (position: ForeignPosition) => string
} | null

/** Who did a piece of work on one task, and when, as the file has it. */
export interface Work {
  readonly completed_by?: unknown
  readonly created_at?: unknown
  readonly updated_at?: unknown
}

/** A result as the file has it, and where it stands there. */
export interface PlacedResult {
  readonly value: unknown
  readonly here: string
}

/**
 * The regions of one person's work, each with what is linked to it: choices may be the verdict, so they are labels; what was
 * typed is the rationale.
 */
export function readResults(results: readonly PlacedResult[], work: Work, reading: ReadingText) {
  const annotations = new Map<string, ForeignAnnotation>()
  const keyFor = countedKeys()
  const text = reading && textHash(reading.text)
  const skipped: SkippedItem[] = []
  const linked: { readonly result: ResultItem; readonly here: string }[] = []
  for (const { value, here } of results) {
    const result = readItem(ResultSchema, value, here)
    if (!result.ok) skipped.push(result.problem)
    else if (LINKED.has(result.value.type)) linked.push({ result: result.value, here })
    else {
      const region = readRegion(result.value, {
        work,
        reading,
        here,
        keyFor: (words, start, end) => keyFor(`${text ?? textHash(words)} ${start ?? words} ${end ?? ''}`),
      })
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
  globalOffsets: v.optional(v.unknown()),
  text: v.optional(TextSchema, ''),
  labels: v.optional(Texts),
  hypertextlabels: v.optional(Texts),
})
const PageOffsetsSchema = v.object({ start: v.number(), end: v.number() })
const AdditionSchema = v.object({ text: v.optional(Texts, []), choices: v.optional(Texts, []) })

interface Around {
  readonly work: Work
  readonly reading: ReadingText
  readonly here: string
  /** Names what has no identifier. */
  readonly keyFor: (words: string, start: number | null, end: number | null) => string
}

function readRegion(
  result: ResultItem,
  { work, reading, here, keyFor }: Around,
): Result<ForeignAnnotation, SkippedItem> {
  if (!REGIONS.has(result.type)) return fail({ place: here, reason: { kind: 'other-kind', what: result.type } })
  const region = readItem(RegionSchema, result.value, `${here}.value`)
  if (!region.ok) return region
  const { start, end, text: quoted, labels, hypertextlabels, globalOffsets } = region.value
  const offsets = start === null || end === null ? null : { start, end }
  // Of a page the text is not known: its offsets count where the words are those that stand there.
  const meant = offsets ?? (quoted === '' ? null : pageOffsetsOf(globalOffsets))
  const positions = (meant && reading?.positions(meant)) ?? []
  if (quoted === '' && positions.length === 0) {
    return fail({ place: here, reason: { kind: reading && offsets ? 'outside-text' : 'no-statement' } })
  }
  const said = quotedIn(reading, positions, quoted)
  const { own, notes } = readMeta(result.meta)
  const given = labels ?? hypertextlabels ?? []
  // Label Studio names whoever brought the file as the author of all of it; who corrected a label is the author of that.
  const isTheirs = own !== null && (work.completed_by == null || given.includes(own.verdict))
  const times = isTheirs ? own : { created: momentOf(work.created_at), modified: momentOf(work.updated_at) }
  return succeed({
    key: result.id ?? keyFor(quoted, start, end),
    place: here,
    author: isTheirs ? own.reviewer : authorOf(work.completed_by),
    ...said,
    labels: given.filter(label => label !== ''),
    tags: own ? notes : [],
    rationale: own ? '' : notes.join('\n'),
    claim: own?.claim ?? NO_CLAIM,
    evidence: own?.evidence ?? [],
    created: times.created,
    modified: times.modified,
  })
}

function pageOffsetsOf(globalOffsets: unknown): Offsets | null {
  const parsed = v.safeParse(PageOffsetsSchema, globalOffsets)
  return parsed.success ? parsed.output : null
}

/**
 * The words of a region and where they may stand. Label Studio quotes a line break as a backslash and an n, and white space as a
 * browser shows it: words that differ in that alone are the same.
 */
function quotedIn(reading: ReadingText, positions: readonly ForeignPosition[], quoted: string) {
  if (quoted === '' || !reading) {
    return { quote: quoted === '' ? null : quoteOf(quoted.replaceAll('\\n', '\n')), positions }
  }
  const exactly = positions.filter(position => reading.words(position) === quoted)
  if (exactly.length > 0) return { quote: quoteOf(quoted), positions: exactly }
  const evenly = positions.filter(position => even(reading.words(position)) === even(quoted))
  if (evenly[0]) return { quote: quoteOf(reading.words(evenly[0])), positions: evenly }
  return { quote: quoteOf(reading.text.includes(quoted) ? quoted : quoted.replaceAll('\\n', '\n')), positions: [] }
}

function quoteOf(exact: string) {
  return { exact, prefix: '', suffix: '' }
}

function even(words: string): string {
  return words.replace(/(?:\\n|\s)+/gu, ' ').trim()
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
