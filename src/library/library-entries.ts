import type { Article } from '../domain/article.ts'
import type { ArticleId } from '../domain/identifiers.ts'
import type { ShelfEntry, Tally } from '../domain/library.ts'
import { sourceHost } from './source-host.ts'

/** One line of the library. `tally` is missing until the article was opened once. */
export interface LibraryEntry {
  readonly shelf: ShelfEntry
  readonly article: Article
  readonly tally: Tally | undefined
}

interface LibraryRecords {
  readonly shelf: Readonly<Record<ArticleId, ShelfEntry>>
  readonly articles: Readonly<Record<ArticleId, Article>>
  readonly tallies: Readonly<Record<ArticleId, Tally>>
}

/** The articles that are not in the bin, the most recently opened first. */
export function libraryEntries({ shelf, articles, tallies }: LibraryRecords): readonly LibraryEntry[] {
  return Object.values(shelf)
    .filter(entry => !entry.binned)
    .flatMap(entry => {
      const article = articles[entry.article]
      return article ? [{ shelf: entry, article, tally: tallies[entry.article] }] : []
    })
    .sort(byLastOpened)
}

/** The entries whose name, author, publisher and source together hold every word of the query, whatever its case and accents. */
export function matchingEntries(entries: readonly LibraryEntry[], query: string): readonly LibraryEntry[] {
  const words = folded(query).split(/\s+/).filter(Boolean)
  if (words.length === 0) return entries
  return entries.filter(({ shelf, article }) => {
    const { author, publisher, sourceUrl } = article
    const searched = folded([shelf.name, author, publisher, sourceHost(sourceUrl), sourceUrl].join(' '))
    return words.every(word => searched.includes(word))
  })
}

function byLastOpened({ shelf: a }: LibraryEntry, { shelf: b }: LibraryEntry): number {
  if (a.opened !== b.opened) return a.opened > b.opened ? -1 : 1
  return a.name.localeCompare(b.name) || (a.article < b.article ? -1 : 1)
}

function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}
