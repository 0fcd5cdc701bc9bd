import { staleChange } from '../domain/change-state.ts'
import type { Tally } from '../domain/library.ts'
import { reviewedSegments } from '../domain/progress.ts'
import type { Verdict } from '../domain/verdict.ts'
import type { OpenArticle, PlacedAnnotation } from './open-article.ts'

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
  const spans = [...annotations.values(), ...marks.values()].flatMap(record =>
    record.reviewer === reviewer && record.anchor.kind === 'anchored' ? [record.anchor] : [],
  )
  return reviewedSegments(segments, spans)
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

/** How many segments a reviewer's annotations of each verdict cover; a segment under several counts once, in this order: disputed, unverified, verified. */
export function verdictShares(open: Placed, reviewer: string | null): Shares {
  const shares = { ...NO_SHARES }
  const flags = (['disputed', 'unverified', 'verified'] as const).map(verdict => ({
    verdict,
    covered: reviewedIn({ ...open, annotations: ofVerdict(open.annotations, verdict), marks: new Map() }, reviewer),
  }))
  reviewedIn(open, reviewer).forEach((isReviewed, segment) => {
    if (isReviewed) shares[flags.find(({ covered }) => covered[segment])?.verdict ?? 'nothing'] += 1
  })
  return shares
}

function ofVerdict(annotations: OpenArticle['annotations'], verdict: Verdict): OpenArticle['annotations'] {
  return new Map([...annotations].filter(([, { content }]) => content.verdict === verdict))
}
