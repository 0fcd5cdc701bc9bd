import type { Changes, StorageProblem } from '../domain/review-storage.ts'
import type { Ports } from './ports.ts'
import type { SavingSlice, SavingStatus, Slice } from './review-state.ts'
import { isEmpty, withoutOverwritten } from './unsaved-changes.ts'

const DRAFT_PAUSE = 1000 // ms without a key after which what was typed becomes one version and one undo step
const RETRY_AFTER = 5000 // ms between attempts to save what could not be saved

/** Changes that are not known to be durable: on their way, or stopped by a problem. */
interface Unsaved {
  /** What of them no later change has overwritten. */
  left: Changes
  problem: StorageProblem | null
  written: Promise<void>
  /** Whether the status says nothing of it. */
  readonly isQuiet: boolean
}

/** Shows a change at once and calls it saved only when it is durable. */
export const createSavingSlice =
  ({ storage }: Ports): Slice<SavingSlice> =>
  set => {
    const drafts = new Map<string, { settle: () => void; timer: ReturnType<typeof setTimeout> }>()
    /** In the order in which they were made. */
    const unsaved = new Set<Unsaved>()
    const readings = new Set<Unsaved[]>()
    let retryTimer: ReturnType<typeof setTimeout> | undefined
    let waitedFor = 0 // commits that somebody waits for before anything is shown

    const report = () => {
      const saving = status()
      set(state => (isSame(state.saving, saving) ? state : { saving }))
    }
    const status = (): SavingStatus => {
      const told = [...unsaved].filter(({ isQuiet }) => !isQuiet)
      if (drafts.size > 0 || waitedFor > 0 || told.some(isUnderWay)) return { kind: 'saving' }
      const problem = told.at(-1)?.problem
      return problem ? { kind: 'not-saved', problem } : { kind: 'saved' }
    }

    function save(changes: Changes, isQuiet = false): Promise<void> {
      const takenOver = overwrite(changes)
      const entry = { left: changes, problem: null, written: Promise.resolve(), isQuiet: isQuiet && !takenOver }
      unsaved.add(entry)
      for (const reading of readings) reading.push(entry)
      entry.written = write(entry)
      report()
      return entry.written
    }

    /** Leaves to these changes what earlier ones would write as well; answers whether the status told of any of that. */
    function overwrite(changes: Changes): boolean {
      let wasTold = false
      for (const earlier of new Set([...unsaved, ...[...readings].flat()])) {
        const left = withoutOverwritten(earlier.left, changes)
        if (left !== earlier.left && unsaved.has(earlier)) wasTold ||= !earlier.isQuiet
        earlier.left = left
        if (earlier.problem && isEmpty(left)) unsaved.delete(earlier)
      }
      return wasTold
    }

    async function write(entry: Unsaved): Promise<void> {
      entry.problem = null
      const outcome = await storage.commit(entry.left)
      if (outcome.ok) {
        unsaved.delete(entry)
        void retrySaving() // there is room again, or the connection is back
      } else if (isEmpty(entry.left) || !unsaved.has(entry)) {
        unsaved.delete(entry)
      } else {
        entry.problem = outcome.problem
        clearTimeout(retryTimer)
        retryTimer = setTimeout(() => void retrySaving(), RETRY_AFTER)
      }
      report()
    }

    async function whenSettled(): Promise<void> {
      const underWay = () => [...unsaved].filter(isUnderWay)
      while (underWay().length > 0) await Promise.all(underWay().map(({ written }) => written))
    }

    async function retrySaving(): Promise<void> {
      const stopped = [...unsaved].filter(entry => !isUnderWay(entry))
      if (stopped.length === 0) return
      clearTimeout(retryTimer)
      for (const entry of stopped) entry.written = write(entry)
      report()
      await Promise.all(stopped.map(({ written }) => written))
    }

    function settleDraft(field: string): void {
      const draft = drafts.get(field)
      if (!draft) return
      clearTimeout(draft.timer)
      drafts.delete(field)
      draft.settle()
      report()
    }

    return {
      saving: { kind: 'saved' },
      save: changes => save(changes),
      saveQuietly: changes => void save(changes, true),
      retrySaving,
      dropUnsaved() {
        for (const { timer } of drafts.values()) clearTimeout(timer)
        clearTimeout(retryTimer)
        drafts.clear()
        unsaved.clear()
        report()
      },
      draft(field, settle) {
        clearTimeout(drafts.get(field)?.timer)
        drafts.set(field, {
          settle,
          timer: setTimeout(() => settleDraft(field), DRAFT_PAUSE),
        })
        report()
      },
      settleDraft,
      settleDrafts: () => [...drafts.keys()].forEach(settleDraft),
      whenSettled,
      async commitNow(changes) {
        await whenSettled()
        waitedFor += 1
        report()
        const outcome = await storage.commit(changes)
        waitedFor -= 1
        if (outcome.ok) {
          overwrite(changes)
          void retrySaving()
        }
        report()
        return outcome
      },
      async readStored(read) {
        const reading = [...unsaved]
        readings.add(reading)
        const stored = await read()
        readings.delete(reading)
        return [stored, reading.map(({ left }) => left)]
      },
    }
  }

function isUnderWay({ problem }: Unsaved): boolean {
  return problem === null
}

function isSame(a: SavingStatus, b: SavingStatus): boolean {
  if (a.kind === 'not-saved' && b.kind === 'not-saved') return a.problem === b.problem
  return a.kind === b.kind
}
