import type { Evidence } from '../../domain/annotation.ts'
import { isSafeLink, isWebAddress } from '../../domain/article-content.ts'
import { sha256Hex } from '../../domain/canonical-json.ts'
import { inDocuments, type AddressedAnnotation } from '../foreign-documents.ts'
import type { ForeignFile, SkippedItem } from '../foreign.ts'
import { dayOf, fieldOf, isLooseObject, listOf, momentOf, textOf } from '../loose-json.ts'
import { sourceAt } from '../source-at.ts'
import type { FoundReview } from './reviews-in.ts'

/**
 * Reviews as annotations of the words that they are about, or of the claim where they do not quote. Nothing says where these
 * words stand: that is for whoever knows the article to find out.
 */
export function readReviews(reviews: readonly FoundReview[]): ForeignFile {
  const read = reviews.map(readReview)
  return inDocuments(
    read.flatMap(one => ('annotation' in one ? [one] : [])),
    read.flatMap(one => ('reason' in one ? [one] : [])),
  )
}

function readReview({ value, place }: FoundReview): AddressedAnnotation | SkippedItem {
  const [item] = listOf(fieldOf(value, 'itemReviewed'))
  const claimReviewed = textOf(fieldOf(value, 'claimReviewed')) || textOf(fieldOf(item, 'text', 'name'))
  if (claimReviewed === '') return { place: `${place}.claimReviewed`, reason: { kind: 'no-statement' } }
  const rating = listOf(fieldOf(value, 'reviewRating'))[0]
  const published = momentOf(fieldOf(value, 'datePublished', 'dateCreated'))
  const document = documentOf(item)
  const said = {
    author: authorOf(fieldOf(value, 'author', 'publisher')),
    quote: { exact: textOf(fieldOf(item, 'text')) || claimReviewed, prefix: '', suffix: '' },
    positions: [],
    labels: labelsOf(rating),
    tags: keywordsOf(fieldOf(value, 'keywords')),
    rationale: reasonsOf(value, rating),
    claim: {
      text: claimReviewed,
      claimant: nameOf(listOf(fieldOf(item, 'author', 'creator'))[0]),
      date: dayOf(fieldOf(item, 'datePublished', 'dateCreated')),
    },
    evidence: [...listOf(fieldOf(value, 'citation')).flatMap(sourceOf), ...reviewItself(value)],
    created: published,
    modified: momentOf(fieldOf(value, 'dateModified')) || published,
  }
  return {
    annotation: { key: keyOf(value, [claimReviewed, said.quote.exact, said.author.id]), place, ...said },
    document,
  }
}

/** Two reviews may stand on one page, so an address alone does not name one. */
function keyOf(review: unknown, said: readonly string[]): string {
  const id = textOf(fieldOf(review, '@id', 'id'))
  return id || `sha256:${sha256Hex(JSON.stringify([textOf(fieldOf(review, 'url')), ...said]))}`
}

/** The name of the rating; without one its end of the scale, or else the number. Most schema.org ratings go from 1 to 5. */
function labelsOf(rating: unknown): readonly string[] {
  const name = textOf(fieldOf(rating, 'alternateName', 'name')) || (isLooseObject(rating) ? '' : textOf(rating))
  if (name !== '') return [name]
  const [value, worst, best] = [
    numberOf(fieldOf(rating, 'ratingValue')),
    numberOf(fieldOf(rating, 'worstRating')) ?? 1,
    numberOf(fieldOf(rating, 'bestRating')) ?? 5,
  ]
  if (value === null) return []
  if (value === best) return ['true']
  return [value === worst ? 'false' : `rated ${value} from ${worst} to ${best}`]
}

function numberOf(value: unknown): number | null {
  const text = textOf(value).trim()
  return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : null
}

function keywordsOf(value: unknown): readonly string[] {
  const words = typeof value === 'string' ? value.split(',').map(word => word.trim()) : listOf(value)
  return words.map(textOf).filter(word => word !== '')
}

function reasonsOf(review: unknown, rating: unknown): string {
  const texts = [textOf(fieldOf(rating, 'ratingExplanation')), textOf(fieldOf(review, 'reviewBody'))]
  return [...new Set(texts)].filter(text => text !== '').join('\n\n')
}

function authorOf(author: unknown): { readonly id: string; readonly name: string } {
  const [first] = listOf(author)
  const name = nameOf(first)
  return { id: textOf(fieldOf(first, 'url', '@id', 'sameAs')) || name, name }
}

function nameOf(agent: unknown): string {
  return isLooseObject(agent) ? textOf(fieldOf(agent, 'name')) : textOf(agent)
}

function sourceOf(citation: unknown): readonly Evidence[] {
  if (!isLooseObject(citation)) {
    const text = textOf(citation)
    if (text === '') return []
    return [isSafeLink(text) ? sourceAt(text) : sourceAt('', { title: text })]
  }
  const address = textOf(fieldOf(citation, 'identifier')) || textOf(fieldOf(citation, 'url', '@id'))
  return [
    sourceAt(address, {
      title: textOf(fieldOf(citation, 'name', 'headline')),
      publisher: nameOf(fieldOf(citation, 'publisher')),
      published: dayOf(fieldOf(citation, 'datePublished')),
      excerpt: textOf(fieldOf(citation, 'text')),
      question: textOf(fieldOf(citation, 'description')),
      archivedUrl: textOf(fieldOf(citation, 'archivedAt')),
    }),
  ]
}

/** What somebody else has published of the claim is a source. What Factmark wrote is the annotation itself. */
function reviewItself(review: unknown): readonly Evidence[] {
  const url = textOf(fieldOf(review, 'url'))
  const own = /^urn:uuid:(.+)$/.exec(textOf(fieldOf(review, '@id')))?.[1]
  if (!isWebAddress(url) || (own !== undefined && url.endsWith(`#${own}`))) return []
  const publisher = nameOf(listOf(fieldOf(review, 'author', 'publisher'))[0])
  return [sourceAt(url, { title: textOf(fieldOf(review, 'name', 'headline')), publisher })]
}

/** Where the claim was made, as publishers of today and of earlier years say it. */
function documentOf(item: unknown): AddressedAnnotation['document'] {
  const places = [
    ...listOf(fieldOf(item, 'firstAppearance')),
    ...listOf(fieldOf(item, 'appearance')),
    ...listOf(fieldOf(item, 'sameAs')),
    item,
  ]
  const addressed = places.find(place => isWebAddress(addressOf(place)))
  return {
    title: isLooseObject(addressed) ? textOf(fieldOf(addressed, 'headline')) : '',
    sourceUrl: addressed === undefined ? '' : addressOf(addressed),
    textHash: '',
    language: textOf(fieldOf(item, 'inLanguage')),
  }
}

function addressOf(place: unknown): string {
  return isLooseObject(place) ? textOf(fieldOf(place, 'url', '@id')) : textOf(place)
}
