import type { BackupContents } from '../domain/backup.ts'
import type { ArticleId } from '../domain/identifiers.ts'
import type { Tally } from '../domain/library.ts'
import { mergeRecords, type ArticleRecords } from '../domain/merge.ts'
import { withoutForeign } from '../domain/ownership.ts'
import type { ReviewStorage } from '../domain/review-storage.ts'
import { openArticle } from './open-article.ts'
import type { ReviewState } from './review-state.ts'
import { tallyOf } from './tally.ts'

/** How far articles of this library are once a backup is merged into them. Those that cannot be read keep their tally. */
export async function mergedTallies(
  storage: ReviewStorage,
  { shelf, settings }: Pick<ReviewState, 'shelf' | 'settings'>,
  contents: BackupContents,
  articles: readonly ArticleId[],
): Promise<readonly Tally[]> {
  const tallies: Tally[] = []
  for (const id of articles) {
    const stored = await storage.readArticle(id)
    const entry = shelf[id]
    if (!stored.ok || !stored.value || !entry) continue
    const { records } = withoutForeign(stored.value.versions, recordsOf(contents, stored.value))
    const merged = mergeRecords(stored.value, records)
    const isThere = merged.revisions.some(({ hash }) => hash === entry.revision)
    if (isThere) tallies.push(tallyOf(openArticle(merged, entry.revision), settings.reviewer))
  }
  return tallies
}

function recordsOf(contents: BackupContents, { article }: ArticleRecords): ArticleRecords {
  const isOfIt = (row: { readonly article: ArticleId }) => row.article === article.id
  return {
    article,
    revisions: contents.revisions.filter(isOfIt),
    versions: contents.versions.filter(isOfIt),
    reviewers: contents.reviewers,
  }
}
