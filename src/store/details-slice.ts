import { detailsOf, withDetails } from '../domain/article.ts'
import { canonicalJson } from '../domain/canonical-json.ts'
import { succeed } from '../domain/result.ts'
import { findChangeStates } from '../anchoring/change-states.ts'
import { openArticle, withChanges, type OpenArticle } from './open-article.ts'
import type { Ports } from './ports.ts'
import { currentTally } from './selectors.ts'
import type { DetailsSlice, Slice } from './review-state.ts'
import { tallyOf } from './tally.ts'
import { originalsAfter, recordsAfter } from './unsaved-changes.ts'

export const createDetailsSlice =
  ({ storage, reanchor }: Ports): Slice<DetailsSlice> =>
  (set, get) => {
    /** Finds the statements of other texts again: how they fared is read in the article's language. */
    async function placeAgain(open: OpenArticle): Promise<void> {
      const changes = await findChangeStates(reanchor, recordsOf(open), open.revision)
      const later = get().open
      const isSame = later?.revision === open.revision && later.article.language === open.article.language
      if (isSame) set({ open: withChanges(later, changes) })
    }

    return {
      changeDetails(id, details) {
        const article = get().articles[id]
        if (!article) return
        const [before, after] = [detailsOf(article), detailsOf(withDetails(article, details))]
        if (canonicalJson(before) === canonicalJson(after)) return
        get().pushShelfStep({ kind: 'details', article: id, before, after })
        get().writeDetails(id, after)
      },

      writeDetails(id, details) {
        const known = get().articles[id]
        if (!known) return
        const article = withDetails(known, details)
        const isOpen = get().open?.article.id === id
        const isDividedAnew = article.language !== known.language
        set(({ articles }) => ({ articles: { ...articles, [id]: article } }))
        get().showDescription(article)
        const tally = isOpen && isDividedAnew ? currentTally(get()) : null
        if (tally) set(({ tallies }) => ({ tallies: { ...tallies, [id]: tally } }))
        void get().save({ articles: [article], ...(tally && { tallies: [tally] }) })
        if (isDividedAnew && !isOpen) void get().recount(id)
      },

      showDescription(article) {
        const { open } = get()
        if (open?.article.id !== article.id || canonicalJson(open.article) === canonicalJson(article)) return
        const described = { ...open, article }
        if (open.article.language === article.language) return set({ open: described })
        // The cursor counts segments.
        const withheld = [...open.withheld.values()].flat()
        const records = { ...recordsOf(described), reviewers: [] }
        const divided = openArticle(records, open.revision.hash, open.changes, withheld)
        set({ open: divided, cursor: null })
        if (divided.revisions.length > 1) void placeAgain(divided)
      },

      async recount(id) {
        const [stored, unsaved] = await get().readStored(() => storage.readArticle(id))
        const records = stored.ok ? recordsAfter(stored.value, unsaved, id) : null
        const entry = get().shelf[id]
        const revision = records?.revisions.find(({ hash }) => hash === entry?.revision)
        if (!records || !revision || !get().tallies[id]) return
        const changes = await findChangeStates(reanchor, records, revision)
        const tally = tallyOf(openArticle(records, revision.hash, changes), get().settings.reviewer)
        set(({ tallies }) => ({ tallies: { ...tallies, [id]: tally } }))
        get().saveQuietly({ tallies: [tally] })
      },

      async readOriginals(id) {
        const [stored, unsaved] = await get().readStored(() => storage.readOriginals(id))
        if (!stored.ok) return stored
        const { originals, damaged } = stored.value
        return succeed({ originals: originalsAfter(originals, unsaved, id), damaged })
      },
    }
  }

function recordsOf({ article, revisions, versions }: Pick<OpenArticle, 'article' | 'revisions' | 'versions'>) {
  return { article, revisions, versions: [...versions.values()].flat() }
}
