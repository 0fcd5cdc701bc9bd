import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { NO_CHANGES } from '../domain/statement.ts'
import { plainSets } from '../testing/arbitraries.ts'
import { anAnnotationSet, anAnnotationVersion, aUuid } from '../testing/builders.ts'
import { bytesOf, cutFiles, foreignIn, readingOf } from '../testing/damaged-files.ts'
import { NO_PUBLISHER } from './codec.ts'
import { csvCodec } from './csv.ts'
import { COLUMN_NAMES } from './read-csv.ts'
import { shownAnnotations } from './shown-annotations.ts'
import { runs } from '../testing/effort.ts'

function encoded(set = anAnnotationSet()): string {
  return csvCodec.writer!.encode(set, { changes: NO_CHANGES, publisher: NO_PUBLISHER }) as string
}

/** A table with these columns filled in, one row for each. */
function aTable(rows: readonly Readonly<Record<string, string>>[], delimiter = ','): string {
  const known: Readonly<Record<string, string>> = {
    article: 'Harbour',
    statement: 'It was closed.',
    verdict: 'disputed',
    state: 'unchanged',
  }
  const cells = rows.map(row => COLUMN_NAMES.map(name => ({ ...known, ...row })[name] ?? ''))
  return Papa.unparse([[...COLUMN_NAMES], ...cells], { newline: '\r\n', delimiter })
}

const oneLine = (text: string) => text.replace(/\s+/gu, ' ').trim()
const named = (text: string) => text !== ''

describe('CSV, read', () => {
  it('X130 comes back exactly, with white space in tags and addresses as one blank', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(plainSets(), set => {
        const shown = shownAnnotations(set)
        const { documents, skipped } = foreignIn(csvCodec, encoded(set))
        expect(skipped).toEqual([])
        expect(documents.map(({ title, text }) => [title, text])).toEqual(
          shown.length === 0 ? [] : [[set.article.title, null]],
        )
        const back = (documents[0]?.annotations ?? []).map(({ author, quote, positions, labels, ...said }) => [
          { author: author.name, exact: quote!.exact, positions, labels },
          [said.rationale, said.claim, said.created, said.modified],
          [said.tags, said.evidence.map(({ url }) => url)],
        ])
        const there = shown.map(({ reviewerName, content, modified, codePoints }) => [
          {
            author: reviewerName,
            exact: content.selector.quote.exact,
            positions: [{ unit: 'code-points', ...codePoints }],
            labels: [content.verdict],
          },
          [content.rationale, content.claim, content.created, modified],
          [content.tags.map(oneLine).filter(named), content.evidence.map(({ url }) => oneLine(url)).filter(named)],
        ])
        expect(back).toEqual(there)
        const keys = new Set(documents[0]?.annotations.map(({ key }) => key))
        expect(keys.size).toBe(shown.length)
      }),
      { numRuns: runs(1000) },
    )
  })

  const dialects = [
    { name: 'semicolons', file: aTable([{ rationale: 'a, b; "c"' }], ';') },
    { name: 'tabs', file: aTable([{ rationale: 'a, b; "c"' }], '\t') },
    { name: 'commas and a byte order mark', file: `\uFEFF${aTable([{ rationale: 'a, b; "c"' }])}` },
    { name: 'line feeds alone', file: aTable([{ rationale: 'a, b; "c"' }]).replaceAll('\r\n', '\n') },
    { name: 'an empty line at the end', file: `${aTable([{ rationale: 'a, b; "c"' }])}\r\n\r\n` },
  ]
  for (const { name, file } of dialects) {
    it(`X131 reads what spreadsheets save: ${name}`, () => {
      const { documents, skipped } = foreignIn(csvCodec, file)
      expect(skipped).toEqual([])
      expect(documents[0]!.annotations).toMatchObject([
        { rationale: 'a, b; "c"', labels: ['disputed'], place: 'row 2', positions: [] },
      ])
    })
  }

  it('X131 reads UTF-16, as a spreadsheet saves "Unicode text"', () => {
    const text = `\uFEFF${aTable([{ rationale: '🚧' }], '\t')}`
    const bytes = new Uint8Array([...text].flatMap(character => [...Buffer.from(character, 'utf16le')]))
    expect(foreignIn(csvCodec, bytes).documents[0]!.annotations[0]!.rationale).toBe('🚧')
  })

  it('X131 reads columns in any order, with others among them, and articles by their titles', () => {
    const table = 'Verdict,note,statement,Article\nnot quite,x,One.,A\nverified,y,Two.,B\ndisputed,z,Three.,A\n'
    const { documents, skipped } = foreignIn(csvCodec, table)
    expect(documents.map(({ title, annotations }) => [title, annotations.map(({ quote }) => quote!.exact)])).toEqual([
      ['A', ['One.', 'Three.']],
      ['B', ['Two.']],
    ])
    expect(documents[0]!.annotations[0]!.labels).toEqual(['not quite'])
    expect(skipped).toEqual([{ place: 'row 1, column note', reason: { kind: 'other-kind', what: 'column' } }])
  })

  it('X132 leaves out rows without statement or verdict, and cells that are wrong, and says where', () => {
    const rows = [
      { statement: '' },
      { verdict: ' ' },
      { start: '4', end: 'x', created: 'yesterday', 'claim date': '19/11/2026', claim: 'Closed.' },
      { start: '0', end: '14' },
      { start: '0', end: '14' },
      { start: '0', end: '15' },
    ]
    const { documents, skipped } = foreignIn(csvCodec, `${aTable(rows)}\r\nHarbour,cut,disp`)
    const wrong = (place: string, expected: string) => ({ place, reason: { kind: 'malformed', expected } })
    expect(skipped).toEqual([
      { place: 'row 2', reason: { kind: 'no-statement' } },
      wrong('row 3, column verdict', 'must name a verdict'),
      wrong('row 4, column claim date', 'must be a date such as 2025-06-16'),
      wrong('row 4, column created', 'must be a time such as 2026-11-20T09:14:02.000Z'),
      wrong('row 4, column end', 'must be a whole number'),
      { place: 'row 6', reason: { kind: 'repeated' } },
      wrong('row 8', 'must have as many cells as the header'),
    ])
    expect(documents[0]!.annotations.map(({ positions }) => positions)).toEqual([
      [],
      [{ unit: 'code-points', start: 0, end: 14 }],
      [], // As long as the statement it is not: it is of another text.
    ])
    expect(documents[0]!.annotations[0]!.claim).toEqual({ text: 'Closed.', claimant: '', date: '' })
  })

  it('X133 gives a row the same key when its verdict or reasons were corrected', () => {
    const key = (file: string) => foreignIn(csvCodec, file).documents[0]!.annotations[0]!.key
    const first = anAnnotationVersion()
    const corrected = anAnnotationVersion({ verdict: 'verified', rationale: 'New.', tags: [] })
    const other = anAnnotationVersion({ id: aUuid(9), created: '2026-11-21T00:00:00.000Z' })
    const keys = [first, corrected, other].map(version => key(encoded(anAnnotationSet({ versions: [version] }))))
    expect(keys[0]).toBe(keys[1])
    expect(keys[0]).not.toBe(keys[2])
  })

  for (const file of ['', 'a,b\n1,2', 'article,statement\na,b', '{"article":1,"statement":2,"verdict":3}', '\u0000']) {
    it(`X131 leaves other files alone: ${JSON.stringify(file)}`, () =>
      expect(readingOf(csvCodec, file)).toBe('unrecognised'))
  }

  it('X117 never throws, wherever a file is cut and whatever stands in it', () => {
    const file = encoded(anAnnotationSet({ versions: [1, 2, 3].map(id => anAnnotationVersion({ id: aUuid(id) })) }))
    for (const cut of cutFiles(file)) readingOf(csvCodec, cut)
    const junk = fc.constantFrom('"', ',', '\r\n', '\n', "'", '\u0000', ';', '=', '')
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(file.length), junk), { minLength: 1, maxLength: 4 }), changes => {
        const damaged = changes.reduce((text, [at, other]) => text.slice(0, at) + other + text.slice(at + 1), file)
        expect(() => readingOf(csvCodec, bytesOf(damaged))).not.toThrow()
      }),
      { numRuns: runs(1000) },
    )
  })
})
