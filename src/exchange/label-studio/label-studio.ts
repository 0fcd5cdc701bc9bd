import type { AnnotationSet } from '../../domain/annotation-set.ts'
import { articleText, textHash } from '../../domain/article-text.ts'
import { newestRevision } from '../../domain/article.ts'
import type { ChangeStates } from '../../domain/statement.ts'
import type { Codec } from '../codec.ts'
import { codePointsOf } from '../code-points.ts'
import { placedAnnotations, type PlacedAnnotation } from '../shown-annotations.ts'
import { readLabelStudio, recognisesLabelStudio } from './read-label-studio.ts'

/** Label Studio's JSON: tasks, their annotations, and the results of each. */
export const labelStudioCodec: Codec = {
  id: 'label-studio',
  writer: {
    extension: '.json',
    mediaType: 'application/json',
    fates: {
      states: 'left-out',
      'not-in-text': 'left-out',
      'earlier-versions': 'left-out',
      marks: 'left-out',
      sessions: 'left-out',
      'earlier-texts': 'left-out',
    },
    encode: (set, { changes }) => encodeLabelStudio(set, changes),
  },
  reader: { recognises: recognisesLabelStudio, read: readLabelStudio },
}

/**
 * One task with the set's newest text, and one annotation for each reviewer, in the order of the text. Nobody is named as
 * `completed_by`: Label Studio refuses files that name people it does not know. It keeps `meta` of a result as it is: there
 * stand the tags, as its own notes, and all that it has no field for.
 */
function encodeLabelStudio(set: AnnotationSet, changes: ChangeStates): string {
  const { title, sourceUrl, language } = set.article
  const text = articleText(newestRevision(set.revisions).content)
  const codePoints = codePointsOf(text)
  const annotations = byReviewer(placedAnnotations(set, changes)).map(placed => ({
    result: placed.flatMap(one => resultsOf(one, text, codePoints)),
    was_cancelled: false,
    ground_truth: false,
  }))
  const data = { text, title, source: sourceUrl, language, text_sha256: textHash(text) }
  return `${JSON.stringify([{ id: 1, data, annotations }], null, 1)}\n`
}

function byReviewer(placed: readonly PlacedAnnotation[]): readonly (readonly PlacedAnnotation[])[] {
  const reviewers = [...new Set(placed.map(({ reviewer }) => reviewer))]
  return reviewers.map(reviewer => placed.filter(one => one.reviewer === reviewer))
}

function resultsOf(placed: PlacedAnnotation, text: string, codePoints: (offset: number) => number) {
  const { id, place, content, reviewer, reviewerName, modified } = placed
  const { verdict, rationale, tags, claim, evidence, created } = content
  const offsets = { start: codePoints(place.from), end: codePoints(place.to) }
  const factmark = { verdict, reviewer: { id: reviewer, name: reviewerName }, created, modified, claim, evidence }
  const label = {
    id,
    from_name: 'label',
    to_name: 'text',
    type: 'labels',
    value: { ...offsets, text: text.slice(place.from, place.to), labels: [verdict] },
    meta: { text: tags, factmark },
  }
  const reason = {
    id,
    from_name: 'rationale',
    to_name: 'text',
    type: 'textarea',
    value: { ...offsets, text: [rationale] },
  }
  return rationale === '' ? [label] : [label, reason]
}
