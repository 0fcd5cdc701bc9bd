import type { ArticleId, RecordId } from '../domain/identifiers.ts'
import { mergeRecords, type ArticleRecords } from '../domain/merge.ts'
import { succeed } from '../domain/result.ts'
import { heads, shownVersion, versionHash, type Version } from '../domain/version.ts'
import { openArticle } from './open-article.ts'
import { tallyOf } from './tally.ts'
import type { Ports } from './ports.ts'
import type { ImportPreview, ImportSlice, Slice } from './review-state.ts'

export const createImportSlice =
  ({ storage, now }: Ports): Slice<ImportSlice> =>
  (_set, get) => {
    async function merge(theirs: ArticleRecords) {
      get().settleDrafts()
      await get().whenSettled()
      const stored = await storage.readArticle(theirs.article.id)
      if (!stored.ok) return stored
      const merged = stored.value ? mergeRecords(stored.value, theirs) : theirs
      return succeed({
        merged,
        preview: previewOf(stored.value, theirs, merged, get().settings.reviewer),
      })
    }

    return {
      async previewImport(theirs) {
        const outcome = await merge(theirs)
        return outcome.ok ? succeed(outcome.value.preview) : outcome
      },

      async acceptImport(theirs, me) {
        const outcome = await merge(theirs)
        if (!outcome.ok) return outcome
        const { merged, preview } = outcome.value
        const { id } = merged.article
        const at = new Date(now()).toISOString()
        const known = get().shelf[id]
        const entry = known
          ? { ...known, binned: false }
          : {
              article: id,
              name: merged.article.title,
              added: at,
              opened: at,
              binned: false,
              revision: newestRevision(merged),
            }
        const settings = me === null ? get().settings : { ...get().settings, reviewer: me, askedForName: true }
        const tally = tallyOf(openArticle(merged, entry.revision), settings.reviewer)
        const written = await storage.commit({
          articles: [merged.article],
          revisions: merged.revisions,
          versions: preview.newVersions,
          reviewers: theirs.reviewers,
          shelf: [entry],
          tallies: [tally],
          settings,
        })
        if (!written.ok) return written
        await get().refreshLibrary()
        await showInOpenArticle(id, preview.newVersions)
        if (preview.newVersions.length > 0) {
          get().pushStep(id, {
            kind: 'import',
            label: 'import',
            versions: preview.newVersions,
            removed: false,
          })
        }
        get().notify({
          kind: 'imported',
          annotations: preview.added + preview.changed,
        })
        return succeed(preview)
      },
    }

    async function showInOpenArticle(article: ArticleId, versions: readonly Version[]): Promise<void> {
      if (get().open?.article.id !== article) return
      const records = [...new Set(versions.map(version => version.id))]
      await get().takeOutsideChange({ articles: [article], records })
    }
  }

function previewOf(
  mine: ArticleRecords | null,
  theirs: ArticleRecords,
  merged: ArticleRecords,
  localReviewer: string | null,
): ImportPreview {
  const known = new Set((mine?.versions ?? []).map(versionHash))
  const before = shownAnnotations(mine)
  const after = shownAnnotations(merged)
  const inSet = shownAnnotations(theirs)
  return {
    article: merged.article.id,
    title: merged.article.title,
    isNewArticle: mine === null,
    added: [...after.keys()].filter(id => !before.has(id)).length,
    changed: [...after].filter(([id, hash]) => before.has(id) && before.get(id) !== hash).length,
    removed: [...before.keys()].filter(id => !after.has(id)).length,
    unchanged: [...inSet].filter(([id]) => before.get(id) !== undefined && before.get(id) === after.get(id)).length,
    conflicting: conflictCount(merged) - (mine ? conflictCount(mine) : 0),
    sessions: new Set(theirs.versions.filter(version => version.record === 'session').map(version => version.id)).size,
    reviewers: theirs.reviewers
      .filter(({ id }) => id !== localReviewer)
      .map(({ id, name }) => ({
        id,
        name,
        annotations: annotationsBy(theirs, id),
      })),
    newVersions: merged.versions.filter(version => !known.has(versionHash(version))),
  }
}

/** Which version each annotation shows, by hash. */
function shownAnnotations(records: ArticleRecords | null): ReadonlyMap<RecordId, string> {
  if (!records) return new Map()
  const groups = Map.groupBy(
    records.versions.filter(version => version.record === 'annotation'),
    version => version.id,
  )
  return new Map(
    [...groups].flatMap(([id, versions]) => {
      const shown = shownVersion(versions)
      return shown?.kind === 'content' ? [[id, versionHash(shown)] as const] : []
    }),
  )
}

function conflictCount({ versions }: ArticleRecords): number {
  const annotations = versions.filter(version => version.record === 'annotation')
  return [...Map.groupBy(annotations, version => version.id).values()].filter(record => heads(record).length > 1).length
}

function annotationsBy(records: ArticleRecords, reviewer: string): number {
  const ids = records.versions
    .filter(version => version.record === 'annotation' && version.kind === 'content' && version.reviewer === reviewer)
    .map(version => version.id)
  return new Set(ids).size
}

/** The revision that no other names as its parent. */
function newestRevision({ revisions, article }: ArticleRecords): string {
  const parents = new Set(revisions.map(revision => revision.parent))
  return revisions.find(revision => !parents.has(revision.hash))?.hash ?? article.id
}
