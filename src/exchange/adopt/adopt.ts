import * as v from 'valibot'
import { describeSelector } from '../../anchoring/describe-selector.ts'
import type { Evidence } from '../../domain/annotation.ts'
import { articleText } from '../../domain/article-text.ts'
import type { Article, Revision } from '../../domain/article.ts'
import { placeOfVerdict, type ChangeState } from '../../domain/change-state.ts'
import type { Timestamp } from '../../domain/identifiers.ts'
import type { ArticleRecords } from '../../domain/merge.ts'
import { REVIEWER_COLOURS, type Reviewer } from '../../domain/reviewer.ts'
import type { Span } from '../../domain/selector.ts'
import { AnnotationVersionSchema, type AnnotationVersion } from '../../domain/version.ts'
import { derivedUuid } from '../../domain/derived-uuid.ts'
import type { ForeignAnnotation, ForeignAuthor, SkipReason, SkippedItem } from '../foreign.ts'
import { judgedBy, type LabelMapping } from './label-mapping.ts'
import type { PlacedAnnotation } from './place-foreign.ts'

/** An article, and the text of it in which statements were found. */
export interface AdoptionTarget {
  readonly article: Article
  readonly revision: Revision
}

/** What becomes of foreign annotations in an article. */
export interface Adoption {
  /** Ready to be merged: equal files give equal records, whoever adopts them and how often. */
  readonly records: ArticleRecords
  readonly leftOut: readonly LeftOut[]
}

/** A foreign annotation that does not come in: its statement changed, or it says none. */
export type LeftOut =
  | { readonly kind: 'changed'; readonly annotation: ForeignAnnotation; readonly change: ChangeState }
  | ({ readonly kind: 'skipped' } & SkippedItem)

/** How foreign annotations become annotations of an article. */
export interface AdoptionOptions {
  readonly mapping: LabelMapping
  /** Authors who have a name in Factmark already, by their identifier: those of a set. */
  readonly reviewers?: readonly Reviewer[]
}

/**
 * Makes annotations of this article from foreign ones that were found in its text, each by its own author. Left out is what
 * does not stand there any more, or with other facts: a verdict on other words is none on these.
 */
export function adopt(
  placed: readonly PlacedAnnotation[],
  target: AdoptionTarget,
  { mapping, reviewers: known = [] }: AdoptionOptions,
): Adoption {
  const text = articleText(target.revision.content)
  const reviewers = new Map<string, Reviewer>()
  const versions: AnnotationVersion[] = []
  const leftOut: LeftOut[] = []
  const ids = new Set<string>()
  for (const item of placed) {
    const { annotation } = item
    const place = placeOfVerdict(item.change)
    if (!item.change) leftOut.push(skipped(annotation, item.reason))
    else if (!place) leftOut.push({ kind: 'changed', annotation, change: item.change })
    else {
      const reviewer = known.find(({ id }) => id === annotation.author.id) ?? reviewerOf(annotation.author)
      const version = versionOf(annotation, { target, text, place, reviewer, mapping })
      if (!v.is(AnnotationVersionSchema, version)) leftOut.push(skipped(annotation, BROKEN))
      else if (ids.has(version.id)) leftOut.push(skipped(annotation, { kind: 'repeated' }))
      else {
        ids.add(version.id)
        reviewers.set(reviewer.id, reviewer)
        versions.push(version)
      }
    }
  }
  const { article, revision } = target
  return { records: { article, revisions: [revision], versions, reviewers: [...reviewers.values()] }, leftOut }
}

const BROKEN: SkipReason = { kind: 'malformed', expected: 'is not built like an annotation' }

function skipped({ place }: ForeignAnnotation, reason: SkipReason): LeftOut {
  return { kind: 'skipped', place, reason }
}

/** Somebody of whom only the file knows: never one of the reviewers here, whatever identifier the file gives them. */
function reviewerOf({ id, name }: ForeignAuthor): Reviewer {
  const uuid = derivedUuid(`foreign reviewer\0${id || name}`)
  const colour = REVIEWER_COLOURS[parseInt(uuid.slice(0, 8), 16) % REVIEWER_COLOURS.length]!
  return {
    id: uuid,
    edition: 1,
    name: inOneLine(name || id)
      .slice(0, MAX_NAME)
      .toWellFormed(),
    colour,
  }
}

const MAX_NAME = 200 // UTF-16 units, as a reviewer's schema has it

interface Adopted {
  readonly target: AdoptionTarget
  readonly text: string
  readonly place: Span
  readonly reviewer: Reviewer
  readonly mapping: LabelMapping
}

function versionOf(
  annotation: ForeignAnnotation,
  { target: { article, revision }, text, place, reviewer, mapping }: Adopted,
): AnnotationVersion {
  const id = derivedUuid(`foreign annotation\0${article.id}\0${reviewer.id}\0${annotation.key}`)
  const device = derivedUuid(`foreign device\0${id}`)
  const created = annotation.created || annotation.modified || article.captured
  const at = annotation.modified || created
  const { verdict, tags } = judgedBy(annotation, mapping)
  return {
    record: 'annotation',
    kind: 'content',
    id,
    article: article.id,
    reviewer: reviewer.id,
    ...stampOf(device, annotation.modified || annotation.created),
    at,
    content: {
      revision: revision.hash,
      selector: describeSelector(text, place),
      verdict,
      rationale: annotation.rationale.toWellFormed(),
      claim: {
        text: annotation.claim.text.toWellFormed(),
        claimant: annotation.claim.claimant.toWellFormed(),
        date: annotation.claim.date,
      },
      evidence: annotation.evidence.map(wellFormed),
      tags: [...new Set(tags.map(inOneLine).filter(tag => tag !== ''))],
      created,
    },
  }
}

/** A later state of the same annotation has seen every earlier one: it replaces them wherever both are. */
function stampOf(device: string, time: Timestamp): Pick<AnnotationVersion, 'dot' | 'seen'> {
  const count = time === '' ? 1 : Math.max(1, Date.parse(time))
  return { dot: [device, count], seen: count > 1 ? { [device]: count - 1 } : {} }
}

function wellFormed(evidence: Evidence): Evidence {
  const { stance, kind, ...texts } = evidence
  const mended = Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, text.toWellFormed()]))
  return { ...evidence, ...mended, stance, kind }
}

function inOneLine(text: string): string {
  return text.toWellFormed().replace(/\s+/gu, ' ').trim()
}
