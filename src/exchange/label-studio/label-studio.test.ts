import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { articleText } from '../../domain/article-text.ts'
import { NO_CHANGES } from '../../domain/statement.ts'
import { plainSets } from '../../testing/arbitraries.ts'
import {
  ANNOTATION_ID,
  anAnnotationSet,
  anAnnotationVersion,
  anEvidence,
  HARBOUR_ID,
  HARBOUR_TEXT,
  REVIEWER_ID,
} from '../../testing/builders.ts'
import { bytesOf, cutFiles, damagedJson, foreignIn, readingOf } from '../../testing/damaged-files.ts'
import { NO_PUBLISHER } from '../codec.ts'
import { incomingFile } from '../incoming.ts'
import { wordsAt } from '../positions.ts'
import { readIncoming } from '../read-incoming.ts'
import { placedAnnotations } from '../shown-annotations.ts'
import { labelStudioCodec } from './label-studio.ts'
import { runs } from '../../testing/effort.ts'

function encoded(set = anAnnotationSet()): string {
  return labelStudioCodec.writer!.encode(set, { changes: NO_CHANGES, publisher: NO_PUBLISHER }) as string
}

const TEXT = '🚧 Repairs are over. The tunnel was closed.'

/** A task with results of one person. */
function aTask(result: readonly unknown[], rest: object = {}, data: object = { text: TEXT }) {
  return [
    { id: 7, data, annotations: [{ id: 9, completed_by: 3, created_at: '2026-11-20T09:20:11.5Z', result, ...rest }] },
  ]
}

function aRegion(value: object = {}, rest: object = {}) {
  const known = { start: 20, end: 42, text: 'The tunnel was closed.', labels: ['Refuted'] }
  return { id: 'r1', from_name: 'label', to_name: 'text', type: 'labels', value: { ...known, ...value }, ...rest }
}

const PATHS = { start: '/p[1]/text()[1]', end: '/p[1]/text()[1]' }

function read(json: unknown) {
  return foreignIn(labelStudioCodec, JSON.stringify(json))
}

describe('Label Studio, written', () => {
  it('X118 is one task with a result for each statement and one for its rationale', () => {
    const [task, ...others] = JSON.parse(encoded())
    expect(others).toEqual([])
    expect(task.data).toMatchObject({ text: HARBOUR_TEXT, title: 'Harbour tunnel reopens', text_sha256: HARBOUR_ID })
    const [label, reason] = task.annotations[0].result
    const value = { start: 43, end: 77 }
    const said = anAnnotationVersion().content
    expect(label).toMatchObject({
      id: ANNOTATION_ID,
      from_name: 'label',
      to_name: 'text',
      type: 'labels',
      value: { ...value, text: 'The tunnel was closed for ten days', labels: ['disputed'] },
      meta: { text: ['transport'], factmark: { reviewer: { id: REVIEWER_ID, name: 'R. Okafor' } } },
    })
    expect(reason).toEqual({
      id: ANNOTATION_ID,
      from_name: 'rationale',
      to_name: 'text',
      type: 'textarea',
      value: { ...value, text: [said.rationale] },
    })
  })

  it('X118 names nobody as the one who completed it, for Label Studio refuses people whom it does not know', () => {
    expect(encoded()).not.toContain('completed_by')
  })

  it(
    'X119 comes back exactly: words, verdict, rationale, claim, evidence, tags, who and when',
    { timeout: 120_000 },
    () => {
      fc.assert(
        fc.property(plainSets(), set => {
          const text = articleText(set.revisions[0]!.content)
          const { documents, skipped } = foreignIn(labelStudioCodec, encoded(set))
          expect(skipped).toEqual([])
          const { annotations, ...document } = documents[0]!
          const { title, sourceUrl, language } = set.article
          expect(document).toEqual({ text: text || null, title, sourceUrl, language, textHash: set.article.id })
          const words = wordsAt(text)
          const saying = (key: string, rest: object) => JSON.stringify({ key, ...rest })
          const back = annotations.map(
            ({ key, author, labels, positions, quote, tags, rationale, claim, evidence, ...times }) =>
              saying(key, {
                author,
                labels,
                words: words(positions[0]!),
                exact: quote!.exact,
                tags,
                rationale,
                claim,
                evidence,
                times: [times.created, times.modified],
              }),
          )
          const there = placedAnnotations(set).map(({ id, reviewer, reviewerName, content, modified }) =>
            saying(id, {
              author: { id: reviewer, name: reviewerName },
              labels: [content.verdict],
              words: content.selector.quote.exact,
              exact: content.selector.quote.exact,
              tags: content.tags,
              rationale: content.rationale,
              claim: content.claim,
              evidence: content.evidence,
              times: [content.created, modified],
            }),
          )
          expect(back.sort()).toEqual(there.sort())
        }),
        { numRuns: runs(1000) },
      )
    },
  )
})

describe('Label Studio, read', () => {
  it('X120 reads a region with its author, its times, and what is linked to it', () => {
    const choice = { id: 'r1', from_name: 'sure', to_name: 'text', type: 'choices', value: { choices: ['sure'] } }
    const child = { id: 'r2', parentID: 'r1', type: 'textarea', value: { text: 'And this.' } }
    const typed = { id: 'r1', type: 'textarea', value: { start: 20, end: 42, text: ['Port log.', 'Minutes.'] } }
    const { documents, skipped } = read(aTask([typed, aRegion(), choice, child]))
    expect(skipped).toEqual([])
    expect(documents[0]!.text).toBe(TEXT)
    expect(documents[0]!.annotations).toMatchObject([
      {
        key: 'r1',
        place: '[0].annotations[0].result[1]',
        author: { id: 'label-studio:3', name: '' },
        quote: { exact: 'The tunnel was closed.', prefix: '', suffix: '' },
        positions: [{ unit: 'code-points', start: 20, end: 42 }],
        labels: ['Refuted', 'sure'],
        rationale: 'Port log.\nMinutes.\nAnd this.',
        created: '2026-11-20T09:20:11.500Z',
        modified: '',
      },
    ])
  })

  const authors = [
    {
      by: { id: 4, email: 'ada@example.org', first_name: 'Ada', last_name: 'Reyes' },
      author: { id: 'ada@example.org', name: 'Ada Reyes' },
    },
    { by: { id: 4 }, author: { id: 'label-studio:4', name: '' } },
    { by: null, author: { id: '', name: '' } },
    { by: [], author: { id: '', name: '' } },
  ]
  for (const { by, author } of authors) {
    it(`X120 takes ${JSON.stringify(by)} for an author`, () =>
      expect(read(aTask([aRegion()], { completed_by: by })).documents[0]!.annotations[0]!.author).toEqual(author))
  }

  const positions = [
    { name: 'code points', value: { start: 20, end: 42 }, found: [{ unit: 'code-points', start: 20, end: 42 }] },
    { name: 'UTF-16', value: { start: 21, end: 43 }, found: [{ unit: 'utf-16', start: 21, end: 43 }] },
    { name: 'texts', value: { start: '20', end: '42' }, found: [{ unit: 'code-points', start: 20, end: 42 }] },
    { name: 'neither', value: { start: 3, end: 25 }, found: [] },
    { name: 'paths', value: PATHS, found: [] },
  ]
  for (const { name, value, found } of positions) {
    it(`X121 lets the quoted words decide which offsets were meant: ${name}`, () => {
      const [annotation] = read(aTask([aRegion(value)])).documents[0]!.annotations
      expect(annotation!.positions).toEqual(found)
      expect(annotation!.quote!.exact).toBe('The tunnel was closed.')
    })
  }

  const LINES = 'Repairs are over.\nThe tunnel  was closed. The tunnel was closed.'
  const spellings = [
    { name: 'a line break', start: 8, end: 28, value: { text: 'are over.\\nThe tunnel' } },
    { name: 'white space', start: 18, end: 41, value: {} },
    {
      name: 'a position in a page',
      start: 42,
      end: 45,
      value: { ...PATHS, globalOffsets: { start: 42, end: 45 }, text: 'The' },
    },
  ]
  for (const { name, start, end, value } of spellings) {
    it(`X174 finds words as Label Studio quotes them: ${name}`, () => {
      const region = aRegion({ start, end, ...value })
      const [annotation] = read(aTask([region], {}, { text: LINES })).documents[0]!.annotations
      expect(annotation!.positions).toEqual([{ unit: 'code-points', start, end }])
      expect(annotation!.quote!.exact).toBe(LINES.slice(start, end))
    })
  }

  it('X174 spells a line break out where the text did not come with the words, and leaves a backslash that stands in it', () => {
    const exactIn = (data: object, text: string) =>
      read(aTask([aRegion({ ...PATHS, text })], {}, data)).documents[0]!.annotations[0]!.quote!.exact
    expect(exactIn({ html: '<p>a</p>' }, 'are over.\\nThe tunnel')).toBe('are over.\nThe tunnel')
    expect(exactIn({ text: 'It says \\nabla twice.' }, 'says \\nabla')).toBe('says \\nabla')
  })

  it('X174 takes no position in a page for one in the text where the words are not there', () => {
    const value = { ...PATHS, globalOffsets: { start: 0, end: 22 } }
    const [annotation] = read(aTask([aRegion(value)])).documents[0]!.annotations
    expect(annotation).toMatchObject({ positions: [], quote: { exact: 'The tunnel was closed.' } })
  })

  it('X121 takes neither an address nor markup for the text, and finds it under another name', () => {
    const textOf = (data: object) => read(aTask([aRegion()], {}, data)).documents[0]!.text
    expect(textOf({ text: 'https://example.org/a.txt' })).toBeNull()
    expect(textOf({ html: `<p>${TEXT}</p>` })).toBeNull()
    expect(textOf({ text: `\n<div class="a"><p>${TEXT}</p></div>` })).toBeNull()
    expect(textOf({ text: '<3 is a heart, and a < b > c' })).toBe('<3 is a heart, and a < b > c')
    expect(textOf({ text: [{ author: 'a', text: TEXT }] })).toBeNull()
    expect(textOf({ id: 'a', body: TEXT })).toBe(TEXT)
  })

  it('X122 names whoever corrected a label there, and the reviewer where nobody did', () => {
    const [task] = JSON.parse(encoded())
    task.annotations[0].completed_by = { email: 'admin@example.org' }
    expect(read([task]).documents[0]!.annotations[0]!.author.id).toBe(REVIEWER_ID)
    task.annotations[0].result[0].value.labels = ['verified']
    const [corrected] = read([task]).documents[0]!.annotations
    expect(corrected).toMatchObject({ key: ANNOTATION_ID, author: { id: 'admin@example.org' }, tags: ['transport'] })
    expect(corrected!.evidence).toEqual([anEvidence()])
  })

  it('X116 lists what says nothing of a statement, and what is not built as it should be', () => {
    const results = [
      aRegion(),
      aRegion(),
      aRegion({ text: undefined, start: 40, end: 90 }, { id: 'r3' }),
      aRegion({ start: 1.5 }, { id: 'r4' }),
      { type: 'relation', from_id: 'r1', to_id: 'r2', direction: 'right' },
      { id: 'r5', type: 'choices', value: { choices: ['whole text'] } },
      { id: 'r6', type: 'rectanglelabels', value: { x: 1 } },
      'nothing',
    ]
    const [task] = aTask(results)
    const cancelled = { result: [aRegion()], was_cancelled: true }
    const tasks = [
      { ...task, annotations: [...task!.annotations, cancelled, {}], predictions: [{ result: [] }] },
      { data: 'text', annotations: [] },
    ]
    const here = '[0].annotations[0].result'
    expect(read(tasks).skipped).toEqual([
      { place: `${here}[1]`, reason: { kind: 'repeated' } },
      { place: `${here}[2]`, reason: { kind: 'outside-text' } },
      { place: `${here}[3].value.start`, reason: { kind: 'malformed', expected: 'must be a whole number' } },
      { place: `${here}[4]`, reason: { kind: 'other-kind', what: 'relation' } },
      { place: `${here}[6]`, reason: { kind: 'other-kind', what: 'rectanglelabels' } },
      { place: `${here}[7]`, reason: { kind: 'malformed', expected: 'must be Object' } },
      { place: `${here}[5]`, reason: { kind: 'no-statement' } },
      { place: '[0].annotations[1]', reason: { kind: 'other-kind', what: 'cancelled annotation' } },
      { place: '[0].annotations[2].result', reason: { kind: 'malformed', expected: 'must be there' } },
      { place: '[0].predictions[0]', reason: { kind: 'other-kind', what: 'prediction' } },
      { place: '[1].data', reason: { kind: 'malformed', expected: 'must be an object' } },
    ])
  })

  const SHORT = {
    id: 7,
    text: TEXT,
    source: 'https://news.example.com/a',
    label: [
      { start: 20, end: 42, text: 'The tunnel was closed.', labels: ['Refuted'] },
      { start: 20, end: 42, text: 'The tunnel was closed.', labels: ['Numbers'] },
    ],
    sure: { choices: ['yes', 'no'] },
    box: [{ x: 1, rectanglelabels: ['Photo'] }],
    annotator: 3,
    annotation_id: 9,
    created_at: '2026-11-20T09:20:11.5Z',
    updated_at: '2026-11-21T09:20:11.5Z',
    lead_time: 8.4,
  }

  it('X175 reads the short form, with regions in the fields of a task', () => {
    const { documents, skipped } = foreignIn(labelStudioCodec, JSON.stringify([SHORT]))
    expect(documents).toHaveLength(1)
    expect(documents[0]).toMatchObject({ text: TEXT, sourceUrl: 'https://news.example.com/a' })
    expect(documents[0]!.annotations).toMatchObject([
      {
        place: '[0].label[0]',
        author: { id: 'label-studio:3', name: '' },
        positions: [{ unit: 'code-points', start: 20, end: 42 }],
        labels: ['Refuted'],
        created: '2026-11-20T09:20:11.500Z',
        modified: '2026-11-21T09:20:11.500Z',
      },
      { place: '[0].label[1]', labels: ['Numbers'] },
    ])
    expect(new Set(documents[0]!.annotations.map(({ key }) => key)).size).toBe(2)
    expect(skipped).toEqual([
      { place: '[0].box[0]', reason: { kind: 'other-kind', what: 'box' } },
      { place: '[0].sure', reason: { kind: 'no-statement' } },
    ])
  })

  it('X175 leaves the short form to nobody else, and another list with labels alone', () => {
    const files = (json: unknown) => ({ files: [incomingFile('a.json', bytesOf(JSON.stringify(json)))] })
    expect(readIncoming(files([SHORT]))).toMatchObject({ ok: true, value: { format: 'label-studio' } })
    const { annotator: _, annotation_id: __, ...unnamed } = SHORT
    expect(readingOf(labelStudioCodec, JSON.stringify([unnamed]))).toBe('unrecognised')
  })

  for (const file of ['', '[]', '{}', '[{"data":{}}]', '[{"text":"a","label":[]}]', '{"rows":[]}']) {
    it(`X120 leaves other files alone: ${JSON.stringify(file)}`, () =>
      expect(readingOf(labelStudioCodec, file)).toBe('unrecognised'))
  }

  it('X117 never throws, wherever a file is cut and whatever stands in it', () => {
    for (const file of cutFiles(encoded())) expect(readingOf(labelStudioCodec, file)).toBe('unrecognised')
    fc.assert(
      fc.property(damagedJson(JSON.parse(encoded())), damaged => {
        expect(() => readingOf(labelStudioCodec, JSON.stringify(damaged))).not.toThrow()
      }),
      { numRuns: runs(1000) },
    )
    fc.assert(
      fc.property(damagedJson([SHORT]), damaged => {
        expect(() => readingOf(labelStudioCodec, JSON.stringify(damaged))).not.toThrow()
      }),
      { numRuns: runs(1000) },
    )
  })
})
