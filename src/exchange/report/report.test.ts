// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { NO_CLAIM } from '../../domain/annotation.ts'
import type { AnnotationSet } from '../../domain/annotation-set.ts'
import type { ArticleContent } from '../../domain/article-content.ts'
import { articleText, textHash } from '../../domain/article-text.ts'
import type { ChangeState } from '../../domain/change-state.ts'
import { NO_CHANGES, statementKey, type ChangeStates } from '../../domain/statement.ts'
import {
  aContent,
  aMarkVersion,
  anAnnotationSet,
  anAnnotationVersion,
  anArticle,
  anEvidence,
  aReviewer,
  aRevision,
  aSelector,
  aUuid,
  DEVICE_ID,
  HARBOUR_ID,
  HARBOUR_TEXT,
  OTHER_REVIEWER_ID,
  theNextVersion,
} from '../../testing/builders.ts'
import { describeDecodeProblem } from '../../wording/decode-problems.ts'
import { NO_PUBLISHER, type Publisher } from '../codec.ts'
import { incomingFile } from '../incoming.ts'
import { encodeReport, framedReport, reportCodec } from './report.ts'

const PUBLISHER: Publisher = { name: 'Example Checks', url: 'https://checks.example.org/' }

function reportOf(set: AnnotationSet, changes: ChangeStates = NO_CHANGES, publisher = NO_PUBLISHER): Document {
  return new DOMParser().parseFromString(encodeReport(set, { changes, publisher }), 'text/html')
}

/** The words of what a selector finds, blanks evened out. */
function wordsOf(page: Document, selector: string): readonly string[] {
  return Array.from(page.querySelectorAll(selector), found => evenly(found.textContent))
}

function evenly(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** An annotation of some words of the harbour article. */
function judged(exact: string, number: number, more: Parameters<typeof anAnnotationVersion>[0] = {}) {
  const stamp = { id: aUuid(0xc000 + number), dot: [DEVICE_ID, number] as [string, number] }
  return anAnnotationVersion({ ...stamp, selector: aSelector(exact), evidence: [], tags: [], ...more })
}

describe('a report', () => {
  it('X140 loads nothing and runs nothing: of style only its own is allowed, and its scripts are data', async () => {
    const page = reportOf(anAnnotationSet())
    const policy = page.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content') ?? ''
    const style = new TextEncoder().encode(page.querySelector('style')?.textContent)
    const hash = btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.digest('SHA-256', style))))
    expect(policy).toBe(`default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`)
    expect(page.querySelectorAll('style')).toHaveLength(1)
    for (const script of page.querySelectorAll('script')) expect(script.type).toBe('application/ld+json')
    expect(page.querySelectorAll('[src], [style], link, img, iframe, object, form')).toHaveLength(0)
    expect(page.querySelector('style')?.textContent).not.toMatch(/@import|https?:/)
  })

  it('X141 shows the article as it stands, in its language and direction, one level of heading below another', () => {
    const words = (text: string) => ({ type: 'text', text }) as const
    const paragraph = (text: string) => ({ type: 'paragraph', content: [words(text)] }) as const
    const content: ArticleContent = {
      type: 'doc',
      content: [
        { type: 'heading', attrs: { level: 1 }, content: [words('عنوان')] },
        { type: 'heading', attrs: { level: 4 }, content: [words('Deep')] },
        { type: 'heading', attrs: { level: 2 }, content: [] },
        { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph('point')] }] },
        { type: 'orderedList', content: [{ type: 'listItem', content: [paragraph('first')] }] },
        { type: 'blockquote', content: [paragraph('said')] },
        {
          type: 'table',
          content: [
            { type: 'tableRow', content: [{ type: 'tableHeader', content: [paragraph('head')] }] },
            {
              type: 'tableRow',
              content: [{ type: 'tableCell', attrs: { colspan: 2, rowspan: 1 }, content: [paragraph('cell')] }],
            },
          ],
        },
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'bold', marks: [{ type: 'bold' }, { type: 'italic' }] },
            { type: 'hardBreak' },
            { type: 'text', text: 'web', marks: [{ type: 'link', attrs: { href: 'https://a.example/' } }] },
            { type: 'text', text: 'script', marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }] },
          ],
        },
      ],
    }
    const id = textHash(articleText(content))
    const article = anArticle({ id, title: 'عنوان', language: 'ar' })
    const page = reportOf(anAnnotationSet({ article, revisions: [aRevision({ content })], versions: [], sessions: [] }))
    const shown = page.querySelector('article')!
    expect([shown.lang, shown.dir]).toEqual(['ar', 'rtl'])
    expect(shown.innerHTML).toBe(
      '<h3>عنوان</h3><h4>Deep</h4><p></p><ul><li><p>point</p></li></ul><ol><li><p>first</p></li></ol>' +
        '<blockquote><p>said</p></blockquote><div class="table" role="group" aria-label="Table 1" tabindex="0"><table><tbody>' +
        '<tr><th><p>head</p></th></tr><tr><td colspan="2"><p>cell</p></td></tr></tbody></table></div>' +
        '<p><strong><em>bold</em></strong><br><a href="https://a.example/" rel="noopener noreferrer" referrerpolicy="no-referrer">web</a>script</p>',
    )
    expect(page.querySelector('h1')?.dir).toBe('rtl')
  })

  it('X142 marks each statement with its verdict and leads from its number to its entry and back', () => {
    const versions = [
      judged('The tunnel was closed for ten days', 1),
      judged('closed for ten days, the minister said', 2, { verdict: 'verified' }),
      judged('A second tube is planned.', 3, { verdict: 'unverified' }),
    ]
    const page = reportOf(anAnnotationSet({ versions }))
    expect(wordsOf(page, 'mark[id]')).toEqual(['The tunnel was', 'closed for ten days', 'A second tube is planned.'])
    const lanes = Array.from(page.querySelectorAll('mark'), ({ dataset }) => `${dataset['verdict']} ${dataset['lane']}`)
    expect(lanes).toEqual(['disputed 0', 'disputed 0', 'verified 1', 'verified 1', 'unverified 0'])
    const names = Array.from(page.querySelectorAll('article a'), number => number.getAttribute('aria-label'))
    expect(names).toEqual(['Statement 1, disputed', 'Statement 2, verified', 'Statement 3, unverified'])
    for (const number of page.querySelectorAll('article a')) {
      const entry = page.querySelector(number.getAttribute('href')!)!
      const back = page.querySelector(entry.querySelector('a.back')!.getAttribute('href')!)!
      expect(back.tagName).toBe('MARK')
      expect(back.getAttribute('aria-details')).toBe(entry.id)
    }
    expect(wordsOf(page, '.entry h3')).toEqual([
      'Statement 1 Disputed',
      'Statement 2 Verified',
      'Statement 3 Unverified',
    ])
  })

  it('X142 gives a number to every statement, also where more overlap than can be underlined', () => {
    const versions = Array.from({ length: 6 }, (_, index) => judged('closed for ten days', index + 1))
    const page = reportOf(anAnnotationSet({ versions }))
    expect(page.querySelectorAll('mark')).toHaveLength(4)
    const backs = Array.from(
      page.querySelectorAll('a.back'),
      back => page.querySelector(back.getAttribute('href')!)?.tagName,
    )
    expect(backs).toEqual(['MARK', 'MARK', 'MARK', 'MARK', 'A', 'A'])
  })

  it('X142 follows a statement over several blocks', () => {
    const exact = 'reopens\n🚧 Repairs'
    const page = reportOf(anAnnotationSet({ versions: [judged(exact, 1)] }))
    expect(wordsOf(page, 'mark')).toEqual(['reopens', '🚧 Repairs'])
    expect(page.querySelectorAll('mark[id]')).toHaveLength(1)
    expect(wordsOf(page, 'article sup')).toHaveLength(1)
  })

  it('X143 says all of a statement in its entry', () => {
    const first = judged('The tunnel was closed for ten days', 1, {
      rationale: 'One.\n\nTwo.',
      claim: { text: 'It was closed.', claimant: 'J. Doe', date: '2026-11' },
      evidence: [
        anEvidence({ archivedUrl: 'https://archive.example/1' }),
        anEvidence({ url: 'javascript:alert(1)', stance: 'context', kind: 'secondary' }),
      ],
      tags: ['transport', 'dates'],
    })
    const page = reportOf(anAnnotationSet({ versions: [{ ...first, at: '2026-11-23T16:40:51.000Z' }] }))
    const [entry = ''] = wordsOf(page, '.entry')
    for (const words of [
      'The tunnel was closed for ten days',
      'One.Two.',
      'ClaimIt was closed.Claimed byJ. DoeClaimed onNovember 2026',
      'Refutes · primary source [1] How long was the tunnel closed? Port log, Port authority, published 19 November 2026, accessed 20 November 2026, Archived copy Closed 5 to 18 November.',
      'Context · secondary source [2]',
      'Tags transport, dates',
      'R. Okafor · judged 20 November 2026, 09:20 UTC, last changed 23 November 2026, 16:40 UTC',
    ])
      expect(entry).toContain(words)
    expect(Array.from(page.querySelectorAll('.evidence a[rel]'), link => link.getAttribute('href'))).toEqual([
      'https://example.com/port-log.pdf',
      'https://archive.example/1',
    ])
    expect(page.querySelector('.evidence a[rel]')?.getAttribute('referrerpolicy')).toBe('no-referrer')
  })

  const NEXT = aContent('Harbour tunnel reopens', ['The tunnel was closed for two days.'])
  const NEXT_TEXT = articleText(NEXT)
  const next = aRevision({ hash: textHash(NEXT_TEXT), article: HARBOUR_ID, parent: HARBOUR_ID, content: NEXT })
  const is = 'The tunnel was closed for two days'
  const place = { from: NEXT_TEXT.indexOf(is), to: NEXT_TEXT.indexOf(is) + is.length }
  const was = aSelector()
  const STATES: readonly (readonly [ChangeState | null, marked: readonly string[], said: string])[] = [
    [{ kind: 'unchanged', place }, [is], ''],
    [{ kind: 'typography', place }, [is], 'Only its typography has changed since this verdict.'],
    [{ kind: 'moved', place }, [is], 'It has moved within the article since this verdict.'],
    [
      { kind: 'reworded', place, was: was.quote.exact, is },
      [is],
      `It was reworded since this verdict. It now says: ${is}`,
    ],
    [
      { kind: 'fact-changed', place, was: was.quote.exact, is, facts: [{ fact: 'number', was: 'ten', is: 'two' }] },
      [is],
      `A fact in it has changed since this verdict.Number: ten →became two It now says: ${is}`,
    ],
    [{ kind: 'ambiguous', candidates: [place], was }, [], 'It may stand in several places of this text.'],
    [{ kind: 'orphaned', was }, [], 'It no longer stands in this text.'],
    [null, [], 'It was judged in an earlier text. Where it stands now was not looked for.'],
  ]
  it.each(STATES)('X144 says what became of a statement of an earlier text: case %#', (change, marked, said) => {
    const judgement = anAnnotationVersion()
    const changes = change ? new Map([[statementKey(judgement.content), change]]) : NO_CHANGES
    const page = reportOf(anAnnotationSet({ revisions: [aRevision(), next], versions: [judgement] }), changes)
    expect(wordsOf(page, 'mark')).toEqual(marked)
    expect(wordsOf(page, '.state').join()).toBe(said)
    const chapters = wordsOf(page, 'h2')
    expect(chapters.includes('Statements (1)')).toBe(marked.length > 0)
    expect(chapters.includes('Not in this text (1)')).toBe(marked.length === 0)
    const around = [`…${was.quote.prefix}`, `${was.quote.suffix}…`].map(evenly)
    expect(wordsOf(page, '.around')).toEqual(marked.length > 0 ? [] : around)
  })

  it('X144 shows no place that is not in the text', () => {
    const judgement = anAnnotationVersion()
    const change = { kind: 'moved', place: { from: 5, to: 9_999 } } as const
    const page = reportOf(
      anAnnotationSet({ revisions: [aRevision(), next], versions: [judgement] }),
      new Map([[statementKey(judgement.content), change]]),
    )
    expect(wordsOf(page, 'mark')).toEqual([])
    expect(wordsOf(page, 'h2')).toContain('Not in this text (1)')
  })

  it('X145 lists each source once, with its addresses and the statements that cite it', () => {
    const log = anEvidence({ archivedUrl: 'https://archive.example/1' })
    const versions = [
      judged('The tunnel was closed', 1, { evidence: [log] }),
      judged('Ferries carried', 2, {
        evidence: [
          anEvidence({ title: '', url: '', publisher: '', published: '' }),
          { ...log, excerpt: 'Other words' },
        ],
      }),
    ]
    expect(wordsOf(reportOf(anAnnotationSet({ versions })), '.sources > li')).toEqual([
      '1 Port log, Port authority, published 19 November 2026 https://example.com/port-log.pdf Archived copy: https://archive.example/1 Cited in statement 1, statement 2',
      '2 Source without a title Cited in statement 2',
    ])
  })

  it('X146 sums up in words what its chart shows, and says who checked what and when', () => {
    const versions = [
      judged('The tunnel was closed', 1),
      judged('Ferries carried', 2, {
        verdict: 'verified',
        reviewer: OTHER_REVIEWER_ID,
        created: '2026-11-19T00:00:00.000Z',
      }),
      aMarkVersion({ dot: [DEVICE_ID, 3] }),
    ]
    const reviewers = [aReviewer(), aReviewer({ id: OTHER_REVIEWER_ID, name: '' })]
    const page = reportOf(anAnnotationSet({ versions, reviewers }), NO_CHANGES, PUBLISHER)
    expect(wordsOf(page, '.lead, .remark')).toEqual([
      '2 statements: 1 verified, 1 disputed, 0 unverified.',
      '1 passage holds nothing to check.',
    ])
    expect(wordsOf(page, '.chart li')).toEqual([
      '1VerifiedEvidence supports it.',
      '1DisputedEvidence contradicts it, or sources conflict.',
      '0UnverifiedNot enough evidence yet.',
    ])
    for (const drawing of page.querySelectorAll('main svg')) expect(drawing.getAttribute('aria-hidden')).toBe('true')
    expect(wordsOf(page, '.about li')).toEqual([
      'R. Okafor: 1 statement, 20 November 2026',
      'Reviewer without a name: 1 statement, 19 November 2026 to 20 November 2026',
    ])
    expect(wordsOf(page, '.kicker')).toEqual(['Fact check · Example Checks'])
    expect(wordsOf(page, '.byline')).toEqual(['By Ada Reyes · The Ellory Post · 19 November 2026'])
    expect(wordsOf(page, '.about')[0]).toContain(HARBOUR_ID)
    expect(wordsOf(page, '.sessions li')).toEqual([
      'R. Okafor, 20 November 2026, 09:18 UTC to 20 November 2026, 09:26 UTC: 8 active minutes; 1 tagged (0 verified, 1 disputed, 0 unverified), 0 changed, 0 removed, 1 marked “nothing to check”.',
    ])
  })

  it('X146 says so when nothing was annotated, and names what has no name', () => {
    const article = anArticle({ title: '', author: '', publisher: '', sourceUrl: '', published: '', modified: '' })
    const page = reportOf(anAnnotationSet({ article, versions: [], sessions: [], reviewers: [] }))
    expect(wordsOf(page, '.lead')).toEqual(['No statement has been annotated.'])
    expect(wordsOf(page, 'h1')).toEqual(['Article without a title'])
    expect(wordsOf(page, 'h2')).toEqual(['Summary', 'The article'])
  })

  it('X147 shows words of people as they are', () => {
    const rationale = '</script><img src=x onerror=alert(1)> & "quotes" \u0000\u2028next'
    const page = reportOf(anAnnotationSet({ versions: [judged('Ferries', 1, { rationale, claim: NO_CLAIM })] }))
    expect(wordsOf(page, '.rationale p')).toEqual(['</script><img src=x onerror=alert(1)> & "quotes" \ufffd', 'next'])
  })

  it('X152 tells search engines what was said of restated claims', () => {
    const claim = { text: 'The tunnel was closed. </script><b>', claimant: '', date: '' }
    const reviews = (page: Document) =>
      Array.from(page.querySelectorAll('script:not([id])'), script => JSON.parse(script.textContent) as unknown)
    expect(reviews(reportOf(anAnnotationSet({ versions: [judged('Ferries', 1, { claim })] })))).toMatchObject([
      [{ '@type': 'ClaimReview', claimReviewed: claim.text }],
    ])
    expect(reviews(reportOf(anAnnotationSet()))).toEqual([])
  })

  it('X148 is the same for equal sets, and holds no words that were left out of the set', () => {
    const first = anAnnotationVersion({ rationale: 'Earlier words' })
    const set = anAnnotationSet({
      versions: [theNextVersion(first, { rationale: 'Later words' }), aMarkVersion({ dot: [DEVICE_ID, 9] })],
    })
    const turned = { ...set, versions: set.versions.toReversed(), reviewers: set.reviewers.toReversed() }
    const options = { changes: NO_CHANGES, publisher: NO_PUBLISHER }
    expect(encodeReport(turned, options)).toBe(encodeReport(set, options))
    expect(encodeReport(set, options)).not.toContain('Earlier words')
    expect(framedReport(set, options)).not.toMatch(/<script|<style|http-equiv/)
  })
})

describe('reading a report', () => {
  const report = encodeReport(anAnnotationSet(), { changes: NO_CHANGES, publisher: NO_PUBLISHER })
  const read = (page: string) => {
    const incoming = { files: [incomingFile('report.html', new TextEncoder().encode(page))] }
    return reportCodec.reader!.recognises(incoming) ? reportCodec.reader!.read(incoming) : null
  }
  const CUTS = [0.06, 0.3, 0.6, 0.9, 0.99]

  it.each(CUTS)('X149 refuses one that was cut off: %f', share => {
    const reading = read(report.slice(0, Math.floor(report.length * share)))
    expect(reading).toEqual({ ok: false, problem: { kind: 'set-missing' } })
    expect(describeDecodeProblem({ kind: 'set-missing' })).toMatch(/^This report .* cut off or changed\. .*\.$/)
  })

  it('X149 reads one whatever stands around its set, and says where the set itself is damaged', () => {
    const hostile = report.replace('<body>', '<body><script>alert(1)</script><img src=x onerror=alert(1)>')
    expect(read(hostile)).toMatchObject({ ok: true, value: { kind: 'set' } })
    const changed = read(report.replaceAll('"disputed"', '"proven"'))
    expect(changed).toMatchObject({
      ok: false,
      problem: { kind: 'damaged', place: expect.stringContaining('verdict') as string },
    })
  })

  it('X149 takes no other page for a report', () => {
    expect(read('<!doctype html><title>Fact check</title>')).toBeNull()
    expect(read(HARBOUR_TEXT)).toBeNull()
  })
})
