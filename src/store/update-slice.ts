import { describeSelector } from '../anchoring/describe-selector.ts'
import type { ArticleContent } from '../domain/article-content.ts'
import { articleText, textHash } from '../domain/article-text.ts'
import type { Revision } from '../domain/article.ts'
import type { RecordId } from '../domain/identifiers.ts'
import type { ShelfEntry } from '../domain/library.ts'
import type { CapturedText } from '../domain/original.ts'
import { fail, succeed } from '../domain/result.ts'
import type { StorageProblem } from '../domain/review-storage.ts'
import type { Span } from '../domain/selector.ts'
import type { TextEdit } from '../domain/text-edits.ts'
import { statementKey } from '../domain/statement.ts'
import { findChangeStates, type Reanchor } from '../anchoring/change-states.ts'
import { isMine } from './cursor-target.ts'
import { openArticle, type OpenArticle } from './open-article.ts'
import { originalsOf } from './originals-of.ts'
import type { Ports } from './ports.ts'
import type { Slice, UpdateSlice } from './review-state.ts'
import { tallyOf } from './tally.ts'

export const createUpdateSlice =
  ({ reanchor }: Ports): Slice<UpdateSlice> =>
  (set, get) => {
    /** Writes that another revision is the open one, and what it was made of, and opens it. */
    async function turnTo(revision: Revision, original?: CapturedText): Promise<StorageProblem | null> {
      get().settleDrafts()
      await get().whenSettled()
      const { open, shelf, settings } = get()
      const before = open && shelf[open.article.id]
      if (!open || !before) return null
      const records = { ...recordsOf(open), reviewers: [] }
      const changes = await findChangeStates(reanchor, records, revision)
      const revisions = [...records.revisions, revision]
      const shown = openArticle({ ...records, revisions }, revision.hash, changes)
      const after: ShelfEntry = { ...before, revision: revision.hash }
      const isNew = !open.revisions.some(({ hash }) => hash === revision.hash)
      const written = await get().commitNow({
        ...(isNew && { revisions: [revision] }),
        ...originalsOf(revision, original),
        shelf: [after],
        tallies: [tallyOf(shown, settings.reviewer)],
      })
      if (!written.ok) return written.problem
      set(state => ({ shelf: { ...state.shelf, [after.article]: after } }))
      get().pushShelfStep({ kind: 'shelf', article: after.article, before, after })
      await get().reopen()
      return null
    }

    function place(label: string, statements: readonly { readonly id: RecordId; readonly span: Span }[]): void {
      get().settleDrafts()
      const { text, revision, annotations } = get().open!
      const changes = statements.flatMap(({ id, span }) => {
        const annotation = annotations.get(id)
        if (!annotation || !isMine(get(), annotation)) return []
        const content = { ...annotation.content, revision: revision.hash, selector: describeSelector(text, span) }
        return [{ record: 'annotation' as const, id, content }]
      })
      get().perform(label, changes)
    }

    return {
      async previewUpdate(content, { onProgress, signal, edits } = {}) {
        get().settleDrafts()
        const open = get().open!
        const text = articleText(content)
        const revision = revisionOf(open, content, edits)
        if (revision.hash === open.revision.hash) return fail({ kind: 'same-text' })
        let searches = 0
        let failed = 0
        const count = new Set([...open.annotations.values()].map(({ content }) => content.revision)).size
        const search: Reanchor = async request => {
          const done = searches++
          const outcome = await reanchor(request, {
            onProgress: share => onProgress?.(Math.min(1, (done + share) / count)),
            ...(signal && { signal }),
          })
          if (!outcome.ok) failed += 1
          return outcome
        }
        const changes = await findChangeStates(search, recordsOf(open), revision)
        if (signal?.aborted === true) return fail({ kind: 'cancelled' })
        // Without an answer a statement would be called unchanged that nobody has looked for.
        if (failed > 0) return fail({ kind: 'not-compared' })
        const statements = [...open.annotations.values()].map(annotation => ({
          annotation,
          change: changes.get(statementKey(annotation.content)) ?? null,
        }))
        return succeed({ content, text, statements })
      },

      async acceptUpdate(content, { original, edits } = {}) {
        const open = get().open!
        const revision = revisionOf(open, content, edits)
        if (revision.hash === open.revision.hash) return { kind: 'same-text' }
        const known = open.revisions.find(({ hash }) => hash === revision.hash)
        const problem = await turnTo(known ?? revision, original)
        return problem && { kind: 'storage', problem }
      },

      async showRevision(hash) {
        const revision = get().open?.revisions.find(one => one.hash === hash)
        return revision ? turnTo(revision) : null
      },

      confirm(ids) {
        const { annotations } = get().open!
        const found = ids.flatMap(id => {
          const anchor = annotations.get(id)?.anchor
          return anchor?.kind === 'anchored' ? [{ id, span: anchor }] : []
        })
        place('confirm', found)
      },

      attach: (id, span) => place('attach', [{ id, span }]),
    }
  }

function revisionOf(
  { article, revision }: OpenArticle,
  content: ArticleContent,
  edits: readonly TextEdit[] | undefined,
): Revision {
  const hash = textHash(articleText(content))
  return { hash, article: article.id, parent: revision.hash, content, ...(edits && { edits }) }
}

function recordsOf({ article, revisions, versions }: OpenArticle) {
  return { article, revisions, versions: [...versions.values()].flat() }
}
