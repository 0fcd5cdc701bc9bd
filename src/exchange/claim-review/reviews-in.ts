import { fieldOf, isLooseObject, listOf } from '../loose-json.ts'
import { localName } from '../w3c-any/annotation-place.ts'

/** A review of a claim and where it stands in its file. */
export interface FoundReview {
  readonly value: unknown
  readonly place: string
}

/** Whether a JSON holds a ClaimReview where they usually stand. */
export function hasReviews(json: unknown): boolean {
  return !found(json, '', 0).next().done
}

/** All of them, in the order of the file. */
export function reviewsIn(json: unknown): readonly FoundReview[] {
  return [...found(json, '', 0)]
}

// Graphs, item lists, and the data feeds in which archives hand out what many publishers have checked.
const HOLDERS = ['@graph', 'itemListElement', 'item', 'dataFeedElement', 'mainEntity', 'review', 'hasPart']
const MAX_DEPTH = 12 // lists and holders; a feed has five

function* found(json: unknown, place: string, depth: number): Generator<FoundReview, undefined> {
  if (depth > MAX_DEPTH) return undefined
  if (Array.isArray(json)) {
    for (const [index, value] of json.entries()) yield* found(value, `${place}[${index}]`, depth + 1)
  } else if (isLooseObject(json)) {
    const types = listOf(fieldOf(json, '@type', 'type')).map(localName)
    if (types.includes('ClaimReview')) yield { value: json, place: place === '' ? 'review' : place }
    else {
      for (const name of HOLDERS) {
        yield* found(fieldOf(json, name), place === '' ? name : `${place}.${name}`, depth + 1)
      }
    }
  }
  return undefined
}
