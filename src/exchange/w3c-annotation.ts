import type { Article } from '../domain/article.ts'
import { isSafeLink } from '../domain/article-content.ts'
import type { ShownAnnotation } from './shown-annotations.ts'
import { NS, STATE_TERM, urnOf } from './w3c-terms.ts'

/** One annotation in the terms of the W3C Web Annotation Data Model (REC 2017-02-23). */
export function toW3cAnnotation(shown: ShownAnnotation, article: Article) {
  return {
    id: urnOf(shown.id),
    type: 'Annotation',
    motivation: 'assessing',
    creator: { id: urnOf(shown.reviewer), type: 'Person', name: shown.reviewerName },
    created: shown.content.created,
    modified: shown.modified,
    body: bodies(shown, article.language),
    target: target(shown, article),
    [STATE_TERM]: shown.state,
  }
}

function bodies({ content }: ShownAnnotation, language: string): readonly object[] {
  const { verdict, rationale, tags, claim, evidence } = content
  return [
    { type: 'SpecificResource', purpose: 'classifying', source: `${NS}verdict#${verdict}` },
    { type: 'TextualBody', purpose: 'tagging', value: verdict },
    ...prose('assessing', rationale, language),
    ...tags.map(tag => ({ type: 'TextualBody', purpose: 'tagging', value: tag })),
    ...prose('describing', claim.text, language),
    ...evidence
      .filter(({ url }) => isSafeLink(url))
      .map(({ url }) => ({ type: 'SpecificResource', purpose: 'linking', source: new URL(url).href })),
  ]
}

function prose(purpose: 'assessing' | 'describing', value: string, language: string): readonly object[] {
  return value === '' ? [] : [{ type: 'TextualBody', purpose, format: 'text/plain', language, value }]
}

function target({ content, codePoints }: ShownAnnotation, article: Article) {
  return {
    type: 'SpecificResource',
    source: sourceOf(article),
    state: { type: 'TimeState', sourceDate: article.captured },
    selector: [
      { type: 'TextQuoteSelector', ...content.selector.quote },
      { type: 'TextPositionSelector', ...codePoints },
    ],
  }
}

/** The address of an article: where it was published, or else the hash of its text. */
function sourceOf({ id, sourceUrl }: Article): string {
  return isSafeLink(sourceUrl) ? new URL(sourceUrl).href : `urn:sha256:${id}`
}
