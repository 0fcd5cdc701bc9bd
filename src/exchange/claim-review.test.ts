import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AnnotationSet } from '../domain/annotation-set.ts'
import { NO_CLAIM } from '../domain/annotation.ts'
import { isSafeLink, isWebAddress } from '../domain/article-content.ts'
import { NO_CHANGES } from '../domain/statement.ts'
import { VERDICTS } from '../domain/verdict.ts'
import { plainSets } from '../testing/arbitraries.ts'
import { ANNOTATION_ID, anAnnotationSet, anAnnotationVersion, anArticle, anEvidence } from '../testing/builders.ts'
import { cutFiles, damagedJson, foreignIn, readingOf } from '../testing/damaged-files.ts'
import { claimReviewCodec } from './claim-review.ts'
import { NO_PUBLISHER, type Publisher } from './codec.ts'
import type { ForeignAnnotation } from './foreign.ts'
import { shownAnnotations } from './shown-annotations.ts'
import { runs } from '../testing/effort.ts'

const CHECKS: Publisher = { name: 'Example Checks', url: 'https://checks.example.org/2026/harbour#top' }
const CLAIM = { text: 'The harbour tunnel was closed for ten days.', claimant: 'Minister J. Doe', date: '2026-11-19' }

type Content = Parameters<typeof anAnnotationVersion>[0]

function written(set: AnnotationSet, publisher = CHECKS): string {
  return claimReviewCodec.writer!.encode(set, { changes: NO_CHANGES, publisher }) as string
}

function reviewsOf(content: Content, { publisher = CHECKS, sourceUrl = anArticle().sourceUrl } = {}) {
  const set = anAnnotationSet({
    article: anArticle({ sourceUrl }),
    versions: [anAnnotationVersion({ claim: CLAIM, ...content })],
  })
  return JSON.parse(written(set, publisher)) as Record<string, unknown>[]
}

describe('the ClaimReview writer', () => {
  it('X92 writes one review with its own context for each claim', () => {
    const day = '2026-11-20'
    const article = {
      '@type': 'NewsArticle',
      url: 'https://news.example.com/2026/11/harbour-tunnel',
      headline: 'Harbour tunnel reopens',
    }
    expect(reviewsOf({})).toEqual([
      {
        '@context': 'https://schema.org',
        '@type': 'ClaimReview',
        '@id': `urn:uuid:${ANNOTATION_ID}`,
        url: `https://checks.example.org/2026/harbour#${ANNOTATION_ID}`,
        datePublished: day,
        claimReviewed: CLAIM.text,
        author: { '@type': 'Organization', name: 'Example Checks', url: CHECKS.url },
        reviewRating: {
          '@type': 'Rating',
          alternateName: 'Disputed',
          ratingValue: 1,
          worstRating: 1,
          bestRating: 3,
          ratingExplanation: "The port authority's own log shows 14 days, not 10.",
        },
        itemReviewed: {
          '@type': 'Claim',
          text: 'The tunnel was closed for ten days',
          inLanguage: 'en',
          author: { '@type': 'Person', name: 'Minister J. Doe' },
          datePublished: '2026-11-19',
          firstAppearance: article,
          appearance: [article],
        },
        citation: [
          {
            '@type': 'CreativeWork',
            url: 'https://example.com/port-log.pdf',
            name: 'Port log',
            publisher: { '@type': 'Organization', name: 'Port authority' },
            datePublished: '2026-11-19',
            text: 'Closed 5 to 18 November.',
            description: 'How long was the tunnel closed?',
          },
        ],
        keywords: ['transport'],
        sdPublisher: { '@type': 'Organization', name: 'Factmark' },
        sdDatePublished: day,
      },
    ])
    expect(reviewsOf({ claim: NO_CLAIM })).toEqual([])
  })

  it('X92 gives a number to what is verified or disputed, and none to what is not', () => {
    const ratings = VERDICTS.map(verdict => reviewsOf({ verdict, rationale: '' })[0]!['reviewRating'])
    expect(ratings).toEqual([
      { '@type': 'Rating', alternateName: 'Verified', ratingValue: 3, worstRating: 1, bestRating: 3 },
      { '@type': 'Rating', alternateName: 'Disputed', ratingValue: 1, worstRating: 1, bestRating: 3 },
      { '@type': 'Rating', alternateName: 'Unverified' },
    ])
  })

  // What checkers of structured data ask of a ClaimReview: the first five are errors, the rest warnings.
  const asked = ['@type', '@context', 'url', 'reviewRating', 'claimReviewed', 'author', 'datePublished', 'itemReviewed']
  it.each(asked)('X92 has what checkers of structured data ask for: %s', name => {
    expect(reviewsOf({ verdict: 'unverified', rationale: '', evidence: [], tags: [] })[0]).toHaveProperty([name])
  })

  const addresses = [
    { publisher: CHECKS, sourceUrl: '', url: `https://checks.example.org/2026/harbour#${ANNOTATION_ID}` },
    {
      publisher: NO_PUBLISHER,
      sourceUrl: 'https://news.example.com/a',
      url: `https://news.example.com/a#${ANNOTATION_ID}`,
    },
    { publisher: { name: '', url: 'javascript:alert(1)' }, sourceUrl: 'mailto:a@b.example', url: undefined },
    { publisher: NO_PUBLISHER, sourceUrl: '', url: undefined },
  ]
  it.each(addresses)('X93 stands at $url for publisher $publisher.url and article $sourceUrl', ({ url, ...given }) => {
    expect(reviewsOf({}, given)[0]!['url']).toBe(url)
  })

  const authors = [
    { publisher: NO_PUBLISHER, author: undefined },
    { publisher: { name: ' ', url: CHECKS.url }, author: undefined },
    {
      publisher: { name: ' Example Checks', url: 'nowhere' },
      author: { '@type': 'Organization', name: 'Example Checks' },
    },
  ]
  it.each(authors)('X93 names nobody as author who was not given: $publisher', ({ publisher, author }) => {
    expect(reviewsOf({}, { publisher })[0]!['author']).toEqual(author)
    expect(JSON.stringify(reviewsOf({}, { publisher }))).not.toContain('Okafor')
  })

  it('X9 links web and mail addresses alone', () => {
    const evidence = ['javascript:alert(1)', 'page 7', 'https://example.com/ü', ''].map(url => anEvidence({ url }))
    const citations = reviewsOf({ evidence })[0]!['citation'] as Record<string, unknown>[]
    expect(citations.map(({ url, identifier }) => [url, identifier])).toEqual([
      [undefined, 'javascript:alert(1)'],
      [undefined, 'page 7'],
      ['https://example.com/%C3%BC', 'https://example.com/ü'],
      [undefined, undefined],
    ])
  })

  it('X94 gives back all that its fates do not name, over many sets', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(plainSets(), fc.constantFrom(CHECKS, NO_PUBLISHER), (set, publisher) => {
        const shown = shownAnnotations(set).filter(({ content }) => content.claim.text !== '')
        const file = written(set, publisher)
        if (shown.length === 0) {
          expect(file).toBe('[]\n')
          return
        }
        const { documents, skipped } = foreignIn(claimReviewCodec, file)
        expect(skipped).toEqual([])
        const { sourceUrl } = set.article
        expect(documents.map(document => document.sourceUrl)).toEqual([
          isWebAddress(sourceUrl.trim()) ? new URL(sourceUrl).href : '',
        ])
        const read = documents.flatMap(({ annotations }) => annotations)
        expect(read.map(said)).toEqual(
          shown.map(({ id, content }) => ({
            key: `urn:uuid:${id}`,
            exact: content.selector.quote.exact,
            verdict: content.verdict,
            tags: content.tags,
            rationale: content.rationale,
            claim: content.claim,
            sources: content.evidence.map(({ url }) => url),
          })),
        )
      }),
      { numRuns: runs(1000) },
    )
  })
})

function said({ key, quote, labels, tags, rationale, claim, evidence }: ForeignAnnotation) {
  const sources = evidence.map(({ url }) => url)
  return { key, exact: quote?.exact, verdict: labels.join().toLowerCase(), tags, rationale, claim, sources }
}

/** A review as a publisher has it on a page. */
function aReview(overrides: object = {}) {
  return {
    '@context': 'https://schema.org',
    '@type': 'ClaimReview',
    url: 'https://facts.example.org/tunnel',
    datePublished: '2026-11-23',
    claimReviewed: 'The tunnel was closed for ten days',
    author: { '@type': 'Organization', name: 'Facts', url: 'https://facts.example.org/' },
    reviewRating: {
      '@type': 'Rating',
      ratingValue: '2',
      bestRating: '5',
      worstRating: '1',
      alternateName: 'Mostly false',
    },
    itemReviewed: {
      '@type': 'Claim',
      author: { '@type': 'Person', name: 'J. Doe' },
      datePublished: '2026-11-19T08:00:00+01:00',
      appearance: { '@type': 'NewsArticle', url: 'https://news.example.com/a' },
    },
    ...overrides,
  }
}

const read = (json: unknown) => foreignIn(claimReviewCodec, JSON.stringify(json))
const first = (overrides: object) => read(aReview(overrides)).documents[0]!.annotations[0]!

describe('the ClaimReview reader', () => {
  it('X95 reads a review as an earlier judgement of the claim', () => {
    expect(
      read(aReview({ citation: ['https://example.com/log', 'Port log, page 7'], reviewBody: 'It was 14.' })),
    ).toEqual({
      documents: [
        {
          text: null,
          title: '',
          sourceUrl: 'https://news.example.com/a',
          language: '',
          textHash: '',
          annotations: [
            {
              key: expect.stringMatching(/^sha256:/) as unknown,
              place: 'review',
              author: { id: 'https://facts.example.org/', name: 'Facts' },
              quote: { exact: 'The tunnel was closed for ten days', prefix: '', suffix: '' },
              positions: [],
              labels: ['Mostly false'],
              tags: [],
              rationale: 'It was 14.',
              claim: { text: 'The tunnel was closed for ten days', claimant: 'J. Doe', date: '2026-11-19' },
              evidence: [
                expect.objectContaining({ url: 'https://example.com/log' }),
                expect.objectContaining({ url: '', title: 'Port log, page 7' }),
                expect.objectContaining({ url: 'https://facts.example.org/tunnel', publisher: 'Facts' }),
              ],
              created: '2026-11-23T00:00:00.000Z',
              modified: '2026-11-23T00:00:00.000Z',
            },
          ],
        },
      ],
      skipped: [],
    })
  })

  const shapes = [
    { shape: 'one object', file: aReview(), place: 'review' },
    { shape: 'a list', file: [aReview()], place: '[0]' },
    { shape: 'a graph', file: { '@graph': [{ '@type': 'WebPage' }, aReview()] }, place: '@graph[1]' },
    {
      shape: 'an item list',
      file: { itemListElement: [{ '@type': 'ListItem', item: aReview() }] },
      place: 'itemListElement[0].item',
    },
    { shape: 'a data feed', file: { dataFeedElement: [{ item: [aReview()] }] }, place: 'dataFeedElement[0].item[0]' },
    {
      shape: 'a name with its address',
      file: aReview({ '@type': ['http://schema.org/ClaimReview'] }),
      place: 'review',
    },
  ]
  it.each(shapes)('X95 reads $shape', ({ file, place }) => {
    expect(read(file).documents.flatMap(({ annotations }) => annotations.map(one => one.place))).toEqual([place])
  })

  it.each(['', '3', '[]', '{"@type":"Review"}', '{"@graph":[{"@type":"Claim"}]}'])('X95 takes %s for none', file => {
    expect(readingOf(claimReviewCodec, file)).toBe('unrecognised')
  })

  const ratings = [
    { rating: { alternateName: 'Half true', ratingValue: 5 }, labels: ['Half true'] },
    { rating: { ratingValue: 5 }, labels: ['true'] },
    { rating: { ratingValue: '1' }, labels: ['false'] },
    { rating: { ratingValue: 3, bestRating: 3 }, labels: ['true'] },
    { rating: { ratingValue: 2 }, labels: ['rated 2 from 1 to 5'] },
    { rating: { ratingValue: 'pants' }, labels: [] },
    { rating: 'False', labels: ['False'] },
    { rating: undefined, labels: [] },
  ]
  it.each(ratings)('X95 reads the rating $rating as $labels', ({ rating, labels }) => {
    expect(first({ reviewRating: rating }).labels).toEqual(labels)
  })

  it('X95 puts reviews of one article together, and keeps two on one page apart', () => {
    const other = aReview({ itemReviewed: { sameAs: ['https://news.example.com/b'], text: 'Their words' } })
    const { documents, skipped } = read([aReview(), other, aReview({ claimReviewed: 'Another claim' }), aReview()])
    expect(
      documents.map(({ sourceUrl, annotations }) => [sourceUrl, annotations.map(({ quote }) => quote?.exact)]),
    ).toEqual([
      ['https://news.example.com/a', ['The tunnel was closed for ten days', 'Another claim']],
      ['https://news.example.com/b', ['Their words']],
    ])
    expect(skipped).toEqual([{ place: '[3]', reason: { kind: 'repeated' } }])
    expect(read(other).documents[0]).toMatchObject({ sourceUrl: 'https://news.example.com/b' })
    expect(read(other).documents[0]!.annotations[0]!.quote!.exact).toBe('Their words')
  })

  it('X96 lists a review of nothing', () => {
    expect(read([aReview(), aReview({ claimReviewed: '' })]).skipped).toEqual([
      { place: '[1].claimReviewed', reason: { kind: 'no-statement' } },
    ])
  })

  it('X96 never throws, wherever the file is cut and whatever stands in it', { timeout: 60_000 }, () => {
    const whole = [
      aReview({ citation: [{ url: 'https://example.com/', name: 'x', publisher: { name: 'y' } }], keywords: 'a, b' }),
      aReview(),
    ]
    for (const file of cutFiles(JSON.stringify(whole))) expect(readingOf(claimReviewCodec, file)).toBe('unrecognised')
    fc.assert(
      fc.property(damagedJson(whole), json => {
        const reading = readingOf(claimReviewCodec, JSON.stringify(json))
        // As `JSON.stringify` writes half a character.
        expect(JSON.stringify(reading)).not.toMatch(/[\\]ud[89a-f]/)
      }),
      { numRuns: runs(1000) },
    )
    const deep = `${'[{"@graph":'.repeat(3000)}[]${'}]'.repeat(3000)}`
    expect(readingOf(claimReviewCodec, deep)).toBe('unrecognised')
  })

  it('X94 links nothing that is no web or mail address', () => {
    const evidence = ['javascript:alert(1)', 'data:text/html,x'].map(url => anEvidence({ url, archivedUrl: url }))
    for (const citation of reviewsOf({ evidence })[0]!['citation'] as Record<string, string>[]) {
      expect(['url', 'archivedAt'].filter(name => isSafeLink(citation[name] ?? ''))).toEqual([])
      expect(citation).not.toHaveProperty('archivedAt')
    }
  })
})
