import * as v from 'valibot'
import { chosenRevision, laterArticle } from '../domain/article.ts'
import type { ArticleId, DeviceId, RecordId } from '../domain/identifiers.ts'
import { DEFAULT_SETTINGS } from '../domain/library.ts'
import { earlierOriginal } from '../domain/original.ts'
import type { Changes } from '../domain/review-storage.ts'
import { laterReviewer } from '../domain/reviewer.ts'
import { AnnotationVersionSchema, supersedes, versionHash, type Version } from '../domain/version.ts'
import type { WithheldVersion } from '../domain/withheld.ts'
import { countRemoval } from './library-facts.ts'
import { place } from './place.ts'
import { dropCopy, followInCopies } from './reading-copies.ts'
import {
  keysWithin,
  SETTINGS_KEY,
  type ReviewSchema,
  type ReviewTransaction,
  type StoreName,
  type VersionRow,
  type WithheldRow,
} from './schema.ts'
import { isSoundWithheld } from './sift-versions.ts'

/** The stores that these changes touch. `device` is the one this tab writes under. */
export function storesOf(changes: Changes, device: DeviceId | null): readonly StoreName[] {
  const isDropping = isAny(changes.droppedArticles)
  const isErasing = isAny(changes.erasures) || (changes.versions ?? []).some(({ kind }) => kind === 'erased')
  const touched: Record<StoreName, boolean> = {
    articles: isAny(changes.articles) || isDropping,
    revisions: isAny(changes.revisions) || isDropping,
    originals: isAny(changes.originals) || isDropping,
    shelf: isAny(changes.shelf) || isDropping,
    versions:
      isAny(changes.versions) ||
      isAny(changes.droppedVersions) ||
      isAny(changes.withheld) || // of what is erased nothing is withheld
      isErasing ||
      isDropping,
    withheld: isAny(changes.withheld) || isErasing || isDropping,
    reviewers: isAny(changes.reviewers),
    tallies: isAny(changes.tallies) || isDropping,
    viewStates: changes.viewState !== undefined || isDropping,
    settings: changes.settings !== undefined,
    trustedKeys: isAny(changes.trustedKeys),
    devices: highestCount(changes, device) > 0,
    readingCopies: false,
    meta: false, // every write has it
  }
  touched.readingCopies = touched.versions
  return (Object.keys(touched) as StoreName[]).filter(name => touched[name])
}

interface WriteOptions {
  /** The one this tab writes under. */
  readonly device: DeviceId | null
  /** Hears the share of many versions that the database has taken, from 0 to 1. */
  readonly onProgress?: ((share: number) => void) | undefined
}

/** Writes the changes into a transaction over `storesOf` them, uniting them with what another tab may have written. */
export async function writeChanges(
  tx: Writing,
  changes: Changes,
  { device, onProgress = () => {} }: WriteOptions,
): Promise<void> {
  // Hashed before anything is asked of the transaction: what throws here leaves no request behind.
  const rows = (changes.versions ?? []).map(versionRow)
  const dropped = (changes.droppedVersions ?? []).map(versionRow)
  const erasures = (changes.erasures ?? []).map(versionRow)
  const withheld = (changes.withheld ?? []).map(withheldRow)
  const rest = await putInSlices(tx, { rows, dropped, onProgress })
  putAll(tx, 'shelf', changes.shelf ?? [])
  putAll(tx, 'tallies', changes.tallies ?? [])
  putAll(tx, 'viewStates', changes.viewState ? [changes.viewState] : [])
  deleteAll(tx, 'versions', rest === rows ? dropped.map(keyOfRow) : []) // after the first slices they would take what was just put
  putAll(tx, 'versions', rest)
  dropWithheld(tx, changes.versions ?? [])
  await Promise.all([
    mergeArticles(tx, changes.articles ?? []),
    mergeRevisions(tx, changes.revisions ?? []),
    mergeOriginals(tx, changes.originals ?? []),
    mergeReviewers(tx, changes.reviewers ?? []),
    putSettings(tx, changes.settings),
    addTrustedKeys(tx, changes.trustedKeys ?? []),
    followInCopies(tx, { put: rows, dropped }),
    dropErased(tx, changes.versions ?? []),
    eraseRecords(tx, erasures),
    mergeWithheld(tx, withheld),
    dropArticles(tx, changes.droppedArticles ?? []),
    ...(takesAway(changes) ? [countRemoval(tx)] : []),
    raiseCount(tx, device, highestCount(changes, device)),
  ])
}

const SLICE = 250 // versions that are handed over before the page gets a turn, as in a restore

interface Slices {
  readonly rows: readonly VersionRow[]
  readonly dropped: readonly VersionRow[]
  readonly onProgress: (share: number) => void
}

/** Writes many versions some at a time, all in the one transaction; answers with those that are left for the end. */
async function putInSlices(tx: Writing, { rows, dropped, onProgress }: Slices): Promise<readonly VersionRow[]> {
  if (rows.length <= SLICE) return rows
  deleteAll(tx, 'versions', dropped.map(keyOfRow))
  let from = 0
  for (; from + SLICE < rows.length; from += SLICE) {
    putAll(tx, 'versions', rows.slice(from, from + SLICE - 1))
    await tx.objectStore('versions').put(rows[from + SLICE - 1]!) // which is answered last
    onProgress((from + SLICE) / rows.length)
  }
  return rows.slice(from)
}

/** Whether fewer rows may be left afterwards. Of a session one state takes the place of another. */
function takesAway({ versions = [], droppedVersions = [], erasures = [], droppedArticles = [] }: Changes): boolean {
  const isOfSession = ({ record }: Version) => record === 'session'
  return (
    erasures.length + droppedArticles.length > 0 ||
    versions.some(({ kind }) => kind === 'erased') ||
    !droppedVersions.every(isOfSession) ||
    droppedVersions.length > versions.filter(isOfSession).length
  )
}

type Writing = ReviewTransaction<'readwrite'>
type VersionKey = ReviewSchema['versions']['key']

// One after the other, so that of two items with the same key the second sees the first.
async function mergeArticles(tx: Writing, articles: NonNullable<Changes['articles']>): Promise<void> {
  for (const article of articles) {
    const known = await tx.objectStore('articles').get(article.id)
    place(tx.objectStore('articles').put(known ? laterArticle(known, article) : article))
  }
}

async function mergeRevisions(tx: Writing, revisions: NonNullable<Changes['revisions']>): Promise<void> {
  for (const revision of revisions) {
    const known = await tx.objectStore('revisions').get([revision.article, revision.hash])
    place(tx.objectStore('revisions').put(known ? chosenRevision(known, revision) : revision))
  }
}

async function mergeOriginals(tx: Writing, originals: NonNullable<Changes['originals']>): Promise<void> {
  for (const original of originals) {
    const { article, revision, hash } = original
    const known = await tx.objectStore('originals').get([article, revision, hash])
    place(tx.objectStore('originals').put(known ? earlierOriginal(known, original) : original))
  }
}

async function mergeReviewers(tx: Writing, reviewers: NonNullable<Changes['reviewers']>): Promise<void> {
  for (const reviewer of reviewers) {
    const known = await tx.objectStore('reviewers').get(reviewer.id)
    place(tx.objectStore('reviewers').put(known ? laterReviewer(known, reviewer) : reviewer))
  }
}

/** What is trusted here already keeps the name that it has here. */
async function addTrustedKeys(tx: Writing, keys: NonNullable<Changes['trustedKeys']>): Promise<void> {
  for (const key of keys) {
    const known = await tx.objectStore('trustedKeys').get(key.fingerprint)
    if (!known) place(tx.objectStore('trustedKeys').put(key))
  }
}

function putAll<Name extends StoreName>(tx: Writing, name: Name, rows: readonly ReviewSchema[Name]['value'][]): void {
  if (rows.length === 0) return
  const store = tx.objectStore(name)
  for (const row of rows) place(store.put(row))
}

function deleteAll<Name extends StoreName>(
  tx: Writing,
  name: Name,
  keys: readonly (ReviewSchema[Name]['key'] | IDBKeyRange)[],
): void {
  if (keys.length === 0) return
  const store = tx.objectStore(name)
  for (const key of keys) place(store.delete(key))
}

async function putSettings(tx: Writing, wishes: Changes['settings']): Promise<void> {
  if (!wishes) return
  const known = await tx.objectStore('settings').get(SETTINGS_KEY)
  place(tx.objectStore('settings').put({ ...DEFAULT_SETTINGS, ...known, ...wishes }, SETTINGS_KEY))
}

async function raiseCount(tx: Writing, device: DeviceId | null, count: number): Promise<void> {
  if (device === null || count === 0) return
  const known = await tx.objectStore('devices').get(device)
  place(tx.objectStore('devices').put({ device, count: Math.max(known?.count ?? 0, count) }))
}

/** What is withheld of an annotation goes when the annotation is erased. What comes in later is not let in. */
function dropWithheld(tx: Writing, versions: readonly Version[]): void {
  const erased = versions.filter(({ kind }) => kind === 'erased')
  const ranges = erased.map(({ article, id }) => keysWithin(article, id))
  deleteAll(tx, 'withheld', ranges)
}

/**
 * An erased version drops the other versions of its record, whichever of them came first. Requests are answered in the
 * order in which they are made, so what was put before this call is seen.
 */
async function dropErased(tx: Writing, versions: readonly Version[]): Promise<void> {
  const records = new Set(versions.map(version => version.id))
  for (const article of new Set(versions.map(version => version.article))) {
    const erasures = await tx.objectStore('versions').index('byErasure').getAllKeys(keysWithin(article))
    const kept = new Set(erasures.map(([, , hash]) => hash))
    const erased = new Set(erasures.map(([, id]) => id).filter(id => records.has(id)))
    for (const id of erased) await dropOthers(tx, article, id, kept)
  }
}

async function dropOthers(tx: Writing, article: ArticleId, id: RecordId, kept: ReadonlySet<string>): Promise<void> {
  const keys = await tx.objectStore('versions').getAllKeys(keysWithin(article, id))
  const others = keys.filter(([, , hash]) => !kept.has(hash))
  if (others.length === 0) return
  deleteAll(tx, 'versions', others)
  dropCopy(tx, article)
}

/** Another tab may have brought a record back meanwhile: what its person has not seen is not erased. */
async function eraseRecords(tx: Writing, erasures: readonly VersionRow[]): Promise<void> {
  for (const erasure of erasures) {
    const rows = await tx.objectStore('versions').getAll(keysWithin(erasure.article, erasure.id))
    if (rows.length === 0 || !rows.every(row => isSeen(erasure.version, row))) continue
    putAll(tx, 'versions', [erasure])
    deleteAll(tx, 'versions', rows.map(keyOfRow))
    dropCopy(tx, erasure.article)
    deleteAll(tx, 'withheld', [keysWithin(erasure.article, erasure.id)])
  }
}

// Nobody has seen what makes no sense.
function isSeen(erasure: Version, { version }: VersionRow): boolean {
  return v.is(AnnotationVersionSchema, version) && supersedes(erasure, version)
}

/** Of each record what nothing supersedes stays, whichever of them came first; of an annotation that is erased, nothing. */
async function mergeWithheld(tx: Writing, rows: readonly WithheldRow[]): Promise<void> {
  for (const row of rows) {
    const { article, annotation, id, hash } = row
    const isErased = (await tx.objectStore('versions').index('byErasure').count([article, annotation])) > 0
    if (isErased) continue
    const known = await tx.objectStore('withheld').getAll(keysWithin(article, annotation, id))
    // What makes no sense is left alone.
    const sound = known.filter(isSoundWithheld)
    if (sound.some(other => other.hash === hash || supersedes(other.version, row.version))) continue
    const superseded = sound.filter(({ version }) => supersedes(row.version, version))
    putAll(tx, 'withheld', [row])
    deleteAll(
      tx,
      'withheld',
      superseded.map((one): ReviewSchema['withheld']['key'] => [article, annotation, id, one.hash]),
    )
    if (superseded.length > 1) await countRemoval(tx)
  }
}

async function dropArticles(tx: Writing, articles: readonly ArticleId[]): Promise<void> {
  for (const article of articles) {
    const entry = await tx.objectStore('shelf').get(article)
    // A damaged row still has its key: what only cannot be read was given up by nobody.
    const isGivenUp = entry ? entry.binned : (await tx.objectStore('articles').count(article)) === 0
    if (!isGivenUp) continue
    deleteAll(tx, 'articles', [article])
    deleteAll(tx, 'shelf', [article])
    deleteAll(tx, 'tallies', [article])
    deleteAll(tx, 'viewStates', [article])
    deleteAll(tx, 'revisions', [keysWithin(article)])
    deleteAll(tx, 'originals', [keysWithin(article)])
    deleteAll(tx, 'versions', [keysWithin(article)])
    dropCopy(tx, article)
    deleteAll(tx, 'withheld', [keysWithin(article)])
  }
}

function versionRow(version: Version): VersionRow {
  const [article, id, hash] = keyOf(version)
  return {
    ...{ article, id, hash, version },
    ...(version.kind === 'erased' && { erased: [article, id] }),
    ...(version.kind === 'deleted' && { removed: [article, id] }),
  }
}

function withheldRow(version: WithheldVersion): WithheldRow {
  const { article, annotation, id } = version
  return { article, annotation, id, hash: versionHash(version), version }
}

function keyOf(version: Version): VersionKey {
  return [version.article, version.id, versionHash(version)]
}

function keyOfRow({ article, id, hash }: VersionRow): VersionKey {
  return [article, id, hash]
}

function highestCount({ versions = [], withheld = [], erasures = [] }: Changes, device: DeviceId | null): number {
  return [...versions, ...withheld, ...erasures].reduce(
    (highest, { dot: [by, count] }) => (by === device ? Math.max(highest, count) : highest),
    0,
  )
}

function isAny(items: readonly unknown[] | undefined): boolean {
  return items !== undefined && items.length > 0
}
