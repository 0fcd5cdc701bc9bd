import type { AnnotationSet } from '../domain/annotation-set.ts'
import { isSafeLink } from '../domain/article-content.ts'
import type { Codec } from './codec.ts'
import { annotationsAndReplies } from './hypothesis/read-rows.ts'
import { isHypothesisFile, rowsOf } from './hypothesis/rows-of.ts'
import { noteOf } from './hypothesis/note.ts'
import { accountOf } from './hypothesis/account.ts'
import { succeed } from '../domain/result.ts'
import { isJsonFile, jsonOf } from './json-file.ts'
import { shownAnnotations, type ShownAnnotation } from './shown-annotations.ts'
import { sortedJson } from './sorted-json.ts'

/**
 * Hypothesis: out as its client exports and imports annotations, in also as its service answers a search. Verdict and tags
 * are tags, the rationale is the text; what Hypothesis has no field for is written below it.
 */
export const hypothesisCodec: Codec = {
  id: 'hypothesis',
  writer: {
    extension: '.json',
    mediaType: 'application/json',
    fates: {
      claims: 'becomes-note',
      evidence: 'becomes-note',
      states: 'left-out',
      'earlier-versions': 'left-out',
      marks: 'left-out',
      sessions: 'left-out',
      'earlier-texts': 'left-out',
    },
    encode: encodeHypothesis,
  },
  reader: {
    recognises: incoming => isJsonFile(incoming, isHypothesisFile),
    read: incoming => {
      const json = jsonOf(incoming, isHypothesisFile)
      if (!json.ok) return json
      const rows = rowsOf(json.value)
      return rows.ok ? succeed({ kind: 'foreign', file: annotationsAndReplies(rows.value) }) : rows
    },
  },
}

/** The shown annotations as a file that the Hypothesis client exports. It says neither when nor by which version of the program it was written. */
function encodeHypothesis(set: AnnotationSet): string {
  const shown = shownAnnotations(set)
  const times = shown.map(({ modified }) => modified).sort()
  return sortedJson({
    export_date: times.at(-1) ?? set.article.captured,
    export_userid: accountOf(''),
    client_version: 'Factmark',
    annotations: shown.map(annotation => rowOf(annotation, set.article)),
  })
}

function rowOf({ id, reviewer, reviewerName, modified, content }: ShownAnnotation, article: AnnotationSet['article']) {
  const { quote, position } = content.selector
  const uri = isSafeLink(article.sourceUrl) ? new URL(article.sourceUrl).href : `urn:sha256:${article.id}`
  return {
    id,
    user: accountOf(reviewer),
    user_info: { display_name: reviewerName },
    created: content.created,
    updated: modified,
    uri,
    document: { title: article.title },
    // Without a group of its own: whoever imports the file chooses where it goes.
    group: '__world__',
    text: noteOf(content),
    tags: [content.verdict, ...content.tags],
    target: [
      {
        source: uri,
        selector: [
          // Hypothesis counts UTF-16, as Factmark does.
          { type: 'TextPositionSelector', ...position },
          { type: 'TextQuoteSelector', ...quote },
        ],
      },
    ],
  }
}
