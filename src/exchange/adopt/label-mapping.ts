import type { Verdict } from '../../domain/verdict.ts'
import type { ForeignAnnotation } from '../foreign.ts'

/** What the labels of a file stand for: a verdict, or `null` for a tag. */
export type LabelMapping = ReadonlyMap<string, Verdict | null>

/** The labels of these annotations, each once and the most frequent first, with how often it occurs. */
export function labelsIn(annotations: readonly ForeignAnnotation[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { labels } of annotations)
    for (const label of new Set(labels)) counts.set(label, (counts.get(label) ?? 0) + 1)
  return new Map([...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1)))
}

/** What labels probably stand for, by the words that fact-checkers and data sets use; a person can change it. */
export function probableMapping(labels: Iterable<string>): LabelMapping {
  return new Map([...labels].map(label => [label, VERDICT_OF.get(folded(label)) ?? null]))
}

/** The verdict and the tags that an annotation's labels come to: the first that stands for a verdict; all others are tags. */
export function judgedBy(
  { labels, tags }: Pick<ForeignAnnotation, 'labels' | 'tags'>,
  mapping: LabelMapping,
): { readonly verdict: Verdict; readonly tags: readonly string[] } {
  const telling = labels.find(label => mapping.get(label))
  const verdict = (telling !== undefined && mapping.get(telling)) || 'unverified'
  const others = labels.filter(label => mapping.get(label) !== verdict || telling === undefined)
  return { verdict, tags: [...tags, ...others] }
}

function folded(label: string): string {
  return label
    .toLowerCase()
    .replace(/[\s_-]+/gu, ' ')
    .trim()
}

// FEVER, AVeriTeC, ClaimReview publishers and plain words; "mixed" verdicts have sources that conflict.
const VERDICT_OF: ReadonlyMap<string, Verdict> = new Map<string, Verdict>([
  ...named('verified', 'verified supported supports support true correct accurate confirmed entailment mostly_true'),
  ...named(
    'disputed',
    'disputed refuted refutes refute false incorrect inaccurate conflicting contradiction contradicted debunked fake misleading mostly_false half_true mixture mixed pants_on_fire conflicting_evidence conflicting_evidence/cherrypicking',
  ),
  ...named(
    'unverified',
    'unverified unproven unknown unsupported not_enough_evidence not_enough_info nei neutral unverifiable no_evidence',
  ),
])

function named(verdict: Verdict, names: string): readonly (readonly [string, Verdict])[] {
  return names.split(' ').map(name => [name.replaceAll('_', ' '), verdict] as const)
}
