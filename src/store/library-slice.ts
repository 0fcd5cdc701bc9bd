import type { ArticleDetails } from '../domain/article.ts'
import type { ArticleId } from '../domain/identifiers.ts'
import { DEFAULT_SETTINGS, type ShelfEntry } from '../domain/library.ts'
import type { LibraryContents, StorageProblem } from '../domain/review-storage.ts'
import { REVIEWER_COLOURS, type Reviewer } from '../domain/reviewer.ts'
import type { Ports } from './ports.ts'
import type { IncomingArticle, LibrarySlice, ShelfStep, Slice } from './review-state.ts'
import { originalsOf } from './originals-of.ts'
import { libraryAfter } from './unsaved-changes.ts'

export const createLibrarySlice =
  (ports: Ports): Slice<LibrarySlice> =>
  (set, get) => {
    const writeShelf = (entry: ShelfEntry) => {
      set(state => ({ shelf: { ...state.shelf, [entry.article]: entry } }))
      void get().save({ shelf: [entry] })
    }
    /** Gives an entry back what a step took from it; what else became of it since stays. */
    const moveShelf = (from: ShelfEntry, to: ShelfEntry) => {
      const entry = get().shelf[to.article]
      if (!entry) return
      const name = from.name === to.name ? entry.name : to.name
      const binned = from.binned === to.binned ? entry.binned : to.binned
      const revision = from.revision === to.revision ? entry.revision : to.revision
      writeShelf({ ...entry, name, binned, revision })
      if (revision !== entry.revision) void get().recount(to.article)
    }
    const changeShelf = (before: ShelfEntry, after: ShelfEntry) => {
      get().pushShelfStep({ kind: 'shelf', article: after.article, before, after })
      writeShelf(after)
    }
    /** Says again what a step changed; what was changed beside that since stays. */
    const moveDetails = (article: ArticleId, from: ArticleDetails, to: ArticleDetails) => {
      const fields = Object.keys(to) as readonly (keyof ArticleDetails)[]
      const changed = fields.filter(field => from[field] !== to[field]).map(field => [field, to[field]])
      get().writeDetails(article, Object.fromEntries(changed) as Partial<ArticleDetails>)
    }
    const move = (step: ShelfStep, from: 'before' | 'after', to: 'before' | 'after') => {
      if (step.kind === 'shelf') moveShelf(step[from], step[to])
      else moveDetails(step.article, step[from], step[to])
    }
    const putOnShelf = async (articles: readonly IncomingArticle[]) => {
      const at = new Date(ports.now()).toISOString()
      const entries = articles.map(incoming => shelfEntry(incoming, at))
      set({
        articles: keyed(articles.map(({ article }) => article)),
        shelf: keyedByArticle(entries),
      })
      await get().save({
        articles: articles.map(({ article }) => article),
        revisions: articles.map(({ revision }) => revision),
        shelf: entries,
        settings: {}, // even without a wish it says that there is a library
      })
    }
    const cannotStart = (problem: StorageProblem, supplied: Supplied) => {
      set({ started: { problem } })
      if (MAY_PASS.has(problem.kind)) setTimeout(() => void get().start(supplied), START_AGAIN_AFTER)
    }

    return {
      started: 'no',
      isFirstStart: false,
      articles: {},
      shelf: {},
      tallies: {},
      reviewers: {},
      settings: DEFAULT_SETTINGS,
      shelfUndo: [],
      shelfRedo: [],

      async start(supplied) {
        const library = await ports.storage.readLibrary()
        if (!library.ok) return cannotStart(library.problem, supplied)
        const lease = await ports.storage.leaseDevice()
        if (!lease.ok) return cannotStart(lease.problem, supplied)
        set({
          ...shown(library.value),
          isFirstStart: library.value.isNew,
          lease: lease.value,
        })
        if (library.value.isNew) await putOnShelf(await supplied())
        set({ started: 'yes' })
        const damaged = library.value.damaged.length
        if (damaged > 0) get().notify({ kind: 'damaged-rows', count: damaged })
      },

      addArticle(incoming) {
        const { id } = incoming.article
        const known = get().shelf[id]
        const entry = known ? { ...known, binned: false } : shelfEntry(incoming, new Date(ports.now()).toISOString())
        set(state => ({
          articles: { [id]: incoming.article, ...state.articles },
          shelf: { ...state.shelf, [id]: entry },
        }))
        // What is known already keeps its description: of two with the same edition either may be chosen.
        const text = known ? {} : { articles: [incoming.article], revisions: [incoming.revision] }
        void get().save({ ...text, ...originalsOf(incoming.revision, incoming.original), shelf: [entry] })
        return id
      },

      renameArticle(id, name) {
        const entry = get().shelf[id]
        const newName = name.trim()
        if (entry && newName !== '' && newName !== entry.name) changeShelf(entry, { ...entry, name: newName })
      },

      deleteArticle(id) {
        const entry = get().shelf[id]
        const binnedAt = new Date(ports.now()).toISOString()
        if (entry) changeShelf(entry, { ...entry, binned: true, binnedAt })
      },

      restoreArticle(id) {
        const entry = get().shelf[id]
        if (entry?.binned) changeShelf(entry, { ...entry, binned: false })
      },

      pushShelfStep: step => set(({ shelfUndo }) => ({ shelfUndo: [...shelfUndo, step], shelfRedo: [] })),

      undoShelf() {
        const step = get().shelfUndo.at(-1)
        if (!step) return
        set(state => ({
          shelfUndo: state.shelfUndo.slice(0, -1),
          shelfRedo: [...state.shelfRedo, step],
        }))
        move(step, 'after', 'before')
      },

      redoShelf() {
        const step = get().shelfRedo.at(-1)
        if (!step) return
        set(state => ({
          shelfRedo: state.shelfRedo.slice(0, -1),
          shelfUndo: [...state.shelfUndo, step],
        }))
        move(step, 'before', 'after')
      },

      changeSettings(wishes) {
        set(({ settings }) => ({ settings: { ...settings, ...wishes } }))
        void get().save({ settings: wishes })
      },

      ensureReviewer() {
        const { settings, reviewers } = get()
        const known = settings.reviewer === null ? undefined : reviewers[settings.reviewer]
        if (known) return known
        const reviewer: Reviewer = {
          id: ports.newId(),
          edition: 1,
          name: '',
          colour: REVIEWER_COLOURS[0],
        }
        const wishes = { reviewer: reviewer.id }
        set(state => ({
          reviewers: { ...state.reviewers, [reviewer.id]: reviewer },
          settings: { ...settings, ...wishes },
        }))
        void get().save({ reviewers: [reviewer], settings: wishes })
        return reviewer
      },

      changeReviewer(about) {
        const before = get().ensureReviewer()
        const reviewer = { ...before, ...about, edition: before.edition + 1 }
        const wishes = { askedForName: true }
        set(state => ({
          reviewers: { ...state.reviewers, [reviewer.id]: reviewer },
          settings: { ...state.settings, ...wishes },
        }))
        void get().save({ reviewers: [reviewer], settings: wishes })
      },

      async refreshLibrary() {
        const [library, unsaved] = await get().readStored(() => ports.storage.readLibrary())
        if (!library.ok) return get().notify({ kind: 'out-of-date' })
        const known = shown(libraryAfter(library.value, unsaved))
        // Of an article that was erased meanwhile nothing can be taken back.
        const isThere = ({ article }: ShelfStep) => known.shelf[article] !== undefined
        set(({ shelfUndo, shelfRedo }) => ({
          ...known,
          shelfUndo: shelfUndo.filter(isThere),
          shelfRedo: shelfRedo.filter(isThere),
        }))
      },

      async eraseEverything() {
        const outcome = await ports.storage.eraseEverything()
        if (!outcome.ok) return outcome.problem
        get().dropUnsaved()
        return null
      },

      readFacts: () => ports.storage.readFacts(),
    }
  }

const START_AGAIN_AFTER = 5000 // ms

// Another tab lets go, room is made, or the browser finds its way to the database again.
const MAY_PASS: ReadonlySet<StorageProblem['kind']> = new Set(['blocked', 'disk-full', 'connection-lost'])

type Supplied = Parameters<LibrarySlice['start']>[0]

function shown({ articles, shelf, tallies, reviewers, settings }: LibraryContents) {
  return {
    articles: keyed(articles),
    shelf: keyedByArticle(shelf),
    tallies: keyedByArticle(tallies),
    reviewers: keyed(reviewers),
    settings,
  }
}

function shelfEntry({ article, revision }: IncomingArticle, at: string): ShelfEntry {
  return {
    article: article.id,
    name: article.title,
    added: at,
    opened: at,
    binned: false,
    revision: revision.hash,
  }
}

function keyed<T extends { readonly id: string }>(items: readonly T[]): Readonly<Record<string, T>> {
  return Object.fromEntries(items.map(item => [item.id, item]))
}

function keyedByArticle<T extends { readonly article: string }>(items: readonly T[]): Readonly<Record<string, T>> {
  return Object.fromEntries(items.map(item => [item.article, item]))
}
