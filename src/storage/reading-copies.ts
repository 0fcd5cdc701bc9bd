import * as v from 'valibot'
import type { ArticleId } from '../domain/identifiers.ts'
import { readMeta } from './library-facts.ts'
import { place } from './place.ts'
import { readRows, type RawRow } from './read-rows.ts'
import { keysWithin, type CopyRow, type ReviewTransaction, type VersionRow } from './schema.ts'

/*
 * The versions of a long article once more, hundreds to a row: the browser hands rows over one by one, which takes most of
 * the time of opening it (decision 032). What is true stands in `versions`. A copy holds no version that has no row there,
 * because whoever takes a row away takes it out of the copy in the same transaction; so one that holds as many versions as
 * there are rows holds all of them, and any other is not used.
 */

/** Of so many versions an article has a copy. */
const WORTH_COPYING = 200
/** So many versions are added one by one before they become one row. */
const MOST_SINGLE = 200
/** Raised when the schemas of versions change: what was looked at then is looked at again, and copied anew. */
const FORM = 1

const BEGUN = 'begun'

/** All rows of an article's versions, in the order of their keys. */
export interface StoredVersions {
  readonly rows: readonly RawRow[]
  /** Hashes of versions that made sense when they were copied; `null` where the rows of `versions` themselves were read. */
  readonly lookedAt: Set<string> | null
  /** What should be done for the next reading. */
  readonly upkeep: 'none' | 'copy' | Gathering
}

/** Versions that were added to a copy one by one, and are to become one row of it. */
export interface Gathering {
  /** Who made the copy. */
  readonly by: string
  readonly singles: readonly VersionRow[]
}

/** Reads the rows of `versions`, or a copy that is whole. */
export async function readVersions(tx: ReviewTransaction<'readonly'>, article: ArticleId): Promise<StoredVersions> {
  const [count, parts] = await Promise.all([
    tx.objectStore('versions').count(keysWithin(article)),
    // What is wrong with a copy is no loss.
    readRows(tx, 'readingCopies', keysWithin(article)).catch(() => []),
  ])
  const copy = copyOf(parts)
  if (count === 0 || copy.rows.size !== count) {
    const rows = await readRows(tx, 'versions', keysWithin(article))
    return { rows, lookedAt: null, upkeep: count < WORTH_COPYING ? 'none' : 'copy' }
  }
  const rows = [...copy.rows.values()].sort(byKey).map(value => ({ value }))
  const { lookedAt, by, singles } = copy
  return { rows, lookedAt, upkeep: by !== null && singles.length > MOST_SINGLE ? { by, singles } : 'none' }
}

/**
 * Follows in the copies what is done to `versions`: what is put is added, and a session's version that goes goes alone. Anything
 * else that goes, and very many that come, take the copy of their article away.
 */
export async function followInCopies(tx: ReviewTransaction<'readwrite'>, { put, dropped }: Followed): Promise<void> {
  const articles = new Set([...put, ...dropped].map(row => row.article))
  await Promise.all(
    [...articles].map(article => {
      const isHere = (row: VersionRow) => row.article === article
      return followInCopy(tx, article, { put: put.filter(isHere), dropped: dropped.filter(isHere) })
    }),
  )
}

interface Followed {
  readonly put: readonly VersionRow[]
  readonly dropped: readonly VersionRow[]
}

async function followInCopy(
  tx: ReviewTransaction<'readwrite'>,
  article: ArticleId,
  { put, dropped }: Followed,
): Promise<void> {
  if (put.length > MOST_SINGLE || !dropped.every(isSingleRow)) return dropCopy(tx, article)
  const copies = tx.objectStore('readingCopies')
  if ((await copies.count(keysWithin(article))) === 0) return
  for (const row of dropped) place(copies.delete([article, singleOf(row).part]))
  for (const row of put) place(copies.put(singleOf(row)))
}

/** Takes the copy of an article away. */
export function dropCopy(tx: ReviewTransaction<'readwrite'>, article: ArticleId): void {
  place(tx.objectStore('readingCopies').delete(keysWithin(article)))
}

/**
 * Begins the copy of an article of which these were the rows when so many removals had been counted; from now on it follows
 * what is written. Answers whether they are its rows still.
 */
export async function beginCopy(
  tx: ReviewTransaction<'readwrite'>,
  article: ArticleId,
  { by, rows, removals }: Beginning,
): Promise<boolean> {
  const sessions = rows.filter(isSingleRow)
  const [count, counted, ...held] = await Promise.all([
    tx.objectStore('versions').count(keysWithin(article)),
    readMeta(tx, 'removals'),
    ...sessions.map(({ id, hash }) => tx.objectStore('versions').count([article, id, hash])),
  ])
  // Sessions alone go without being counted as removed; so nothing went, and what would have come would be more rows.
  if (count !== rows.length || (counted ?? 0) !== removals || held.includes(0)) return false
  dropCopy(tx, article)
  const parts = [{ article, part: BEGUN, form: FORM, by, versions: [] }, ...sessions.map(singleOf)]
  for (const part of parts) place(tx.objectStore('readingCopies').put(part))
  return true
}

interface Beginning {
  /** Like nobody else. */
  readonly by: string
  readonly rows: readonly VersionRow[]
  readonly removals: number
}

/**
 * Adds a row of many versions to a copy, and takes those of them away that have rows of their own. Answers whether the copy is
 * still the one that was begun: nothing is added to another.
 */
export async function packIntoCopy(
  tx: ReviewTransaction<'readwrite'>,
  article: ArticleId,
  { by, name, rows, singles = [] }: Pack,
): Promise<boolean> {
  const begun = await tx.objectStore('readingCopies').get([article, BEGUN])
  if (begun?.by !== by) return false
  const copies = tx.objectStore('readingCopies')
  place(copies.put({ article, part: `pack ${name}`, form: FORM, versions: rows }))
  for (const row of singles) place(copies.delete([article, singleOf(row).part]))
  return true
}

export interface Pack {
  readonly by: string
  /** Like that of no other. */
  readonly name: string
  readonly rows: readonly VersionRow[]
  readonly singles?: readonly VersionRow[]
}

/**
 * Whether a version has a row of its own in every copy. That of a session takes the place of the one before with each action:
 * in a row of many it would have all of them written again.
 */
export function isSingleRow({ version }: VersionRow): boolean {
  return version.record === 'session'
}

function singleOf(row: VersionRow): CopyRow {
  return { article: row.article, part: `single ${row.hash}`, form: FORM, versions: [row] }
}

interface Copy {
  readonly rows: ReadonlyMap<string, VersionRow>
  readonly lookedAt: Set<string>
  readonly singles: readonly VersionRow[]
  readonly by: string | null
}

const PartSchema = v.object({
  article: v.string(),
  part: v.string(),
  form: v.literal(FORM),
  by: v.optional(v.string()),
  // What is in them was looked at before it was put there.
  versions: v.array(v.custom<VersionRow>(row => typeof row === 'object' && row !== null)),
})

function copyOf(stored: readonly RawRow[]): Copy {
  const parts = stored.flatMap(row => ('value' in row && v.is(PartSchema, row.value) ? [row.value] : []))
  const singles = parts.filter(({ part }) => part.startsWith('single')).flatMap(({ versions }) => versions)
  const packed = parts.filter(({ part }) => part.startsWith('pack')).flatMap(({ versions }) => versions)
  return {
    rows: new Map([...packed, ...singles].map(row => [row.hash, row])),
    lookedAt: new Set(packed.map(({ hash }) => hash)),
    singles: singles.filter(row => !isSingleRow(row)),
    by: parts.find(({ part }) => part === BEGUN)?.by ?? null,
  }
}

function byKey(a: VersionRow, b: VersionRow): number {
  if (a.id !== b.id) return a.id < b.id ? -1 : 1
  return a.hash < b.hash ? -1 : 1
}
