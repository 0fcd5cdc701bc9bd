import { laterArticle } from '../domain/article.ts'
import type { ArticleId } from '../domain/identifiers.ts'
import type { Settings } from '../domain/library.ts'
import { mergeRecords, mergeVersions, type ArticleRecords } from '../domain/merge.ts'
import { earlierOriginal, originalKey, type Original } from '../domain/original.ts'
import type { Changes, LibraryContents } from '../domain/review-storage.ts'
import { laterReviewer } from '../domain/reviewer.ts'
import { versionHash } from '../domain/version.ts'
import { latestWithheld, type WithheldVersion } from '../domain/withheld.ts'

/**
 * What is left to write of earlier changes once later ones were made, so that trying the earlier ones again cannot undo
 * the later: of a row only the latest state counts, and a version stays in or out as was said last. Answers with the
 * same object when the later ones touch none of it.
 */
export function withoutOverwritten(earlier: Changes, later: Changes): Changes {
  const { viewState, settings, ...rest } = withoutArticles(earlier, later.droppedArticles)
  const left: Changes = {
    ...rest,
    ...(rest.shelf && { shelf: without(rest.shelf, later.shelf, ofArticle) }),
    ...(rest.tallies && { tallies: without(rest.tallies, later.tallies, ofArticle) }),
    ...(rest.versions && { versions: without(rest.versions, later.droppedVersions, versionHash) }),
    ...(rest.droppedVersions && { droppedVersions: without(rest.droppedVersions, later.versions, versionHash) }),
    ...(viewState && viewState.article !== later.viewState?.article && { viewState }),
    ...(settings && { settings: wishesWithout(settings, later.settings) }),
  }
  return sizeOf(left) === sizeOf(earlier) ? earlier : left
}

/** What is left to write once some articles have gone with everything that is theirs. */
function withoutArticles(changes: Changes, dropped: readonly ArticleId[] = []): Changes {
  if (dropped.length === 0) return changes
  const gone = new Set(dropped)
  const { viewState, ...rest } = changes
  const stays = ({ article }: { readonly article: ArticleId }) => !gone.has(article)
  return {
    ...rest,
    ...(rest.articles && { articles: rest.articles.filter(({ id }) => !gone.has(id)) }),
    ...(rest.revisions && { revisions: rest.revisions.filter(stays) }),
    ...(rest.originals && { originals: rest.originals.filter(stays) }),
    ...(rest.shelf && { shelf: rest.shelf.filter(stays) }),
    ...(rest.tallies && { tallies: rest.tallies.filter(stays) }),
    ...(rest.versions && { versions: rest.versions.filter(stays) }),
    ...(rest.droppedVersions && { droppedVersions: rest.droppedVersions.filter(stays) }),
    ...(rest.withheld && { withheld: rest.withheld.filter(stays) }),
    ...(viewState && stays(viewState) && { viewState }),
  }
}

/** Whether there is nothing to write. */
export function isEmpty(changes: Changes): boolean {
  return sizeOf(changes) === 0
}

/** The library as it is once these changes are saved. They come in the order in which they were made. */
export function libraryAfter(stored: LibraryContents, unsaved: readonly Changes[]): LibraryContents {
  return {
    isNew: stored.isNew,
    damaged: stored.damaged,
    articles: united([...stored.articles, ...unsaved.flatMap(({ articles = [] }) => articles)], ofItself, laterArticle),
    shelf: united([...stored.shelf, ...unsaved.flatMap(({ shelf = [] }) => shelf)], ofArticle, last),
    tallies: united([...stored.tallies, ...unsaved.flatMap(({ tallies = [] }) => tallies)], ofArticle, last),
    reviewers: united(
      [...stored.reviewers, ...unsaved.flatMap(({ reviewers = [] }) => reviewers)],
      ofItself,
      laterReviewer,
    ),
    settings: unsaved.reduce((settings, changes) => ({ ...settings, ...changes.settings }), stored.settings),
  }
}

/** An article's records as they are once these changes are saved; `null` when neither they nor storage have the article. */
export function recordsAfter(
  stored: ArticleRecords | null,
  unsaved: readonly Changes[],
  id: ArticleId,
): ArticleRecords | null {
  const articles = unsaved.flatMap(({ articles = [] }) => articles).filter(article => article.id === id)
  const revisions = unsaved.flatMap(({ revisions = [] }) => revisions).filter(({ article }) => article === id)
  const versions = unsaved.flatMap(({ versions = [] }) => versions).filter(({ article }) => article === id)
  const dropped = unsaved.flatMap(({ droppedVersions = [] }) => droppedVersions).filter(({ article }) => article === id)
  const reviewers = unsaved.flatMap(({ reviewers = [] }) => reviewers)
  const [article = stored?.article] = articles
  if (!article) return null
  // Merging hashes every version: with nothing to add, a long article opens without that.
  const isStored = articles.length + revisions.length + versions.length + dropped.length + reviewers.length === 0
  if (stored && isStored) return stored
  const none = { article, revisions: [], versions: [], reviewers: [] }
  const merged = mergeRecords(stored ?? none, {
    article: articles.reduce(laterArticle, article),
    revisions,
    versions,
    reviewers,
  })
  const kept = without(merged.versions, dropped, versionHash)
  const authors = new Set(kept.map(({ reviewer }) => reviewer))
  return { ...merged, versions: kept, reviewers: merged.reviewers.filter(reviewer => authors.has(reviewer.id)) }
}

/** The original texts of an article as they are once these changes are saved. */
export function originalsAfter(
  stored: readonly Original[],
  unsaved: readonly Changes[],
  id: ArticleId,
): readonly Original[] {
  const added = unsaved.flatMap(({ originals = [] }) => originals).filter(({ article }) => article === id)
  return united([...stored, ...added], originalKey, earlierOriginal)
}

/** What is withheld of an article once these changes are saved: of each record what nothing supersedes. */
export function withheldAfter(
  stored: readonly WithheldVersion[],
  unsaved: readonly Changes[],
  id: ArticleId,
): readonly WithheldVersion[] {
  const added = unsaved.flatMap(({ withheld = [] }) => withheld).filter(({ article }) => article === id)
  return added.length === 0 ? stored : latestWithheld(mergeVersions(stored, added))
}

function without<Row>(rows: readonly Row[], others: readonly Row[] = [], key: (row: Row) => string): readonly Row[] {
  if (others.length === 0) return rows
  const taken = new Set(others.map(key))
  return rows.filter(row => !taken.has(key(row)))
}

function wishesWithout(wishes: Partial<Settings>, later: Partial<Settings> = {}): Partial<Settings> {
  return Object.fromEntries(Object.entries(wishes).filter(([wish]) => !Object.hasOwn(later, wish)))
}

function united<Row>(rows: readonly Row[], key: (row: Row) => string, choose: (a: Row, b: Row) => Row): readonly Row[] {
  const chosen = new Map<string, Row>()
  for (const row of rows) {
    const known = chosen.get(key(row))
    chosen.set(key(row), known === undefined ? row : choose(known, row))
  }
  return [...chosen.values()]
}

function ofArticle({ article }: { readonly article: ArticleId }): ArticleId {
  return article
}

function ofItself({ id }: { readonly id: string }): string {
  return id
}

function last<Row>(_earlier: Row, later: Row): Row {
  return later
}

function sizeOf(changes: Changes): number {
  const { viewState, settings = {}, ...lists } = changes
  const rows = Object.values(lists).reduce((sum, list) => sum + list.length, 0)
  return rows + (viewState ? 1 : 0) + Object.keys(settings).length
}
