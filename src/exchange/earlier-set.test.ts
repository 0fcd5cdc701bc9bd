import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { mergeRecords } from '../domain/merge.ts'
import { NO_CHANGES } from '../domain/statement.ts'
import { anAnnotationSet, anOriginal, someRecords } from '../testing/builders.ts'
import { fromAnnotationSet, toAnnotationSet } from './annotation-set.ts'
import { NO_PUBLISHER } from './codec.ts'
import { WRITABLE_CODECS } from './codecs.ts'
import { decodeAnnotationSet, encodeAnnotationSet } from './w3c-set.ts'

/*
 * For each earlier version of the format a file in fixtures/ holds a set that the built program of that version exported,
 * with its history: an article with two texts, an annotation and a session. A file is never changed.
 */
const FIRST = readFileSync(new URL('fixtures/annotation-set-1.json', import.meta.url), 'utf8')

describe('an annotation set of an earlier program', () => {
  it('X60 is read with everything in it; what it did not know is empty', () => {
    const { article, revisions, versions, sessions } = decoded(FIRST)
    expect(article).toMatchObject({ title: 'The ferry of Marr', published: '2026-11-18' })
    expect(article).toMatchObject({ author: '', publisher: '', modified: '' })
    expect([revisions.length, versions.length, sessions.length]).toEqual([2, 1, 1])
  })

  it('X60 is written in the present version, under the same names and with the same items', () => {
    const written = encodeAnnotationSet(decoded(FIRST))
    const [before, after] = [FIRST, written].map(text => JSON.parse(text) as Record<string, unknown>)
    expect(after!['factmark:set']).toMatchObject({ formatVersion: 2 })
    const { 'factmark:set': _, ...collection } = before!
    expect(after).toMatchObject(collection)
    expect(decodeAnnotationSet(written)).toEqual({ ok: true, value: decoded(FIRST) })
  })

  it('X60 takes nothing from what is known here of its article', () => {
    const first = fromAnnotationSet(decoded(FIRST))
    const mine = { ...first, article: { ...first.article, author: 'Ada Reyes', modified: '2026-11-20' } }
    expect(mergeRecords(mine, first).article).toEqual(mine.article)
  })

  it.each([
    ['no article', (set: Record<string, unknown>) => delete set['article'], 'factmark:set.article'],
    ['a text for an article', (set: Record<string, unknown>) => (set['article'] = 'x'), 'factmark:set.article'],
    [
      'a version before the first',
      (set: Record<string, unknown>) => (set['formatVersion'] = 0),
      'factmark:set.formatVersion',
    ],
  ])('X60 is refused with the place where it has %s', (_case, damage, place) => {
    const json = JSON.parse(FIRST) as { 'factmark:set': Record<string, unknown> }
    damage(json['factmark:set'])
    expect(decodeAnnotationSet(JSON.stringify(json))).toMatchObject({ ok: false, problem: { kind: 'damaged', place } })
  })
})

describe('what leaves this device', () => {
  it.each(WRITABLE_CODECS.map(({ id, writer }) => [id, writer] as const))(
    'X61 holds nothing of an original text, whatever the records hold: %s',
    (_id, writer) => {
      const secret = anOriginal()
      const records = { ...someRecords(), originals: [secret] }
      for (const history of [false, true]) {
        const file = writer.encode(toAnnotationSet(records, { history }), {
          changes: NO_CHANGES,
          publisher: NO_PUBLISHER,
        })
        const text = typeof file === 'string' ? file : new TextDecoder('latin1').decode(file)
        expect(text).not.toContain('must not be named')
        expect(text).not.toContain(secret.hash)
      }
    },
  )

  it('X61 refuses a set that brings one', () => {
    const set = JSON.parse(encodeAnnotationSet(anAnnotationSet())) as { 'factmark:set': Record<string, unknown> }
    set['factmark:set']['originals'] = [anOriginal()]
    expect(decodeAnnotationSet(JSON.stringify(set))).toMatchObject({ ok: false, problem: { kind: 'damaged' } })
  })
})

function decoded(text: string) {
  const outcome = decodeAnnotationSet(text)
  if (!outcome.ok) throw new Error(`The set was not read: ${JSON.stringify(outcome.problem)}`)
  return outcome.value
}
