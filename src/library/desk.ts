import type { Writing } from '../article-view/edit/writing.ts'
import type { ArticleContent } from '../domain/article-content.ts'
import type { ArticleFormat } from '../domain/intake-problem.ts'
import type { CapturedText } from '../domain/original.ts'
import type { ArticleDraft, IntakeNote } from '../intake/article-draft.ts'
import type { FileOutcome } from '../intake/read-files.ts'
import { describeIntakeProblem } from '../wording/intake-problems.ts'

/** What is asked of a person beside the text. `language` is `null` until one is chosen. */
export interface Details {
  readonly author: string
  readonly publisher: string
  readonly sourceUrl: string
  readonly published: string
  readonly modified: string
  readonly language: string | null
}

/** Where a text came from, if it was not typed. */
export interface WorkSource {
  /** `null` for what was pasted. */
  readonly fileName: string | null
  readonly format: ArticleFormat
  readonly notes: readonly IntakeNote[]
  readonly original: CapturedText
  /** The language that the file says, or that its text suggests. */
  readonly language: string
}

/** An article that is being made. */
export interface Work {
  readonly id: number
  /** What its editor begins with. */
  readonly start: ArticleContent | null
  /** What is written now; `null` as long as nothing was changed since the start. */
  readonly writing: Writing | null
  readonly details: Details
  readonly source: WorkSource | null
}

/** One line of the list of what was opened. */
export type Entry =
  | { readonly kind: 'work'; readonly work: Work }
  | { readonly kind: 'refused'; readonly id: number; readonly fileName: string; readonly sentence: string }
  | {
      readonly kind: 'elsewhere'
      readonly id: number
      readonly file: File
      readonly what: 'annotation-set' | 'backup'
    }

/** What lies on the page for new articles: one that is being written, or several that were opened together. */
export interface Desk {
  readonly entries: readonly Entry[]
  /** The one that is in the editor. */
  readonly current: Work
  /** What lay here before a file took its place. */
  readonly before: Desk | null
  readonly nextId: number
}

const NO_DETAILS: Details = {
  author: '',
  publisher: '',
  sourceUrl: '',
  published: '',
  modified: '',
  language: null,
}

/** A desk with an empty text on it. */
export function emptyDesk(nextId = 0): Desk {
  const current: Work = { id: nextId, start: null, writing: null, details: NO_DETAILS, source: null }
  return { entries: [{ kind: 'work', work: current }], current, before: null, nextId: nextId + 1 }
}

/** Whether there is nothing on the desk that could be lost. */
export function isBare({ entries }: Desk): boolean {
  return entries.every(entry => entry.kind === 'work' && isBlankWork(entry.work))
}

function isBlankWork({ start, writing, details }: Work): boolean {
  const isUnwritten = writing ? writing.isBlank : start === null
  return isUnwritten && Object.values(details).every(value => value === '' || value === null)
}

/** The articles on the desk, in the order in which they came. */
export function worksOn({ entries }: Desk): readonly Work[] {
  return entries.flatMap(entry => (entry.kind === 'work' ? [entry.work] : []))
}

/** The desk with one article in place of what lay there, which can be put back. */
export function withDraft(desk: Desk, fileName: string, draft: ArticleDraft): Desk {
  if (desk.entries.length > 1) return withEntries(desk, [workOf(desk.nextId, fileName, draft)])
  const work = workOf(desk.nextId, fileName, draft)
  const before = isBare(desk) ? desk.before : { ...desk, before: null }
  return { entries: [work], current: work.work, before, nextId: desk.nextId + 1 }
}

/** The desk with what became of several files added to it; the first that could be read comes into the editor. */
export function withOutcomes(desk: Desk, outcomes: readonly FileOutcome[]): Desk {
  return withEntries(
    desk,
    outcomes.map((outcome, index) => entryOf(desk.nextId + index, outcome)),
  )
}

function withEntries(desk: Desk, added: readonly Entry[]): Desk {
  const first = added.find(entry => entry.kind === 'work')
  const kept = isBare(desk) && first ? [] : desk.entries
  return {
    entries: [...kept, ...added],
    current: first?.work ?? desk.current,
    before: null,
    nextId: desk.nextId + added.length,
  }
}

function entryOf(id: number, { file, outcome }: FileOutcome): Entry {
  if (!outcome.ok) return { kind: 'refused', id, fileName: file.name, sentence: describeIntakeProblem(outcome.problem) }
  if (outcome.value.kind !== 'article') return { kind: 'elsewhere', id, file, what: outcome.value.kind }
  return workOf(id, file.name, outcome.value.draft)
}

function workOf(id: number, fileName: string, draft: ArticleDraft): Extract<Entry, { kind: 'work' }> {
  const { content, about } = draft
  const { author, publisher, sourceUrl, published, modified } = about
  const details = { author, publisher, sourceUrl, published, modified, language: null }
  const source = { ...sourceOf(draft), fileName }
  return { kind: 'work', work: { id, start: content, writing: null, details, source } }
}

function sourceOf({ format, notes, original, about }: ArticleDraft): Omit<WorkSource, 'fileName'> {
  return { format, notes, original, language: about.language }
}

/** The desk after the article in the editor was filled by a paste; details that a person has filled in already stay. */
export function withPaste(desk: Desk, draft: ArticleDraft): Desk {
  const { author, publisher, sourceUrl, published, modified } = draft.about
  const found = { author, publisher, sourceUrl, published, modified }
  const { details } = desk.current
  const filled = Object.fromEntries(
    Object.entries(found).map(([name, value]) => [name, details[name as keyof typeof found] || value]),
  )
  return withCurrent(desk, {
    details: { ...details, ...filled },
    source: { ...sourceOf(draft), fileName: null },
  })
}

/** The desk after the article in the editor, or what is known of it, was changed. */
export function withCurrent(desk: Desk, change: Partial<Omit<Work, 'id' | 'start'>>): Desk {
  const current = { ...desk.current, ...change }
  const entries = desk.entries.map(entry =>
    entry.kind === 'work' && entry.work.id === current.id ? { ...entry, work: current } : entry,
  )
  return { ...desk, entries, current }
}

/** The desk with another of its articles in the editor. */
export function turnedTo(desk: Desk, id: number): Desk {
  const work = worksOn(desk).find(one => one.id === id)
  // An editor begins with what was written last.
  return work ? { ...desk, current: work } : desk
}

/** The desk without these entries; with an empty text when no article is left. */
export function without(desk: Desk, ids: ReadonlySet<number>): Desk {
  const entries = desk.entries.filter(entry => !ids.has(idOf(entry)))
  const [first] = entries.flatMap(entry => (entry.kind === 'work' ? [entry.work] : []))
  if (!first) return emptyDesk(desk.nextId)
  return { ...desk, entries, current: ids.has(desk.current.id) ? first : desk.current }
}

/** An empty desk; what lay on it can be put back. */
export function cleared(desk: Desk): Desk {
  return { ...emptyDesk(desk.nextId), before: isBare(desk) ? null : { ...desk, before: null } }
}

/** The desk as it was before a file took its place or it was cleared; what lies on it now can be put back in turn. */
export function putBack(desk: Desk): Desk {
  if (!desk.before) return desk
  return { ...desk.before, before: isBare(desk) ? null : { ...desk, before: null }, nextId: desk.nextId }
}

/** What tells an entry from the others. */
export function idOf(entry: Entry): number {
  return entry.kind === 'work' ? entry.work.id : entry.id
}

/** What is written in an article now; `null` when nothing is. */
export function contentOf({ start, writing }: Work): ArticleContent | null {
  if (!writing) return start
  return writing.isBlank ? null : writing.read()
}
