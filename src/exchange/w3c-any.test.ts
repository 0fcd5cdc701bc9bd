import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NO_CLAIM } from '../domain/annotation.ts'
import { isSafeLink } from '../domain/article-content.ts'
import { NO_CHANGES } from '../domain/statement.ts'
import { plainSets } from '../testing/arbitraries.ts'
import { anAnnotationSet, HARBOUR_ID } from '../testing/builders.ts'
import { cutFiles, damagedJson, foreignIn, readingOf } from '../testing/damaged-files.ts'
import { NO_PUBLISHER } from './codec.ts'
import type { ForeignAnnotation } from './foreign.ts'
import { incomingFile } from './incoming.ts'
import { shownAnnotations } from './shown-annotations.ts'
import { sourceAt } from './source-at.ts'
import { toW3cAnnotation } from './w3c-annotation.ts'
import { w3cAnyCodec } from './w3c-any.ts'
import { encodeAnnotationSet, w3cCodec } from './w3c-set.ts'
import { runs } from '../testing/effort.ts'

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld'
const QUOTE = { type: 'TextQuoteSelector', exact: 'closed for ten days', prefix: 'was ', suffix: ', he' }
const PAGE = 'https://news.example.com/a'

function anItem(overrides: object = {}) {
  return {
    '@context': CONTEXT,
    id: 'https://notes.example.org/1',
    type: 'Annotation',
    creator: { id: 'https://people.example.org/ada', type: 'Person', name: 'Ada Reyes' },
    created: '2026-11-20T09:20:11Z',
    modified: '2026-11-21',
    body: [
      { type: 'TextualBody', purpose: 'tagging', value: 'transport' },
      { type: 'TextualBody', purpose: 'commenting', value: 'The log shows 14 days' },
    ],
    target: { source: PAGE, selector: QUOTE },
    ...overrides,
  }
}

const read = (json: unknown) => foreignIn(w3cAnyCodec, JSON.stringify(json))
const annotationsIn = (json: unknown) => read(json).documents.flatMap(({ annotations }) => annotations)
/** What is read of an annotation with these bodies. */
const said = (body: unknown, overrides: object = {}): Partial<ForeignAnnotation> => {
  const [{ labels, tags, rationale, claim, evidence }] = annotationsIn(anItem({ body, ...overrides })) as [
    ForeignAnnotation,
  ]
  return {
    ...(labels.length > 0 && { labels }),
    ...(tags.length > 0 && { tags }),
    ...(rationale !== '' && { rationale }),
    ...(claim.text !== '' && { claim }),
    ...(evidence.length > 0 && { evidence }),
  }
}

describe('the reader of Web Annotations', () => {
  it('X86 reads author, times, words and page of an annotation', () => {
    expect(read(anItem())).toEqual({
      documents: [
        {
          text: null,
          title: '',
          sourceUrl: PAGE,
          language: '',
          textHash: '',
          annotations: [
            {
              key: 'https://notes.example.org/1',
              place: 'annotation',
              author: { id: 'https://people.example.org/ada', name: 'Ada Reyes' },
              quote: { exact: 'closed for ten days', prefix: 'was ', suffix: ', he' },
              positions: [],
              labels: ['transport'],
              tags: [],
              rationale: 'The log shows 14 days',
              claim: NO_CLAIM,
              evidence: [],
              created: '2026-11-20T09:20:11.000Z',
              modified: '2026-11-21T00:00:00.000Z',
            },
          ],
        },
      ],
      skipped: [],
    })
  })

  const page = (...items: object[]) => ({ type: 'AnnotationPage', items })
  const shapes = [
    { shape: 'one annotation', file: anItem(), places: ['annotation'] },
    { shape: 'a list', file: [anItem(), anItem({ id: 'b' })], places: ['[0]', '[1]'] },
    { shape: 'a page', file: page(anItem(), anItem({ id: 'b' })), places: ['items[0]', 'items[1]'] },
    {
      shape: 'a collection',
      file: { type: 'AnnotationCollection', first: page(anItem()) },
      places: ['first.items[0]'],
    },
    {
      shape: 'a collection with pages in pages',
      file: { type: ['AnnotationCollection'], first: { ...page(anItem()), next: page(anItem({ id: 'b' })) } },
      places: ['first.items[0]', 'first.next.items[0]'],
    },
    { shape: 'a collection without annotations', file: { type: 'AnnotationCollection', total: 0 }, places: [] },
    {
      shape: 'a graph',
      file: { '@context': CONTEXT, '@graph': [{ type: 'Person' }, anItem()] },
      places: ['@graph[1]'],
    },
    {
      shape: 'a list in JSON-LD',
      file: { type: 'AnnotationPage', items: { '@list': [anItem()] } },
      places: ['items[0]'],
    },
    {
      shape: 'an annotation without a type',
      file: { '@context': CONTEXT, target: anItem().target },
      places: ['annotation'],
    },
    {
      shape: 'names with a prefix',
      file: {
        '@type': 'oa:Annotation',
        '@id': 'x',
        'oa:hasTarget': {
          'oa:hasSource': { '@id': PAGE },
          'oa:hasSelector': { ...QUOTE, type: undefined, '@type': 'oa:TextQuoteSelector' },
        },
      },
      places: ['annotation'],
    },
  ]
  it.each(shapes)('X86 reads $shape', ({ file, places }) => {
    const { documents, skipped } = read(file)
    expect(skipped).toEqual([])
    const annotations = documents.flatMap(document => document.annotations)
    expect(annotations.map(({ place }) => place)).toEqual(places)
    for (const { quote } of annotations) expect(quote?.exact).toBe('closed for ten days')
    expect(documents.every(({ sourceUrl }) => sourceUrl === PAGE)).toBe(true)
  })

  const none = [
    '',
    '3',
    '{}',
    '[]',
    '{"type":"Person"}',
    '{"rows":[],"total":0}',
    '{"target":"x"}',
    '[{"id":1,"text":"x","label":[]}]',
  ]
  it.each(none)('X86 takes %s for no Web Annotation', file => {
    expect(readingOf(w3cAnyCodec, file)).toBe('unrecognised')
  })

  it("X86 leaves Factmark's own sets to their own reader, also damaged ones", () => {
    const file = encodeAnnotationSet(anAnnotationSet())
    const damaged = JSON.stringify({ ...(JSON.parse(file) as object), 'factmark:set': 3 })
    expect([file, damaged].map(text => readingOf(w3cAnyCodec, text))).toEqual(['unrecognised', 'unrecognised'])
  })

  it('X86 refuses a collection whose pages are elsewhere, with the place', () => {
    const bytes = new TextEncoder().encode('{"type":"AnnotationCollection","first":"https://notes.example.org/page1"}')
    expect(w3cAnyCodec.reader!.read({ files: [incomingFile('', bytes)] })).toEqual({
      ok: false,
      problem: {
        kind: 'damaged',
        place: 'first',
        flaw: { kind: 'unexpected', expected: 'must hold the annotations themselves' },
      },
    })
  })

  const bodies = [
    {
      of: 'an address',
      body: 'https://example.com/log',
      is: { evidence: [expect.objectContaining({ url: 'https://example.com/log', stance: 'context' })] },
    },
    { of: 'a script', body: 'javascript:alert(1)', is: {} },
    {
      of: 'words where an address should be',
      body: 'The log shows 14 days',
      is: { rationale: 'The log shows 14 days' },
    },
    { of: 'one object', body: { value: 'Why' }, is: { rationale: 'Why' } },
    { of: 'nothing', body: undefined, is: {} },
    {
      of: 'a choice',
      body: { type: 'Choice', items: [{ value: 'one' }, { value: 'two' }] },
      is: { rationale: 'one\n\ntwo' },
    },
    {
      of: 'HTML',
      body: { value: '<p>One &amp; <b>two</b></p><p>&#x1F6A7;</p>', format: 'text/html' },
      is: { rationale: 'One & two\n🚧' },
    },
    { of: 'words in languages', body: { value: [{ '@value': 'Why', '@language': 'en' }] }, is: { rationale: 'Why' } },
    {
      of: 'a class beside a tag',
      body: [
        { purpose: 'classifying', source: { id: 'https://example.org/classes/mostly%20false' } },
        { purpose: ['tagging'], value: 'transport' },
      ],
      is: { labels: ['mostly false'], tags: ['transport'] },
    },
    {
      of: 'a class with a name',
      body: { purpose: 'oa:classifying', source: 'https://example.org/c/7', label: 'False' },
      is: { labels: ['False'] },
    },
    {
      of: "Factmark's own verdict, shortened",
      body: { purpose: 'classifying', source: 'factmark:verdict#verified' },
      is: { labels: ['verified'] },
    },
    {
      of: "Factmark's own verdict",
      body: [
        { purpose: 'classifying', source: 'https://example.org/factmark/ns/verdict#disputed' },
        { purpose: 'tagging', value: 'disputed' },
        { purpose: 'describing', value: 'It was closed.' },
      ],
      is: { labels: ['disputed'], claim: { ...NO_CLAIM, text: 'It was closed.' } },
    },
    { of: 'a description', body: { purpose: 'describing', value: 'A photo' }, is: { rationale: 'A photo' } },
    {
      of: 'a page with a title',
      body: { type: 'SpecificResource', purpose: 'linking', source: { id: 'https://example.com/log', title: 'Log' } },
      is: { evidence: [expect.objectContaining({ title: 'Log' })] },
    },
  ]
  it.each(bodies)('X87 reads a body that is $of', ({ body, is }) => expect(said(body)).toEqual(is))

  it('X87 reads what a body is for from the motivation where the body does not say', () => {
    expect(said({ value: 'disputed' }, { motivation: 'tagging' })).toEqual({ labels: ['disputed'] })
    expect(said(undefined, { bodyValue: 'Why' })).toEqual({ rationale: 'Why' })
  })

  const position = { type: 'TextPositionSelector', start: 20, end: 54 }
  const both = [
    { unit: 'code-points', start: 20, end: 54 },
    { unit: 'utf-16', start: 20, end: 54 },
  ]
  const { type: _, ...quote } = QUOTE
  const selectors = [
    { kind: 'a quote', selector: QUOTE, is: { quote, positions: [] } },
    {
      kind: 'quote and position',
      selector: [{ type: 'XPathSelector' }, QUOTE, position],
      is: { quote, positions: both },
    },
    { kind: 'a position', selector: position, is: { quote: null, positions: both } },
    {
      kind: 'characters of a plain text',
      selector: { type: 'FragmentSelector', value: 'char=20,54' },
      is: { quote: null, positions: both },
    },
    { kind: 'a section, refined', selector: { type: 'XPathSelector', refinedBy: QUOTE }, is: { quote, positions: [] } },
    {
      kind: 'a quote, refined by a position in it',
      selector: { ...QUOTE, refinedBy: { ...position, start: 7, end: 10 } },
      is: { quote: { exact: 'for', prefix: 'was closed ', suffix: ' ten days, he' }, positions: [] },
    },
    {
      kind: 'a position, refined by another',
      selector: { ...position, refinedBy: { ...position, start: 1, end: 3 } },
      is: { quote: null, positions: both.map(({ unit }) => ({ unit, start: 21, end: 23 })) },
    },
  ]
  it.each(selectors)('X88 reads $kind', ({ selector, is }) => {
    expect(annotationsIn(anItem({ target: { source: PAGE, selector } }))).toEqual([expect.objectContaining(is)])
  })

  it('X88 reads several targets as several statements', () => {
    const target = [{ source: PAGE, selector: QUOTE }, { source: `${PAGE}b`, selector: position }, PAGE]
    const { documents, skipped } = read(anItem({ target }))
    expect(documents.map(({ sourceUrl, annotations: [only] }) => [sourceUrl, only!.key])).toEqual([
      [PAGE, 'https://notes.example.org/1'],
      [`${PAGE}b`, 'https://notes.example.org/1 target 2'],
    ])
    expect(skipped).toEqual([{ place: 'target[2]', reason: { kind: 'no-statement' } }])
  })

  it('X88 gives an annotation without a name one that follows from what it says', () => {
    const key = (overrides = {}) => annotationsIn(anItem({ id: undefined, ...overrides }))[0]!.key
    expect(key()).toMatch(/^sha256:[0-9a-f]{64}$/)
    expect(key()).toBe(key())
    expect(key({ body: 'Other words' })).not.toBe(key())
  })

  const skipped = [
    {
      what: 'a note on a whole page',
      item: { id: 'b', type: 'Annotation', target: PAGE },
      at: '.target',
      reason: { kind: 'no-statement' },
    },
    {
      what: 'a place in a picture',
      item: anItem({ target: { selector: { type: 'SvgSelector' } } }),
      at: '.target',
      reason: { kind: 'other-kind', what: 'SvgSelector' },
    },
    {
      what: 'a selector that is elsewhere',
      item: anItem({ target: { selector: 'https://x.example/s1' } }),
      at: '.target',
      reason: { kind: 'other-kind', what: 'selector' },
    },
    {
      what: 'no target',
      item: { type: 'Annotation' },
      at: '.target',
      reason: { kind: 'malformed', expected: 'must say what it is about' },
    },
    {
      what: 'a number as target',
      item: { type: 'Annotation', target: 3 },
      at: '.target',
      reason: { kind: 'malformed', expected: 'must be an address or an object' },
    },
    { what: 'a number', item: 3, at: '', reason: { kind: 'malformed', expected: 'must be an annotation' } },
    { what: 'a person', item: { type: 'Person' }, at: '', reason: { kind: 'other-kind', what: 'Person' } },
    { what: 'what was there before', item: anItem(), at: '', reason: { kind: 'repeated' } },
  ]
  it('X86 reads a page that does not say what it is', () => {
    const first = { id: 'https://notes.example.org/p1', items: [anItem()] }
    const [annotation] = annotationsIn({ '@context': CONTEXT, type: 'AnnotationCollection', total: 1, first })
    expect(annotation!.place).toBe('first.items[0]')
  })

  it('X86 reads a list that a program keeps under its own name for it', () => {
    const file = read({ version: 1, annotations: [anItem(), { id: 'a', kind: 'bookmark' }] })
    expect(file.documents[0]!.annotations).toMatchObject([{ place: 'annotations[0]', tags: [], labels: ['transport'] }])
    expect(file.skipped.map(({ place }) => place)).toEqual(['annotations[1].target'])
    expect(readingOf(w3cAnyCodec, JSON.stringify({ annotations: [{ id: 'a', target: PAGE }] }))).toBe('unrecognised')
  })

  it('X89 gives an annotation that stands alone a place', () => {
    const places = (json: object) => read(json).skipped.map(({ place }) => place)
    expect(places(anItem({ type: 'Note' }))).toEqual(['annotation'])
    expect(places([anItem({ type: 'Note' })])).toEqual(['[0]'])
  })

  it.each(skipped)('X89 lists $what as skipped, and reads the rest', ({ item, at, reason }) => {
    const file = read(page(anItem(), item as object))
    expect(file.skipped).toEqual([{ place: `items[1]${at}`, reason }])
    expect(file.documents).toHaveLength(1)
  })

  it('X90 reads of a set that lost its own term what the standard can say, over many sets', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(plainSets(), set => {
        const shown = shownAnnotations(set)
        const items = shown.map(annotation => toW3cAnnotation(annotation, set.article))
        const { documents, skipped } = read({ type: 'AnnotationPage', items })
        expect(skipped).toEqual([])
        const textHash = isSafeLink(set.article.sourceUrl) ? '' : set.article.id
        expect(documents.map(document => document.textHash)).toEqual(shown.length === 0 ? [] : [textHash])
        expect(documents.flatMap(({ annotations }) => annotations)).toEqual(
          shown.map(({ content, codePoints, reviewer, reviewerName, modified, id }, index) => ({
            key: `urn:uuid:${id}`,
            place: `items[${index}]`,
            author: { id: `urn:uuid:${reviewer}`, name: reviewerName },
            quote: content.selector.quote,
            positions: ['code-points', 'utf-16'].map(unit => ({ unit, ...codePoints })),
            labels: [content.verdict],
            tags: content.tags,
            rationale: content.rationale,
            claim: { ...NO_CLAIM, text: content.claim.text },
            evidence: content.evidence.flatMap(({ url }) => (isSafeLink(url) ? [sourceAt(new URL(url).href)] : [])),
            created: content.created,
            modified,
          })),
        )
      }),
      { numRuns: runs(1000) },
    )
  })

  it('X90 reads a whole set without the term', () => {
    const whole = JSON.parse(encodeAnnotationSet(anAnnotationSet())) as Record<string, unknown>
    const { 'factmark:set': _set, ...json } = whole
    expect(annotationsIn(json)).toEqual([
      expect.objectContaining({ place: 'first.items[0]', labels: ['disputed'], tags: ['transport'] }),
    ])
  })

  it('X91 never throws, wherever the file is cut and whatever stands in it', { timeout: 60_000 }, () => {
    const whole = {
      '@context': CONTEXT,
      type: 'AnnotationCollection',
      first: {
        ...page(
          anItem(),
          anItem({
            id: undefined,
            target: [{ source: { id: PAGE }, selector: [position, { ...QUOTE, refinedBy: position }] }],
          }),
        ),
        next: page(
          anItem({
            id: 'c',
            body: [{ type: 'Choice', items: [{ value: '<p>x', format: 'text/html' }] }, 'https://x.example/%'],
          }),
        ),
      },
    }
    for (const file of cutFiles(JSON.stringify(whole))) expect(readingOf(w3cAnyCodec, file)).toBe('unrecognised')
    fc.assert(
      fc.property(damagedJson(whole), json => {
        const reading = readingOf(w3cAnyCodec, JSON.stringify(json))
        // As `JSON.stringify` writes half a character.
        expect(JSON.stringify(reading)).not.toMatch(/[\\]ud[89a-f]/)
      }),
      { numRuns: runs(1000) },
    )
  })

  it('X91 reads nesting without end', () => {
    const deep = `${'{"a":['.repeat(5000)}1${']}'.repeat(5000)}`
    const selector = `${'{"type":"XPathSelector","refinedBy":'.repeat(3000)}null${'}'.repeat(3000)}`
    const file = `[{"type":"Annotation","body":${deep},"target":{"source":"${PAGE}","selector":${selector}}}]`
    expect(foreignIn(w3cAnyCodec, file).skipped).toEqual([
      { place: '[0].target', reason: { kind: 'other-kind', what: 'XPathSelector' } },
    ])
  })

  it('X65 comes after the own reader, which takes whole sets', () => {
    const file = w3cCodec.writer!.encode(anAnnotationSet(), { changes: NO_CHANGES, publisher: NO_PUBLISHER }) as string
    expect(readingOf(w3cCodec, file)).toMatchObject({ kind: 'set', set: { article: { id: HARBOUR_ID } } })
  })
})
