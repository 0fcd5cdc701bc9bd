import { describeSelector } from '../anchoring/describe-selector.ts'
import { NO_CLAIM, type AnnotationContent, type Evidence } from '../domain/annotation.ts'
import { canonicalJson } from '../domain/canonical-json.ts'
import type { RecordId } from '../domain/identifiers.ts'
import type { Segment } from '../domain/segment.ts'
import type { Span } from '../domain/selector.ts'
import type { Verdict } from '../domain/verdict.ts'
import { annotationFor, cursorRange, cursorSpan, isMine, marksWithin } from './cursor-target.ts'
import type { PlacedAnnotation } from './open-article.ts'
import { readingInHand } from './history-slice.ts'
import type { Ports } from './ports.ts'
import type { RecordChange } from './record-change.ts'
import { currentTally, reviewedFlags } from './selectors.ts'
import type { CommandsSlice, ReviewState, Slice } from './review-state.ts'

/** Evidence before anything is filled in. */
export const NO_EVIDENCE: Evidence = {
  question: '',
  url: '',
  title: '',
  publisher: '',
  excerpt: '',
  stance: 'supports',
  kind: 'primary',
  published: '',
  accessed: '',
  archivedUrl: '',
}

export const createCommandsSlice =
  ({ now, newId }: Ports): Slice<CommandsSlice> =>
  (set, get) => {
    function target(span: Span | undefined): { readonly span: Span; readonly mine: PlacedAnnotation | null } | null {
      const { open, selection } = get()
      const chosen = span ?? selection
      const place = chosen ?? cursorSpan(get())
      return open && place ? { span: place, mine: annotationFor(get(), place, chosen !== null) } : null
    }

    function create(verdict: Verdict, span: Span, evidence: readonly Evidence[] = []): RecordId {
      const open = get().open!
      const id = newId()
      const content: AnnotationContent = {
        revision: open.revision.hash,
        selector: describeSelector(open.text, span),
        verdict,
        rationale: '',
        claim: NO_CLAIM,
        evidence: [...evidence],
        tags: [],
        created: new Date(now()).toISOString(),
      }
      get().perform('tag', [{ record: 'annotation', id, content }])
      void get().askToKeep()
      return id
    }

    function mark(segment: Segment): RecordChange {
      const { text, revision } = get().open!
      const created = new Date(now()).toISOString()
      const content = { revision: revision.hash, selector: describeSelector(text, segment), created }
      return { record: 'mark', id: newId(), content }
    }

    // Two tabs may have marked the same segment: then all of its marks go.
    function unmark(segments: readonly Segment[]): readonly RecordChange[] {
      const ids = new Set(segments.flatMap(segment => marksWithin(get(), segment).map(({ id }) => id)))
      return [...ids].map(id => ({ record: 'mark', id, content: null }))
    }

    /** The local reviewer's annotations among these ids, in text order. */
    function mineAmong(ids: readonly RecordId[]): readonly PlacedAnnotation[] {
      const wanted = new Set(ids)
      return [...(get().open?.annotations.values() ?? [])].filter(one => wanted.has(one.id) && isMine(get(), one))
    }

    /** What an annotation says in the reading that is changed; of several only this one goes on. */
    function inHand({ id, conflict, content }: PlacedAnnotation) {
      const reading = conflict ? readingInHand(get(), id) : null
      return reading ? { id, content: reading.content, goesOnFrom: { onto: reading } } : { id, content }
    }

    /** A verdict that is given now is given on the words that stand there now. */
    function onOpenText({ anchor, change }: PlacedAnnotation, content: AnnotationContent): AnnotationContent {
      const { text, revision } = get().open!
      if (!change || anchor.kind === 'orphan') return content
      return { ...content, revision: revision.hash, selector: describeSelector(text, anchor) }
    }

    function changeAll(
      label: string,
      ids: readonly RecordId[],
      change: (content: AnnotationContent, annotation: PlacedAnnotation) => AnnotationContent,
    ): void {
      get().settleDrafts()
      const changes = mineAmong(ids).flatMap((annotation): readonly RecordChange[] => {
        const { id, content, goesOnFrom } = inHand(annotation)
        const changed = change(content, annotation)
        return changed === content ? [] : [{ record: 'annotation', id, content: changed, ...goesOnFrom }]
      })
      get().perform(label, changes)
      get().announce({ kind: 'changed', count: changes.length })
    }

    return {
      tag(verdict, span) {
        get().settleDrafts()
        const place = target(span)
        if (!place) {
          get().announce({ kind: 'nothing-here' })
          return null
        }
        const id = place.mine?.id ?? create(verdict, place.span)
        if (place.mine) get().edit(id, { verdict })
        set({ selected: id, selection: null })
        announceTag(verdict)
        return id

        function announceTag(given: Verdict) {
          const tally = currentTally(get())!
          get().announce({
            kind: 'tagged',
            verdict: given,
            at: tally.reviewed,
            of: tally.segments,
          })
        }
      },

      addNote(span) {
        get().settleDrafts()
        const place = target(span)
        if (!place) return get().announce({ kind: 'nothing-here' })
        const id = place.mine?.id ?? create('unverified', place.span)
        set({ selected: id, selection: null, focusRequest: { target: 'rationale', id } })
      },

      addEvidence(span) {
        get().settleDrafts()
        const place = target(span)
        if (!place) return get().announce({ kind: 'nothing-here' })
        const { mine } = place
        const id = mine?.id ?? create('unverified', place.span, [NO_EVIDENCE])
        if (mine) get().edit(id, { evidence: [...inHand(mine).content.evidence, NO_EVIDENCE] })
        set({ selected: id, selection: null, focusRequest: { target: 'evidence', id } })
      },

      toggleNothingToCheck() {
        const { open } = get()
        if (!open) return
        const [first, last] = cursorRange(get())
        const segments = open.segments.slice(first, last + 1)
        const unmarked = segments.filter(segment => marksWithin(get(), segment).length === 0)
        const isAllMarked = unmarked.length === 0
        const changes = isAllMarked ? unmark(segments) : unmarked.map(mark)
        get().perform(isAllMarked ? 'unmark' : 'mark', changes)
        get().announce({ kind: isAllMarked ? 'unmarked' : 'marked' })
      },

      edit(id, change) {
        const annotation = get().open?.annotations.get(id)
        if (!annotation || !isMine(get(), annotation)) return
        const { content: before, goesOnFrom } = inHand(annotation)
        const changed = { ...before, ...change }
        const content = change.verdict === undefined ? changed : onOpenText(annotation, changed)
        // Typing and taking it back is no change.
        if (canonicalJson(content) === canonicalJson(before)) return
        const label = Object.keys(change)[0] ?? 'edit'
        const carried = new Set(before.evidence.map(canonicalJson))
        const given = content.evidence.filter(evidence => !carried.has(canonicalJson(evidence)))
        get().perform(label, [{ record: 'annotation', id, content, given, ...goesOnFrom }])
      },

      remove(ids) {
        get().settleDrafts()
        const own = mineAmong(ids)
        if (own.length === 0) return
        get().perform(
          'delete',
          own.map(({ id }): RecordChange => ({
            record: 'annotation',
            id,
            content: null,
          })),
        )
        const gone = new Set(own.map(({ id }) => id))
        set(({ selected, chosen }) => ({
          selected: selected !== null && gone.has(selected) ? null : selected,
          chosen: new Set([...chosen].filter(id => !gone.has(id))),
        }))
        get().announce({ kind: 'deleted' })
      },

      removeAtCursor() {
        const { selected, open } = get()
        const isThere = selected !== null && open?.annotations.has(selected)
        const id = isThere ? selected : target(undefined)?.mine?.id
        if (id) get().remove([id])
        else get().announce({ kind: 'nothing-here' })
      },

      tagAll: (ids, verdict) =>
        changeAll('verdict', ids, (content, annotation) => {
          const judged = onOpenText(annotation, content)
          return judged.verdict === verdict ? judged : { ...judged, verdict }
        }),
      labelAll: (ids, tag) =>
        changeAll('tags', ids, content =>
          content.tags.includes(tag) ? content : { ...content, tags: [...content.tags, tag] },
        ),
    }
  }

/** The next segment after the cursor that the local reviewer has not reviewed, from the start again at the end; `null` when all are. */
export function nextUnreviewed(state: ReviewState): number | null {
  const flags = reviewedFlags(state)
  const after = flags.indexOf(false, (state.cursor?.head ?? -1) + 1)
  const found = after >= 0 ? after : flags.indexOf(false)
  return found >= 0 ? found : null
}
