import { mergeRecords, type ArticleRecords } from '../domain/merge.ts'
import { withoutForeign } from '../domain/ownership.ts'
import { succeed } from '../domain/result.ts'
import { previewOf } from './import-preview.ts'
import { openArticle } from './open-article.ts'
import { tallyOf } from './tally.ts'
import type { Ports } from './ports.ts'
import type { ImportSlice, Slice } from './review-state.ts'
import { recordsAfter } from './unsaved-changes.ts'

export const createImportSlice =
  ({ storage, now }: Ports): Slice<ImportSlice> =>
  (_set, get) => {
    async function merge(given: ArticleRecords) {
      get().settleDrafts()
      await get().whenSettled()
      const { id } = given.article
      const [stored, unsaved] = await get().readStored(() => storage.readArticle(id))
      if (!stored.ok) return stored
      const mine = recordsAfter(stored.value, unsaved, id)
      const { records: theirs, foreign } = withoutForeign(mine?.versions ?? [], given)
      const merged = mine ? mergeRecords(mine, theirs) : theirs
      const preview = previewOf({ mine, theirs, merged, foreign, localReviewer: get().settings.reviewer })
      return succeed({ merged, preview })
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

/** The revision that no other names as its parent. */
function newestRevision({ revisions, article }: ArticleRecords): string {
  const parents = new Set(revisions.map(revision => revision.parent))
  return revisions.find(revision => !parents.has(revision.hash))?.hash ?? article.id
}
