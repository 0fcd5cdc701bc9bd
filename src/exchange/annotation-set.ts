import { CURRENT_FORMAT_VERSION, type AnnotationSet } from '../domain/annotation-set.ts'
import { mergeVersions, withoutHistory, type ArticleRecords } from '../domain/merge.ts'
import { versionHash, type SessionVersion, type Version } from '../domain/version.ts'

/**
 * What leaves this device of one article: every version of annotations and marks, or with `history: false` only those that
 * nothing supersedes; the last state of each session; and only the reviewers whom these name.
 */
export function toAnnotationSet(records: ArticleRecords, options: { readonly history: boolean }): AnnotationSet {
  const sessions = withoutHistory(records.versions.filter(isSession)).filter(({ kind }) => kind === 'content')
  const work = mergeVersions(records.versions.filter(isWork), [])
  const versions = options.history ? work : withoutHistory(work)
  const named = new Set([...versions, ...sessions].map(version => version.reviewer))
  return inOrder({
    formatVersion: CURRENT_FORMAT_VERSION,
    article: records.article,
    revisions: [...records.revisions],
    versions: [...versions],
    reviewers: records.reviewers.filter(reviewer => named.has(reviewer.id)),
    sessions: [...sessions],
  })
}

/** The records that a set brings, ready to be merged. */
export function fromAnnotationSet(set: AnnotationSet): ArticleRecords {
  const { article, revisions, versions, reviewers, sessions } = set
  return { article, revisions, versions: mergeVersions<Version>(versions, sessions), reviewers }
}

/** The same set with its lists in the one order that every device gives them. */
export function inOrder(set: AnnotationSet): AnnotationSet {
  return {
    ...set,
    revisions: sortedBy(set.revisions, revision => revision.hash),
    versions: sortedBy(set.versions, versionKey),
    reviewers: sortedBy(set.reviewers, reviewer => reviewer.id),
    sessions: sortedBy(set.sessions, versionKey),
  }
}

function isSession(version: Version): version is SessionVersion {
  return version.record === 'session'
}

function isWork(version: Version): version is Exclude<Version, SessionVersion> {
  return version.record !== 'session'
}

function versionKey(version: Version): string {
  return `${version.id} ${versionHash(version)}`
}

function sortedBy<T>(items: readonly T[], key: (item: T) => string): T[] {
  const keyed = items.map(item => ({ item, key: key(item) }))
  return keyed.sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key))).map(({ item }) => item)
}
