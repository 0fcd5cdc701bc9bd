import { describe, expect, it } from 'vitest'
import { detailsOf } from '../domain/article.ts'
import { anArticle } from '../testing/builders.ts'
import { problemsIn } from './details-problems.ts'

describe('details as they were typed', () => {
  it.each([
    ['as they are', {}, []],
    ['all empty', { author: '', publisher: '', sourceUrl: ' ', published: '', modified: '' }, []],
    ['a month and a year', { published: '2026-11', modified: '2026' }, []],
    ['no address', { sourceUrl: 'news.example.com' }, ['sourceUrl']],
    ['a script', { sourceUrl: 'javascript:alert(1)' }, ['sourceUrl']],
    ['dates in words', { published: 'today', modified: '19 Nov 2026' }, ['published', 'modified']],
  ])('S95 are told what is wrong with them, field by field: %s', (_case, typed, expected) => {
    expect(Object.keys(problemsIn({ ...detailsOf(anArticle()), ...typed }))).toEqual(expected)
  })
})
