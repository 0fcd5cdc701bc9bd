import { reanchorInSteps, type ReanchorRequest } from '../anchoring/reanchor.ts'
import type { ChangeState } from '../domain/change-state.ts'
import { fail, succeed, type Result } from '../domain/result.ts'
import { nextTurn } from './next-turn.ts'
import type { ReanchorMessage } from './reanchor-protocol.ts'

/** Why there are no states: the person cancelled, or the program failed, in words for a problem report. */
export type ReanchorProblem = { readonly kind: 'cancelled' } | { readonly kind: 'failed'; readonly reason: string }

/** What is told while statements are being found again, and how to stop it. */
export interface ReanchorOptions {
  /** The share that is done, from 0 to 1, never falling; 1 comes with the result. */
  readonly onProgress?: (share: number) => void
  readonly signal?: AbortSignal
}

/** A worker as far as this client uses it. */
export type ReanchorWorker = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>

/** The worker of this build; `null` where the platform has none. */
export function startReanchorWorker(): ReanchorWorker | null {
  if (typeof Worker === 'undefined') return null
  return new Worker(new URL('./reanchor-worker.ts', import.meta.url), { type: 'module' })
}

/**
 * Finds all statements again off the main thread; where there is no worker, or it cannot be loaded, on the main thread
 * in slices that leave the page responsive. Cancelling answers at once and frees the worker.
 */
export async function reanchorInWorker(
  request: ReanchorRequest,
  { onProgress, signal }: ReanchorOptions = {},
  startWorker: () => ReanchorWorker | null = startReanchorWorker,
): Promise<Result<readonly ChangeState[], ReanchorProblem>> {
  if (signal?.aborted === true) return fail({ kind: 'cancelled' })
  let told = 0
  const tell = (share: number) => {
    if (share <= told) return
    told = share
    onProgress?.(share)
  }
  const worker = startWorker()
  const outcome =
    (worker && (await askWorker(worker, request, tell, signal))) ?? (await inSlices(request, tell, signal))
  if (outcome.ok) tell(1)
  return outcome
}

type Outcome = Result<readonly ChangeState[], ReanchorProblem>

/** The worker's answer; `null` when it could not be loaded. */
function askWorker(
  worker: ReanchorWorker,
  request: ReanchorRequest,
  tell: (share: number) => void,
  signal: AbortSignal | undefined,
): Promise<Outcome | null> {
  return new Promise(resolve => {
    const settle = (outcome: Outcome | null) => {
      worker.terminate()
      resolve(outcome)
    }
    signal?.addEventListener('abort', () => settle(fail({ kind: 'cancelled' })), { once: true })
    worker.addEventListener('error', () => settle(null))
    worker.addEventListener('message', ({ data }: MessageEvent<ReanchorMessage>) => {
      if (data.kind === 'progress') tell(data.share)
      else settle(data.kind === 'done' ? succeed(data.states) : fail(data))
    })
    worker.postMessage(request)
  })
}

const SLICE = 12 // ms; below a frame, so that a page without workers still scrolls

async function inSlices(
  request: ReanchorRequest,
  tell: (share: number) => void,
  signal: AbortSignal | undefined,
): Promise<Outcome> {
  try {
    const steps = reanchorInSteps(request)
    let sliceEnd = performance.now() + SLICE
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done === true) return succeed(step.value)
      if (performance.now() < sliceEnd) continue
      tell(step.value)
      await nextTurn()
      if (signal?.aborted === true) return fail({ kind: 'cancelled' })
      sliceEnd = performance.now() + SLICE
    }
  } catch (error) {
    return fail({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) })
  }
}
