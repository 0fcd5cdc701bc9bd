import { ArticleSchema, RevisionSchema } from '../domain/article.ts'
import type { ArticleId } from '../domain/identifiers.ts'
import type { ViewState } from '../domain/library.ts'
import { ShelfEntrySchema, TallySchema, ViewStateSchema } from '../domain/library-schemas.ts'
import { byRecord } from '../domain/merge.ts'
import { OriginalSchema } from '../domain/original.ts'
import { fail, succeed, type Result } from '../domain/result.ts'
import type { LibraryContents, StorageProblem, StoredArticle, StoredOriginals } from '../domain/review-storage.ts'
import { ReviewerSchema } from '../domain/reviewer.ts'
import { removedAnnotationOf } from '../domain/shown-annotation.ts'
import type { AnnotationVersion } from '../domain/version.ts'
import { createBreather } from './breather.ts'
import type { CopyKeeper } from './copy-keeper.ts'
import { readMeta } from './library-facts.ts'
import { readRows, type RawRow } from './read-rows.ts'
import { readVersions } from './reading-copies.ts'
import { salvageReviewers, salvageShelf, siftSettings } from './salvage.ts'
import { keysWithin, type StoreName, type VersionRow } from './schema.ts'
import { siftRows } from './sift-rows.ts'
import { siftVersions, siftWithheld } from './sift-versions.ts'
import type { Transactions } from './transact.ts'

/** What is known before any article is opened. Its cost does not depend on the number of annotations. */
export async function readLibrary(transactions: Transactions): Promise<Result<LibraryContents, StorageProblem>> {
  const read = await transactions.read(['articles', 'shelf', 'tallies', 'reviewers', 'settings'], tx =>
    Promise.all([
      readRows(tx, 'articles'),
      readRows(tx, 'shelf'),
      readRows(tx, 'tallies'),
      readRows(tx, 'reviewers'),
      readRows(tx, 'settings'),
    ]),
  )
  if (!read.ok) return read
  const [articleRows, shelfRows, tallyRows, reviewerRows, settingsRows] = read.value
  const articles = siftRows('articles', articleRows, ArticleSchema)
  const shelf = salvageShelf(siftRows('shelf', shelfRows, ShelfEntrySchema), articles.sound)
  const tallies = siftRows('tallies', tallyRows, TallySchema)
  const reviewers = salvageReviewers(siftRows('reviewers', reviewerRows, ReviewerSchema))
  const settings = siftSettings(settingsRows)
  return succeed({
    isNew: shelfRows.length + settingsRows.length === 0,
    articles: articles.sound,
    shelf: shelf.sound,
    tallies: tallies.sound,
    reviewers: reviewers.sound,
    settings: settings.sound,
    damaged: [articles, shelf, tallies, reviewers, settings].flatMap(({ damaged }) => damaged),
  })
}

/** What readings have in common. */
interface Reading {
  /** Hashes of versions that have been looked at; gets those of the others. */
  readonly soundVersions: Set<string>
  readonly copies: CopyKeeper
}

const STORES_OF_ARTICLE: readonly StoreName[] = [
  ...(['articles', 'revisions', 'versions', 'readingCopies', 'withheld', 'reviewers', 'meta'] as const),
]

/**
 * All of one article that makes sense, with the reviewers who wrote any of it; `null` when there is no such article.
 */
export async function readArticle(
  transactions: Transactions,
  id: ArticleId,
  { soundVersions, copies }: Reading,
): Promise<Result<StoredArticle | null, StorageProblem>> {
  const read = await transactions.read(STORES_OF_ARTICLE, tx =>
    Promise.all([
      readRows(tx, 'articles', IDBKeyRange.only(id)),
      readRows(tx, 'revisions', keysWithin(id)),
      readVersions(tx, id),
      readRows(tx, 'withheld', keysWithin(id)),
      readRows(tx, 'reviewers'),
      readMeta(tx, 'removals'),
    ]),
  )
  if (!read.ok) return read
  const [articleRows, revisionRows, { rows, lookedAt, upkeep }, withheldRows, reviewerRows, removals] = read.value
  const {
    sound: [article],
    damaged: [damage],
  } = siftRows('articles', articleRows, ArticleSchema)
  if (damage) {
    return fail({ kind: 'damaged', damage: { kind: 'unreadable', expected: null, detail: damage.detail } })
  }
  if (!article) return succeed(null)
  const revisions = siftRows('revisions', revisionRows, RevisionSchema)
  const versions = await siftVersions(rows, { known: lookedAt ?? soundVersions, breathe: createBreather() })
  if (typeof upkeep === 'object') void copies.gather(id, upkeep)
  else if (upkeep === 'copy' && versions.damaged.length === 0)
    void copies.copy(id, rows.flatMap(valueIn), removals ?? 0)
  const withheld = siftWithheld(withheldRows)
  const reviewers = salvageReviewers(siftRows('reviewers', reviewerRows, ReviewerSchema))
  const authors = new Set(versions.sound.map(({ reviewer }) => reviewer))
  return succeed({
    article,
    revisions: revisions.sound,
    versions: versions.sound,
    withheld: withheld.sound,
    reviewers: reviewers.sound.filter(reviewer => authors.has(reviewer.id)),
    damaged: [...revisions.damaged, ...versions.damaged, ...withheld.damaged],
  })
}

function valueIn(row: RawRow): readonly VersionRow[] {
  return 'value' in row ? [row.value as VersionRow] : []
}

/** The original texts of an article, those of each revision together. */
export async function readOriginals(
  transactions: Transactions,
  id: ArticleId,
): Promise<Result<StoredOriginals, StorageProblem>> {
  const stored = await transactions.read(['originals'], tx => readRows(tx, 'originals', keysWithin(id)))
  if (!stored.ok) return stored
  const { sound, damaged } = siftRows('originals', stored.value, OriginalSchema)
  return succeed({ originals: sound, damaged })
}

/**
 * All versions of every annotation that shows as deleted, found by the deletions alone; what makes no sense is left out.
 * `soundVersions` is that of `Reading`.
 */
export async function readRemoved(
  transactions: Transactions,
  soundVersions: Set<string>,
): Promise<Result<readonly AnnotationVersion[], StorageProblem>> {
  const read = await transactions.read(['versions'], async tx => {
    const keys = await tx.objectStore('versions').index('byRemoval').getAllKeys()
    // A record that was deleted twice is one record.
    const records = new Map(keys.map(([article, id]) => [`${article} ${id}`, keysWithin(article, id)]))
    return Promise.all([...records.values()].map(range => readRows(tx, 'versions', range)))
  })
  if (!read.ok) return read
  const { sound } = await siftVersions(read.value.flat(), { known: soundVersions, breathe: createBreather() })
  const annotations = byRecord(sound.filter(version => version.record === 'annotation'))
  return succeed([...annotations.values()].filter(record => removedAnnotationOf(record) !== null).flat())
}

/** Where the reviewer was in an article; `null` when nothing is remembered, or nothing that makes sense. */
export async function readViewState(
  transactions: Transactions,
  id: ArticleId,
): Promise<Result<ViewState | null, StorageProblem>> {
  const stored = await transactions.read(['viewStates'], tx => readRows(tx, 'viewStates', IDBKeyRange.only(id)))
  return stored.ok ? succeed(siftRows('viewStates', stored.value, ViewStateSchema).sound[0] ?? null) : stored
}
