import type { BackupRow } from '../../domain/backup.ts'
import type { LibrarySize } from '../../domain/library-damage.ts'
import { shownVersion, type Version } from '../../domain/version.ts'

/** Rows on their way, and how many articles and annotations have passed. */
export interface CountedRows {
  readonly rows: AsyncGenerator<readonly BackupRow[], undefined>
  /** Complete once the rows have come to their end. */
  size(): LibrarySize
}

/** Counts what passes, the bin left out. The versions of a record follow each other, as they lie in the database. */
export function countedRows(source: AsyncIterable<readonly BackupRow[]>): CountedRows {
  const shelf = new Map<string, boolean>()
  const counted = new Set<string>()
  let record: Version[] = []

  function pass({ store, value }: BackupRow): void {
    if (store === 'shelf') shelf.set(value.article, value.binned)
    if (store !== 'versions') return
    if (record[0]?.id !== value.id) endRecord()
    record.push(value)
  }

  function endRecord(): void {
    const shown = shownVersion(record)
    if (shown?.record === 'annotation' && shown.kind === 'content' && shelf.get(shown.article) === false) {
      counted.add(shown.id)
    }
    record = []
  }

  async function* passing(): AsyncGenerator<readonly BackupRow[], undefined> {
    for await (const rows of source) {
      rows.forEach(pass)
      yield rows
    }
    endRecord()
  }

  return {
    rows: passing(),
    size: () => ({ articles: [...shelf.values()].filter(isBinned => !isBinned).length, annotations: counted.size }),
  }
}
