import type { AnnotationSet } from '../domain/annotation-set.ts'
import type { Evidence } from '../domain/annotation.ts'
import { isSafeLink, isWebAddress } from '../domain/article-content.ts'
import { succeed } from '../domain/result.ts'
import type { Verdict } from '../domain/verdict.ts'
import { reviewsIn, hasReviews } from './claim-review/reviews-in.ts'
import { readReviews } from './claim-review/read-reviews.ts'
import type { Codec, Publisher, WriteOptions } from './codec.ts'
import { isJsonFile, jsonOf } from './json-file.ts'
import { shownAnnotations, type ShownAnnotation } from './shown-annotations.ts'
import { sortedJson } from './sorted-json.ts'
import { urnOf } from './w3c-terms.ts'

/** schema.org ClaimReview: out for publishing, in as earlier judgements of a claim. */
export const claimReviewCodec: Codec = {
  id: 'claim-review',
  writer: {
    extension: '.json',
    mediaType: 'application/ld+json',
    usesPublisher: true,
    fates: {
      'without-claim': 'left-out',
      'evidence-details': 'for-reading',
      times: 'for-reading',
      reviewers: 'left-out',
      states: 'left-out',
      'earlier-versions': 'left-out',
      marks: 'left-out',
      sessions: 'left-out',
      'earlier-texts': 'left-out',
    },
    encode: encodeClaimReviews,
  },
  reader: {
    recognises: incoming => isJsonFile(incoming, hasReviews),
    read: incoming => {
      const json = jsonOf(incoming, hasReviews)
      return json.ok ? succeed({ kind: 'foreign', file: readReviews(reviewsIn(json.value)) }) : json
    },
  },
}

/**
 * One review for each shown annotation with a claim, in the order of the text. Each has its own context: checkers see nothing
 * inside a graph.
 */
function encodeClaimReviews(set: AnnotationSet, { publisher }: WriteOptions): string {
  const shown = shownAnnotations(set).filter(({ content }) => content.claim.text !== '')
  return sortedJson(shown.map(annotation => reviewOf(annotation, set.article, publisher)))
}

// "Unverified" is not midway between true and false, so it has no number.
const RATINGS: Readonly<Record<Verdict, object>> = {
  verified: { alternateName: 'Verified', ratingValue: 3, worstRating: 1, bestRating: 3 },
  disputed: { alternateName: 'Disputed', ratingValue: 1, worstRating: 1, bestRating: 3 },
  unverified: { alternateName: 'Unverified' },
}

function reviewOf({ id, modified, content }: ShownAnnotation, article: AnnotationSet['article'], publisher: Publisher) {
  const { claim, rationale, evidence, tags, verdict } = content
  const day = modified.slice(0, 'yyyy-mm-dd'.length)
  return {
    '@context': 'https://schema.org',
    '@type': 'ClaimReview',
    '@id': urnOf(id),
    ...addressOf(id, publisher, article.sourceUrl),
    datePublished: day,
    claimReviewed: claim.text,
    ...authorOf(publisher),
    reviewRating: {
      '@type': 'Rating',
      ...RATINGS[verdict],
      ...(rationale !== '' && { ratingExplanation: rationale }),
    },
    itemReviewed: claimOf(content, article),
    ...(evidence.length > 0 && { citation: evidence.map(citationOf) }),
    ...(tags.length > 0 && { keywords: tags }),
    // Without a version, so that an update of the program changes no file.
    sdPublisher: { '@type': 'Organization', name: 'Factmark' },
    sdDatePublished: day,
  }
}

/** Where the review is published: a place of its own on the publisher's page, or else on the article's. */
function addressOf(id: string, publisher: Publisher, sourceUrl: string): { readonly url?: string } {
  const base = [publisher.url.trim(), sourceUrl.trim()].find(isWebAddress)
  if (base === undefined) return {}
  const url = new URL(base)
  url.hash = id
  return { url: url.href }
}

function authorOf({ name, url }: Publisher) {
  if (name.trim() === '') return {}
  return {
    author: {
      '@type': 'Organization',
      name: name.trim(),
      ...(isWebAddress(url.trim()) && { url: new URL(url.trim()).href }),
    },
  }
}

function claimOf(
  { claim, selector }: ShownAnnotation['content'],
  { sourceUrl, title, language }: AnnotationSet['article'],
) {
  const appearance = isWebAddress(sourceUrl.trim())
    ? { '@type': 'NewsArticle', url: new URL(sourceUrl.trim()).href, headline: title }
    : null
  return {
    '@type': 'Claim',
    text: selector.quote.exact,
    inLanguage: language,
    ...(claim.claimant !== '' && { author: { '@type': 'Person', name: claim.claimant } }),
    ...(claim.date !== '' && { datePublished: claim.date }),
    ...(appearance && { firstAppearance: appearance, appearance: [appearance] }),
  }
}

function citationOf({ url, title, publisher, published, excerpt, question, archivedUrl }: Evidence) {
  const href = isSafeLink(url) ? new URL(url).href : ''
  return {
    '@type': 'CreativeWork',
    ...(href !== '' && { url: href }),
    // As a person typed it: a page number, or an address that must not become a link.
    ...(href !== url && { identifier: url }),
    ...(title !== '' && { name: title }),
    ...(publisher !== '' && { publisher: { '@type': 'Organization', name: publisher } }),
    ...(published !== '' && { datePublished: published }),
    ...(excerpt !== '' && { text: excerpt }),
    ...(question !== '' && { description: question }),
    ...(isSafeLink(archivedUrl) && { archivedAt: new URL(archivedUrl).href }),
  }
}
