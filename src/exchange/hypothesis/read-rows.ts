import { sha256Hex } from '../../domain/canonical-json.ts'
import { NO_CLAIM } from '../../domain/annotation.ts'
import { isSafeLink } from '../../domain/article-content.ts'
import { inDocuments, type AddressedAnnotation } from '../foreign-documents.ts'
import type { ForeignAnnotation, ForeignFile, ForeignPosition, SkippedItem, SkipReason } from '../foreign.ts'
import { fieldOf, isLooseObject, listOf, momentOf, offsetOf, quotedOf, textOf } from '../loose-json.ts'
import { localName } from '../w3c-any/annotation-place.ts'
import { authorOfRow } from './account.ts'
import type { Row } from './rows-of.ts'

/**
 * The annotations of a file. A reply is added to the rationale of what it replies to, as a paragraph that says whose it is
 * and of which day; one whose annotation is not in the file is skipped, and so are notes on whole pages.
 */
export function annotationsAndReplies(rows: readonly Row[]): ForeignFile {
  const isReply = ({ value }: Row) => referencesOf(value).length > 0
  const read = rows.filter(row => !isReply(row)).map(readRow)
  const annotations = read.flatMap(one => ('annotation' in one ? [one] : []))
  const threads = new Map(annotations.map(({ annotation }) => [annotation.key, [] as Row[]]))
  const skipped = read.flatMap(one => ('reason' in one ? [one] : []))
  for (const row of rows.filter(isReply)) {
    const root = referencesOf(row.value).find(id => threads.has(id))
    if (root === undefined) skipped.push({ place: row.place, reason: { kind: 'other-kind', what: 'reply' } })
    else threads.get(root)!.push(row)
  }
  const withReplies = annotations.map(({ annotation, document }) => ({
    annotation: { ...annotation, rationale: withReplyTexts(annotation.rationale, threads.get(annotation.key) ?? []) },
    document,
  }))
  return inDocuments(withReplies, skipped)
}

function referencesOf(row: unknown): readonly string[] {
  return listOf(fieldOf(row, 'references'))
    .map(textOf)
    .filter(id => id !== '')
}

function readRow({ value, place }: Row): AddressedAnnotation | SkippedItem {
  const malformed = (at: string, expected: string): SkippedItem => ({
    place: at,
    reason: { kind: 'malformed', expected },
  })
  if (!isLooseObject(value)) return malformed(place, 'must be an annotation')
  const targets = fieldOf(value, 'target')
  if (targets === undefined && fieldOf(value, 'uri') === undefined) {
    return malformed(`${place}.target`, 'must say what it is about')
  }
  if (targets !== undefined && !listOf(targets).every(isLooseObject)) {
    return malformed(`${place}.target`, 'must be a list of targets')
  }
  const selectors = listOf(targets).flatMap(target => listOf(fieldOf(target, 'selector')))
  const found = placeOfRow(selectors)
  if ('kind' in found) return { place, reason: found }
  const document = documentOf(value)
  const said = {
    author: authorOfRow(value),
    ...found,
    // Which of the tags is a verdict is for a person to say.
    labels: listOf(fieldOf(value, 'tags'))
      .map(textOf)
      .filter(tag => tag !== ''),
    tags: [],
    rationale: textOf(fieldOf(value, 'text')),
    claim: NO_CLAIM,
    evidence: [],
    created: momentOf(fieldOf(value, 'created')),
    modified: momentOf(fieldOf(value, 'updated')),
  }
  const key = textOf(fieldOf(value, 'id')) || `sha256:${sha256Hex(JSON.stringify([document, said]))}`
  return { annotation: { key, place, ...said }, document }
}

function placeOfRow(selectors: readonly unknown[]): Pick<ForeignAnnotation, 'quote' | 'positions'> | SkipReason {
  const ofType = (type: string) => selectors.filter(selector => fieldOf(selector, 'type') === type)
  const quote = ofType('TextQuoteSelector')
    .map(selector => ({
      exact: quotedOf(fieldOf(selector, 'exact')),
      prefix: quotedOf(fieldOf(selector, 'prefix')),
      suffix: quotedOf(fieldOf(selector, 'suffix')),
    }))
    .find(({ exact }) => exact !== '')
  const positions = ofType('TextPositionSelector').flatMap(positionsOf)
  if (quote || positions.length > 0) return { quote: quote ?? null, positions }
  const what = selectors.map(selector => localName(fieldOf(selector, 'type'))).find(type => type !== '')
  return what === undefined || /^Text/.test(what) ? { kind: 'no-statement' } : { kind: 'other-kind', what }
}

function positionsOf(selector: unknown): readonly ForeignPosition[] {
  const start = offsetOf(fieldOf(selector, 'start'))
  const end = offsetOf(fieldOf(selector, 'end'))
  if (start === null || end === null || end <= start) return []
  return (['utf-16', 'code-points'] as const).map(unit => ({ unit, start, end }))
}

function documentOf(row: unknown): AddressedAnnotation['document'] {
  const address = textOf(fieldOf(row, 'uri') ?? fieldOf(listOf(fieldOf(row, 'target'))[0], 'source')).trim()
  return {
    // The service gives a list of titles, the client one.
    title: textOf(fieldOf(fieldOf(row, 'document'), 'title')),
    sourceUrl: isSafeLink(address) ? address : '',
    textHash: /^urn:sha256:([0-9a-f]{64})$/.exec(address)?.[1] ?? '',
    language: '',
  }
}

/** English whatever the interface's language: it becomes part of what is stored. */
function withReplyTexts(rationale: string, replies: readonly Row[]): string {
  const texts = replies
    .map(({ value }) => {
      const tags = listOf(fieldOf(value, 'tags')).map(textOf)
      return {
        created: momentOf(fieldOf(value, 'created')),
        author: authorOfRow(value),
        words: [textOf(fieldOf(value, 'text')), tags.join(', ')].filter(part => part !== '').join('\n'),
      }
    })
    .sort((a, b) => (a.created < b.created ? -1 : Number(a.created > b.created)))
    .map(({ created, author, words }) => {
      const day = created === '' ? '' : `, ${created.slice(0, 'yyyy-mm-dd'.length)}`
      return `— Reply by ${author.name || author.id || 'somebody'}${day}:\n${words}`
    })
  return [rationale, ...texts].filter(part => part !== '').join('\n\n')
}
