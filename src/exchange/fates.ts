import type { AnnotationSet } from '../domain/annotation-set.ts'
import type { ChangeStates } from '../domain/statement.ts'
import { shownAnnotations, type ShownAnnotation } from './shown-annotations.ts'

/** The parts of a set that a format may not be able to express. */
export const PARTS = [
  'rationales',
  'claims',
  'evidence',
  'evidence-details',
  'tags',
  'reviewers',
  'times',
  'states',
  'without-claim',
  'not-in-text',
  'earlier-versions',
  'marks',
  'sessions',
  'earlier-texts',
] as const

/**
 * One of them: `evidence` are the sources, `evidence-details` what is said of them beside the address, `times` the
 * annotations' times, `states` those of statements that have changed, `without-claim` the annotations that restate no claim,
 * `not-in-text` those whose statement the newest text no longer says, or says with other facts.
 */
export type Part = (typeof PARTS)[number]

/** What becomes of a part: it is left out, becomes a note or a tag, or is kept for people to read but not to be read back. */
export type Fate = 'left-out' | 'becomes-note' | 'becomes-tag' | 'for-reading'

/** What a format does with the parts that it cannot express; what is not named is kept whole. */
export type Fates = Readonly<Partial<Record<Part, Fate>>>

/** So many of a part of this set meet a fate. */
export interface Loss {
  readonly part: Part
  readonly fate: Fate
  readonly count: number
}

/** What writing this set with these fates would change or leave out, as far as there is anything of it. */
export function lossesOf(set: AnnotationSet, fates: Fates, changes?: ChangeStates): readonly Loss[] {
  const shown = shownAnnotations(set, changes)
  return PARTS.flatMap(part => {
    const fate = fates[part]
    const count = fate === undefined ? 0 : COUNTS[part](shown, set)
    return fate === undefined || count === 0 ? [] : [{ part, fate, count }]
  })
}

type Count = (shown: readonly ShownAnnotation[], set: AnnotationSet) => number

const COUNTS: Readonly<Record<Part, Count>> = {
  rationales: shown => shown.filter(({ content }) => content.rationale !== '').length,
  claims: shown => shown.filter(({ content }) => hasClaim(content)).length,
  evidence: shown => shown.reduce((sum, { content }) => sum + content.evidence.length, 0),
  // Each says at least how it stands to the verdict.
  'evidence-details': shown => shown.reduce((sum, { content }) => sum + content.evidence.length, 0),
  tags: shown => shown.reduce((sum, { content }) => sum + content.tags.length, 0),
  reviewers: shown => new Set(shown.map(({ reviewer }) => reviewer)).size,
  times: shown => shown.length,
  states: shown => shown.filter(({ state }) => state !== 'unchanged').length,
  'without-claim': shown => shown.filter(({ content }) => content.claim.text === '').length,
  'not-in-text': shown => shown.filter(({ place }) => place === null).length,
  'earlier-versions': (shown, { versions }) => versions.filter(isOfAnnotation).length - shown.length,
  marks: (_, { versions }) => new Set(versions.filter(({ record }) => record === 'mark').map(({ id }) => id)).size,
  sessions: (_, { sessions }) => sessions.length,
  'earlier-texts': (_, { revisions }) => revisions.length - 1,
}

function hasClaim({ claim }: ShownAnnotation['content']): boolean {
  return claim.text !== '' || claim.claimant !== '' || claim.date !== ''
}

function isOfAnnotation({ record }: AnnotationSet['versions'][number]): boolean {
  return record === 'annotation'
}
