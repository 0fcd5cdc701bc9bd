import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AnnotationSet } from '../domain/annotation-set.ts'
import { articleText } from '../domain/article-text.ts'
import { annotationSets } from '../testing/arbitraries.ts'
import {
  aContent,
  aMarkVersion,
  aRevision,
  aSelector,
  aUuid,
  anAnnotationSet,
  anAnnotationVersion,
  anArticle,
  anEvidence,
  ANNOTATION_ID,
  HARBOUR_ID,
  HARBOUR_STATEMENT,
  REVIEWER_ID,
  theNextVersion,
} from '../testing/builders.ts'
import { decodeAnnotationSet, encodeAnnotationSet } from './w3c-set.ts'

describe('encodeAnnotationSet', { timeout: 60_000 }, () => {
  it('X1 gives equal bytes whatever the order of lists and keys', () => {
    fc.assert(
      fc.property(annotationSets(), set => {
        const shuffled = reversedKeys({
          ...set,
          revisions: set.revisions.toReversed(),
          versions: set.versions.toReversed(),
          reviewers: set.reviewers.toReversed(),
          sessions: set.sessions.toReversed(),
        }) as AnnotationSet
        expect(encodeAnnotationSet(shuffled)).toBe(encodeAnnotationSet(set))
      }),
      { numRuns: 50 },
    )
  })

  it('X2 loses nothing, whatever people wrote', () => {
    fc.assert(
      fc.property(annotationSets(), set => {
        expect(decodeAnnotationSet(encodeAnnotationSet(set))).toEqual({ ok: true, value: set })
      }),
      { numRuns: 50 },
    )
  })

  it('X5 writes a W3C collection with one embedded page', () => {
    const { first, 'factmark:set': set, 'factmark:setHash': hash, ...collection } = encoded(anAnnotationSet())
    expect(hash).toMatch(/^[0-9a-f]{64}$/)
    expect(collection).toEqual({
      '@context': [
        'http://www.w3.org/ns/anno.jsonld',
        { factmark: 'https://example.org/factmark/ns/', 'factmark:set': { '@type': '@json' } },
      ],
      id: expect.stringMatching(URN) as unknown,
      type: 'AnnotationCollection',
      label: "Fact check of 'Harbour tunnel reopens'",
      modified: '2026-11-20T09:20:11.000Z',
      generator: { id: 'https://example.org/factmark', type: 'Software', name: 'Factmark' },
      total: 1,
      last: first!.id,
    })
    expect(first).toMatchObject({ id: expect.stringMatching(URN) as unknown, type: 'AnnotationPage', startIndex: 0 })
    expect(Object.keys(first!).sort()).toEqual(['id', 'items', 'startIndex', 'type'])
    expect(Object.keys(set).sort()).toEqual([
      'article',
      'formatVersion',
      'reviewers',
      'revisions',
      'sessions',
      'versions',
    ])
  })

  it('X5 takes the time of the newest record, sessions included', () => {
    const set = anAnnotationSet({ versions: [anAnnotationVersion({ at: '2026-11-23T16:40:51.000Z' })] })
    expect(encoded(set).modified).toBe('2026-11-23T16:40:51.000Z')
    expect(encoded(anAnnotationSet({ versions: [], sessions: [] })).modified).toBe(anArticle().captured)
  })

  it('X5 has no page when there are no items', () => {
    const collection = encoded(anAnnotationSet({ versions: [] }))
    expect(collection.total).toBe(0)
    expect(collection).not.toHaveProperty('first')
    expect(collection).not.toHaveProperty('last')
  })

  it('X6 names collection and page after the article alone', () => {
    const here = encoded(anAnnotationSet())
    const elsewhere = encoded(anAnnotationSet({ versions: [anAnnotationVersion({ id: aUuid(7) })], sessions: [] }))
    expect([elsewhere.id, elsewhere.last]).toEqual([here.id, here.last])
    expect(here.id).not.toBe(here.last)
    const content = aContent('Another title')
    const revision = aRevision({ content })
    const other = anAnnotationSet({ article: anArticle({ id: revision.hash }), revisions: [revision], versions: [] })
    expect(encoded(other).id).not.toBe(here.id)
  })

  it('X7 writes verdict, rationale, tags, claim and sources as bodies', () => {
    const item = itemOf({
      claim: { text: 'The harbour tunnel was closed for ten days.', claimant: 'J. Doe', date: '' },
    })
    expect(item).toMatchObject({
      id: `urn:uuid:${ANNOTATION_ID}`,
      type: 'Annotation',
      motivation: 'assessing',
      creator: { id: `urn:uuid:${REVIEWER_ID}`, type: 'Person', name: 'R. Okafor' },
      created: '2026-11-20T09:20:11.000Z',
      modified: '2026-11-20T09:20:11.000Z',
    })
    const prose = { type: 'TextualBody', format: 'text/plain', language: 'en' }
    expect(item.body).toEqual([
      { type: 'SpecificResource', purpose: 'classifying', source: 'https://example.org/factmark/ns/verdict#disputed' },
      { type: 'TextualBody', purpose: 'tagging', value: 'disputed' },
      { ...prose, purpose: 'assessing', value: "The port authority's own log shows 14 days, not 10." },
      { type: 'TextualBody', purpose: 'tagging', value: 'transport' },
      { ...prose, purpose: 'describing', value: 'The harbour tunnel was closed for ten days.' },
      { type: 'SpecificResource', purpose: 'linking', source: 'https://example.com/port-log.pdf' },
    ])
  })

  it('X7 leaves out what is empty', () => {
    expect(itemOf({ rationale: '', tags: [], evidence: [] }).body).toHaveLength(2)
  })

  it('X8 counts code points in the position, UTF-16 in its own term', () => {
    const { target } = itemOf({})
    expect(target).toEqual({
      type: 'SpecificResource',
      source: 'https://news.example.com/2026/11/harbour-tunnel',
      state: { type: 'TimeState', sourceDate: '2026-11-20T09:14:02.000Z' },
      selector: [
        {
          type: 'TextQuoteSelector',
          exact: HARBOUR_STATEMENT,
          prefix: ' Repairs are over. ',
          suffix: ', the minister said.',
        },
        { type: 'TextPositionSelector', start: 43, end: 77 },
      ],
    })
    expect(aSelector().position).toEqual({ start: 44, end: 78 })
  })

  it('X8 gives the quote for every item, counted in code points of its revision', () => {
    fc.assert(
      fc.property(annotationSets(), set => {
        const characters = [...articleText(set.revisions[0]!.content)]
        for (const { target } of encoded(set).first?.items ?? []) {
          const [quote, position] = target.selector
          expect(characters.slice(position.start, position.end).join('')).toBe(quote.exact)
        }
      }),
      { numRuns: 50 },
    )
  })

  const addresses = [
    { url: 'javascript:alert(1)', linked: false },
    { url: 'data:text/html,x', linked: false },
    { url: 'not an address', linked: false },
    { url: '', linked: false },
    { url: 'mailto:desk@example.com', linked: true },
    { url: 'https://example.com/', linked: true },
  ]
  for (const { url, linked } of addresses) {
    it(`X9 ${linked ? 'links' : 'does not link'} ${JSON.stringify(url)}`, () => {
      const sources = itemOf({ evidence: [anEvidence({ url })] }).body.filter(({ purpose }) => purpose === 'linking')
      expect(sources.map(({ source }) => source)).toEqual(linked ? [url] : [])
      const article = anArticle({ sourceUrl: url })
      const { target } = encoded(anAnnotationSet({ article })).first!.items[0]!
      expect(target.source).toBe(linked ? url : `urn:sha256:${HARBOUR_ID}`)
    })
  }

  it('X10 writes no item for a deleted annotation, but its removal', () => {
    const first = anAnnotationVersion()
    const set = anAnnotationSet({ versions: [first, theNextVersion(first, { kind: 'deleted' })] })
    expect(encoded(set).total).toBe(0)
    const { versions } = encoded(set)['factmark:set']
    expect(versions.map(({ kind }) => kind).sort()).toEqual(['content', 'deleted'])
  })

  it('X7 writes no item for a mark', () => {
    expect(encoded(anAnnotationSet({ versions: [aMarkVersion()] })).total).toBe(0)
  })

  const lost = { quote: { exact: 'gone', prefix: 'a', suffix: 'b' }, position: { start: 9_000, end: 9_004 } }
  for (const revision of [HARBOUR_ID, 'f'.repeat(64)]) {
    it(`X11 writes an orphan with both selectors (revision ${revision.slice(0, 4)})`, () => {
      const { target } = itemOf({ revision, selector: lost })
      expect(target.selector.map(({ type }) => type)).toEqual(['TextQuoteSelector', 'TextPositionSelector'])
      expect(target.selector[0].exact).toBe('gone')
    })
  }
})

const URN = /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

interface Item {
  readonly body: readonly { readonly purpose: string; readonly source?: string }[]
  readonly target: {
    readonly source: string
    readonly selector: readonly [
      { readonly type: string; readonly exact: string },
      { readonly type: string; readonly start: number; readonly end: number },
    ]
  }
}

interface Collection {
  readonly id: string
  readonly modified: string
  readonly total: number
  readonly first?: { readonly id: string; readonly items: readonly Item[] }
  readonly last?: string
  readonly 'factmark:set': AnnotationSet
  readonly 'factmark:setHash': string
}

function encoded(set: AnnotationSet): Collection {
  return JSON.parse(encodeAnnotationSet(set)) as Collection
}

function itemOf(content: Parameters<typeof anAnnotationVersion>[0]): Item {
  return encoded(anAnnotationSet({ versions: [anAnnotationVersion(content)] })).first!.items[0]!
}

function reversedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversedKeys)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, reversedKeys(item)]),
  )
}
