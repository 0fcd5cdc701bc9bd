import type { RecordId } from '../domain/identifiers.ts'
import { byRecord, mergeVersions } from '../domain/merge.ts'
import type { DeviceLease } from '../domain/review-storage.ts'
import { versionHash, type Version } from '../domain/version.ts'
import { currentTally } from './selectors.ts'
import type { AnyVersion } from '../domain/withheld.ts'
import { keepBack } from './keep-back.ts'
import { sessionsOf, withheldOf, withVersions, withWithheld, type OpenArticle } from './open-article.ts'
import type { Ports } from './ports.ts'
import type { RecordChange } from './record-change.ts'
import { stampChanges } from './stamp-changes.ts'
import {
  afterAction,
  beginSession,
  continueSession,
  isOver,
  signOfLife,
  withActiveTime,
  type SessionClock,
} from './session-clock.ts'
import {
  afterCommand,
  EMPTY_STACKS,
  removableAdditions,
  reversal,
  withoutRecords,
  withStandIns,
  type Step,
  type StepEntry,
  type UndoStacks,
} from './undo.ts'
import type { ReviewState, Slice, WritingSlice } from './review-state.ts'

const UNWRITTEN_WORTH_KEEPING = 60_000 // ms of reading since the last action; less is not worth a version when the page is hidden

export const createWritingSlice =
  (ports: Ports): Slice<WritingSlice> =>
  (set, get) => {
    /** Stamps, shows and saves changes together with the session that they are part of. */
    function write(changes: readonly RecordChange[]): readonly StepEntry[] {
      if (changes.length === 0) return []
      const now = ports.now()
      const clock = currentSession(now)
      const entries = stamp(changes, now)
      const session = afterAction(clock, entries, leased().count)
      const [sessionEntry] = stamp([{ record: 'session', id: session.id, content: session.content }], now)
      const versions = [...entries, sessionEntry!].map(entry => entry.written)
      const dropped = versionsOf(session.id)
      put(versions, dropped, { session, resumable: null })
      return entries
    }

    /** Every record of the open article: of withheld evidence its versions, of others theirs. */
    function recordOf(version: Pick<AnyVersion, 'record' | 'id'> & { readonly annotation?: RecordId }) {
      if (version.annotation === undefined) return versionsOf(version.id)
      return withheldOf(openArticle(), version.annotation).filter(({ id }) => id === version.id)
    }

    /**
     * Saves and shows changes together with what the library then says of the article: none is ever without the other.
     * Saved first, so that the writing does not wait for the page: both happen in the same event.
     */
    function put(written: readonly AnyVersion[], dropped: readonly Version[], more: Partial<ReviewState> = {}): void {
      const versions = written.filter(version => version.record !== 'withheld')
      const withheld = written.filter(version => version.record === 'withheld')
      const open = withWithheld(after(versions, dropped), withheld)
      const tally = currentTally({ ...get(), open })!
      const hidden = withheld.length > 0 ? { withheld } : {}
      void get().save({ versions, droppedVersions: dropped, ...hidden, tallies: [tally] })
      set(({ chosen, tallies }) => ({
        ...more,
        open,
        chosen: stillThere(chosen, open),
        tallies: { ...tallies, [tally.article]: tally },
      }))
    }

    function stamp(changes: readonly RecordChange[], now: number): readonly StepEntry[] {
      const lease = leased()
      const author = {
        article: openArticle().article.id,
        reviewer: get().ensureReviewer().id,
        device: lease.device,
        at: new Date(now).toISOString(),
      }
      set({ lease: { ...lease, count: lease.count + changes.length } })
      const known = { versionsOf, withheldOf: (id: RecordId) => withheldOf(openArticle(), id) }
      return stampChanges(changes, known, author, lease.count)
    }

    /** The session that an action now belongs to: another reviewer at the same device begins one of their own. */
    function currentSession(now: number): SessionClock {
      const { device, count } = leased()
      const reviewer = get().ensureReviewer().id
      const own = sessionsOf(openArticle()).filter(session => session.reviewer === reviewer)
      const { session } = get()
      const running = session && own.some(({ id }) => id === session.id) ? session : continueSession(own, device)
      if (running && !isOver(running, now)) return signOfLife(running, now, true)
      return beginSession(ports.newId(), device, count + 1, now)
    }

    /** The open article with these versions and without those. */
    function after(written: readonly Version[], dropped: readonly Version[]): OpenArticle {
      const gone = new Set(dropped.map(versionHash))
      const added = byRecord(written)
      const changed = new Map<RecordId, readonly Version[]>()
      for (const { id } of [...dropped, ...written]) {
        const kept = versionsOf(id).filter(version => !gone.has(versionHash(version)))
        changed.set(id, mergeVersions(kept, added.get(id) ?? []))
      }
      return withVersions(openArticle(), changed)
    }

    function versionsOf(id: RecordId): readonly Version[] {
      return openArticle().versions.get(id) ?? []
    }

    function openArticle() {
      const { open } = get()
      if (!open) throw new Error('A change needs an open article.')
      return open
    }

    function leased(): DeviceLease {
      const { lease } = get()
      if (!lease) throw new Error('Nothing is written before this tab has its device name.')
      return lease
    }

    /** Takes a step back and returns the step that would do it again; names the records it left alone. */
    function takeBack(step: Step): Step | null {
      if (step.kind === 'import') return takeBackImport(step)
      const { changes, leftAlone } = reversal(step.entries, recordOf)
      if (leftAlone.length > 0) get().notify({ kind: 'left-alone', records: leftAlone })
      const entries = write(changes)
      return entries.length > 0 ? { ...step, entries } : null
    }

    function takeBackImport(step: Extract<Step, { kind: 'import' }>): Step | null {
      if (step.removed) {
        put(step.versions, [])
        return { ...step, removed: false }
      }
      const versions = removableAdditions(step.versions, versionsOf)
      const kept = step.versions.filter(version => !versions.includes(version))
      if (kept.length > 0) get().notify({ kind: 'left-alone', records: [...new Set(kept.map(({ id }) => id))] })
      if (versions.length === 0) return null
      put([], versions)
      return { ...step, versions, removed: true }
    }

    /** Nothing brings back what was erased for good, here or in another tab. */
    function isErased(id: RecordId): boolean {
      return versionsOf(id).some(({ kind }) => kind === 'erased')
    }

    function move(from: keyof UndoStacks, to: keyof UndoStacks): void {
      get().settleDrafts()
      const { open, stacks } = get()
      if (!open) return
      const own = withoutRecords(stacks[open.article.id] ?? EMPTY_STACKS, isErased)
      const step = own[from].at(-1)
      if (!step) return set({ stacks: { ...stacks, [open.article.id]: own } })
      const opposite = takeBack(step)
      const rest = own[from].slice(0, -1)
      const isCommand = step.kind === 'command' && opposite?.kind === 'command'
      const moved = {
        ...own,
        [from]: isCommand ? withStandIns(rest, step.entries, opposite.entries) : rest,
        [to]: opposite ? [...own[to], opposite] : own[to],
      }
      set(state => ({
        stacks: { ...state.stacks, [open.article.id]: moved },
      }))
      if (opposite) get().announce({ kind: from === 'undo' ? 'undone' : 'redone', label: step.label })
    }

    return {
      lease: null,
      stacks: {},
      session: null,
      perform(label, changes) {
        const { open } = get()
        const entries = write(open ? keepBack(open, changes, ports.newId) : changes)
        if (entries.length > 0)
          get().pushStep(openArticle().article.id, {
            kind: 'command',
            label,
            entries,
          })
        return entries
      },
      pushStep: (article, step) =>
        set(({ stacks }) => ({
          stacks: {
            ...stacks,
            [article]: afterCommand(stacks[article] ?? EMPTY_STACKS, step),
          },
        })),
      undo: () => move('undo', 'redo'),
      redo: () => move('redo', 'undo'),
      noteActivity(wasVisible) {
        const { session } = get()
        if (!session) return
        if (!isOver(session, ports.now())) return set({ session: signOfLife(session, ports.now(), wasVisible) })
        get().pauseSession()
        set({ session: null })
      },
      pauseSession() {
        const { session, open } = get()
        if (!session || !open || session.unwrittenMs < UNWRITTEN_WORTH_KEEPING) return
        const content = withActiveTime(session)
        const dropped = versionsOf(session.id)
        const written = stamp([{ record: 'session', id: session.id, content }], ports.now()).map(entry => entry.written)
        const versions = written.filter(version => version.record !== 'withheld')
        set({ open: after(versions, dropped), session: { ...session, content, unwrittenMs: 0 } })
        void get().save({ versions, droppedVersions: dropped })
      },
    }
  }

/** The chosen annotations without those that are gone. The same set when none is. */
function stillThere(chosen: ReadonlySet<RecordId>, { annotations }: OpenArticle): ReadonlySet<RecordId> {
  const kept = [...chosen].filter(id => annotations.has(id))
  return kept.length === chosen.size ? chosen : new Set(kept)
}
