import type { OfflineState, OfflineSupport } from '../offline/offline-state.ts'
import type { ReviewStore } from '../store/review-store.ts'
import type { ProblemLog } from './problem-log.ts'
import { problemReport, type ReportFacts } from './problem-report.ts'
import type { WriteReport } from './report-source.ts'

interface ReportWriter {
  readonly store: ReviewStore
  readonly offline: OfflineSupport
  readonly log: ProblemLog
  now(): number
}

/** A function that writes a problem report of the moment in which it is called. It never fails: what cannot be asked is "unknown". */
export function reportWriter({ store, offline, log, now }: ReportWriter): WriteReport {
  return async () => {
    const { saving, started } = store.getState()
    const facts: ReportFacts = {
      program: `Factmark ${import.meta.env.FACTMARK_VERSION} (${buildName()})`,
      browser: navigator.userAgent,
      window: `${window.innerWidth} x ${window.innerHeight} at ${window.devicePixelRatio}`,
      language: navigator.languages.join(', '),
      page: pageKind(window.location.hash),
      saving: saving.kind === 'not-saved' ? `not-saved, ${saving.problem.kind}` : saving.kind,
      database: typeof started === 'string' ? await databaseFacts(store) : `not open, ${started.problem.kind}`,
      storage: await storageFacts(),
      offline: offlineFacts(offline.getState()),
    }
    return problemReport(facts, log.entries(), now())
  }
}

/** The kind of page that an address shows: which article it was is nobody's business. */
export function pageKind(hash: string): string {
  return /^#\/[a-z]*/.exec(hash)?.[0] ?? '#'
}

async function databaseFacts(store: ReviewStore): Promise<string> {
  const facts = await store.getState().readFacts()
  if (!facts.ok) return `not read, ${facts.problem.kind}`
  // How much is withheld is nobody's business.
  const {
    state,
    rows: { withheld: _, ...rows },
  } = facts.value
  const commits = state ? `${state.sequence} commits, the last at ${state.savedAt}` : 'no commit'
  return [commits, ...Object.entries(rows).map(([name, count]) => `${count} ${name}`)].join(', ')
}

function offlineFacts({ kept, isUpdateReady }: OfflineState): string {
  return isUpdateReady ? `${kept}, an update waits` : kept
}

async function storageFacts(): Promise<string> {
  try {
    const { usage, quota } = await navigator.storage.estimate()
    const isKept = await navigator.storage.persisted()
    return `${usage ?? 'unknown'} of ${quota ?? 'unknown'} bytes, ${isKept ? 'kept' : 'not promised'}`
  } catch {
    return 'unknown' // an insecure or opaque origin, or private mode
  }
}

/** The built script, which comes last, has its hash in its name. */
function buildName(): string {
  const scripts = [...document.querySelectorAll<HTMLScriptElement>('script[type="module"][src]')]
  return scripts.at(-1)?.src.split('/').at(-1) ?? 'unknown'
}
