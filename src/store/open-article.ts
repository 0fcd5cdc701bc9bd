import { resolveSelector } from '../anchoring/resolve-selector.ts'
import { segmentText } from '../anchoring/segment-text.ts'
import type { Anchor } from '../domain/anchor.ts'
import { articleText, textBlocks } from '../domain/article-text.ts'
import type { Article, Revision } from '../domain/article.ts'
import type { ChangeState } from '../domain/change-state.ts'
import type { RecordId, TextHash } from '../domain/identifiers.ts'
import { byRecord, mergeVersions, type ArticleRecords } from '../domain/merge.ts'
import type { Segment } from '../domain/segment.ts'
import {
  annotationOf,
  removedAnnotationOf,
  type Annotation,
  type RemovedAnnotation,
} from '../domain/shown-annotation.ts'
import { NO_CHANGES, statementKey, type ChangeStates, type Statement } from '../domain/statement.ts'
import {
  shownVersion,
  type AnnotationVersion,
  type MarkVersion,
  type SessionVersion,
  type Version,
} from '../domain/version.ts'
import { withheldByAnnotation, type WithheldVersion } from '../domain/withheld.ts'

/** An annotation with its place in the open revision. */
export interface PlacedAnnotation extends Annotation {
  readonly anchor: Anchor
  /** How the statement fared since the revision on which it was written; `null` on that revision itself. */
  readonly change: ChangeState | null
}

/** A "nothing to check" mark with its place. */
export interface PlacedMark {
  readonly id: RecordId
  readonly reviewer: string
  readonly anchor: Anchor
}

/** The article under review: one revision of it, its segments, and all that was written about it. */
export interface OpenArticle {
  readonly article: Article
  readonly revision: Revision
  readonly text: string
  readonly segments: readonly Segment[]
  readonly versions: ReadonlyMap<RecordId, readonly Version[]>
  /** In text order, orphans last. */
  readonly annotations: ReadonlyMap<RecordId, PlacedAnnotation>
  readonly marks: ReadonlyMap<RecordId, PlacedMark>
  /** By annotation: what is withheld of it, or was, and never leaves this device. */
  readonly withheld: ReadonlyMap<RecordId, readonly WithheldVersion[]>
  /** The annotations that were deleted and are kept. */
  readonly removed: ReadonlyMap<RecordId, RemovedAnnotation>
  /** How statements of other revisions fared, as far as it was found out. */
  readonly changes: ChangeStates
  /** All revisions of the article that are stored. */
  readonly revisions: readonly Revision[]
}

/**
 * Puts an article's records in the form in which they are shown. A statement of another revision stands where `changes`
 * says; where they say nothing, where its words are. Throws when the revision is not among the records.
 */
export function openArticle(
  records: ArticleRecords,
  revisionHash: TextHash,
  changes: ChangeStates = NO_CHANGES,
  withheld: readonly WithheldVersion[] = [],
): OpenArticle {
  const revision = records.revisions.find(({ hash }) => hash === revisionHash)
  if (!revision) throw new Error(`The library names a revision that is not stored: ${revisionHash}`)
  const text = articleText(revision.content)
  const versions = byRecord(records.versions)
  const place = placesIn({ text, revision, changes })
  return {
    article: records.article,
    revision,
    revisions: records.revisions,
    changes,
    text,
    segments: segmentText(textBlocks(revision.content), records.article.language),
    versions,
    withheld: withheldByAnnotation(withheld),
    annotations: inTextOrder([...versions.values()].flatMap(record => placedAnnotation(record, place) ?? [])),
    marks: new Map(
      [...versions.values()].flatMap(record => placedMark(record, place) ?? []).map(mark => [mark.id, mark]),
    ),
    removed: new Map(
      [...versions.values()].flatMap(record => removedAnnotation(record) ?? []).map(removed => [removed.id, removed]),
    ),
  }
}

/**
 * The article after some of its records got other versions. Records that are not named keep their objects, and the
 * annotations or marks together keep theirs when none of them is named.
 */
export function withVersions(open: OpenArticle, changed: ReadonlyMap<RecordId, readonly Version[]>): OpenArticle {
  const place = placesIn(open)
  const marks = new Map([...changed].map(([id, record]) => [id, placedMark(record, place)]))
  const annotations = new Map([...changed].map(([id, record]) => [id, placedAnnotation(record, place)]))
  const isMoved = [...annotations].some(([id, annotation]) => !isSamePlace(open.annotations.get(id), annotation))
  const replaced = withReplaced(open.annotations, annotations)
  return {
    ...open,
    versions: withReplaced(
      open.versions,
      new Map([...changed].map(([id, record]) => [id, record.length > 0 ? record : null])),
    ),
    marks: withReplaced(open.marks, marks),
    removed: withReplaced(open.removed, new Map([...changed].map(([id, record]) => [id, removedAnnotation(record)]))),
    annotations: isMoved ? inTextOrder([...replaced.values()]) : replaced,
  }
}

/** The article after some of what is withheld got other versions. */
export function withWithheld(open: OpenArticle, written: readonly WithheldVersion[]): OpenArticle {
  if (written.length === 0) return open
  const known = [...open.withheld.values()].flat()
  return { ...open, withheld: withheldByAnnotation(mergeVersions(known, written)) }
}

/** What is, or was, withheld of one annotation. */
export function withheldOf({ withheld }: Pick<OpenArticle, 'withheld'>, id: RecordId): readonly WithheldVersion[] {
  return withheld.get(id) ?? NONE_WITHHELD
}

const NONE_WITHHELD: readonly WithheldVersion[] = []

/** All versions of one annotation, also of a deleted one; none when there is no such annotation. */
export function annotationVersions(
  { versions }: Pick<OpenArticle, 'versions'>,
  id: RecordId,
): readonly AnnotationVersion[] {
  const record = versions.get(id)
  return record?.[0]?.record === 'annotation' ? (record as readonly AnnotationVersion[]) : NO_VERSIONS
}

const NO_VERSIONS: readonly AnnotationVersion[] = []

/** The sessions of an article, the earliest first. */
export function sessionsOf(open: OpenArticle): readonly Extract<SessionVersion, { kind: 'content' }>[] {
  const sessions: Extract<SessionVersion, { kind: 'content' }>[] = []
  for (const record of open.versions.values()) {
    if (record[0]?.record !== 'session') continue
    const shown = shownVersion(record)
    if (shown?.record === 'session' && shown.kind === 'content') sessions.push(shown)
  }
  return sessions.sort((a, b) => (a.content.started < b.content.started ? -1 : 1))
}

/** The map with some values replaced, `null` meaning none; the same map when there is nothing to replace. */
function withReplaced<T>(
  known: ReadonlyMap<RecordId, T>,
  changed: ReadonlyMap<RecordId, T | null>,
): ReadonlyMap<RecordId, T> {
  const needed = [...changed].filter(([id, value]) => value !== null || known.has(id))
  if (needed.length === 0) return known
  const replaced = new Map(known)
  for (const [id, value] of needed) {
    if (value === null) replaced.delete(id)
    else replaced.set(id, value)
  }
  return replaced
}

/** The article once it is known how more statements fared. Records whose place stays keep their objects. */
export function withChanges(open: OpenArticle, changes: ChangeStates): OpenArticle {
  const isConcerned = ({ content }: PlacedAnnotation) => content.revision !== open.revision.hash
  const concerned = [...open.annotations.values()].filter(isConcerned).map(({ id }) => id)
  const records = [...concerned, ...open.marks.keys()].map(id => [id, open.versions.get(id) ?? []] as const)
  return withVersions({ ...open, changes }, new Map(records))
}

interface Placed {
  readonly anchor: Anchor
  readonly change: ChangeState | null
}

type Place = (statement: Statement) => Placed

function placesIn({ text, revision, changes }: Pick<OpenArticle, 'text' | 'revision' | 'changes'>): Place {
  return statement => {
    const { selector } = statement
    const change = statement.revision === revision.hash ? undefined : changes.get(statementKey(statement))
    if (!change) return { anchor: resolveSelector(text, selector), change: null }
    return { anchor: 'place' in change ? { kind: 'anchored', ...change.place } : { kind: 'orphan', selector }, change }
  }
}

function placedAnnotation(record: readonly Version[], place: Place): PlacedAnnotation | null {
  if (record[0]?.record !== 'annotation') return null
  const annotation = annotationOf(record as readonly AnnotationVersion[])
  return annotation && { ...annotation, ...place(annotation.content) }
}

function removedAnnotation(record: readonly Version[]): RemovedAnnotation | null {
  return record[0]?.record === 'annotation' ? removedAnnotationOf(record as readonly AnnotationVersion[]) : null
}

// Where words have changed there may be something to check after all: such a mark has no place any more.
function placedMark(record: readonly Version[], place: Place): PlacedMark | null {
  if (record[0]?.record !== 'mark') return null
  const shown = shownVersion(record as readonly MarkVersion[])
  if (shown?.kind !== 'content') return null
  const { id, reviewer, content } = shown
  const { anchor, change } = place(content)
  const isChanged = change?.kind === 'reworded' || change?.kind === 'fact-changed'
  return { id, reviewer, anchor: isChanged ? { kind: 'orphan', selector: content.selector } : anchor }
}

function isSamePlace(before: PlacedAnnotation | undefined, after: PlacedAnnotation | null): boolean {
  return startOf(before) === startOf(after)
}

function startOf(annotation: PlacedAnnotation | null | undefined): number {
  if (!annotation) return -1
  return annotation.anchor.kind === 'anchored' ? annotation.anchor.from : Number.MAX_SAFE_INTEGER
}

function inTextOrder(annotations: readonly PlacedAnnotation[]): ReadonlyMap<RecordId, PlacedAnnotation> {
  const ordered = [...annotations].sort(
    (a, b) => startOf(a) - startOf(b) || endOf(b) - endOf(a) || (a.id < b.id ? -1 : 1),
  )
  return new Map(ordered.map(annotation => [annotation.id, annotation]))
}

function endOf({ anchor }: PlacedAnnotation): number {
  return anchor.kind === 'anchored' ? anchor.to : 0
}
