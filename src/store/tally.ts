import { staleChange } from '../domain/change-state.ts'
import type { Tally } from '../domain/library.ts'
import { reviewedSegments } from '../domain/progress.ts'
import type { Span } from '../domain/selector.ts'
import type { Verdict } from '../domain/verdict.ts'
import type { OpenArticle, PlacedAnnotation, PlacedMark } from './open-article.ts'

/** What stands where in an article. */
type Placed = Pick<OpenArticle, 'segments' | 'annotations' | 'marks'>

/** How far a reviewer is with an article, for the library. */
export function tallyOf(open: OpenArticle, reviewer: string | null): Tally {
  const flags = reviewedIn(open, reviewer)
  return {
    article: open.article.id,
    segments: flags.length,
    reviewed: flags.filter(Boolean).length,
    verdicts: countVerdicts(open.annotations.values()),
    stale: staleAmong(open.annotations.values()).length,
  }
}

/** For each segment whether a reviewer's annotations and marks cover at least half of it. */
export function reviewedIn({ segments, annotations, marks }: Placed, reviewer: string | null): readonly boolean[] {
  return reviewedSegments(segments, [
    ...ownSpans(annotations.values(), reviewer),
    ...ownSpans(marks.values(), reviewer),
  ])
}

/** Where the annotations or marks of one reviewer stand. */
function ownSpans(records: Iterable<PlacedAnnotation | PlacedMark>, reviewer: string | null): readonly Span[] {
  const spans: Span[] = []
  for (const { reviewer: by, anchor } of records) if (by === reviewer && anchor.kind === 'anchored') spans.push(anchor)
  return spans
}

/** How many annotations carry each verdict. */
export function countVerdicts(annotations: Iterable<PlacedAnnotation>): Readonly<Record<Verdict, number>> {
  const counts: Record<Verdict, number> = {
    verified: 0,
    disputed: 0,
    unverified: 0,
  }
  for (const { content } of annotations) counts[content.verdict] += 1
  return counts
}

/** The annotations whose verdicts were given on other words than the open text has, in the order given. */
export function staleAmong(annotations: Iterable<PlacedAnnotation>): readonly PlacedAnnotation[] {
  return [...annotations].filter(({ change }) => staleChange(change) !== null)
}

/** Segments by what covers them. */
export type Shares = Readonly<Record<Verdict | 'nothing', number>>

export const NO_SHARES: Shares = { verified: 0, disputed: 0, unverified: 0, nothing: 0 }

/**
 * How many of the segments that are reviewed (`flags`) a reviewer's annotations of each verdict cover; a segment under
 * several counts once, in this order: disputed, unverified, verified.
 */
export function verdictShares(
  { segments, annotations }: Pick<Placed, 'segments' | 'annotations'>,
  flags: readonly boolean[],
  reviewer: string | null,
): Shares {
  const shares = { ...NO_SHARES }
  const all = [...annotations.values()]
  const byVerdict = (['disputed', 'unverified', 'verified'] as const).map(verdict => {
    const ofVerdict = all.filter(({ content }) => content.verdict === verdict)
    return { verdict, covered: reviewedSegments(segments, ownSpans(ofVerdict, reviewer)) }
  })
  flags.forEach((isReviewed, segment) => {
    if (isReviewed) shares[byVerdict.find(({ covered }) => covered[segment])?.verdict ?? 'nothing'] += 1
  })
  return shares
}
