import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { anArticle, aRevision } from '../testing/builders.ts'
import {
  ArticleSchema,
  laterArticle,
  MAX_NAME_LENGTH,
  newestRevision,
  ORIGINS,
  type Article,
  type Revision,
} from './article.ts'

describe('the newest text of an article', () => {
  const cases: readonly {
    name: string
    line: readonly (readonly [hash: string, parent: string | null])[]
    newest: string
  }[] = [
    { name: 'one', line: [['a', null]], newest: 'a' },
    {
      name: 'a line',
      line: [
        ['c', null],
        ['a', 'c'],
        ['b', 'a'],
      ],
      newest: 'b',
    },
    {
      name: 'a longer and a shorter branch',
      line: [
        ['a', null],
        ['z', 'a'],
        ['b', 'a'],
        ['c', 'b'],
      ],
      newest: 'c',
    },
    {
      name: 'two branches as long',
      line: [
        ['a', null],
        ['b', 'a'],
        ['c', 'a'],
      ],
      newest: 'c',
    },
    {
      name: 'a parent that is not here',
      line: [
        ['b', 'x'],
        ['a', 'b'],
      ],
      newest: 'a',
    },
    {
      name: 'two that follow each other',
      line: [
        ['a', null],
        ['b', 'c'],
        ['c', 'b'],
      ],
      newest: 'c',
    },
  ]
  it.each(cases)('M27 is the one with the most ancestors, the same in every order: $name', ({ line, newest }) => {
    const revisions = line.map(([hash, parent]): Revision => ({ ...aRevision(), hash, parent }))
    expect(newestRevision(revisions).hash).toBe(newest)
    expect(newestRevision(revisions.toReversed()).hash).toBe(newest)
  })
})

describe('two descriptions of an article', () => {
  it('M14 the later edition stays, also where it knows less', () => {
    const corrected = anArticle({ edition: 2, author: '', publisher: 'The Orrel Post' })
    expect(laterArticle(anArticle(), corrected)).toEqual(corrected)
    expect(laterArticle(corrected, anArticle())).toEqual(corrected)
  })

  it('M60 of the same edition add up to what either knows', () => {
    const asIn = { ...anArticle(), author: '', publisher: '', modified: '' }
    const fromPage = anArticle({ published: '', sourceUrl: '' })
    expect(laterArticle(asIn, fromPage)).toEqual(anArticle())
    expect(laterArticle(fromPage, asIn)).toEqual(anArticle())
  })

  it('M60 are the same in every order and grouping, and once more changes nothing', () => {
    fc.assert(
      fc.property(articles(), articles(), articles(), (a, b, c) => {
        const left = laterArticle(laterArticle(a, b), c)
        expect(laterArticle(a, laterArticle(b, c))).toEqual(left)
        expect(laterArticle(laterArticle(c, b), a)).toEqual(left)
        expect(laterArticle(left, b)).toEqual(left)
        expect(v.is(ArticleSchema, left)).toBe(true)
      }),
    )
  })

  it('M61 hold names of bearable length and dates', () => {
    const fits = anArticle({ author: 'a'.repeat(MAX_NAME_LENGTH), publisher: '', modified: '2026' })
    expect(v.is(ArticleSchema, fits)).toBe(true)
    expect(v.is(ArticleSchema, { ...fits, author: `${fits.author}a` })).toBe(false)
    expect(v.is(ArticleSchema, { ...fits, publisher: `${fits.author}a` })).toBe(false)
    expect(v.is(ArticleSchema, { ...fits, modified: 'yesterday' })).toBe(false)
  })
})

function articles(): fc.Arbitrary<Article> {
  const name = fc.constantFrom('', 'Ada Reyes', 'B. Lind')
  const date = fc.constantFrom('', '2026', '2026-11-20')
  return fc
    .record({
      edition: fc.constantFrom(1, 1, 1, 2),
      title: fc.constantFrom('A', 'B'),
      origin: fc.constantFrom(...ORIGINS),
      author: name,
      publisher: name,
      sourceUrl: fc.constantFrom('', 'https://example.com/a', 'https://example.com/b'),
      published: date,
      modified: date,
      language: fc.constantFrom('de', 'en'),
      captured: fc.constantFrom('2026-11-20T09:14:02.000Z', '2026-11-20T09:14:03.000Z'),
    })
    .map(anArticle)
}
