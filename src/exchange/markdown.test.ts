import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { annotationSets, hostileTexts } from '../testing/arbitraries.ts'
import {
  aSelector,
  aSessionVersion,
  aUuid,
  anAnnotationSet,
  anAnnotationVersion,
  anArticle,
  anEvidence,
} from '../testing/builders.ts'
import { inlineMarkdown, linkMarkdown, paragraphMarkdown } from './markdown-text.ts'
import { encodeMarkdown } from './markdown.ts'
import { shownAnnotations } from './shown-annotations.ts'
import { runs } from '../testing/effort.ts'

describe('encodeMarkdown', () => {
  it('X62 says who wrote and published the article and when it was changed, where that is known, and harms nothing with it', () => {
    const unknown = { author: '', publisher: '', sourceUrl: '', published: '', modified: '' }
    expect(encodeMarkdown(anAnnotationSet({ article: anArticle(unknown) }))).toMatch(/^# .*\n\n1 statement: /)
    const hostile = anArticle({ ...unknown, author: 'A\n# heading', publisher: '<img src=x>' })
    const lines = encodeMarkdown(anAnnotationSet({ article: hostile })).split('\n')
    expect(lines.slice(2, 4)).toEqual(['- Author: A \\# heading', '- Publisher: \\<img src=x\\>'])
  })

  it('X21 reads as a document', () => {
    const set = anAnnotationSet({
      versions: [
        anAnnotationVersion({
          claim: { text: 'The harbour tunnel was closed.', claimant: 'J. Doe', date: '2026-11-19' },
        }),
        anAnnotationVersion({
          id: aUuid(2),
          selector: aSelector('A second tube is planned.'),
          verdict: 'unverified',
          rationale: '',
          evidence: [],
          tags: [],
        }),
      ],
    })
    expect(encodeMarkdown(set)).toBe(
      [
        '# Fact check: Harbour tunnel reopens',
        '',
        '- Author: Ada Reyes',
        '- Publisher: The Ellory Post',
        '- Source: <https://news.example.com/2026/11/harbour-tunnel>',
        '- Published: 2026-11-19',
        '- Last changed: 2026-11-20',
        '',
        '2 statements: 0 verified, 1 disputed, 1 unverified.',
        '',
        '## Statements',
        '',
        '### 1. Disputed',
        '',
        '> The tunnel was closed for ten days',
        '',
        '**Rationale:**',
        '',
        "The port authority's own log shows 14 days, not 10.",
        '',
        '- Claim: The harbour tunnel was closed., J. Doe, 2026-11-19',
        '- Evidence:',
        '  - (refutes) How long was the tunnel closed? Port log, Port authority, published 2026-11-19, accessed 2026-11-20, <https://example.com/port-log.pdf> “Closed 5 to 18 November.”',
        '- Tags: transport',
        '- Reviewer: R. Okafor, 2026-11-20',
        '',
        '### 2. Unverified',
        '',
        '> A second tube is planned.',
        '',
        '- Reviewer: R. Okafor, 2026-11-20',
        '',
        '## Review sessions',
        '',
        '- R. Okafor: 2026-11-20 09:18 to 2026-11-20 09:26 UTC, 8 active minutes; tagged: 0 verified, 1 disputed, 0 unverified; changed: 0; removed: 0; nothing to check: 1',
        '',
      ].join('\n'),
    )
  })

  it('X21 puts sessions in the order in which they began', () => {
    const early = aSessionVersion({ id: aUuid(9), started: '2026-11-19T08:00:00.000Z' })
    const text = encodeMarkdown(anAnnotationSet({ sessions: [aSessionVersion(), early] }))
    expect(text.indexOf('2026-11-19 08:00')).toBeLessThan(text.indexOf('2026-11-20 09:18'))
  })

  it('X21 says so when nothing was annotated', () => {
    const text = encodeMarkdown(anAnnotationSet({ versions: [], sessions: [] }))
    expect(text).toContain('No statement has been annotated.')
    expect(text).not.toContain('## ')
  })

  it('X22 X9 writes an unsafe address as words', () => {
    const set = anAnnotationSet({
      article: anArticle({ sourceUrl: 'javascript:alert(1)' }),
      versions: [
        anAnnotationVersion({ evidence: [anEvidence({ url: 'data:text/html,<b>', archivedUrl: 'file:///etc' })] }),
      ],
    })
    expect(encodeMarkdown(set)).not.toMatch(/(?<!\\)[<\]]/)
  })

  it('X22 has the same headings and quotations whatever people wrote', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(annotationSets(), set => {
        const lines = encodeMarkdown(set).split('\n')
        const shown = shownAnnotations(set)
        expect(lines.filter(line => line.startsWith('# '))).toHaveLength(1)
        expect(lines.filter(line => line.startsWith('### '))).toHaveLength(shown.length)
        expect(lines.filter(line => line.startsWith('#'))).toHaveLength(
          1 + shown.length + Number(shown.length > 0) + Number(set.sessions.length > 0),
        )
        expect(lines.filter(line => line.startsWith('- Reviewer: '))).toHaveLength(shown.length)
      }),
      { numRuns: 50 },
    )
  })
})

describe('words of people', () => {
  const cases = [
    { text: '# heading', expected: '\\# heading' },
    { text: '- item', expected: '\\- item' },
    { text: '12. item', expected: '12\\. item' },
    { text: '3) item', expected: '3\\) item' },
    { text: '===', expected: '\\===' },
    { text: '*a* _b_ `c` ~~d~~', expected: '\\*a\\* \\_b\\_ \\`c\\` \\~\\~d\\~\\~' },
    { text: '[a](javascript:b)', expected: '\\[a\\](javascript:b)' },
    { text: '<img src=x onerror=y>', expected: '\\<img src=x onerror=y\\>' },
    { text: '&copy; a\\b', expected: '\\&copy; a\\\\b' },
    {
      text: 'https://x.example www.x.example me@x.example',
      expected: 'https\\://x.example www\\.x.example me\\@x.example',
    },
    { text: '    code', expected: 'code' },
    { text: 'a\n\n# b\u2028c', expected: 'a \\# b c' },
    { text: '10.5 - 3 = 7.5, well: "good"', expected: '10.5 - 3 = 7.5, well: "good"' },
  ]
  for (const { text, expected } of cases) {
    it(`X22 shows ${JSON.stringify(text)} as it is`, () => expect(inlineMarkdown(text)).toBe(expected))
  }

  it('X22 leaves no sign of Markdown unescaped', () => {
    fc.assert(
      fc.property(hostileTexts(), text => {
        const withoutEscapes = inlineMarkdown(text).replace(/\\[!-/:-@[-`{-~]/g, '')
        expect(withoutEscapes).not.toMatch(/[\\`*_[\]<>&~|$^{}#!@\n\r]|:\/\//)
        expect(inlineMarkdown(text)).not.toMatch(/^([-+=]|\d+[.)]( |$))/)
      }),
      { numRuns: runs(1000) },
    )
  })

  it('X21 keeps line breaks and paragraphs', () => {
    expect(paragraphMarkdown('one\ntwo\r\n\r\n\n- three\n')).toBe('one\\\ntwo\n\n\\- three')
  })

  it('X9 writes an address so that it cannot end early', () => {
    expect(linkMarkdown('https://example.com/a b?c=<d>#e')).toBe('<https://example.com/a%20b?c=%3Cd%3E#e>')
    expect(linkMarkdown('mailto:a@b.example?subject=x>y z\\')).toBe('<mailto:a@b.example?subject=x%3Ey%20z%5C>')
    expect(linkMarkdown('javascript:alert(1)//<b>')).toBe('javascript:alert(1)//\\<b\\>')
  })
})
