import type { Backup } from '../domain/backup.ts'
import { isSomethingLeft } from '../domain/library-damage.ts'
import { succeed, type Result } from '../domain/result.ts'
import type { BackupSlice, RestoreChoice } from './backup-state.ts'
import { mergedTallies } from './merged-tallies.ts'
import type { Ports } from './ports.ts'
import type { Slice } from './review-state.ts'
import { isEmpty } from './unsaved-changes.ts'

/** Ms between two backups into the folder. */
export const BETWEEN_FOLDER_BACKUPS = 10 * 60 * 1000

/** Copies of the library, beside the work on it. */
export const createBackupSlice =
  ({ storage, backups, now, askForPersistence, isPersisted }: Ports): Slice<BackupSlice> =>
  (set, get) => {
    let wasAsked = false
    let wroteIntoFolder = -Infinity

    /** What this tab has in memory and not on disk, once nothing is on its way any more. */
    async function unsavedChanges() {
      get().settleDrafts()
      await get().whenSettled()
      const [, unsaved] = await get().readStored(() => Promise.resolve())
      return unsaved.filter(changes => !isEmpty(changes))
    }

    async function takeSnapshot(): Promise<void> {
      const outcome = await backups.takeSnapshotIfDue()
      set(({ snapshotsTaken }) => ({
        snapshotProblem: outcome.ok ? null : outcome.problem,
        snapshotsTaken: snapshotsTaken + Number(outcome.ok && outcome.value),
      }))
    }

    async function writeIntoFolder(isLeaving: boolean): Promise<void> {
      if (!isLeaving && now() - wroteIntoFolder < BETWEEN_FOLDER_BACKUPS) return
      const outcome = await backups.backUpIntoFolder()
      if (outcome.ok && outcome.value) wroteIntoFolder = now()
      set({ folderProblem: outcome.ok ? null : outcome.problem })
    }

    async function planFor(backup: Backup, { mode, source }: RestoreChoice) {
      if (mode === 'replace') return succeed({ mode, source, tallies: [] })
      const preview = await backups.previewRestore(backup)
      if (!preview.ok) return preview
      const grown = preview.value.list.filter(({ isNew, newVersions }) => !isNew && newVersions > 0).map(({ id }) => id)
      const tallies = await mergedTallies(storage, get(), backup.contents, grown)
      return succeed({ mode, source, tallies })
    }

    return {
      facts: null,
      persistence: 'unasked',
      folder: null,
      folderProblem: null,
      snapshotProblem: null,
      snapshotsTaken: 0,

      async askToKeep(isInsisting = false) {
        if (wasAsked && !isInsisting) return
        wasAsked = true
        set({ persistence: (await askForPersistence()) ? 'granted' : 'refused' })
      },

      async refreshFacts() {
        const [facts, isKept, folder] = await Promise.all([storage.readFacts(), isPersisted(), backups.readFolder()])
        set(state => ({
          facts: facts.ok ? facts.value : state.facts,
          folder,
          persistence: isKept ? 'granted' : state.persistence,
        }))
        // The browser is asked at the first annotation: where there are some, it was, and did not promise it.
        if (!isKept && facts.ok && facts.value.annotations > 0) set({ persistence: 'refused' })
      },

      async backUp(sink, passphrase) {
        const unsaved = await unsavedChanges()
        const outcome = await backups.backUp(sink, { passphrase, unsaved })
        await get().refreshFacts()
        return outcome.ok ? succeed({ ...outcome.value, unsaved: unsaved.length }) : outcome
      },

      readBackup: (file, passphrase) => backups.readBackup(file, passphrase),
      previewRestore: backup => backups.previewRestore(backup),

      async restore(backup, choice) {
        // What is only in memory would be gone with the page.
        await unsavedChanges()
        const { saving } = get()
        if (saving.kind === 'not-saved') return { kind: 'unsaved', problem: saving.problem }
        const plan = await planFor(backup, choice)
        if (!plan.ok) return { kind: 'storage', problem: plan.problem }
        const outcome = await backups.restore(backup, plan.value)
        return problemIn(outcome)
      },

      async recover(backup, source) {
        const { started } = get()
        const problem = typeof started === 'object' ? started.problem : null
        const isOpen = problem?.kind === 'damaged' && 'found' in problem.damage
        const taken = await (isOpen ? storage.acceptAsIs() : storage.startAnew())
        if (!taken.ok) return { kind: 'storage', problem: taken.problem }
        const library = await storage.readLibrary()
        if (!library.ok) return { kind: 'storage', problem: library.problem }
        // What is left stays; so does what another tab may have brought back meanwhile.
        const isLeft = problem?.kind === 'damaged' && isSomethingLeft(problem.damage)
        const mode = library.value.isNew && !isLeft ? 'replace' : 'merge'
        const outcome = await backups.restore(backup, { mode, source, tallies: [] })
        return problemIn(outcome)
      },

      acceptAsIs: async () => problemIn(await storage.acceptAsIs()),
      startAnew: async () => problemIn(await storage.startAnew()),
      exportRaw: () => storage.exportRaw(),
      listSnapshots: () => backups.listSnapshots(),
      openSnapshot: id => backups.openSnapshot(id),

      async chooseFolder(folder) {
        const outcome = await backups.chooseFolder(folder)
        if (!outcome.ok) return outcome.problem
        set({ folder: outcome.value, folderProblem: null })
        wroteIntoFolder = -Infinity
        await get().keepCopies(false)
        return null
      },

      async askForFolder() {
        set({ folder: await backups.askForFolder() })
        await get().keepCopies(true)
      },

      async keepCopies(isLeaving) {
        if (get().started !== 'yes') return
        await writeIntoFolder(isLeaving)
        if (isLeaving) return
        await takeSnapshot()
        await get().refreshFacts()
      },
    }
  }

function problemIn<Problem>(outcome: Result<unknown, Problem>): Problem | null {
  return outcome.ok ? null : outcome.problem
}
