import type { BackupContents } from './backup.ts'
import type { LibrarySize } from './library-damage.ts'
import { byRecord } from './merge.ts'
import { shownVersion } from './version.ts'

/** How many articles and annotations a backup holds, those in the bin left out. */
export function backupSize({ articles, shelf, versions }: BackupContents): LibrarySize {
  const binned = new Set(shelf.filter(entry => entry.binned).map(({ article }) => article))
  const shown = new Set(articles.map(({ id }) => id).filter(id => !binned.has(id)))
  const work = versions.filter(({ record, article }) => record === 'annotation' && shown.has(article))
  const annotations = [...byRecord(work).values()].filter(record => shownVersion(record)?.kind === 'content')
  return { articles: shown.size, annotations: annotations.length }
}
