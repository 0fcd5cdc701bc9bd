import fc from 'fast-check'
import jsonld from 'jsonld'
import { describe, expect, it } from 'vitest'
import type { AnnotationSet } from '../domain/annotation-set.ts'
import { articleText } from '../domain/article-text.ts'
import { NO_CHANGES } from '../domain/statement.ts'
import { annotationSets, plainSets } from '../testing/arbitraries.ts'
import { anAnnotationSet } from '../testing/builders.ts'
import { aSignature } from '../testing/signing.ts'
import { WEB_ANNOTATION_CONTEXT } from '../testing/web-annotation-context.ts'
import { fieldOf, isLooseObject, listOf, type LooseObject } from './loose-json.ts'
import { encodeAnnotationSet } from './w3c-set.ts'
import { NS } from './w3c-terms.ts'

/** What a clause is about: all things of one kind in a written set, with the set itself. */
interface Written {
  readonly set: AnnotationSet
  readonly collection: LooseObject
  readonly pages: readonly LooseObject[]
  readonly annotations: readonly LooseObject[]
  readonly textualBodies: readonly LooseObject[]
  readonly specificResources: readonly LooseObject[]
  readonly agents: readonly LooseObject[]
  readonly quotes: readonly LooseObject[]
  readonly positions: readonly LooseObject[]
  readonly states: readonly LooseObject[]
}

interface Clause {
  /** Of the Web Annotation Data Model, W3C Recommendation 23 February 2017. */
  readonly section: string
  readonly must: string
  readonly holds: (written: Written) => boolean
}

const ANNO = 'http://www.w3.org/ns/anno.jsonld'

/** Every MUST and MUST NOT of the recommendation that bears on what a set of Factmark's holds. */
const CLAUSES: readonly Clause[] = [
  {
    section: '3.1',
    must: 'an annotation in a file of its own names the context; here the collection does',
    holds: ({ collection }) => listOf(collection['@context'])[0] === ANNO,
  },
  {
    section: '3.1',
    must: 'an annotation has exactly one IRI',
    holds: ({ annotations }) => annotations.every(({ id }) => isIri(id)),
  },
  {
    section: '3.1',
    must: 'an annotation has the class Annotation',
    holds: ({ annotations }) => annotations.every(isA('Annotation')),
  },
  {
    section: '3.1',
    must: 'an annotation has a target',
    holds: ({ annotations }) => annotations.every(({ target }) => listOf(target).length >= 1),
  },
  {
    section: '3.2.1',
    must: 'a resource of the web as body or target has exactly one IRI',
    holds: ({ annotations }) =>
      annotations.every(({ body, target }) =>
        [...listOf(body), ...listOf(target)].every(one => isLooseObject(one) || isIri(one)),
      ),
  },
  {
    section: '3.2.4',
    must: 'a textual body has exactly one value',
    holds: ({ textualBodies }) => textualBodies.every(({ value }) => typeof value === 'string'),
  },
  {
    section: '3.2.5',
    must: 'there is no bodyValue beside a body',
    holds: ({ annotations }) => annotations.every(annotation => !('bodyValue' in annotation)),
  },
  {
    section: '3.3.1',
    must: 'created is at most one time, in UTC with Z',
    holds: ({ annotations }) => annotations.every(({ created }) => isUtc(created)),
  },
  {
    section: '3.3.1',
    must: 'modified is at most one time, in UTC with Z',
    holds: ({ annotations, collection }) => [...annotations, collection].every(({ modified }) => isUtc(modified)),
  },
  {
    section: '3.3.1',
    must: 'generated is at most one time; here it is none, so that equal sets are equal',
    holds: ({ annotations, collection }) => [...annotations, collection].every(one => !('generated' in one)),
  },
  {
    section: '3.3.2',
    must: 'an agent has at most one IRI',
    holds: ({ agents }) => agents.every(({ id }) => isIri(id)),
  },
  {
    section: '4',
    must: 'a specific resource has exactly one source',
    holds: ({ specificResources }) => specificResources.every(({ source }) => isIri(source)),
  },
  { section: '4.2', must: 'selectors of a target select the same, so that any may be picked', holds: selectTheSame },
  {
    section: '4.2.4',
    must: 'a quote has exactly one type, TextQuoteSelector',
    holds: ({ annotations, quotes }) => quotes.length === annotations.length,
  },
  {
    section: '4.2.4',
    must: 'a quote has exactly one exact text',
    holds: ({ quotes }) => quotes.every(({ exact }) => typeof exact === 'string' && exact !== ''),
  },
  {
    section: '4.2.4',
    must: 'a quote has at most one prefix',
    holds: ({ quotes }) => quotes.every(({ prefix }) => typeof prefix === 'string'),
  },
  {
    section: '4.2.4',
    must: 'a quote has at most one suffix',
    holds: ({ quotes }) => quotes.every(({ suffix }) => typeof suffix === 'string'),
  },
  {
    section: '4.2.4',
    must: 'text is selected in code points and never in halves of them',
    holds: ({ quotes }) =>
      quotes.every(quote => ['prefix', 'exact', 'suffix'].every(part => String(quote[part]).isWellFormed())),
  },
  {
    section: '4.2.4',
    must: 'text is normalised before it is recorded: without tags, entities as characters',
    holds: selectTheSame,
  },
  {
    section: '4.2.5',
    must: 'a position has exactly one type, TextPositionSelector',
    holds: ({ annotations, positions }) => positions.length === annotations.length,
  },
  {
    section: '4.2.5',
    must: 'a position has exactly one start, a non-negative integer',
    holds: ({ positions }) => positions.every(({ start }) => isCount(start)),
  },
  {
    section: '4.2.5',
    must: 'a position has exactly one end, a non-negative integer',
    holds: ({ positions }) => positions.every(({ start, end }) => isCount(end) && Number(start) < Number(end)),
  },
  { section: '4.2.5', must: 'positions count the text that quotes are taken from', holds: selectTheSame },
  {
    section: '4.3.1',
    must: 'a state of a time has exactly one type, TimeState',
    holds: ({ states }) => states.every(({ type }) => type === 'TimeState'),
  },
  {
    section: '4.3.1',
    must: 'a source date is a time in UTC with Z',
    holds: ({ states }) => states.every(({ sourceDate }) => isUtc(sourceDate)),
  },
  {
    section: '4.3.1',
    must: 'a source date stands without a beginning and an end',
    holds: ({ states }) => states.every(state => !('sourceDateStart' in state) && !('sourceDateEnd' in state)),
  },
  {
    section: '5.1',
    must: 'a collection names the context',
    holds: ({ collection }) => listOf(collection['@context']).includes(ANNO),
  },
  { section: '5.1', must: 'a collection has exactly one IRI', holds: ({ collection }) => isIri(collection['id']) },
  {
    section: '5.1',
    must: 'a collection has the class AnnotationCollection',
    holds: ({ collection }) => isA('AnnotationCollection')(collection),
  },
  { section: '5.1', must: 'a label is a string', holds: ({ collection }) => typeof collection['label'] === 'string' },
  {
    section: '5.1',
    must: 'the total is a non-negative integer',
    holds: ({ collection, annotations }) => collection['total'] === annotations.length,
  },
  {
    section: '5.1',
    must: 'a collection with annotations has exactly one first page',
    holds: ({ collection, annotations }) => isLooseObject(collection['first']) === annotations.length > 0,
  },
  {
    section: '5.2',
    must: 'an embedded page has no context of its own',
    holds: ({ pages }) => pages.every(page => !('@context' in page)),
  },
  { section: '5.2', must: 'a page has exactly one IRI', holds: ({ pages }) => pages.every(({ id }) => isIri(id)) },
  {
    section: '5.2',
    must: 'a page has the class AnnotationPage',
    holds: ({ pages }) => pages.every(isA('AnnotationPage')),
  },
  {
    section: '5.2',
    must: 'a page has a list of at least one annotation',
    holds: ({ pages }) => pages.every(({ items }) => Array.isArray(items) && items.length > 0),
  },
  {
    section: '5.2',
    must: 'a page that is not the last names the next; the only one is the last',
    holds: ({ pages, collection }) => pages.every(page => collection['last'] === page['id'] && !('next' in page)),
  },
  {
    section: '5.2',
    must: 'a page has at most one start index, a non-negative integer',
    holds: ({ pages }) => pages.every(({ startIndex }) => startIndex === 0),
  },
]

describe('a set as Web Annotations', () => {
  // Made once for all clauses: a set takes longer to make than to check.
  const sets = [...fc.sample(plainSets(), 300), ...fc.sample(annotationSets(), 30)].map(written)

  it.each(CLAUSES)('X98 $section: $must', ({ holds }) => {
    expect(sets.filter(one => !holds(one)).map(({ collection }) => collection)).toEqual([])
  })

  it('X98 names motivations and purposes of the vocabulary, one motivation each', () => {
    const known = new Set(Object.keys(WEB_ANNOTATION_CONTEXT))
    const { annotations } = written(anAnnotationSet())
    for (const { motivation, body } of annotations) {
      expect(motivation).toBe('assessing')
      for (const one of listOf(body)) expect(known).toContain(fieldOf(one, 'purpose'))
    }
  })

  it(
    'X99 survives expanding and compacting in JSON-LD: every body, the motivation and its own term',
    { timeout: 60_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(plainSets(), async set => {
          const json = JSON.parse(encodeAnnotationSet(set)) as LooseObject
          expect(listedAlike(await roundTrip(json))).toEqual(listedAlike(json))
        }),
        { numRuns: 100 },
      )
    },
  )

  it('X166 survives it with its signatures', async () => {
    const set = anAnnotationSet()
    const signatures = [await aSignature(set, {}), await aSignature(set, {})]
    const json = JSON.parse(encodeAnnotationSet(set, NO_CHANGES, signatures)) as LooseObject
    const after = (await roundTrip(json)) as LooseObject
    expect(after['factmark:signatures']).toEqual(signatures)
    expect(listedAlike(after)).toEqual(listedAlike(json))
  })

  it('X99 names its motivation in the vocabulary, which a context without it would not', async () => {
    const { assessing: _, ...incomplete } = WEB_ANNOTATION_CONTEXT as Record<string, unknown>
    const json = JSON.parse(encodeAnnotationSet(anAnnotationSet())) as LooseObject
    const named = async (context: object) =>
      JSON.stringify(await expanded(json, context)).includes('"http://www.w3.org/ns/oa#assessing"')
    expect([await named(WEB_ANNOTATION_CONTEXT), await named(incomplete)]).toEqual([true, false])
  })
})

function written(set: AnnotationSet): Written {
  const collection = JSON.parse(encodeAnnotationSet(set)) as LooseObject
  const pages = objects(collection['first'])
  const annotations = pages.flatMap(({ items }) => objects(items))
  const bodies = annotations.flatMap(({ body }) => objects(body))
  const targets = annotations.flatMap(({ target }) => objects(target))
  const selectors = targets.flatMap(({ selector }) => objects(selector))
  return {
    set,
    collection,
    pages,
    annotations,
    textualBodies: bodies.filter(isA('TextualBody')),
    specificResources: [...bodies.filter(isA('SpecificResource')), ...targets],
    agents: [...annotations.flatMap(({ creator }) => objects(creator)), ...objects(collection['generator'])],
    quotes: selectors.filter(({ type }) => type === 'TextQuoteSelector'),
    positions: selectors.filter(({ type }) => type === 'TextPositionSelector'),
    states: targets.flatMap(({ state }) => objects(state)),
  }
}

/** The slice of code points is the quote, and what stands around it is its context. */
function selectTheSame({ set, quotes, positions }: Written): boolean {
  const texts = set.revisions.map(({ content }) => [...articleText(content)])
  return quotes.every((quote, index) => {
    const [start, end] = [Number(positions[index]!['start']), Number(positions[index]!['end'])]
    return texts.some(characters => {
      const before = characters.slice(0, start).join('')
      const after = characters.slice(end).join('')
      const isHere = characters.slice(start, end).join('') === quote['exact']
      return isHere && before.endsWith(String(quote['prefix'])) && after.startsWith(String(quote['suffix']))
    })
  })
}

function objects(value: unknown): readonly LooseObject[] {
  return listOf(value).filter(isLooseObject)
}

function isA(name: string): (thing: LooseObject) => boolean {
  return ({ type }) => listOf(type).includes(name)
}

function isIri(value: unknown): boolean {
  return typeof value === 'string' && URL.canParse(value) && !/\s/.test(value)
}

function isUtc(value: unknown): boolean {
  return (
    typeof value === 'string' &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(value) &&
    !Number.isNaN(Date.parse(value))
  )
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 0
}

/** Through a JSON-LD processor and back. Nothing is asked of the network. */
async function roundTrip(json: LooseObject): Promise<unknown> {
  const context: unknown = json['@context']
  const compacted = await jsonld.compact((await expanded(json)) as never, context as never, loading())
  return { ...compacted, '@context': context }
}

async function expanded(json: LooseObject, context?: object): Promise<unknown> {
  return jsonld.expand(json, loading(context))
}

/** Gives this in place of the published context, and nothing else. */
function loading(context: object = WEB_ANNOTATION_CONTEXT) {
  return {
    documentLoader: (url: string) => {
      if (url !== ANNO) return Promise.reject(new Error(`Not loaded: ${url}.`))
      return Promise.resolve({ documentUrl: url, document: { '@context': context } as never })
    },
  }
}

/** JSON-LD makes no difference between one thing and a list of it, nor between a name in full and by a declared prefix. */
function listedAlike(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 1 ? listedAlike(value[0]) : value.map(listedAlike)
  if (typeof value === 'string') return value.replace(/^factmark:(?=verdict#)/, NS)
  if (!isLooseObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, listedAlike(inner)]))
}
