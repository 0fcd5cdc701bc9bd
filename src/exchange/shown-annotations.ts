import { resolveSelector } from '../anchoring/resolve-selector.ts'
import type { Anchor } from '../domain/anchor.ts'
import type { AnnotationSet } from '../domain/annotation-set.ts'
import { articleText } from '../domain/article-text.ts'
import { newestRevision } from '../domain/article.ts'
import { placeOfVerdict, type ChangeState } from '../domain/change-state.ts'
import { byRecord } from '../domain/merge.ts'
import type { Selector, Span } from '../domain/selector.ts'
import { annotationOf, type Annotation } from '../domain/shown-annotation.ts'
import { NO_CHANGES, statementKey, type ChangeStates } from '../domain/statement.ts'
import type { Verdict } from '../domain/verdict.ts'
import type { AnnotationVersion } from '../domain/version.ts'
import { codePointsOf } from './code-points.ts'

/** An annotation as readers see it now, with what a document says of it. */
export interface ShownAnnotation extends Annotation {
  /** Empty when the set does not name the reviewer. */
  readonly reviewerName: string
  /** Where it stands in its own revision's text, in code points; `end` exclusive. */
  readonly codePoints: { readonly start: number; readonly end: number }
  /** How it fared up to the newest text of the set; `null` where it was written of that text, or nothing was found out. */
  readonly change: ChangeState | null
  /** Where it stands in the set's newest text, in UTF-16 offsets; `null` where that text no longer says it, or with other facts. */
  readonly place: Span | null
  /** In one word: as `change` says; else whether the words stand in their own revision. */
  readonly state: ChangeState['kind']
}

/** The annotations of a set that are not deleted, in the order of the text; with what became of them by `changes`. */
export function shownAnnotations(set: AnnotationSet, changes: ChangeStates = NO_CHANGES): readonly ShownAnnotation[] {
  const newest = newestRevision(set.revisions).hash
  const readings = new Map(set.revisions.map(({ hash, content }) => [hash, readingOf(articleText(content))]))
  const names = new Map(set.reviewers.map(({ id, name }) => [id, name]))
  return annotations(set)
    .map(annotation => {
      const { revision, selector } = annotation.content
      const { text, codePoints } = readings.get(revision) ?? NO_READING
      const anchor = resolveSelector(text, selector)
      const change = revision === newest ? null : (changes.get(statementKey(annotation.content)) ?? null)
      const { from, to } = anchor.kind === 'anchored' ? anchor : asNoted(selector)
      return {
        ...annotation,
        reviewerName: names.get(annotation.reviewer) ?? '',
        codePoints: { start: codePoints(from), end: codePoints(to) },
        change,
        place: revision === newest ? placeOf(anchor) : placeOfVerdict(change),
        state: change?.kind ?? (anchor.kind === 'anchored' ? 'unchanged' : 'orphaned'),
      } as const
    })
    .sort(byPlace)
}

/** A shown annotation that stands in the set's newest text. */
export type PlacedAnnotation = ShownAnnotation & { readonly place: Span }

/** The annotations of a set for formats that know one text: those that the newest text still says, in its order. */
export function placedAnnotations(set: AnnotationSet, changes?: ChangeStates): readonly PlacedAnnotation[] {
  return shownAnnotations(set, changes)
    .filter((shown): shown is PlacedAnnotation => shown.place !== null)
    .sort((a, b) => a.place.from - b.place.from || a.place.to - b.place.to || (a.id < b.id ? -1 : 1))
}

/** How many of the shown annotations there are of each verdict. */
export function verdictCounts(shown: readonly ShownAnnotation[]): Readonly<Record<Verdict, number>> {
  const counts = { verified: 0, disputed: 0, unverified: 0 }
  for (const { content } of shown) counts[content.verdict] += 1
  return counts
}

// A set in memory may lack a revision; its annotations are still written, at the place that was noted.
const NO_READING = { text: '', codePoints: (offset: number) => offset }

function readingOf(text: string) {
  return { text, codePoints: codePointsOf(text) }
}

function asNoted({ position }: Selector): Span {
  return { from: position.start, to: position.end }
}

function placeOf(anchor: Anchor): Span | null {
  return anchor.kind === 'anchored' ? { from: anchor.from, to: anchor.to } : null
}

function annotations({ versions }: AnnotationSet): readonly Annotation[] {
  const ofAnnotations = versions.filter((version): version is AnnotationVersion => version.record === 'annotation')
  return [...byRecord(ofAnnotations).values()].map(annotationOf).filter(annotation => annotation !== null)
}

function byPlace(a: ShownAnnotation, b: ShownAnnotation): number {
  return a.codePoints.start - b.codePoints.start || a.codePoints.end - b.codePoints.end || (a.id < b.id ? -1 : 1)
}
