import type { AnnotationContent } from '../domain/annotation.ts'
import type { RecordId, ReviewerId } from '../domain/identifiers.ts'
import { byRecord, type ArticleRecords } from '../domain/merge.ts'
import { readingsOf } from '../domain/shown-annotation.ts'
import { shownVersion, versionHash, type AnnotationVersion, type Version } from '../domain/version.ts'
import type { ImportedAnnotation, ImportComparison, SkippedRecord } from './review-state.ts'

/** What an import is about. */
export interface PlannedImport {
  /** What is here; `null` where there is nothing of the article. */
  readonly mine: ArticleRecords | null
  /** What is taken in, and what of the set is not. */
  readonly theirs: ArticleRecords
  readonly foreign: readonly Version[]
  readonly merged: ArticleRecords
  readonly localReviewer: ReviewerId | null
}

/** Says what an import would change; `breathe` is called between the passes over all versions. */
export async function comparisonOf(
  { mine, theirs, merged, foreign, localReviewer }: PlannedImport,
  breathe: () => Promise<void>,
): Promise<ImportComparison> {
  const known = new Set((mine?.versions ?? []).map(versionHash))
  const before = shownAnnotations(mine)
  await breathe()
  const after = shownAnnotations(merged)
  await breathe()
  const inSet = theirs === merged ? after : shownAnnotations(theirs)
  await breathe()
  const both = [...after].flatMap(([id, now]) => {
    const earlier = before.get(id)
    return earlier ? [{ id, isSame: earlier.hash === now.hash }] : []
  })
  const conflicting = [...after].filter(([id, { isConflict }]) => isConflict && !before.get(id)?.isConflict)
  const changed = both.filter(({ isSame }) => !isSame)
  const removed = [...before.keys()].filter(id => !after.has(id))
  const touched = new Set([...conflicting.map(([id]) => id), ...changed.map(({ id }) => id), ...removed])
  await breathe()
  const annotations = importedAnnotations(theirs, before, after)
  await breathe()
  return {
    article: merged.article.id,
    title: merged.article.title,
    isNewArticle: mine === null,
    added: after.size - both.length,
    changed: changed.length,
    removed: removed.length,
    unchanged: both.filter(({ id, isSame }) => isSame && inSet.has(id)).length,
    conflicting: conflicting.length,
    ownTouched: [...touched].filter(id => localReviewer !== null && before.get(id)?.reviewer === localReviewer).length,
    sessions: new Set(theirs.versions.filter(version => version.record === 'session').map(version => version.id)).size,
    reviewers: theirs.reviewers
      .filter(({ id }) => id !== localReviewer)
      .map(({ id, name }) => ({ id, name, annotations: annotationsBy(theirs, id) })),
    skipped: mine ? skippedRecords(foreign, mine, theirs) : [],
    annotations,
    newVersions: merged.versions.filter(version => !known.has(versionHash(version))),
  }
}

function importedAnnotations(
  theirs: ArticleRecords,
  before: ReadonlyMap<RecordId, ShownVersion>,
  after: ReadonlyMap<RecordId, ShownVersion>,
): readonly ImportedAnnotation[] {
  const ids = new Set(theirs.versions.map(({ id }) => id))
  return [...ids]
    .flatMap(id => {
      const now = after.get(id)
      return now ? [{ now, fate: fateOf(before.get(id), now) }] : []
    })
    .sort((a, b) => a.now.content.selector.position.start - b.now.content.selector.position.start)
    .map(({ now: { id, reviewer, content }, fate }) => ({
      id,
      fate,
      statement: content,
      verdict: content.verdict,
      reviewer,
    }))
}

function fateOf(before: ShownVersion | undefined, now: ShownVersion): ImportedAnnotation['fate'] {
  if (!before) return 'added'
  if (now.isConflict && !before.isConflict) return 'conflicting'
  return now.hash === before.hash ? 'unchanged' : 'changed'
}

interface ShownVersion {
  readonly id: RecordId
  readonly content: AnnotationContent
  readonly hash: string
  readonly reviewer: ReviewerId
  /** Whether it is one of several that do not know each other. */
  readonly isConflict: boolean
}

/** Which version each annotation shows. */
function shownAnnotations(records: ArticleRecords | null): ReadonlyMap<RecordId, ShownVersion> {
  const versions = (records?.versions ?? []).filter(
    (version): version is AnnotationVersion => version.record === 'annotation',
  )
  return new Map(
    [...byRecord(versions)].flatMap(([id, record]) => {
      const shown = shownVersion(record)
      if (shown?.kind !== 'content') return []
      return [
        [
          id,
          {
            id,
            content: shown.content,
            hash: versionHash(shown),
            reviewer: shown.reviewer,
            isConflict: readingsOf(record).length > 1,
          },
        ] as const,
      ]
    }),
  )
}

/** One line for each record that is left out. */
function skippedRecords(
  foreign: readonly Version[],
  mine: ArticleRecords,
  theirs: ArticleRecords,
): readonly SkippedRecord[] {
  const nameIn = ({ reviewers }: ArticleRecords, reviewer: ReviewerId) =>
    reviewers.find(({ id }) => id === reviewer)?.name ?? ''
  const known = byRecord(mine.versions)
  return [...byRecord(foreign).values()].flatMap(versions => {
    const shown = shownVersion(versions)
    const here = shown && known.get(shown.id)?.[0]
    if (!here) return []
    const quote = shown.kind === 'content' && shown.record !== 'session' ? shown.content.selector.quote.exact : null
    const { id, record, reviewer } = shown
    return [{ id, record, quote, writtenBy: nameIn(mine, here.reviewer), signedBy: nameIn(theirs, reviewer) }]
  })
}

function annotationsBy(records: ArticleRecords, reviewer: string): number {
  const ids = records.versions
    .filter(version => version.record === 'annotation' && version.kind === 'content' && version.reviewer === reviewer)
    .map(version => version.id)
  return new Set(ids).size
}
