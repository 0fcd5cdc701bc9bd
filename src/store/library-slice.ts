import { DEFAULT_SETTINGS, type ShelfEntry } from '../domain/library.ts'
import type { LibraryContents } from '../domain/review-storage.ts'
import { REVIEWER_COLOURS, type Reviewer } from '../domain/reviewer.ts'
import type { Ports } from './ports.ts'
import type { IncomingArticle, LibrarySlice, ReviewState, Slice } from './review-state.ts'

export const createLibrarySlice =
  (ports: Ports): Slice<LibrarySlice> =>
  (set, get) => {
    const writeShelf = (entry: ShelfEntry) => {
      set(state => ({ shelf: { ...state.shelf, [entry.article]: entry } }))
      void get().save({ shelf: [entry] })
    }
    const changeShelf = (before: ShelfEntry, after: ShelfEntry) => {
      set(state => ({
        shelfUndo: [...state.shelfUndo, { before, after }],
        shelfRedo: [],
      }))
      writeShelf(after)
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
        settings: get().settings,
      })
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
        if (!library.ok) return set({ started: { problem: library.problem } })
        const lease = await ports.storage.leaseDevice()
        if (!lease.ok) return set({ started: { problem: lease.problem } })
        set({
          ...shown(library.value),
          isFirstStart: library.value.isNew,
          lease: lease.value,
        })
        if (library.value.isNew) await putOnShelf(await supplied())
        set({ started: 'yes' })
      },

      addArticle(incoming) {
        const { id } = incoming.article
        const known = get().shelf[id]
        const entry = known ? { ...known, binned: false } : shelfEntry(incoming, new Date(ports.now()).toISOString())
        set(state => ({
          articles: { [id]: incoming.article, ...state.articles },
          shelf: { ...state.shelf, [id]: entry },
        }))
        void get().save({
          articles: [incoming.article],
          revisions: [incoming.revision],
          shelf: [entry],
        })
        return id
      },

      renameArticle(id, name) {
        const entry = get().shelf[id]
        if (entry && name.trim() !== '' && name !== entry.name) changeShelf(entry, { ...entry, name: name.trim() })
      },

      deleteArticle(id) {
        const entry = get().shelf[id]
        if (entry) changeShelf(entry, { ...entry, binned: true })
      },

      undoShelf() {
        const step = get().shelfUndo.at(-1)
        if (!step) return
        set(state => ({
          shelfUndo: state.shelfUndo.slice(0, -1),
          shelfRedo: [...state.shelfRedo, step],
        }))
        writeShelf(step.before)
      },

      redoShelf() {
        const step = get().shelfRedo.at(-1)
        if (!step) return
        set(state => ({
          shelfRedo: state.shelfRedo.slice(0, -1),
          shelfUndo: [...state.shelfUndo, step],
        }))
        writeShelf(step.after)
      },

      changeSettings(wishes) {
        const settings = { ...get().settings, ...wishes }
        set({ settings })
        void get().save({ settings })
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
        const wishes = { ...settings, reviewer: reviewer.id }
        set(state => ({
          reviewers: { ...state.reviewers, [reviewer.id]: reviewer },
          settings: wishes,
        }))
        void get().save({ reviewers: [reviewer], settings: wishes })
        return reviewer
      },

      changeReviewer(about) {
        const before = get().ensureReviewer()
        const reviewer = { ...before, ...about, edition: before.edition + 1 }
        const settings = { ...get().settings, askedForName: true }
        set(state => ({
          reviewers: { ...state.reviewers, [reviewer.id]: reviewer },
          settings,
        }))
        void get().save({ reviewers: [reviewer], settings })
      },

      async refreshLibrary() {
        const library = await ports.storage.readLibrary()
        if (library.ok) set(shown(library.value))
      },

      async eraseEverything() {
        const outcome = await ports.storage.eraseEverything()
        return outcome.ok ? null : outcome.problem
      },
    }
  }

function shown({ articles, shelf, tallies, reviewers, settings }: LibraryContents): Partial<ReviewState> {
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
