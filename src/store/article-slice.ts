import type { RecordId } from '../domain/identifiers.ts'
import { NO_FILTER, type ViewState } from '../domain/library.ts'
import { mergeVersions } from '../domain/merge.ts'
import type { Version } from '../domain/version.ts'
import { openArticle, withVersions } from './open-article.ts'
import type { Ports } from './ports.ts'
import type { ArticleSlice, Slice } from './review-state.ts'

export const createArticleSlice =
  ({ storage, now }: Ports): Slice<ArticleSlice> =>
  (set, get) => ({
    open: null,
    openProblem: null,
    resumable: null,

    async openArticle(id) {
      if (get().open?.article.id === id) return
      get().closeArticle()
      const [records, viewState] = await Promise.all([storage.readArticle(id), storage.readViewState(id)])
      if (!records.ok)
        return set({
          openProblem: { kind: 'storage', problem: records.problem },
        })
      const entry = get().shelf[id]
      if (!records.value || !entry) return set({ openProblem: { kind: 'no-such-article' } })
      const open = openArticle(records.value, entry.revision)
      const shelfEntry = {
        ...entry,
        opened: new Date(now()).toISOString(),
        binned: false,
      }
      const settings = { ...get().settings, lastArticle: id }
      set(state => ({
        open,
        openProblem: null,
        resumable: viewState.ok && viewState.value && isWorthResuming(viewState.value) ? viewState.value : null,
        reviewers: {
          ...state.reviewers,
          ...Object.fromEntries(records.value!.reviewers.map(one => [one.id, one])),
        },
        shelf: { ...state.shelf, [id]: shelfEntry },
        settings,
      }))
      get().saveQuietly({ shelf: [shelfEntry], settings })
    },

    closeArticle() {
      get().settleDrafts()
      get().rememberView()
      get().pauseSession()
      set({
        open: null,
        openProblem: null,
        resumable: null,
        cursor: null,
        selection: null,
        topOffset: 0,
        session: null,
        selected: null,
        chosen: new Set(),
        filter: NO_FILTER,
        focusRequest: null,
      })
    },

    async takeOutsideChange({ articles, records }) {
      await get().refreshLibrary()
      const open = get().open
      if (!open || !articles.includes(open.article.id)) return
      const stored = await storage.readArticle(open.article.id)
      const current = get().open
      if (!stored.ok || !stored.value || current?.article.id !== open.article.id) return
      set({
        open: withVersions(current, changedRecords(stored.value.versions, records, get().unsavedVersions())),
      })
    },

    async recordsForExport() {
      get().settleDrafts()
      await get().whenSettled()
      const { open } = get()
      if (!open) throw new Error('An export needs an open article.')
      const stored = await storage.readArticle(open.article.id)
      if (!stored.ok) return stored
      if (!stored.value)
        return {
          ok: false,
          problem: { kind: 'failed', detail: 'the article is not stored' },
        }
      const unsaved = get()
        .unsavedVersions()
        .filter(version => version.article === open.article.id)
      return {
        ok: true,
        value: {
          ...stored.value,
          versions: mergeVersions(stored.value.versions, unsaved),
        },
      }
    },
  })

function isWorthResuming({ segment, topOffset, filter }: ViewState): boolean {
  return (
    segment !== null ||
    topOffset > 0 ||
    filter.words !== '' ||
    filter.verdicts.length + filter.reviewers.length + filter.tags.length > 0
  )
}

function changedRecords(
  stored: readonly Version[],
  ids: readonly RecordId[],
  unsaved: readonly Version[],
): ReadonlyMap<RecordId, readonly Version[]> {
  const all = mergeVersions(stored, unsaved)
  const groups = Map.groupBy(all, version => version.id)
  return new Map(ids.map(id => [id, groups.get(id) ?? []]))
}
