import { unzipSync, strFromU8 } from 'fflate'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { articleText } from '../../domain/article-text.ts'
import { NO_CHANGES } from '../../domain/statement.ts'
import { hostileTexts, plainSets } from '../../testing/arbitraries.ts'
import {
  aContent,
  anAnnotationSet,
  anAnnotationVersion,
  anArticle,
  aRevision,
  aSelector,
  HARBOUR_TEXT,
} from '../../testing/builders.ts'
import { bytesOf, cutFiles, foreignIn, readingOf } from '../../testing/damaged-files.ts'
import { NO_PUBLISHER } from '../codec.ts'
import { incomingFile } from '../incoming.ts'
import { wordsAt } from '../positions.ts'
import { placedAnnotations } from '../shown-annotations.ts'
import { LINE_BREAKS, noteText, readNote } from './brat-lines.ts'
import { bratCodec } from './brat.ts'
import { runs } from '../../testing/effort.ts'

function encoded(set = anAnnotationSet()): Uint8Array<ArrayBuffer> {
  return bratCodec.writer!.encode(set, { changes: NO_CHANGES, publisher: NO_PUBLISHER }) as Uint8Array<ArrayBuffer>
}

function filesOf(archive: Uint8Array): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(unzipSync(archive)).map(([name, bytes]) => [name, strFromU8(bytes)]))
}

/** What is read of an `.ann` file, with its text beside it unless that is `null`. */
function read(standoff: string, text: string | null = TEXT) {
  const files = [incomingFile('doc.ann', bytesOf(standoff))]
  if (text !== null) files.push(incomingFile('doc.txt', bytesOf(text)))
  expect(bratCodec.reader!.recognises({ files })).toBe(true)
  const reading = bratCodec.reader!.read({ files })
  if (!reading.ok || reading.value.kind !== 'foreign') throw new Error('Not read.')
  return { ...reading.value.file, annotations: reading.value.file.documents[0]!.annotations }
}

const TEXT = '🚧 Repairs are over.\nThe tunnel was closed.'
const LINE_BREAK_ENDS = new RegExp(`^(?:${LINE_BREAKS.source})|(?:${LINE_BREAKS.source})$`, 'g')
const ends = (text: string) => text.replace(LINE_BREAK_ENDS, '')

describe('brat, written', () => {
  it('X123 is an archive of a text, its annotations with notes, and the labels that there are', () => {
    const files = filesOf(encoded())
    expect(Object.keys(files)).toEqual(['annotation.conf', 'harbour-tunnel-reopens.ann', 'harbour-tunnel-reopens.txt'])
    expect(files['harbour-tunnel-reopens.txt']).toBe(HARBOUR_TEXT)
    expect(files['harbour-tunnel-reopens.ann']).toBe(
      "T1\tdisputed 43 77\tThe tunnel was closed for ten days\n#1\tAnnotatorNotes T1\tThe port authority's own log shows 14 days, not 10.\n" +
        '#2\tTags T1\ttransport\n#3\tReviewer T1\tR. Okafor\n',
    )
    expect(files['annotation.conf']).toMatch(/^\[entities\]\nverified\ndisputed\nunverified\n\[relations\]\n/)
  })

  it('X123 parts a statement at the ends of lines, and gives files a name that every system takes', () => {
    const selector = aSelector('reopens\n🚧 Repairs')
    const set = anAnnotationSet({
      article: anArticle({ title: '../../etc/passwd: "C:\\"' }),
      versions: [anAnnotationVersion({ selector, rationale: 'a\n\\b', tags: [] })],
    })
    const files = filesOf(encoded(set))
    expect(Object.keys(files)[1]).toBe('etc-passwd-c.ann')
    expect(files['etc-passwd-c.ann']).toContain('T1\tdisputed 15 22;23 32\treopens 🚧 Repairs\n')
    expect(files['etc-passwd-c.ann']).toContain('#1\tAnnotatorNotes T1\ta\\n\\\\b\n')
  })

  it('X1 equal sets give equal archives', () => expect(encoded()).toEqual(encoded()))

  it('X124 comes back exactly: words, verdict, rationale, tags in one line, who', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(plainSets(), set => {
        const text = articleText(set.revisions[0]!.content)
        const { documents, skipped } = foreignIn(bratCodec, encoded(set))
        expect(skipped).toEqual([])
        expect(documents[0]!.text).toBe(text)
        const words = wordsAt(text)
        const back = documents[0]!.annotations.map(({ positions, quote, labels, rationale, tags, author }) => [
          [ends(words(positions[0]!)), quote!.exact === words(positions[0]!)],
          [labels, rationale, tags, author],
        ])
        const there = placedAnnotations(set)
          .filter(({ content }) => ends(content.selector.quote.exact) !== '')
          .map(({ content, reviewerName }) => [
            [ends(content.selector.quote.exact), true],
            [
              [content.verdict],
              content.rationale,
              content.tags.map(tag => tag.replace(/\s+/gu, ' ').trim()).filter(tag => tag !== ''),
              { id: '', name: reviewerName },
            ],
          ])
        expect(back).toEqual(there)
      }),
      { numRuns: runs(1000) },
    )
  })

  it('X124 escapes any note so that it takes one line and comes back', () => {
    fc.assert(
      fc.property(hostileTexts(), note => {
        expect(noteText(note)).not.toMatch(/[\n\r\v\f\u0085\u2028\u2029]/)
        expect(readNote(noteText(note))).toBe(note)
      }),
      { numRuns: runs(1000) },
    )
    expect(readNote('C:\\temp\\u12 \\x')).toBe('C:\\temp\\u12 \\x')
  })
})

describe('brat, read', () => {
  it('X125 reads labels, notes and attributes, whatever their order and the ends of lines', () => {
    const standoff = [
      '#1\tAnnotatorNotes T1\tPort log.',
      'T1\tRefuted 20 42\tThe tunnel was closed.',
      'A1\tNegation T1',
      'A2\tConfidence T1 high',
      '#2\tAnnotatorNotes T1\tMinutes.',
      '',
    ].join('\r\n')
    const { annotations, skipped, documents } = read(standoff)
    expect(skipped).toEqual([])
    expect(documents[0]).toMatchObject({ text: TEXT, title: 'doc' })
    expect(annotations).toMatchObject([
      {
        place: 'line 2',
        quote: { exact: 'The tunnel was closed.' },
        positions: [{ unit: 'code-points', start: 20, end: 42 }],
        labels: ['Refuted'],
        rationale: 'Port log.\nMinutes.',
        tags: ['Negation', 'Confidence: high'],
      },
    ])
  })

  it('X176 gives what is said of an event to the words that tell it, also of an event of an event', () => {
    const standoff = [
      'M1\tNegation E1',
      '#1\tAnnotatorNotes E2\tOne event or two?',
      'E1\tClosing:T1 Place:T2',
      'E2\tSaying:T2 What:E1',
      'E3\tClosing:T9',
      'T1\tClosing 35 41\tclosed',
      'T2\tSaying 2 9\tRepairs',
      '#2\tAnnotatorNotes E3\tNo words.',
    ].join('\n')
    const { annotations, skipped } = read(standoff)
    expect(annotations).toMatchObject([
      { labels: ['Closing'], tags: ['Negation'], rationale: '' },
      { labels: ['Saying'], tags: [], rationale: 'One event or two?' },
    ])
    const event = { kind: 'other-kind', what: 'event' }
    expect(skipped).toEqual([
      ...[3, 4, 5].map(line => ({ place: `line ${line}`, reason: event })),
      { place: 'line 8', reason: { kind: 'no-statement' } },
    ])
  })

  it('X176 takes a note of another kind into the rationale, with its kind in front', () => {
    const { annotations, skipped } = read('T1\tx 2 9\tRepairs\n#1\tLemma T1\t repair\n#2\tAnnotatorNotes T1\tSee.')
    expect(skipped).toEqual([])
    expect(annotations).toMatchObject([{ rationale: 'Lemma: repair\nSee.', tags: [] }])
  })

  const places = [
    { name: 'UTF-16', spans: '21 43', words: 'The tunnel was closed.', exact: 'The tunnel was closed.' },
    { name: 'over a line break', spans: '14 19;20 30', words: 'over. The tunnel', exact: 'over.\nThe tunnel' },
    { name: 'a line break in the words', spans: '14 30', words: 'over.', exact: 'over.\nThe tunnel' },
  ]
  for (const { name, spans, words, exact } of places) {
    it(`X125 finds the words that a label quotes: ${name}`, () => {
      const { annotations, skipped } = read(`T1\tx ${spans}\t${words}`)
      expect(skipped).toEqual([])
      expect(wordsAt(TEXT)(annotations[0]!.positions[0]!)).toBe(exact)
      expect(annotations[0]!.quote!.exact).toBe(exact)
    })
  }

  it('X125 keeps the quoted words where they do not stand at their place', () => {
    const { annotations } = read('T1\tx 2 9\tsomething else')
    expect(annotations).toMatchObject([{ quote: { exact: 'something else' }, positions: [] }])
  })

  it('X125 reads annotations without their text, with the words as they are quoted', () => {
    const { annotations, documents, skipped } = read(
      'T1\tx 15 20;21 31\tover. The tunnel\nT2\tx 1 3;9 11\tab cd\n',
      null,
    )
    expect(documents[0]!.text).toBeNull()
    expect(annotations).toMatchObject([
      { quote: { exact: 'over. The tunnel' }, positions: [{ unit: 'code-points', start: 15, end: 31 }] },
    ])
    expect(skipped).toEqual([{ place: 'line 2', reason: { kind: 'other-kind', what: 'discontinuous span' } }])
  })

  it('X125 reads several texts that come packed together, each by its name', () => {
    const archive = encoded()
    const { documents } = foreignIn(bratCodec, archive)
    expect(documents.map(({ title, text }) => [title, text])).toEqual([['harbour-tunnel-reopens', HARBOUR_TEXT]])
    const empty = encoded(anAnnotationSet({ versions: [], revisions: [aRevision({ content: aContent() })] }))
    expect(foreignIn(bratCodec, empty).documents).toMatchObject([{ text: HARBOUR_TEXT, annotations: [] }])
  })

  it('X116 lists what says nothing of a statement, and what is not built as it should be', () => {
    const standoff = [
      'T1\tx 2 9\tRepairs',
      'T1\tx 2 9\tRepairs',
      'T2\tx 2 9;17 20\tRepairs er.',
      'T3\tx 90 99',
      'R1\trebuts Arg1:T1 Arg2:T2',
      'E1\tx:T1',
      '*\tEquiv T1 T2',
      'N1\tReference T1 Wikipedia:1\tRepairs',
      '#1\tAnnotatorNotes R1\tOdd.',
      '#2\tAnnotatorNotes T9\tNothing.',
      'T4\tx 2',
      'words',
    ].join('\n')
    const other = (line: number, what: string) => ({ place: `line ${line}`, reason: { kind: 'other-kind', what } })
    const wrong = (line: number) => ({
      place: `line ${line}`,
      reason: { kind: 'malformed', expected: 'must be a line of brat' },
    })
    const { annotations, skipped } = read(standoff)
    expect(annotations).toHaveLength(1)
    expect(skipped).toEqual([
      { place: 'line 2', reason: { kind: 'repeated' } },
      other(3, 'discontinuous span'),
      { place: 'line 4', reason: { kind: 'outside-text' } },
      other(5, 'relation'),
      other(6, 'event'),
      other(7, 'equivalence'),
      other(8, 'normalisation'),
      wrong(11),
      wrong(12),
      { place: 'line 9', reason: { kind: 'no-statement' } },
      { place: 'line 10', reason: { kind: 'no-statement' } },
    ])
  })

  for (const file of ['', 'T1', 'words\nT1\tx 1 2\tw', '{"T1":1}', 'R1\trebuts Arg1:T1 Arg2:T2', 'PK\u0003\u0004']) {
    it(`X125 leaves other files alone: ${JSON.stringify(file)}`, () =>
      expect(readingOf(bratCodec, file)).toBe('unrecognised'))
  }

  it('X117 never throws, wherever a file is cut and whatever stands in it', () => {
    for (const cut of cutFiles(encoded())) expect(readingOf(bratCodec, cut)).toBe('unrecognised')
    const standoff =
      'T1\tx 2 9;10 13\tRepairs are\n#1\tAnnotatorNotes T1\tnote\nA1\tNegation T1 y\nR1\tr Arg1:T1 Arg2:T1\n'
    for (const cut of cutFiles(standoff.repeat(3))) readingOf(bratCodec, cut, 'a.ann')
    const junk = fc.constantFrom('\t', '\n', ' ', ';', '-', '9'.repeat(30), '\\', '\u0000', '')
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(standoff.length), junk), { minLength: 1, maxLength: 4 }), changes => {
        const damaged = changes.reduce((text, [at, other]) => text.slice(0, at) + other + text.slice(at + 1), standoff)
        const files = [incomingFile('a.ann', bytesOf(damaged)), incomingFile('a.txt', bytesOf(TEXT))]
        if (bratCodec.reader!.recognises({ files })) expect(() => bratCodec.reader!.read({ files })).not.toThrow()
      }),
      { numRuns: runs(1000) },
    )
  })
})
