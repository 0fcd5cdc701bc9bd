import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { articleText } from '../domain/article-text.ts'
import { annotationSets, hostileTexts } from '../testing/arbitraries.ts'
import {
  aSelector,
  aUuid,
  anAnnotationSet,
  anAnnotationVersion,
  anEvidence,
  theNextVersion,
} from '../testing/builders.ts'
import { encodeCsv } from './csv.ts'
import { formulaSafe } from './formula-safe.ts'
import { shownAnnotations } from './shown-annotations.ts'
import { runs } from '../testing/effort.ts'

describe('encodeCsv', () => {
  it('X18 writes fifteen columns and one row for each annotation', () => {
    const version = anAnnotationVersion({
      claim: { text: 'Closed for ten days.', claimant: 'J. Doe', date: '2026-11-19' },
      evidence: [anEvidence(), anEvidence({ url: '' }), anEvidence({ url: 'https://example.com/b' })],
      tags: ['transport', 'port'],
    })
    expect(encodeCsv(anAnnotationSet({ versions: [version] }))).toBe(
      '\uFEFFarticle,statement,verdict,rationale,claim,claimant,claim date,reviewer,created,modified,evidence URLs,tags,start,end,state\r\n' +
        'Harbour tunnel reopens,The tunnel was closed for ten days,disputed,"The port authority\'s own log shows 14 days, not 10.",' +
        'Closed for ten days.,J. Doe,2026-11-19,R. Okafor,2026-11-20T09:20:11.000Z,2026-11-20T09:20:11.000Z,' +
        '"https://example.com/port-log.pdf\nhttps://example.com/b","transport\nport",43,77,unchanged\r\n',
    )
  })

  it('X18 writes the header alone when there are no annotations', () => {
    expect(encodeCsv(anAnnotationSet({ versions: [] }))).toMatch(/^\uFEFFarticle,[^\r\n]*,state\r\n$/)
  })

  it('X18 puts rows in the order of the text and leaves out what is deleted', () => {
    const title = anAnnotationVersion({ id: aUuid(3), selector: aSelector('Harbour tunnel reopens') })
    const last = anAnnotationVersion({ id: aUuid(1), selector: aSelector('A second tube is planned.') })
    const gone = anAnnotationVersion({ id: aUuid(2), selector: aSelector('Repairs are over.') })
    const set = anAnnotationSet({ versions: [last, gone, theNextVersion(gone, { kind: 'deleted' }), title] })
    expect(rowsOf(encodeCsv(set)).map(row => row.statement)).toEqual([
      'Harbour tunnel reopens',
      'A second tube is planned.',
    ])
  })

  it('X20 says whether a statement still stands in its revision', () => {
    const selector = { quote: { exact: 'gone', prefix: '', suffix: '' }, position: { start: 1, end: 5 } }
    const set = anAnnotationSet({ versions: [anAnnotationVersion({ selector })] })
    expect(rowsOf(encodeCsv(set))[0]!.state).toBe('orphaned')
  })

  it('X18 gives every cell back to a reader of CSV', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(annotationSets(), set => {
        const characters = [...articleText(set.revisions[0]!.content)]
        const rows = rowsOf(encodeCsv(set))
        const shown = shownAnnotations(set)
        expect(rows).toHaveLength(shown.length)
        for (const [index, row] of rows.entries()) {
          const { content } = shown[index]!
          expect(unguarded(row.statement!)).toBe(content.selector.quote.exact)
          expect(unguarded(row.rationale!)).toBe(content.rationale)
          expect(unguarded(row.claimant!)).toBe(content.claim.claimant)
          expect(characters.slice(Number(row.start), Number(row.end)).join('')).toBe(content.selector.quote.exact)
        }
      }),
      { numRuns: 50 },
    )
  })
})

describe('formulaSafe', () => {
  const cases = [
    { cell: '=1+1', safe: "'=1+1" },
    { cell: '+1', safe: "'+1" },
    { cell: '-1', safe: "'-1" },
    { cell: '@A1', safe: "'@A1" },
    { cell: '\t=1', safe: "'\t=1" },
    { cell: '\tword', safe: "'\tword" },
    { cell: '\rword', safe: "'\rword" },
    { cell: "'word", safe: "''word" },
    { cell: '  =1', safe: "'  =1" },
    { cell: '\u00a0=1', safe: "'\u00a0=1" },
    { cell: 'a\n=1', safe: "a\n'=1" },
    { cell: 'a\r\n  -1\r\nb', safe: "a\r\n'  -1\r\nb" },
    { cell: 'a\r=1', safe: "a\r'=1" },
    { cell: 'a\u2028@1', safe: "a\u2028'@1" },
    { cell: '＝1', safe: "'＝1" },
    { cell: 'a=1', safe: 'a=1' },
    { cell: '1-2', safe: '1-2' },
    { cell: '\r\nword', safe: '\r\nword' },
    { cell: '', safe: '' },
  ]
  for (const { cell, safe } of cases) {
    it(`X19 makes ${JSON.stringify(cell)} ${cell === safe ? 'no different' : 'safe'}`, () =>
      expect(formulaSafe(cell)).toBe(safe))
  }

  it('X19 leaves no line that begins like a formula, and loses nothing', () => {
    fc.assert(
      fc.property(hostileTexts(), cell => {
        const safe = formulaSafe(cell)
        for (const line of safe.split(/\r\n|[\n\r]/)) expect(line).not.toMatch(/^\s*[=+\-@\t]/)
        expect(unguarded(safe)).toBe(cell)
      }),
      { numRuns: runs(1000) },
    )
  })
})

function rowsOf(csv: string): readonly Readonly<Record<string, string>>[] {
  return Papa.parse<Record<string, string>>(csv.replace(/\r\n$/, ''), { header: true, newline: '\r\n' }).data
}

/** What an import does: takes one `'` from the front of each line. */
function unguarded(cell: string): string {
  return cell.replace(/(^|\r\n|[\n\r\v\f\u0085\u2028\u2029])'/g, '$1')
}
