import { framesOf } from './stack-frames.ts'

const KEPT = 20 // entries; enough to see what led to a failure

/** Something that went wrong, without a word of what it went wrong with: error messages may quote an article. */
export interface ProblemEntry {
  /** Milliseconds since 1970. */
  readonly at: number
  /** Where it was noticed, such as "article" or "saving". */
  readonly where: string
  /** The error's class, or the kind of a problem. */
  readonly what: string
  readonly frames: readonly string[]
}

/** What went wrong in this tab, in memory, the latest last. */
export interface ProblemLog {
  noteError(where: string, error: unknown): void
  noteProblem(where: string, kind: string): void
  entries(): readonly ProblemEntry[]
}

/** A log that keeps the last twenty entries; the same error noticed twice counts once. */
export function createProblemLog(now: () => number): ProblemLog {
  let entries: readonly ProblemEntry[] = []
  const noticed = new WeakSet()
  const add = (entry: Omit<ProblemEntry, 'at'>) => {
    entries = [...entries, { at: now(), ...entry }].slice(-KEPT)
  }
  return {
    noteError(where, error) {
      const isObject = typeof error === 'object' && error !== null
      if (isObject && noticed.has(error)) return
      if (isObject) noticed.add(error)
      add({ where, what: error instanceof Error ? error.name : typeof error, frames: framesOf(error) })
    },
    noteProblem: (where, kind) => add({ where, what: kind, frames: [] }),
    entries: () => entries,
  }
}

/** Notes every error of a page that nothing caught. */
export function noteUncaught(log: ProblemLog, page: Pick<Window, 'addEventListener'>): void {
  page.addEventListener('error', event => log.noteError('uncaught', event.error))
  page.addEventListener('unhandledrejection', event => log.noteError('uncaught', event.reason))
}
