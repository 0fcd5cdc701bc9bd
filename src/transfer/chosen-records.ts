import type { RecordId } from '../domain/identifiers.ts'
import type { ArticleRecords } from '../domain/merge.ts'

/** The records of a file without those annotations that a person leaves out, and without reviewers who then say nothing. */
export function chosenRecords(records: ArticleRecords, leftOut: ReadonlySet<RecordId>): ArticleRecords {
  if (leftOut.size === 0) return records
  const versions = records.versions.filter(({ id }) => !leftOut.has(id))
  const named = new Set(versions.map(({ reviewer }) => reviewer))
  return { ...records, versions, reviewers: records.reviewers.filter(({ id }) => named.has(id)) }
}
