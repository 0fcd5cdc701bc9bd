import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { articleText, textHash } from '../domain/article-text.ts'
import type { ChangeState } from '../domain/change-state.ts'
import { NO_CHANGES, statementKey } from '../domain/statement.ts'
import { plainSets } from '../testing/arbitraries.ts'
import {
  aContent,
  anAnnotationSet,
  anAnnotationVersion,
  aRevision,
  aSelector,
  HARBOUR_ID,
  HARBOUR_TEXT,
  HARBOUR_TITLE,
} from '../testing/builders.ts'
import { cutFiles, damagedJson, foreignIn, readingOf } from '../testing/damaged-files.ts'
import { NO_PUBLISHER } from './codec.ts'
import { doccanoCodec } from './doccano.ts'
import { lossesOf } from './fates.ts'
import { incomingFile } from './incoming.ts'
import { readIncoming } from './read-incoming.ts'
import { wordsAt } from './positions.ts'
import { placedAnnotations } from './shown-annotations.ts'
import { runs } from '../testing/effort.ts'

const { writer } = doccanoCodec
const NOTHING_SAID = { author: { id: '', name: '' }, quote: null, tags: [], rationale: '', created: '', modified: '' }

function encoded(set = anAnnotationSet(), changes = NO_CHANGES): string {
  return writer!.encode(set, { changes, publisher: NO_PUBLISHER }) as string
}

describe('doccano, written', () => {
  it('X110 is one line: the newest text, labels in code points, and what doccano keeps beside it', () => {
    expect(JSON.parse(encoded())).toEqual({
      id: 1,
      text: HARBOUR_TEXT,
      label: [[43, 77, 'disputed']],
      Comments: [],
      title: HARBOUR_TITLE,
      source: 'https://news.example.com/2026/11/harbour-tunnel',
      language: 'en',
      text_sha256: HARBOUR_ID,
    })
    expect(encoded().split('\n')).toHaveLength(2)
  })

  const newer = aRevision({
    content: aContent('New title', ['The tunnel was closed for 14 days.']),
    article: HARBOUR_ID,
    parent: HARBOUR_ID,
  })
  const place = { from: 10, to: 43 }
  const fates: readonly { readonly change: ChangeState | null; readonly label: readonly unknown[] }[] = [
    { change: { kind: 'moved', place }, label: [[10, 43, 'disputed']] },
    { change: { kind: 'reworded', place, was: 'a', is: 'b' }, label: [[10, 43, 'disputed']] },
    {
      change: { kind: 'fact-changed', place, was: 'a', is: 'b', facts: [{ fact: 'number', was: 'ten', is: '14' }] },
      label: [],
    },
    { change: { kind: 'orphaned', was: aSelector() }, label: [] },
    { change: null, label: [] },
  ]
  for (const { change, label } of fates) {
    it(`X111 labels what the newest text still says: ${change?.kind ?? 'not found out'}`, () => {
      const version = anAnnotationVersion()
      const set = anAnnotationSet({ revisions: [aRevision(), newer], versions: [version] })
      const changes = new Map(change ? [[statementKey(version.content), change]] : [])
      expect(JSON.parse(encoded(set, changes))).toMatchObject({ label })
      const lost = lossesOf(set, writer!.fates, changes).find(({ part }) => part === 'not-in-text')
      expect(lost?.count ?? 0).toBe(1 - label.length)
    })
  }

  it('X112 comes back exactly, as far as doccano can say it', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(plainSets(), set => {
        const text = articleText(set.revisions[0]!.content)
        const { documents, skipped } = foreignIn(doccanoCodec, encoded(set))
        expect(skipped).toEqual([])
        expect(documents).toHaveLength(1)
        const { annotations, ...document } = documents[0]!
        const { title, sourceUrl, language } = set.article
        expect(document).toEqual({ text, title, sourceUrl, language, textHash: set.article.id })
        const words = wordsAt(text)
        expect(annotations.map(({ labels, positions }) => [words(positions[0]!), labels])).toEqual(
          placedAnnotations(set).map(({ content }) => [content.selector.quote.exact, [content.verdict]]),
        )
        expect(new Set(annotations.map(({ key }) => key)).size).toBe(annotations.length)
        for (const annotation of annotations) expect(annotation).toMatchObject(NOTHING_SAID)
      }),
      { numRuns: runs(1000) },
    )
  })
})

describe('doccano, read', () => {
  const text = '🚧 Repairs are over. The tunnel was closed.'
  const shapes = [
    { name: 'labels', item: { text, label: [[20, 42, 'false']] }, place: 'line 1.label[0]' },
    { name: 'an early version', item: { data: text, labels: [[20, 42, 'false']] }, place: 'line 1.labels[0]' },
    {
      name: 'entities',
      item: { text, entities: [{ id: 7, label: 'false', start_offset: 20, end_offset: 42 }], relations: [] },
      place: 'line 1.entities[0]',
    },
    { name: 'tuples as entities', item: { text, entities: [[20, 42, 'false']] }, place: 'line 1.entities[0]' },
  ]
  for (const { name, item, place } of shapes) {
    it(`X113 reads one text over several lines: ${name}`, () => {
      const { documents } = foreignIn(doccanoCodec, JSON.stringify(item, null, 2))
      expect(documents).toMatchObject([{ text, annotations: [{ place, labels: ['false'] }] }])
    })

    it(`X113 is told by its content: ${name}`, () => {
      const { documents, skipped } = foreignIn(doccanoCodec, JSON.stringify(item))
      expect(skipped).toEqual([])
      expect(documents[0]).toMatchObject({ text, title: '', annotations: [{ place, labels: ['false'] }] })
    })
  }

  it('X113 reads a version that numbers labels and users, each label by its user', () => {
    const label = { start_offset: 20, end_offset: 42, prob: 0 }
    const annotations = [
      { ...label, label: 12, user: 1 },
      { ...label, label: 12, user: 2 },
      { label: 3, user: 1 },
    ]
    const { documents, skipped } = foreignIn(doccanoCodec, JSON.stringify({ id: 5, text, annotations, meta: {} }))
    expect(documents[0]!.annotations).toMatchObject([
      { place: 'line 1.annotations[0]', labels: ['12'], author: { id: '', name: 'user 1' } },
      { place: 'line 1.annotations[1]', labels: ['12'], author: { id: '', name: 'user 2' } },
    ])
    expect(skipped).toEqual([{ place: 'line 1.annotations[2]', reason: { kind: 'no-statement' } }])
  })

  const elsewhere = [
    { name: 'regions', item: { text, label: [{ start: 20, end: 42, labels: ['false'] }] } },
    { name: 'annotations', item: { text, annotations: [{ type: 'Annotation' }] } },
    { name: 'no annotations', item: { text, annotations: [] } },
  ]
  for (const { name, item } of elsewhere) {
    it(`X113 leaves to other tools what stands in a field of the same name: ${name}`, () =>
      expect(readingOf(doccanoCodec, JSON.stringify(item))).toBe('unrecognised'))
  }

  it('X113 reads a list and lines alike, blank lines and CRLF too', () => {
    const items = [
      { text: 'one', label: [[0, 3, 'a']] },
      { text: 'two', label: [[0, 3, 'b']] },
    ]
    const list = foreignIn(doccanoCodec, JSON.stringify(items, null, 2)).documents
    const lines = foreignIn(doccanoCodec, items.map(item => JSON.stringify(item)).join('\r\n\r\n')).documents
    expect(list.map(({ annotations }) => annotations[0]!.place)).toEqual(['[0].label[0]', '[1].label[0]'])
    expect(lines.map(({ annotations }) => annotations[0]!.place)).toEqual(['line 1.label[0]', 'line 3.label[0]'])
    expect(list.map(document => document.text)).toEqual(['one', 'two'])
  })

  const others = ['', '{}', '[]', '[1]', '{"text":"a note","tags":[]}', '{"label":"W3C","items":[]}', 'a: b', '\u0000']
  for (const file of others) {
    it(`X113 leaves other files alone: ${JSON.stringify(file)}`, () =>
      expect(readingOf(doccanoCodec, file)).toBe('unrecognised'))
  }

  it('X134 reads the archive that doccano packs, each label by the user whose file it stands in', () => {
    const line = (label: string) => strToU8(JSON.stringify({ text: 'one two', label: [[0, 3, label]] }))
    const bytes = zipSync({ 'admin.jsonl': line('false'), 'b.lind.jsonl': line('true'), 'unknown.jsonl': line('x') })
    const read = readIncoming({ files: [incomingFile('a.zip', bytes)] })
    if (!read.ok || read.value.kind !== 'foreign') throw new Error('The archive was not read.')
    const { documents } = read.value.file
    expect(documents.map(({ annotations: [only] }) => [only!.author.name, only!.labels, only!.place])).toEqual([
      ['admin', ['false'], 'admin.jsonl: line 1.label[0]'],
      ['b.lind', ['true'], 'b.lind.jsonl: line 1.label[0]'],
      ['', ['x'], 'unknown.jsonl: line 1.label[0]'],
    ])
    const other = zipSync({ 'admin.jsonl': line('false'), 'notes.txt': strToU8('words') })
    expect(readIncoming({ files: [incomingFile('a.zip', other)] }).ok).toBe(false)
  })

  it('X114 gives both readings where code points and UTF-16 differ, and only those that lie in the text', () => {
    const label = [
      [20, 41, 'both'],
      [21, 43, 'only UTF-16'],
      [1, 3, 'after a split pair'],
      [0, 44, 'neither'],
    ]
    const { documents, skipped } = foreignIn(doccanoCodec, JSON.stringify({ text, label }))
    expect(documents[0]!.annotations.map(({ positions }) => positions)).toEqual([
      [
        { unit: 'code-points', start: 20, end: 41 },
        { unit: 'utf-16', start: 20, end: 41 },
      ],
      [{ unit: 'utf-16', start: 21, end: 43 }],
      [{ unit: 'code-points', start: 1, end: 3 }],
    ])
    expect(skipped).toEqual([{ place: 'line 1.label[3]', reason: { kind: 'outside-text' } }])
  })

  it('X115 gives a label the same key when it was corrected, and several at one place keys of their own', () => {
    const keys = (label: unknown) =>
      foreignIn(doccanoCodec, JSON.stringify({ text, label })).documents[0]!.annotations.map(({ key }) => key)
    expect(keys([[20, 42, 'false']])).toEqual(keys([[20, 42, 'true']]))
    expect(keys([[20, 42, 'false']])).toEqual([`${textHash(text)} 20 42`])
    const [first, second] = keys([
      [20, 42, 'false'],
      [20, 42, 'true'],
    ])
    expect(first).not.toBe(second)
  })

  it('X116 lists what says nothing of a statement, and what is not built as it should be', () => {
    const items = [
      { text, label: ['positive', [1, 2], [0, 1, 'x'], [1, 1, 'x']], Comments: ['Look again.'] },
      { text, entities: [], relations: [{ id: 1, from_id: 1, to_id: 2, type: 'rebuts' }], cats: ['speech'] },
      { text: 7, label: [] },
    ]
    const { documents, skipped } = foreignIn(
      doccanoCodec,
      [...items.map(item => JSON.stringify(item)), '{"text":"cut o'].join('\n'),
    )
    expect(documents.map(({ annotations }) => annotations.length)).toEqual([1, 0])
    const asLabel = 'must be [start, end, label], or say start_offset, end_offset and label'
    expect(skipped).toEqual([
      { place: 'line 1.label[0]', reason: { kind: 'no-statement' } },
      { place: 'line 1.label[1]', reason: { kind: 'malformed', expected: asLabel } },
      { place: 'line 1.label[3]', reason: { kind: 'outside-text' } },
      { place: 'line 1.Comments[0]', reason: { kind: 'no-statement' } },
      { place: 'line 2.relations[0]', reason: { kind: 'other-kind', what: 'relation' } },
      { place: 'line 2.cats[0]', reason: { kind: 'no-statement' } },
      { place: 'line 3.text', reason: { kind: 'malformed', expected: 'must be string' } },
      { place: 'line 4', reason: { kind: 'malformed', expected: 'must be a line of JSON' } },
    ])
  })

  it('X117 never throws, wherever a file is cut and whatever stands in it', () => {
    for (const file of cutFiles(encoded().repeat(3))) readingOf(doccanoCodec, file)
    const item = {
      ...JSON.parse(encoded()),
      entities: [{ label: 'x', start_offset: 1, end_offset: 2 }],
      relations: [{}],
    }
    fc.assert(
      fc.property(damagedJson([item, item]), damaged => {
        expect(() => readingOf(doccanoCodec, JSON.stringify(damaged))).not.toThrow()
      }),
      { numRuns: runs(1000) },
    )
  })
})
