import type { Article } from '../domain/article.ts'
import { describe, expect, it } from 'vitest'
import type { ShelfEntry } from '../domain/library.ts'
import { anArticle } from '../testing/builders.ts'
import { libraryEntries, matchingEntries } from './library-entries.ts'

describe('libraryEntries', () => {
  it('L1 lists the most recently opened first', () => {
    const entries = entriesOf([
      { name: 'Old', opened: '2026-11-01T00:00:00.000Z' },
      { name: 'New', opened: '2026-11-03T00:00:00.000Z' },
      { name: 'Between', opened: '2026-11-02T00:00:00.000Z' },
    ])
    expect(namesOf(entries)).toEqual(['New', 'Between', 'Old'])
  })

  it('L1 orders by name what was opened at the same moment', () => {
    expect(namesOf(entriesOf([{ name: 'Zebra' }, { name: 'Äpfel' }, { name: 'Bridge' }]))).toEqual([
      'Äpfel',
      'Bridge',
      'Zebra',
    ])
  })

  it('L1 leaves out what is in the bin', () => {
    expect(namesOf(entriesOf([{ name: 'Kept' }, { name: 'Binned', binned: true }]))).toEqual(['Kept'])
  })

  it('L1 leaves out an entry without an article', () => {
    expect(libraryEntries({ shelf: { lost: aShelfEntry({ article: 'lost' }) }, articles: {}, tallies: {} })).toEqual([])
  })
})

describe('matchingEntries', () => {
  const entries = entriesOf([
    { name: 'Café Såni closes', sourceUrl: 'https://www.news.example.com/2026/cafe' },
    { name: 'Harbour tunnel reopens', author: 'Mira Óstrom', publisher: 'The Ellory Post' },
  ])
  const cases = [
    { query: '', found: 2 },
    { query: '   ', found: 2 },
    { query: 'cafe SANI', found: 1 },
    { query: 'reopens harbour', found: 1 },
    { query: 'news.example', found: 1 },
    { query: 'harbour cafe', found: 0 },
    { query: 'ostrom', found: 1 },
    { query: 'harbour ellory', found: 1 },
  ]
  it.each(cases)('L2 finds $found for “$query”', ({ query, found }) => {
    expect(matchingEntries(entries, query)).toHaveLength(found)
  })
})

type Row = Partial<ShelfEntry> & Partial<Pick<Article, 'author' | 'publisher' | 'sourceUrl'>>

function entriesOf(rows: readonly Row[]) {
  const ids = rows.map((_, index) => `article-${index}`)
  return libraryEntries({
    shelf: Object.fromEntries(
      rows.map(({ author: _a, publisher: _p, sourceUrl: _s, ...row }, index) => [
        ids[index],
        aShelfEntry({ article: ids[index]!, ...row }),
      ]),
    ),
    articles: Object.fromEntries(
      rows.map(({ author = '', publisher = '', sourceUrl = '' }, index) => [
        ids[index],
        anArticle({ id: ids[index]!, author, publisher, sourceUrl }),
      ]),
    ),
    tallies: {},
  })
}

function aShelfEntry(overrides: Partial<ShelfEntry> = {}): ShelfEntry {
  const moment = '2026-11-01T00:00:00.000Z'
  return { article: 'a', name: 'Name', added: moment, opened: moment, binned: false, revision: 'a', ...overrides }
}

function namesOf(entries: ReturnType<typeof libraryEntries>): readonly string[] {
  return entries.map(({ shelf }) => shelf.name)
}
