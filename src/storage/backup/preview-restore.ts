import type { Backup } from '../../domain/backup.ts'
import { byRecord } from '../../domain/merge.ts'
import { openableShelf } from '../../domain/openable-shelf.ts'
import { originalKey } from '../../domain/original.ts'
import type { RestoredArticle, RestorePreview } from '../../domain/restore.ts'
import { succeed, type Result } from '../../domain/result.ts'
import type { StorageProblem } from '../../domain/review-storage.ts'
import { shownVersion, versionHash, type Version } from '../../domain/version.ts'
import { withheldEvidence, type WithheldVersion } from '../../domain/withheld.ts'
import { readFacts, STORES_OF_FACTS } from '../library-facts.ts'
import type { Transactions } from '../transact.ts'
import { hashVersions } from '../../domain/hash-versions.ts'
import { readForeign } from './read-foreign.ts'
import { createBreather } from '../breather.ts'

/** Compares a backup with the library. Writes nothing. */
export async function previewRestore(
  transactions: Transactions,
  backup: Backup,
): Promise<Result<RestorePreview, StorageProblem>> {
  await hashVersions(backup.contents.versions, createBreather())
  const here = await transactions.read([...STORES_OF_FACTS, 'trustedKeys'], async tx => {
    const [facts, articles, versions, withheld, originals, trustedKeys, foreign] = [
      await readFacts(tx),
      await tx.objectStore('shelf').getAllKeys(),
      await tx.objectStore('versions').getAllKeys(),
      await tx.objectStore('withheld').getAll(),
      await tx.objectStore('originals').getAllKeys(),
      await tx.objectStore('trustedKeys').getAllKeys(),
      await readForeign(tx, backup.contents.versions),
    ]
    return { facts, articles, versions, withheld, originals, trustedKeys, foreign }
  })
  if (!here.ok) return here
  const { facts, articles, versions, withheld, originals, trustedKeys, foreign } = here.value
  const known: Known = {
    articles: new Set(articles),
    records: new Set(versions.map(([, id]) => id)),
    versions: new Set(versions.map(([, , hash]) => hash)),
    foreign: new Set([...foreign].map(versionHash)),
    originals: new Set(originals.map(key => key.join(' '))),
  }
  const counted = await countByArticle(backup, known)
  const list = listOf(backup, known, counted)
  const total = (count: (article: Counted) => number) => [...counted.values()].reduce((sum, one) => sum + count(one), 0)
  const newVersions = total(article => article.newVersions)
  const given = new Set(backup.contents.originals.map(originalKey))
  const newOriginals = [...given].filter(key => !known.originals.has(key)).length
  const givenKeys = new Set(backup.contents.trustedKeys.map(({ fingerprint }) => fingerprint))
  const mine = withheldAmong(withheld.map(({ version }) => version))
  const theirs = withheldAmong(backup.contents.withheld)
  const shown = list.filter(({ isBinned }) => !isBinned)
  return succeed({
    origin: backup.origin,
    isEncrypted: backup.isEncrypted,
    skipped: backup.skipped,
    articles: shown.length,
    annotations: shown.reduce((sum, { annotations }) => sum + annotations, 0),
    list,
    versions: total(article => article.versions),
    newVersions,
    newOriginals,
    newTrustedKeys: [...givenKeys].filter(key => !trustedKeys.includes(key)).length,
    newWithheld: [...theirs].filter(id => !mine.has(id)).length,
    foreign: new Set([...foreign].map(({ id }) => id)).size,
    here: { articles: facts.articles, annotations: facts.annotations },
    onlyHere: {
      articles: articles.filter(id => !list.some(article => article.id === id)).length,
      versions: versions.length - (total(article => article.versions) - newVersions - known.foreign.size),
      originals: originals.length - (given.size - newOriginals),
      withheld: [...mine].filter(id => !theirs.has(id)).length,
      trustedKeys: trustedKeys.filter(key => !givenKeys.has(key)).length,
    },
  })
}

/** Which sources are withheld. */
function withheldAmong(versions: readonly WithheldVersion[]): ReadonlySet<string> {
  return new Set(withheldEvidence(versions).map(({ id }) => id))
}

interface Known {
  readonly articles: ReadonlySet<string>
  readonly records: ReadonlySet<string>
  readonly versions: ReadonlySet<string>
  /** What merging leaves out. */
  readonly foreign: ReadonlySet<string>
  readonly originals: ReadonlySet<string>
}

interface Counted {
  readonly annotations: number
  readonly newAnnotations: number
  readonly versions: number
  readonly newVersions: number
}

const NOTHING: Counted = { annotations: 0, newAnnotations: 0, versions: 0, newVersions: 0 }

async function countByArticle({ contents }: Backup, known: Known): Promise<ReadonlyMap<string, Counted>> {
  const breathe = createBreather()
  const counted = new Map<string, Counted>()
  for (const [id, versions] of byRecord(contents.versions)) {
    const { article } = versions[0]!
    const before = counted.get(article) ?? NOTHING
    const isAnnotation = isShownAnnotation(versions)
    // The same version may stand in a file twice.
    const hashes = new Set(versions.map(versionHash))
    counted.set(article, {
      annotations: before.annotations + Number(isAnnotation),
      newAnnotations: before.newAnnotations + Number(isAnnotation && !known.records.has(id)),
      versions: before.versions + hashes.size,
      newVersions:
        before.newVersions + [...hashes].filter(hash => !known.versions.has(hash) && !known.foreign.has(hash)).length,
    })
    await breathe()
  }
  return counted
}

function isShownAnnotation(versions: readonly Version[]): boolean {
  return versions[0]?.record === 'annotation' && shownVersion(versions)?.kind === 'content'
}

function listOf(
  { contents, origin }: Backup,
  known: Known,
  counted: ReadonlyMap<string, Counted>,
): readonly RestoredArticle[] {
  const fresh = newOriginalsByArticle(contents, known)
  const articles = new Map(contents.articles.map(article => [article.id, article]))
  return openableShelf(contents, origin.created)
    .map(({ article: id, name, binned }) => ({
      id,
      name,
      language: articles.get(id)?.language ?? 'en',
      isNew: !known.articles.has(id),
      isBinned: binned,
      ...(counted.get(id) ?? NOTHING),
      newOriginals: fresh.get(id) ?? 0,
    }))
    .sort((a, b) => Number(a.isBinned) - Number(b.isBinned) || a.name.localeCompare(b.name))
}

function newOriginalsByArticle({ originals }: Backup['contents'], known: Known): ReadonlyMap<string, number> {
  const fresh = new Map<string, Set<string>>()
  for (const original of originals) {
    const key = originalKey(original)
    if (known.originals.has(key)) continue
    fresh.set(original.article, (fresh.get(original.article) ?? new Set()).add(key))
  }
  return new Map([...fresh].map(([article, keys]) => [article, keys.size]))
}
