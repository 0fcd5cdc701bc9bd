import { newestRevision } from '../domain/article.ts'
import type { ArticleId } from '../domain/identifiers.ts'
import { NO_FILTER, type OutsideChange, type ViewState } from '../domain/library.ts'
import { byRecord, withoutHistory } from '../domain/merge.ts'
import { fail, succeed } from '../domain/result.ts'
import type { StorageProblem } from '../domain/review-storage.ts'
import { leavingVersions, withheldByAnnotation, withheldEvidence } from '../domain/withheld.ts'
import { findChangeStates } from '../anchoring/change-states.ts'
import { openArticle, withChanges, withVersions } from './open-article.ts'
import type { Ports } from './ports.ts'
import { leaseBeyond } from './record-change.ts'
import type { ArticleSlice, Slice } from './review-state.ts'
import { currentTally } from './selectors.ts'
import { recordsAfter, withheldAfter } from './unsaved-changes.ts'

export const createArticleSlice =
  ({ storage, now, reanchor }: Ports): Slice<ArticleSlice> =>
  (set, get) => {
    let visits = 0 // counts what was opened and closed, so that an answer that comes late is known as such
    let opening: Promise<void> = Promise.resolve()
    let taking: Promise<void> = Promise.resolve()

    async function visit(id: ArticleId): Promise<void> {
      const mine = (visits += 1)
      const [[stored, viewState], unsaved] = await get().readStored(() =>
        Promise.all([storage.readArticle(id), storage.readViewState(id)]),
      )
      if (mine !== visits) return
      if (!stored.ok) return set({ openProblem: { kind: 'storage', problem: stored.problem } })
      const entry = get().shelf[id]
      const records = recordsAfter(stored.value, unsaved, id)
      if (!records || !entry) return set({ openProblem: { kind: 'no-such-article' } })
      const withheld = withheldAfter(stored.value?.withheld ?? [], unsaved, id)
      const revision = records.revisions.find(({ hash }) => hash === entry.revision)
      if (!revision) {
        return set({ openProblem: { kind: 'storage', problem: unreadable(`the text ${entry.revision} is missing`) } })
      }
      const changes = await findChangeStates(reanchor, records, revision)
      if (mine !== visits) return
      const shelfEntry = { ...entry, opened: new Date(now()).toISOString(), binned: false }
      const left = unsaved.findLast(changes => changes.viewState?.article === id)?.viewState
      const lastView = left ?? (viewState.ok ? viewState.value : null)
      set(state => ({
        open: openArticle(records, entry.revision, changes, withheld),
        openProblem: null,
        resumable: lastView && isWorthResuming(lastView) ? lastView : null,
        reviewers: { ...state.reviewers, ...Object.fromEntries(records.reviewers.map(one => [one.id, one])) },
        shelf: { ...state.shelf, [id]: shelfEntry },
        settings: { ...state.settings, lastArticle: id },
        lease: leaseBeyond(state.lease, [...records.versions, ...withheld]),
      }))
      const damaged = stored.value?.damaged.length ?? 0
      if (damaged > 0) get().notify({ kind: 'damaged-rows', count: damaged })
      const tally = currentTally(get())!
      set(state => ({ tallies: { ...state.tallies, [id]: tally } }))
      get().saveQuietly({ shelf: [shelfEntry], tallies: [tally], settings: { lastArticle: id } })
    }

    async function take({ articles, records }: OutsideChange): Promise<void> {
      const isHere = () => articles.includes(get().open?.article.id ?? '')
      await get().refreshLibrary()
      await opening // it may have read before the change
      if (get().bin) await get().openBin()
      const id = get().open?.article.id
      if (id !== undefined && !get().articles[id] && (await isGone(id))) return leaveErased(id)
      if (id === undefined || !isHere()) return
      const article = get().articles[id]
      if (article) get().showDescription(article)
      if (get().shelf[id]?.revision !== get().open?.revision.hash) return get().reopen()
      if (records.length === 0) return
      const [stored, unsaved] = await get().readStored(async () => {
        const read = await storage.readArticle(id)
        // What is being typed did not know of the change: settled now it stands beside it, settled later it would win.
        get().settleDrafts()
        return read
      })
      if (!stored.ok) return get().notify({ kind: 'out-of-date' })
      const { open } = get()
      if (!stored.value || open?.article.id !== id) return
      const ids = new Set(records)
      const named = { ...stored.value, versions: stored.value.versions.filter(version => ids.has(version.id)) }
      const { versions } = recordsAfter(named, unsaved, id) ?? named
      const known = byRecord(versions)
      const { revisions } = named
      const withheld = withheldAfter(stored.value.withheld, unsaved, id)
      const changed = withVersions(
        { ...open, revisions, withheld: withheldByAnnotation(withheld) },
        new Map(records.map(record => [record, known.get(record) ?? []])),
      )
      set(({ lease }) => ({ open: changed, lease: leaseBeyond(lease, [...versions, ...withheld]) }))
      const arisen = records.filter(
        one => changed.annotations.get(one)?.conflict && !open.annotations.get(one)?.conflict,
      )
      if (arisen.length > 0) get().announce({ kind: 'conflict', count: arisen.length })
      await placeStatements()
    }

    /** Finds the statements that came from another revision while the article was open. */
    async function placeStatements(): Promise<void> {
      const { open } = get()
      if (!open) return
      const versions = [...open.versions.values()].flat()
      const changes = await findChangeStates(reanchor, { ...open, versions }, open.revision, open.changes)
      const later = get().open
      if (changes.size > open.changes.size && later?.revision === open.revision)
        set({ open: withChanges(later, changes) })
    }

    /** The library leaves out an article that is damaged too: that one is no further than it was. */
    async function isGone(id: ArticleId): Promise<boolean> {
      const stored = await storage.readArticle(id)
      return stored.ok && stored.value === null && get().open?.article.id === id
    }

    /** Closes an article that another tab has erased, and takes along what this one may have written of it since. */
    async function leaveErased(id: ArticleId): Promise<void> {
      visits += 1
      set({ ...CLOSED, openProblem: { kind: 'erased-elsewhere' } })
      await get().commitNow({ droppedArticles: [id] })
    }

    return {
      open: null,
      openProblem: null,
      resumable: null,

      async openArticle(id) {
        if (get().open?.article.id === id) return
        get().closeArticle()
        opening = visit(id)
        await opening
      },

      async reopen() {
        const id = get().open?.article.id
        if (id === undefined) return
        get().closeArticle()
        opening = visit(id)
        await opening
      },

      closeArticle() {
        get().settleDrafts()
        get().rememberView()
        get().pauseSession()
        visits += 1
        set(CLOSED)
      },

      // One after the other: of two answers about the same record the later one must come last.
      takeOutsideChange(change) {
        const next = () => take(change)
        return (taking = taking.then(next, next))
      },

      async recordsForExport() {
        get().settleDrafts()
        await get().whenSettled()
        const id = get().open?.article.id
        if (id === undefined) throw new Error('An export needs an open article.')
        const [stored, unsaved] = await get().readStored(() => storage.readArticle(id))
        if (!stored.ok) return stored
        const records = recordsAfter(stored.value, unsaved, id)
        if (!records) return fail({ kind: 'failed', detail: 'the article is not stored' })
        const { article, revisions, reviewers } = records
        const known = withheldAfter(stored.value?.withheld ?? [], unsaved, id)
        const { versions, earlier, annotations } = leavingVersions(records.versions, known)
        const withheld = { sources: withheldEvidence(known).length, versions: earlier, annotations }
        // Where it cannot be read what is withheld, no earlier version leaves.
        const isUnclear = stored.value?.damaged.some(({ store }) => store === 'withheld') ?? false
        const exported = { article, revisions, reviewers, versions: isUnclear ? withoutHistory(versions) : versions }
        const changes = await findChangeStates(reanchor, exported, newestRevision(revisions))
        return succeed({ ...exported, changes, withheld })
      },
    }
  }

function unreadable(detail: string): StorageProblem {
  return { kind: 'damaged', damage: { kind: 'unreadable', expected: null, detail } }
}

/** What is left of the view when no article is open. */
const CLOSED = {
  open: null,
  openProblem: null,
  resumable: null,
  cursor: null,
  selection: null,
  topOffset: 0,
  session: null,
  selected: null,
  chosen: new Set<string>(),
  filter: NO_FILTER,
  focusRequest: null,
  history: null,
} as const

function isWorthResuming({ segment, topOffset, filter }: ViewState): boolean {
  return (
    segment !== null ||
    topOffset > 0 ||
    filter.words !== '' ||
    filter.verdicts.length + filter.reviewers.length + filter.tags.length > 0
  )
}
