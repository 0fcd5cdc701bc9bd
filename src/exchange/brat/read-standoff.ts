import { NO_CLAIM } from '../../domain/annotation.ts'
import { textHash } from '../../domain/article-text.ts'
import { fail, succeed, type Result } from '../../domain/result.ts'
import type { ForeignAnnotation, SkippedItem } from '../foreign.ts'
import { placeKeys } from '../place-keys.ts'
import { positionsIn, wordsAt } from '../positions.ts'
import { malformed } from '../read-item.ts'
import { NOTES, readNote } from './brat-lines.ts'

/** Whether a text is made of brat's lines: its first one is, and at least one is a label. */
export function isStandoff(text: string): boolean {
  const first = /^\s*([^\n]*)/.exec(text)?.[1] ?? ''
  return ANY_LINE.test(first) && /^T\d+\t\S+ \d+ \d+/m.test(text)
}

/** What an `.ann` file says of a text, `null` where that did not come with it. `prefix` begins every place. */
export function readStandoff(standoff: string, text: string | null, prefix: string) {
  const labels = new Map<string, Label>()
  const skipped: SkippedItem[] = []
  const linked: Linked[] = []
  const triggers = new Map<string, string>()
  const readPlace = placeReader(text)
  for (const [index, line] of standoff.split('\n').entries()) {
    const place = `${prefix}line ${index + 1}`
    const words = line.replace(/\r$/, '')
    if (words.trim() === '') continue
    const label = LABEL.exec(words)
    const link = LINKED.exec(words)
    const [, event, trigger] = EVENT.exec(words) ?? []
    if (event !== undefined && trigger !== undefined) triggers.set(event, trigger)
    if (label) {
      const [, id = '', type = '', spans = '', quoted = ''] = label
      const found = readPlace(spans, quoted, place)
      if (!found.ok) skipped.push(found.problem)
      else if (labels.has(id)) skipped.push({ place, reason: { kind: 'repeated' } })
      else
        labels.set(id, { ...NOTHING_SAID, ...found.value, place, labels: [type.toWellFormed()], notes: [], tags: [] })
    } else if (link) {
      const [, kind = '', type = '', target = '', , value = '', note = ''] = link
      linked.push({ place, kind: kind[0] ?? '', type, target, said: kind.startsWith('#') ? note : value })
    } else {
      const what = OTHER_KINDS[words[0] ?? '']
      const isOther = what !== undefined && ANY_LINE.test(words)
      skipped.push(
        isOther ? { place, reason: { kind: 'other-kind', what } } : malformed(place, 'must be a line of brat'),
      )
    }
  }
  for (const link of linked) {
    const label = labels.get(triggers.get(link.target) ?? link.target)
    if (label) attach(link, label)
    else skipped.push({ place: link.place, reason: { kind: 'no-statement' } })
  }
  return { annotations: [...labels.values()].map(withNotes), skipped }
}

const ANY_LINE = /^(?:[TREAMN]\d+|#\d*|\*)\t\S/
const LABEL = /^(T\d+)\t(\S+) (\d+ \d+(?:;\d+ \d+)*)(?:\t(.*))?$/s
const LINKED = /^([AM]\d+|#\d*)\t(\S+) (\S+)(?:( )([^\t]*))?(?:\t(.*))?$/s
const EVENT = /^(E\d+)\t[^\s:]+:(T\d+)(?:\s|$)/ // the words that tell an event come first, then who takes part
const OTHER_KINDS: Readonly<Record<string, string>> = {
  R: 'relation',
  E: 'event',
  '*': 'equivalence',
  N: 'normalisation',
}

/** An annotation while its notes are being gathered. */
interface Label extends Omit<ForeignAnnotation, 'tags'> {
  readonly notes: string[]
  readonly tags: string[]
  author: ForeignAnnotation['author']
}

interface Linked {
  readonly place: string
  /** `A` or `M`, an attribute, or `#`, a note. */
  readonly kind: string
  readonly type: string
  readonly target: string
  readonly said: string
}

const NOTHING_SAID = {
  author: { id: '', name: '' },
  rationale: '',
  claim: NO_CLAIM,
  evidence: [],
  created: '',
  modified: '',
} as const satisfies Partial<ForeignAnnotation>

/** Adds an attribute or a note to the annotation it is about. */
function attach({ kind, type, said }: Linked, label: Label) {
  const note = readNote(said)
  if (kind !== '#') label.tags.push(said === '' ? type : `${type}: ${said}`)
  else if (type === NOTES.rationale) label.notes.push(note)
  else if (type === NOTES.tags) label.tags.push(...note.split('\n').filter(tag => tag !== ''))
  else if (type === NOTES.reviewer) label.author = { id: '', name: note }
  else label.notes.push(`${type}: ${note.trim()}`)
}

function withNotes({ notes, ...label }: Label): ForeignAnnotation {
  return { ...label, rationale: notes.join('\n') }
}

type Place = Pick<ForeignAnnotation, 'key' | 'quote' | 'positions'>

/** Reads where labels are: of one text, of which every label gets a name of its own. */
function placeReader(text: string | null) {
  const known = text === null ? null : { text, positions: positionsIn(text), words: wordsAt(text) }
  const keyFor = placeKeys(text === null ? '' : textHash(text))
  return (spans: string, quoted: string, place: string): Result<Place, SkippedItem> => {
    const fragments = spans.split(';').map(span => span.split(' ').map(Number))
    const [start = 0] = fragments[0] ?? []
    const [, end = 0] = fragments.at(-1) ?? []
    const gaps = fragments.slice(1).map(([from = 0], index) => ({ start: fragments[index]?.[1] ?? 0, end: from }))
    const whole = { start, end }
    if (known === null) {
      if (gaps.some(gap => gap.end - gap.start > LONGEST_UNSEEN_GAP || gap.end < gap.start)) return fail(torn(place))
      if (!(start < end) || quoted === '') return fail({ place, reason: { kind: 'no-statement' } })
      const positions = [{ unit: 'code-points', ...whole }] as const
      return succeed({ key: keyFor(start, end), quote: quoteOf(quoted), positions })
    }
    const found = known.positions(whole)
    const agreeing = found.filter(position => isQuoted(known.words(position), quoted))
    const position = agreeing[0]
    if (!position && quoted === '') return fail({ place, reason: { kind: 'outside-text' } })
    // Only the words between fragments that white space parts are one statement.
    const isTorn = gaps.some(gap => {
      const unit = position?.unit ?? 'code-points'
      return gap.end < gap.start || !isBlank(known.words({ unit, ...gap }))
    })
    if (isTorn) return fail(torn(place))
    const quote = quoteOf(position ? known.words(position) : quoted)
    return succeed({ key: keyFor(start, end), quote, positions: agreeing })
  }
}

const LONGEST_UNSEEN_GAP = 2 // characters; without the text, more than a line break and a blank may be words

function torn(place: string): SkippedItem {
  return { place, reason: { kind: 'other-kind', what: 'discontinuous span' } }
}

function quoteOf(exact: string) {
  return { exact: exact.toWellFormed(), prefix: '', suffix: '' }
}

/** Whether words are those that a label quotes: line breaks become blanks there, and some programs break the line with the words. */
function isQuoted(words: string, quoted: string): boolean {
  if (quoted === '') return true
  const [here, there] = [evenly(words), evenly(quoted)]
  return here === there || (/[\r\n]/.test(words) && here.startsWith(`${there} `))
}

function evenly(words: string): string {
  return words.replace(WHITE, ' ').trim()
}

function isBlank(words: string): boolean {
  return evenly(words) === ''
}

// eslint-disable-next-line no-control-regex -- separators are among what ends lines
const WHITE = /[\s\u001c-\u001e\u0085]+/g
