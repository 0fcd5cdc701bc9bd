import type { AnnotationSet } from '../../domain/annotation-set.ts'
import { articleText } from '../../domain/article-text.ts'
import { newestRevision } from '../../domain/article.ts'
import type { ForeignAnnotation, ForeignDocument } from '../foreign.ts'
import { shownAnnotations } from '../shown-annotations.ts'
import type { ChangeStates } from '../../domain/statement.ts'

/**
 * The annotations of a set as of a document that can be placed in another article: a desk may have pasted the same report
 * with another headline. What was written of an earlier text is found by its words.
 */
export function setAsDocument(set: AnnotationSet, changes?: ChangeStates): ForeignDocument {
  const newest = newestRevision(set.revisions)
  return {
    ...textAsDocument(set),
    annotations: shownAnnotations(set, changes).map(shown => {
      const { content } = shown
      const annotation: ForeignAnnotation = {
        key: shown.id,
        place: content.selector.quote.exact,
        author: { id: shown.reviewer, name: shown.reviewerName },
        quote: content.selector.quote,
        positions:
          content.revision === newest.hash
            ? [{ unit: 'utf-16', start: content.selector.position.start, end: content.selector.position.end }]
            : [],
        labels: [content.verdict],
        tags: content.tags,
        rationale: content.rationale,
        claim: content.claim,
        evidence: content.evidence,
        created: content.created,
        modified: shown.modified,
      }
      return annotation
    }),
  }
}

/** The newest text of a set without its annotations: enough to tell which article it is about. */
export function textAsDocument({ article, revisions }: Pick<AnnotationSet, 'article' | 'revisions'>): ForeignDocument {
  const newest = newestRevision(revisions)
  return {
    text: articleText(newest.content),
    title: article.title,
    sourceUrl: article.sourceUrl,
    language: article.language,
    textHash: newest.hash,
    annotations: [],
  }
}
