import type { ArticleId, RecordId } from '../domain/identifiers.ts'
import { byRecord } from '../domain/merge.ts'
import { succeed } from '../domain/result.ts'
import { removedAnnotationOf } from '../domain/shown-annotation.ts'
import type { AnnotationVersion } from '../domain/version.ts'
import { withheldByAnnotation } from '../domain/withheld.ts'
import { isMine } from './cursor-target.ts'
import { keepBack } from './keep-back.ts'
import { openArticle, withheldOf } from './open-article.ts'
import type { Ports } from './ports.ts'
import { erasureFor, type Author } from './record-change.ts'
import type { BinnedAnnotation, BinSlice, Slice } from './review-state.ts'
import { stampChanges } from './stamp-changes.ts'
import { tallyOf } from './tally.ts'
import { withoutRecords } from './undo.ts'
import { recordsAfter, withheldAfter } from './unsaved-changes.ts'

export const createBinSlice =
  ({ storage, now, newId }: Ports): Slice<BinSlice> =>
  (set, get) => {
    let visits = 0 // counts what was opened and closed, so that an answer that comes late is known as such

    async function readBin(): Promise<void> {
      const mine = (visits += 1)
      const [removed, unsaved] = await get().readStored(() => storage.readRemoved())
      const touched = new Set(unsaved.flatMap(({ versions = [] }) => versions.map(({ article }) => article)))
      const inTouched = await Promise.all([...touched].map(annotationsOf))
      if (mine !== visits) return
      if (!removed.ok) return set({ binProblem: removed.problem })
      const elsewhere = removed.value.filter(({ article }) => !touched.has(article))
      set({ bin: ownRemoved([...elsewhere, ...inTouched.flat()]), binProblem: null })
    }

    /** What is not saved yet counts as if it were. */
    async function annotationsOf(article: ArticleId): Promise<readonly AnnotationVersion[]> {
      const [stored, unsaved] = await get().readStored(() => storage.readArticle(article))
      const records = stored.ok ? recordsAfter(stored.value, unsaved, article) : null
      return (records?.versions ?? []).filter(version => version.record === 'annotation')
    }

    function ownRemoved(versions: readonly AnnotationVersion[]): readonly BinnedAnnotation[] {
      return [...byRecord(versions).values()].flatMap(record => {
        const removed = removedAnnotationOf(record)
        return removed && isMine(get(), removed) ? [{ ...removed, versions: record }] : []
      })
    }

    /** Who writes next in an article, and the counts of so many versions. */
    function author(article: ArticleId, versions: number): { readonly author: Author; readonly first: number } {
      const { lease } = get()
      if (!lease) throw new Error('Nothing is written before this tab has its device name.')
      set({ lease: { ...lease, count: lease.count + versions } })
      const at = new Date(now()).toISOString()
      return {
        author: { article, reviewer: get().ensureReviewer().id, device: lease.device, at },
        first: lease.count + 1,
      }
    }

    function erasures(ids: ReadonlySet<RecordId>): readonly AnnotationVersion[] {
      return (get().bin ?? []).flatMap(({ id, article, versions: [first, ...more] }) => {
        if (!ids.has(id) || !first) return []
        const stamp = author(article, 1)
        return [erasureFor([first, ...more], stamp.author, stamp.first)]
      })
    }

    /** What was done to what is gone can no longer be taken back. */
    function forget(articles: readonly ArticleId[], records: ReadonlySet<RecordId>): void {
      const gone = new Set(articles)
      set(({ stacks }) => ({
        stacks: Object.fromEntries(
          Object.entries(stacks)
            .filter(([article]) => !gone.has(article))
            .map(([article, own]) => [article, withoutRecords(own, id => records.has(id))]),
        ),
      }))
    }

    return {
      bin: null,
      binProblem: null,
      openBin: readBin,
      closeBin() {
        visits += 1
        set({ bin: null, binProblem: null })
      },

      async restoreAnnotation({ id, article }) {
        const [stored, unsaved] = await get().readStored(() => storage.readArticle(article))
        if (!stored.ok) return stored.problem
        const records = recordsAfter(stored.value, unsaved, article)
        const entry = get().shelf[article]
        const versions = (records?.versions ?? []).filter(one => one.record === 'annotation' && one.id === id)
        const removed = removedAnnotationOf(versions as readonly AnnotationVersion[])
        if (records && entry && removed?.last && isMine(get(), removed)) {
          const withheld = withheldByAnnotation(withheldAfter(stored.value?.withheld ?? [], unsaved, article))
          const change = { record: 'annotation', id, content: removed.last.content } as const
          const changes = keepBack({ versions: new Map([[id, versions]]), withheld }, [change], newId)
          const stamp = author(article, changes.length)
          const known = { versionsOf: () => versions, withheldOf: () => withheldOf({ withheld }, id) }
          const entries = stampChanges(changes, known, stamp.author, stamp.first - 1)
          const all = entries.map(({ written }) => written)
          const written = all.filter(version => version.record !== 'withheld')
          const hidden = all.filter(version => version.record === 'withheld')
          // Without its text, which may be damaged, an article cannot be counted; the annotation comes back all the same.
          const isReadable = records.revisions.some(({ hash }) => hash === entry.revision)
          const restored = { ...records, versions: [...records.versions, ...written] }
          const tallies = isReadable ? [tallyOf(openArticle(restored, entry.revision), get().settings.reviewer)] : []
          get().pushStep(article, {
            kind: 'command',
            label: 'restore',
            entries,
          })
          set(state => ({ tallies: { ...state.tallies, ...Object.fromEntries(tallies.map(one => [article, one])) } }))
          void get().save({ versions: written, withheld: hidden, tallies })
        }
        if (get().bin) await readBin()
        return null
      },

      async erase({ articles, annotations }) {
        get().settleDrafts()
        const ids = new Set(annotations)
        const outcome = await get().commitNow({ erasures: erasures(ids), droppedArticles: articles })
        if (!outcome.ok) return outcome
        await get().refreshLibrary()
        if (get().bin) await readBin()
        const leftArticles = articles.filter(article => get().shelf[article] !== undefined)
        const leftRecords = new Set((get().bin ?? []).map(({ id }) => id).filter(id => ids.has(id)))
        forget(
          articles.filter(article => !leftArticles.includes(article)),
          new Set(annotations.filter(id => !leftRecords.has(id))),
        )
        return succeed({ left: leftArticles.length + leftRecords.size })
      },
    }
  }
