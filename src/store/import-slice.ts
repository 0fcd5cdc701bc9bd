import type { RecordId } from '../domain/identifiers.ts'
import { byRecord, mergeRecords, type ArticleRecords } from '../domain/merge.ts'
import { succeed } from '../domain/result.ts'
import { readingsOf } from '../domain/shown-annotation.ts'
import { shownVersion, versionHash, type AnnotationVersion } from '../domain/version.ts'
import { openArticle } from './open-article.ts'
import { tallyOf } from './tally.ts'
import type { Ports } from './ports.ts'
import type { ImportPreview, ImportSlice, Slice } from './review-state.ts'
import { recordsAfter } from './unsaved-changes.ts'

export const createImportSlice =
  ({ storage, now }: Ports): Slice<ImportSlice> =>
  (_set, get) => {
    async function merge(theirs: ArticleRecords) {
      get().settleDrafts()
      await get().whenSettled()
      const { id } = theirs.article
      const [stored, unsaved] = await get().readStored(() => storage.readArticle(id))
      if (!stored.ok) return stored
      const mine = recordsAfter(stored.value, unsaved, id)
      const merged = mine ? mergeRecords(mine, theirs) : theirs
      return succeed({ merged, preview: previewOf(mine, theirs, merged, get().settings.reviewer) })
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
        const tally = tallyOf(openArticle(merged, entry.revision), me ?? get().settings.reviewer)
        const written = await storage.commit({
          articles: [merged.article],
          revisions: merged.revisions,
          versions: preview.newVersions,
          reviewers: theirs.reviewers,
          shelf: [entry],
          tallies: [tally],
          ...(me !== null && { settings: { reviewer: me, askedForName: true } }),
        })
        if (!written.ok) return written
        const records = [...new Set(preview.newVersions.map(version => version.id))]
        await get().takeOutsideChange({ articles: [id], records })
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
  const both = [...after].flatMap(([id, now]) => {
    const earlier = before.get(id)
    return earlier ? [{ id, isSame: earlier.hash === now.hash }] : []
  })
  const inSet = shownAnnotations(theirs)
  return {
    article: merged.article.id,
    title: merged.article.title,
    isNewArticle: mine === null,
    added: after.size - both.length,
    changed: both.filter(({ isSame }) => !isSame).length,
    removed: before.size - both.length,
    unchanged: both.filter(({ id, isSame }) => isSame && inSet.has(id)).length,
    conflicting: [...after].filter(([id, { isConflict }]) => isConflict && !before.get(id)?.isConflict).length,
    sessions: new Set(theirs.versions.filter(version => version.record === 'session').map(version => version.id)).size,
    reviewers: theirs.reviewers
      .filter(({ id }) => id !== localReviewer)
      .map(({ id, name }) => ({ id, name, annotations: annotationsBy(theirs, id) })),
    newVersions: merged.versions.filter(version => !known.has(versionHash(version))),
  }
}

interface ShownVersion {
  readonly hash: string
  /** Whether it is one of several that do not know each other. */
  readonly isConflict: boolean
}

/** Which version each annotation shows. */
function shownAnnotations(records: ArticleRecords | null): ReadonlyMap<RecordId, ShownVersion> {
  const versions = (records?.versions ?? []).filter(
    (version): version is AnnotationVersion => version.record === 'annotation',
  )
  return new Map(
    [...byRecord(versions)].flatMap(([id, record]) => {
      const shown = shownVersion(record)
      if (shown?.kind !== 'content') return []
      return [[id, { hash: versionHash(shown), isConflict: readingsOf(record).length > 1 }] as const]
    }),
  )
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
