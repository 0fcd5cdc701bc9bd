import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NO_CLAIM } from '../domain/annotation.ts'
import type { AnnotationSet } from '../domain/annotation-set.ts'
import { NO_CHANGES } from '../domain/statement.ts'
import { plainSets } from '../testing/arbitraries.ts'
import {
  aReviewer,
  anAnnotationSet,
  anAnnotationVersion,
  anArticle,
  anEvidence,
  REVIEWER_ID,
} from '../testing/builders.ts'
import { cutFiles, damagedJson, foreignIn, readingOf } from '../testing/damaged-files.ts'
import { NO_PUBLISHER } from './codec.ts'
import { hypothesisCodec } from './hypothesis.ts'
import { shownAnnotations } from './shown-annotations.ts'
import { runs } from '../testing/effort.ts'

describe('the Hypothesis writer', () => {
  it('X80 writes what the Hypothesis client exports: verdict and tags as tags, the rationale as text', () => {
    expect(JSON.parse(written(anAnnotationSet({ versions: [anAnnotationVersion({ evidence: [] })] })))).toEqual({
      export_date: '2026-11-20T09:20:11.000Z',
      export_userid: 'acct:nobody@factmark.invalid',
      client_version: 'Factmark',
      annotations: [
        {
          id: '00000000-0000-4000-8000-00000000c001',
          user: `acct:${REVIEWER_ID}@factmark.invalid`,
          user_info: { display_name: 'R. Okafor' },
          created: '2026-11-20T09:20:11.000Z',
          updated: '2026-11-20T09:20:11.000Z',
          uri: 'https://news.example.com/2026/11/harbour-tunnel',
          document: { title: 'Harbour tunnel reopens' },
          group: '__world__',
          text: "The port authority's own log shows 14 days, not 10.",
          tags: ['disputed', 'transport'],
          target: [
            {
              source: 'https://news.example.com/2026/11/harbour-tunnel',
              selector: [
                { type: 'TextPositionSelector', start: 44, end: 78 },
                {
                  type: 'TextQuoteSelector',
                  exact: 'The tunnel was closed for ten days',
                  prefix: ' Repairs are over. ',
                  suffix: ', the minister said.',
                },
              ],
            },
          ],
        },
      ],
    })
  })

  it('X80 writes claim and sources below the rationale, and nothing in them becomes markup', () => {
    const version = anAnnotationVersion({
      rationale: 'Why',
      claim: { text: 'It was *closed*.', claimant: 'J. Doe', date: '2026-11-19' },
      evidence: [anEvidence(), anEvidence({ url: 'javascript:alert(1)', question: '', title: '<b>', excerpt: '' })],
    })
    const { annotations } = JSON.parse(written(anAnnotationSet({ versions: [version] }))) as {
      annotations: [{ text: string }]
    }
    expect(annotations[0].text.split('\n')).toEqual([
      'Why',
      '',
      '---',
      '',
      '**Claim:** It was \\*closed\\*., J. Doe, 2026-11-19',
      '',
      '**Evidence:**',
      '',
      '- (refutes) How long was the tunnel closed? Port log, Port authority, published 2026-11-19, accessed 2026-11-20, <https://example.com/port-log.pdf> “Closed 5 to 18 November.”',
      '- (refutes) \\<b\\>, Port authority, published 2026-11-19, accessed 2026-11-20, javascript:alert(1)',
    ])
  })

  it('X80 names an article without an address by its hash', () => {
    const set = anAnnotationSet({ article: anArticle({ sourceUrl: 'javascript:alert(1)' }) })
    expect(foreignIn(hypothesisCodec, written(set)).documents[0]).toMatchObject({
      sourceUrl: '',
      textHash: set.article.id,
    })
  })

  it('X81 gives back all that its fates do not name, over many sets', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(plainSets(), set => {
        const { documents, skipped } = foreignIn(hypothesisCodec, written(set))
        expect(skipped).toEqual([])
        const shown = shownAnnotations(set)
        const read = documents.flatMap(({ annotations }) => annotations)
        expect(read.map(({ rationale: _, ...rest }) => rest)).toEqual(
          shown.map(({ content, reviewer, reviewerName, modified, id }, index) => ({
            key: id,
            place: `annotations[${index}]`,
            author: { id: `urn:uuid:${reviewer}`, name: reviewerName },
            quote: content.selector.quote,
            positions: ['utf-16', 'code-points'].map(unit => ({ unit, ...content.selector.position })),
            labels: [content.verdict, ...content.tags],
            tags: [],
            claim: NO_CLAIM,
            evidence: [],
            created: content.created,
            modified,
          })),
        )
        // Claims and sources become a note below the rationale.
        const withoutNotes = shown.map(({ content: { rationale, claim, evidence } }, index) => {
          const hasNote = evidence.length > 0 || Object.values(claim).some(text => text !== '')
          return hasNote ? read[index]!.rationale.slice(0, rationale.length) : read[index]!.rationale
        })
        expect(withoutNotes).toEqual(shown.map(({ content }) => content.rationale))
      }),
      { numRuns: runs(1000) },
    )
  })
})

// As `JSON.stringify` writes it.
const HALF_CHARACTER = /[\\]ud[89a-f]/

/** A row as the service answers it. */
function aRow(overrides: object = {}) {
  return {
    id: 'abc123',
    created: '2026-11-20T09:20:11.123456+00:00',
    updated: '2026-11-23T16:40:51+00:00',
    user: 'acct:rokafor@hypothes.is',
    user_info: { display_name: 'R. Okafor' },
    uri: 'https://news.example.com/a',
    text: 'The log shows 14 days',
    tags: ['disputed', 'transport'],
    group: '__world__',
    permissions: { read: ['group:__world__'] },
    target: [
      {
        source: 'https://news.example.com/a',
        selector: [
          { type: 'RangeSelector', startContainer: '/p[1]', startOffset: 21, endContainer: '/p[1]', endOffset: 55 },
          { type: 'TextPositionSelector', start: 21, end: 55 },
          {
            type: 'TextQuoteSelector',
            exact: 'closed for ten days',
            prefix: '\udea7 It was ',
            suffix: ', he said\ud83d',
          },
        ],
      },
    ],
    document: { title: ['Harbour tunnel reopens'] },
    links: {},
    references: [],
    ...overrides,
  }
}

const aReply = (overrides: object = {}) =>
  aRow({
    id: 'reply',
    user: 'acct:blind@hypothes.is',
    user_info: { display_name: null },
    created: '2026-11-21T08:00:00+00:00',
    text: 'I asked the port.',
    tags: [],
    target: [{ source: 'https://news.example.com/a' }],
    references: ['abc123'],
    ...overrides,
  })

const read = (...rows: unknown[]) => foreignIn(hypothesisCodec, JSON.stringify({ rows, total: rows.length }))

describe('the Hypothesis reader', () => {
  const shapes = [
    { shape: 'an answer of the service', file: { rows: [aRow()], total: 1 }, place: 'rows[0]' },
    {
      shape: 'an export of the client',
      file: { export_date: 'x', annotations: [aRow({ document: { title: 'Harbour tunnel reopens' } })] },
      place: 'annotations[0]',
    },
    { shape: 'a list', file: [aRow()], place: '[0]' },
    { shape: 'one annotation', file: aRow(), place: 'annotation' },
  ]
  it.each(shapes)('X82 reads $shape', ({ file, place }) => {
    expect(foreignIn(hypothesisCodec, JSON.stringify(file))).toEqual({
      documents: [
        {
          text: null,
          title: 'Harbour tunnel reopens',
          sourceUrl: 'https://news.example.com/a',
          language: '',
          textHash: '',
          annotations: [
            {
              key: 'abc123',
              place,
              author: { id: 'acct:rokafor@hypothes.is', name: 'R. Okafor' },
              quote: { exact: 'closed for ten days', prefix: ' It was ', suffix: ', he said' },
              positions: [
                { unit: 'utf-16', start: 21, end: 55 },
                { unit: 'code-points', start: 21, end: 55 },
              ],
              labels: ['disputed', 'transport'],
              tags: [],
              rationale: 'The log shows 14 days',
              claim: NO_CLAIM,
              evidence: [],
              created: '2026-11-20T09:20:11.123Z',
              modified: '2026-11-23T16:40:51.000Z',
            },
          ],
        },
      ],
      skipped: [],
    })
  })

  const none = [
    { what: 'nothing at all', file: '' },
    { what: 'another list', file: '[{"id":1,"data":{"text":"x"},"annotations":[]}]' },
    { what: 'another answer', file: '{"rows":[[1,2]]}' },
    { what: 'a list of labels', file: '{"id":1,"annotations":[{"label":"x"}]}' },
    { what: 'a Web Annotation', file: '{"type":"Annotation","uri":"x","target":"y","user":"z"}' },
  ]
  it.each(none)('X82 takes $what for no file of Hypothesis', ({ file }) => {
    expect(readingOf(hypothesisCodec, file)).toBe('unrecognised')
  })

  it('X82 puts the annotations of each page together', () => {
    const rows = [aRow(), aRow({ id: 'b', uri: 'https://news.example.com/b' }), aRow({ id: 'c' })]
    const { documents } = read(...rows)
    expect(documents.map(({ sourceUrl, annotations }) => [sourceUrl, annotations.map(({ key }) => key)])).toEqual([
      ['https://news.example.com/a', ['abc123', 'c']],
      ['https://news.example.com/b', ['b']],
    ])
  })

  it('X83 adds replies to the rationale, each with its author and day, the earliest first', () => {
    const answer = aReply({
      id: 'second',
      references: ['abc123', 'reply'],
      created: '2026-11-22T08:00:00Z',
      text: 'They agree.',
      tags: ['settled'],
    })
    const { documents, skipped } = read(answer, aRow(), aReply())
    expect(skipped).toEqual([])
    expect(documents[0]!.annotations.map(({ rationale }) => rationale)).toEqual([
      'The log shows 14 days\n\n— Reply by blind, 2026-11-21:\nI asked the port.\n\n— Reply by blind, 2026-11-22:\nThey agree.\nsettled',
    ])
  })

  const skipped = [
    {
      what: 'a reply without its annotation',
      row: aReply({ references: ['gone'] }),
      place: 'rows[1]',
      reason: { kind: 'other-kind', what: 'reply' },
    },
    {
      what: 'a note on a page',
      row: aRow({ id: 'n', target: [{ source: 'x' }] }),
      place: 'rows[1]',
      reason: { kind: 'no-statement' },
    },
    {
      what: 'a place that only the page knows',
      row: aRow({ id: 'n', target: [{ selector: [{ type: 'RangeSelector' }] }] }),
      place: 'rows[1]',
      reason: { kind: 'other-kind', what: 'RangeSelector' },
    },
    {
      what: 'a quote of nothing',
      row: aRow({ id: 'n', target: [{ selector: [{ type: 'TextQuoteSelector', exact: '' }] }] }),
      place: 'rows[1]',
      reason: { kind: 'no-statement' },
    },
    { what: 'a number', row: 7, place: 'rows[1]', reason: { kind: 'malformed', expected: 'must be an annotation' } },
    {
      what: 'an annotation of nothing',
      row: { id: 'n', text: 'x' },
      place: 'rows[1].target',
      reason: { kind: 'malformed', expected: 'must say what it is about' },
    },
    {
      what: 'a target that is none',
      row: aRow({ id: 'n', target: [3] }),
      place: 'rows[1].target',
      reason: { kind: 'malformed', expected: 'must be a list of targets' },
    },
    { what: 'what was there before', row: aRow(), place: 'rows[1]', reason: { kind: 'repeated' } },
  ]
  it.each(skipped)('X84 lists $what as skipped, and reads the rest', ({ row, place, reason }) => {
    const file = read(aRow(), row)
    expect(file.skipped).toEqual([{ place, reason }])
    expect(file.documents.flatMap(({ annotations }) => annotations)).toHaveLength(1)
  })

  it('X84 refuses a file whose list is none, with the place', () => {
    const file = { files: [{ name: '', bytes: new Uint8Array(), text: '', json: { export_date: '', annotations: 3 } }] }
    expect(hypothesisCodec.reader!.read(file)).toEqual({
      ok: false,
      problem: { kind: 'damaged', place: 'annotations', flaw: { kind: 'unexpected', expected: 'must be a list' } },
    })
  })

  it('X85 never throws, wherever the file is cut and whatever stands in it', { timeout: 60_000 }, () => {
    const whole = { rows: [aRow(), aReply(), aRow({ id: 'n', target: [] })], total: 3 }
    for (const file of cutFiles(JSON.stringify(whole))) expect(readingOf(hypothesisCodec, file)).toBe('unrecognised')
    fc.assert(
      fc.property(damagedJson(whole), json => {
        const reading = readingOf(hypothesisCodec, JSON.stringify(json))
        expect(JSON.stringify(reading)).not.toMatch(HALF_CHARACTER)
      }),
      { numRuns: runs(1000) },
    )
  })

  it('X81 tells reviewers by their identifier, also one without a name', () => {
    const set = anAnnotationSet({ reviewers: [aReviewer({ name: '' })] })
    const author = foreignIn(hypothesisCodec, written(set)).documents[0]!.annotations[0]!.author
    expect(author).toEqual({ id: `urn:uuid:${REVIEWER_ID}`, name: '' })
  })
})

function written(set: AnnotationSet): string {
  const file = hypothesisCodec.writer!.encode(set, { changes: NO_CHANGES, publisher: NO_PUBLISHER })
  return typeof file === 'string' ? file : new TextDecoder().decode(file)
}
