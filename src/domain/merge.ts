import { chosenRevision, laterArticle, type Article, type Revision } from './article.ts'
import { laterReviewer, type Reviewer } from './reviewer.ts'
import { heads, versionHash, type Stamped, type Version } from './version.ts'

/** All that is known of one article: the article, its texts, every version of every record, and who wrote them. */
export interface ArticleRecords {
  readonly article: Article
  readonly revisions: readonly Revision[]
  readonly versions: readonly Version[]
  readonly reviewers: readonly Reviewer[]
}

/**
 * Unites two states of the same article. Commutative, associative, idempotent: every order and grouping gives the same
 * records. An `erased` version drops the other versions of its record.
 */
export function mergeRecords(mine: ArticleRecords, theirs: ArticleRecords): ArticleRecords {
  return {
    article: laterArticle(mine.article, theirs.article),
    revisions: mergeByKey(mine.revisions, theirs.revisions, revision => revision.hash, chosenRevision),
    versions: mergeVersions(mine.versions, theirs.versions),
    reviewers: mergeByKey(mine.reviewers, theirs.reviewers, reviewer => reviewer.id, laterReviewer),
  }
}

/** The union of two sets of versions, sorted by record and hash. */
export function mergeVersions<V extends Stamped>(mine: readonly V[], theirs: readonly V[]): readonly V[] {
  const all = mergeByKey(
    mine,
    theirs,
    version => `${version.id} ${versionHash(version)}`,
    version => version,
  )
  const erased = new Set(all.filter(version => version.kind === 'erased').map(version => version.id))
  return all.filter(version => version.kind === 'erased' || !erased.has(version.id))
}

/** What an export carries "without history": the versions that nothing supersedes. Never makes a false conflict. */
export function withoutHistory<V extends Version>(versions: readonly V[]): readonly V[] {
  return [...byRecord(versions).values()].flatMap(heads)
}

/** The versions grouped by the record they belong to. */
export function byRecord<V extends Stamped>(versions: readonly V[]): ReadonlyMap<string, readonly V[]> {
  const records = new Map<string, V[]>()
  for (const version of versions) {
    const known = records.get(version.id)
    if (known) known.push(version)
    else records.set(version.id, [version])
  }
  return records
}

function mergeByKey<T>(
  mine: readonly T[],
  theirs: readonly T[],
  key: (item: T) => string,
  choose: (a: T, b: T) => T,
): readonly T[] {
  const merged = new Map<string, T>()
  for (const item of [...mine, ...theirs]) {
    const name = key(item)
    const known = merged.get(name)
    merged.set(name, known === undefined ? item : choose(known, item))
  }
  return [...merged.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item)
}
