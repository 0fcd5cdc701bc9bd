import type { Changes, StorageProblem } from '../domain/review-storage.ts'
import type { Ports } from './ports.ts'
import type { SavingSlice, SavingStatus, Slice } from './review-state.ts'

const DRAFT_PAUSE = 1000 // ms without a key after which what was typed becomes one version and one undo step
const RETRY_AFTER = 5000 // ms between attempts to save what could not be saved

/** Shows a change at once and calls it saved only when it is durable. */
export const createSavingSlice =
  ({ storage }: Ports): Slice<SavingSlice> =>
  set => {
    const drafts = new Map<string, { settle: () => void; timer: ReturnType<typeof setTimeout> }>()
    const underWay = new Map<Changes, Promise<void>>()
    let failed: readonly Changes[] = []
    let problem: StorageProblem | null = null
    let retryTimer: ReturnType<typeof setTimeout> | undefined

    const report = () => set({ saving: status() })
    const status = (): SavingStatus => {
      if (drafts.size > 0 || underWay.size > 0) return { kind: 'saving' }
      return problem ? { kind: 'not-saved', problem } : { kind: 'saved' }
    }

    function save(changes: Changes): Promise<void> {
      const writing = write(changes)
      underWay.set(changes, writing)
      report()
      return writing
    }

    async function write(changes: Changes): Promise<void> {
      const outcome = await storage.commit(changes)
      underWay.delete(changes)
      if (outcome.ok) {
        if (failed.length === 0) problem = null
        else void retrySaving() // there is room again, or the connection is back
      } else {
        failed = [...failed, changes]
        problem = outcome.problem
        clearTimeout(retryTimer)
        retryTimer = setTimeout(() => void retrySaving(), RETRY_AFTER)
      }
      report()
    }

    async function retrySaving(): Promise<void> {
      clearTimeout(retryTimer)
      const again = failed
      failed = []
      // In their order: a later state of the same row must be written after an earlier one.
      await Promise.all(again.map(save))
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
      save,
      saveQuietly: changes => void storage.commit(changes),
      retrySaving,
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
      async whenSettled() {
        while (underWay.size > 0) await Promise.all(underWay.values())
      },
      unsavedVersions: () => [...underWay.keys(), ...failed].flatMap(changes => changes.versions ?? []),
    }
  }
