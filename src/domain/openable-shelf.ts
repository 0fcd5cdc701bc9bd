import type { BackupContents } from './backup.ts'
import type { ArticleId, TextHash, Timestamp } from './identifiers.ts'
import type { ShelfEntry } from './library.ts'

/**
 * The shelf of a backup as it can be opened: every article that has a text has an entry, also one whose entry was lost, and
 * every entry names a text that is there. `added` is the time given to entries that have to be made.
 */
export function openableShelf(
  { articles, revisions, shelf }: Pick<BackupContents, 'articles' | 'revisions' | 'shelf'>,
  added: Timestamp,
): readonly ShelfEntry[] {
  const entries = new Map(shelf.map(entry => [entry.article, entry]))
  const texts = textsByArticle(revisions)
  const byId = new Map(articles.map(article => [article.id, article]))
  return [...byId.values()].flatMap(({ id, title }) => {
    const known = entries.get(id)
    const revision = openableText(texts.get(id), [known?.revision, id])
    if (revision === undefined) return []
    return [
      known ? { ...known, revision } : { article: id, name: title, added, opened: added, binned: false, revision },
    ]
  })
}

function textsByArticle(revisions: BackupContents['revisions']): ReadonlyMap<ArticleId, ReadonlySet<TextHash>> {
  const texts = new Map<ArticleId, Set<TextHash>>()
  for (const { article, hash } of revisions) texts.set(article, (texts.get(article) ?? new Set()).add(hash))
  return texts
}

function openableText(
  texts: ReadonlySet<TextHash> = new Set(),
  wanted: readonly (TextHash | undefined)[],
): TextHash | undefined {
  return wanted.find(hash => hash !== undefined && texts.has(hash)) ?? [...texts][0]
}
