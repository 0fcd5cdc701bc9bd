import { newestRevision } from '../domain/article.ts'
import { hashVersions } from '../domain/hash-versions.ts'
import type { ArticleId, Timestamp } from '../domain/identifiers.ts'
import { mergeRecords, type ArticleRecords } from '../domain/merge.ts'
import { withoutForeign, withoutSaidBefore } from '../domain/ownership.ts'
import { succeed, type Result } from '../domain/result.ts'
import type { Changes, StorageProblem } from '../domain/review-storage.ts'
import { comparisonOf } from './import-comparison.ts'
import { openArticle } from './open-article.ts'
import type { Reviewer } from '../domain/reviewer.ts'
import { tallyOf } from './tally.ts'
import type { Ports } from './ports.ts'
import type { ImportComparison, ImportSlice, Slice } from './review-state.ts'
import { statesInText } from './states-in-text.ts'
import { recordsAfter } from './unsaved-changes.ts'

export const createImportSlice =
  ({ storage, now, reanchor, createBreather }: Ports): Slice<ImportSlice> =>
  (_set, get) => {
    async function mine(id: ArticleId) {
      get().settleDrafts()
      await get().whenSettled()
      const [stored, unsaved] = await get().readStored(() => storage.readArticle(id))
      return stored.ok ? succeed(recordsAfter(stored.value, unsaved, id)) : stored
    }

    async function merge(given: ArticleRecords): Promise<Result<Merged, StorageProblem>> {
      const here = await mine(given.article.id)
      if (!here.ok) return here
      const known = here.value?.versions ?? []
      const breathe = createBreather()
      await hashVersions(known, breathe)
      await hashVersions(given.versions, breathe)
      const { records: theirs, foreign } = withoutForeign(known, withoutSaidBefore(known, given))
      await breathe()
      const merged = here.value ? mergeRecords(here.value, theirs) : theirs
      await breathe()
      const localReviewer = get().settings.reviewer
      const comparison = await comparisonOf({ mine: here.value, theirs, merged, foreign, localReviewer }, breathe)
      return succeed({ merged, comparison, reviewers: theirs.reviewers })
    }

    function changesOf({ merged, comparison, reviewers }: Merged, me: string | null, at: Timestamp): Changes {
      const { id } = merged.article
      const known = get().shelf[id]
      const entry = known
        ? { ...known, binned: false }
        : {
            article: id,
            name: merged.article.title,
            added: at,
            opened: at,
            binned: false,
            revision: newestRevision(merged.revisions).hash,
          }
      return {
        articles: [merged.article],
        revisions: merged.revisions,
        versions: comparison.newVersions,
        reviewers,
        shelf: [entry],
        tallies: [tallyOf(openArticle(merged, entry.revision), me ?? get().settings.reviewer)],
      }
    }

    async function accept(theirs: readonly ArticleRecords[], me: string | null, onProgress?: (share: number) => void) {
      const all: Merged[] = []
      for (const records of theirs) {
        const outcome = await merge(records)
        if (!outcome.ok) return outcome
        all.push(outcome.value)
      }
      const comparisons = all.map(({ comparison }) => comparison)
      const at = new Date(now()).toISOString()
      const changes = {
        ...together(all.map(merged => changesOf(merged, me, at))),
        ...(me !== null && { settings: { reviewer: me, askedForName: true } }),
      }
      const written = await storage.commit(changes, onProgress)
      if (!written.ok) return written
      const annotations = comparisons.reduce((sum, { added, changed }) => sum + added + changed, 0)
      get().notify({ kind: 'imported', annotations })
      await get().takeOutsideChange({
        articles: comparisons.map(({ article }) => article),
        records: [...new Set(comparisons.flatMap(({ newVersions }) => newVersions.map(version => version.id)))],
      })
      for (const { article, newVersions: versions } of comparisons) {
        if (versions.length > 0) get().pushStep(article, { kind: 'import', label: 'import', versions, removed: false })
      }
      return succeed(comparisons)
    }

    return {
      async previewImport(theirs) {
        const outcome = await merge(theirs)
        if (!outcome.ok) return outcome
        const { comparison, merged } = outcome.value
        const { article, annotations } = comparison
        const shown = get().shelf[article]?.revision
        const revision = merged.revisions.find(({ hash }) => hash === shown) ?? newestRevision(merged.revisions)
        const states = await statesInText(annotations, { records: merged, revision }, reanchor, createBreather())
        return succeed({ ...comparison, states })
      },

      async acceptImport(theirs, me) {
        const outcome = await accept([theirs], me)
        return outcome.ok ? succeed(outcome.value[0]!) : outcome
      },

      acceptImports: accept,
      readForImport: mine,
    }
  }

/** An article with what a file brings to it. */
interface Merged {
  readonly merged: ArticleRecords
  readonly comparison: ImportComparison
  /** Of the file. */
  readonly reviewers: readonly Reviewer[]
}

function together(changes: readonly Changes[]): Changes {
  return {
    articles: changes.flatMap(({ articles = [] }) => articles),
    revisions: changes.flatMap(({ revisions = [] }) => revisions),
    versions: changes.flatMap(({ versions = [] }) => versions),
    reviewers: changes.flatMap(({ reviewers = [] }) => reviewers),
    shelf: changes.flatMap(({ shelf = [] }) => shelf),
    tallies: changes.flatMap(({ tallies = [] }) => tallies),
  }
}
