import { sha256Hex } from '../domain/canonical-json.ts'
import type { DecodeProblem } from '../domain/decode-problem.ts'
import { isSafeLink } from '../domain/article-content.ts'
import { fail, succeed, type Result } from '../domain/result.ts'
import type { Codec, Reading } from './codec.ts'
import { inDocuments, type AddressedAnnotation } from './foreign-documents.ts'
import type { ForeignAuthor, SkippedItem, SkipReason } from './foreign.ts'
import type { Incoming } from './incoming.ts'
import { isJsonFile, jsonOf } from './json-file.ts'
import { fieldOf, isLooseObject, listOf, momentOf, textOf } from './loose-json.ts'
import { saidIn } from './w3c-any/annotation-bodies.ts'
import { localName, placeOfSelectors } from './w3c-any/annotation-place.ts'
import { SET_TERM } from './w3c-terms.ts'

/**
 * Any Web Annotations (W3C Data Model, REC 2017-02-23): one, a page, a collection with its pages, a list, or a JSON-LD graph.
 * Read only: Factmark writes its own set, which is one of these.
 */
export const w3cAnyCodec: Codec = {
  id: 'w3c-any',
  reader: {
    recognises: incoming => isJsonFile(incoming, isWebAnnotation),
    read: readW3cAnnotations,
  },
}

function readW3cAnnotations(incoming: Incoming): Result<Reading, DecodeProblem> {
  const json = jsonOf(incoming, isWebAnnotation)
  if (!json.ok) return json
  const listed = itemsOf(json.value, '', 0)
  if (!listed.ok) return listed
  const read = listed.value.map(readItem)
  return succeed({
    kind: 'foreign',
    file: inDocuments(
      read.flatMap(({ annotations }) => annotations),
      read.flatMap(({ skipped }) => skipped),
    ),
  })
}

const KINDS = ['Annotation', 'AnnotationPage', 'AnnotationCollection']
const KEPT = 'annotations' // what programs call their list where they do not follow the model
const MAX_PAGES = 100_000 // embedded one in another; a file of this many is no longer parsed
const CONTEXT_NAME = /^https?:\/\/www\.w3\.org\/ns\/(?:anno|oa)\b/

function isWebAnnotation(json: unknown): boolean {
  if (Array.isArray(json)) return json.some(isAnnotationLike)
  // A set of Factmark's own, also a damaged one, is for its own reader.
  if (!isLooseObject(json) || Object.hasOwn(json, SET_TERM)) return false
  return isAnnotationLike(json) || ['@graph', KEPT].some(name => listOf(fieldOf(json, name)).some(isAnnotationLike))
}

function isAnnotationLike(value: unknown): boolean {
  const isCalledSo = typesOf(value).some(type => KINDS.includes(type))
  const context = listOf(fieldOf(value, '@context'))
  const hasTarget = fieldOf(value, 'target', 'oa:hasTarget') !== undefined
  return isCalledSo || (hasTarget && context.some(name => typeof name === 'string' && CONTEXT_NAME.test(name)))
}

function typesOf(value: unknown): readonly string[] {
  return listOf(fieldOf(value, 'type', '@type')).map(localName)
}

/** An annotation, or what stands in its place, and where. */
interface Item {
  readonly value: unknown
  readonly place: string
}

function itemsOf(json: unknown, place: string, depth: number): Result<readonly Item[], DecodeProblem> {
  if (Array.isArray(json)) return succeed(json.map((value: unknown, index) => ({ value, place: `${place}[${index}]` })))
  const graph = fieldOf(json, '@graph')
  if (graph !== undefined) return succeed(itemsOfGraph(graph, stepIn(place, '@graph')))
  const kept = isAnnotationLike(json) ? undefined : fieldOf(json, KEPT)
  if (kept !== undefined) return succeed(itemsOfList(kept, stepIn(place, KEPT)))
  const name = ['items', 'as:items', 'first', 'as:first'].find(field => fieldOf(json, field) !== undefined)
  if (name === undefined) return isPaged(json) ? succeed([]) : succeed([{ value: json, place }])
  const part = fieldOf(json, name)
  const at = stepIn(place, name)
  if (name.endsWith('items')) return withNextPages(json, itemsOfList(part, at), place, depth)
  return isLooseObject(part) ? itemsOf(part, at, depth + 1) : fail(elsewhere(at))
}

/** A page may hold the next one; where it only says where that is, what is here is read. */
function withNextPages(
  page: unknown,
  items: readonly Item[],
  place: string,
  depth: number,
): Result<readonly Item[], DecodeProblem> {
  const pages = [items]
  let next = fieldOf(page, 'next')
  let at = stepIn(place, 'next')
  while (isLooseObject(next) && pages.length + depth < MAX_PAGES) {
    pages.push(itemsOfList(fieldOf(next, 'items', 'as:items'), stepIn(at, 'items')))
    next = fieldOf(next, 'next')
    at = stepIn(at, 'next')
  }
  return succeed(pages.flat())
}

function itemsOfList(list: unknown, place: string): readonly Item[] {
  const items = listOf(fieldOf(list, '@list', '@set') ?? list)
  return items.map((value, index) => ({ value, place: `${place}[${index}]` }))
}

/** In a graph stand pages, people and pictures beside the annotations. */
function itemsOfGraph(graph: unknown, place: string): readonly Item[] {
  return itemsOfList(graph, place).filter(({ value }) => typesOf(value).includes('Annotation'))
}

function isPaged(json: unknown): boolean {
  return typesOf(json).some(type => type !== 'Annotation' && KINDS.includes(type))
}

function elsewhere(place: string): DecodeProblem {
  return { kind: 'damaged', place, flaw: { kind: 'unexpected', expected: 'must hold the annotations themselves' } }
}

const ALONE = 'annotation' // the place of one that is the whole file

interface ReadItem {
  readonly annotations: readonly AddressedAnnotation[]
  readonly skipped: readonly SkippedItem[]
}

function readItem({ value, place }: Item): ReadItem {
  if (!isLooseObject(value)) return skipped(place, { kind: 'malformed', expected: 'must be an annotation' })
  const types = typesOf(value)
  if (types.length > 0 && !types.includes('Annotation')) {
    return skipped(place || ALONE, { kind: 'other-kind', what: types[0]! })
  }
  const targets = targetsOf(fieldOf(value, 'target', 'oa:hasTarget'), stepIn(place, 'target'))
  if (targets.length === 0) {
    return skipped(stepIn(place, 'target'), { kind: 'malformed', expected: 'must say what it is about' })
  }
  const read = targets.map((target, index) => readTarget(value, target, { place, index }))
  return { annotations: read.flatMap(one => one.annotations), skipped: read.flatMap(one => one.skipped) }
}

function skipped(place: string, reason: SkipReason): ReadItem {
  return { annotations: [], skipped: [{ place, reason }] }
}

/** The targets, where a list, a choice or a set of them is one target. */
function targetsOf(target: unknown, place: string): readonly Item[] {
  const isList = Array.isArray(target)
  return listOf(target).flatMap((value, index): readonly Item[] => {
    const at = isList ? `${place}[${index}]` : place
    const items = fieldOf(value, 'items')
    return items === undefined ? [{ value, place: at }] : itemsOfList(items, stepIn(at, 'items'))
  })
}

function readTarget(annotation: unknown, target: Item, { place, index }: { place: string; index: number }): ReadItem {
  if (typeof target.value !== 'string' && !isLooseObject(target.value)) {
    return skipped(target.place, { kind: 'malformed', expected: 'must be an address or an object' })
  }
  const { quote, positions, unread } = placeOfSelectors(fieldOf(target.value, 'selector', 'oa:hasSelector'))
  if (quote === null && positions.length === 0) {
    const [what] = unread
    return skipped(target.place, what === undefined ? { kind: 'no-statement' } : { kind: 'other-kind', what })
  }
  const document = documentOf(target.value)
  const said = {
    author: authorOf(fieldOf(annotation, 'creator', 'dcterms:creator')),
    quote,
    positions,
    ...saidIn(annotation),
    created: momentOf(fieldOf(annotation, 'created', 'dcterms:created')),
    modified: momentOf(fieldOf(annotation, 'modified', 'dcterms:modified')),
  }
  const name = textOf(fieldOf(annotation, 'id', '@id')) || `sha256:${sha256Hex(JSON.stringify([document, said]))}`
  const key = index === 0 ? name : `${name} target ${index + 1}`
  return { annotations: [{ annotation: { key, place: place || ALONE, ...said }, document }], skipped: [] }
}

function documentOf(target: unknown): AddressedAnnotation['document'] {
  const source = isLooseObject(target)
    ? (fieldOf(target, 'source', 'oa:hasSource') ?? fieldOf(target, 'id', '@id'))
    : target
  const address = textOf(isLooseObject(source) ? fieldOf(source, 'id', '@id') : source).trim()
  return {
    title: textOf(fieldOf(source, 'title', 'dc:title', 'label', 'name')),
    sourceUrl: isSafeLink(address) ? address : '',
    textHash: /^urn:sha256:([0-9a-f]{64})$/.exec(address)?.[1] ?? '',
    language: '',
  }
}

function authorOf(creator: unknown): ForeignAuthor {
  const [first] = listOf(creator)
  if (!isLooseObject(first)) return { id: textOf(first), name: '' }
  const id = textOf(fieldOf(first, 'id', '@id'))
  return { id, name: textOf(fieldOf(first, 'name', 'foaf:name', 'nickname', 'account', 'label')) }
}

function stepIn(place: string, name: string): string {
  return place === '' ? name : `${place}.${name}`
}
