import { reanchorInSteps, type ReanchorRequest } from '../anchoring/reanchor.ts'
import type { ChangeState } from '../domain/change-state.ts'

/** What the worker says: how far it is (0 to 1), and at last the states or what stopped it. */
export type ReanchorMessage =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'done'; readonly states: readonly ChangeState[] }
  | { readonly kind: 'failed'; readonly reason: string }

/** Answers one request by messages, progress no more than a hundred times. */
export function answerReanchoring(request: ReanchorRequest, say: (message: ReanchorMessage) => void): void {
  try {
    say({ kind: 'done', states: reanchorAloud(request, say) })
  } catch (error) {
    say({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) })
  }
}

const LEAST_PROGRESS = 0.01 // more would cost time and move no bar

function reanchorAloud(request: ReanchorRequest, say: (message: ReanchorMessage) => void): readonly ChangeState[] {
  const steps = reanchorInSteps(request)
  let told = 0
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value
    if (step.value < told + LEAST_PROGRESS) continue
    told = step.value
    say({ kind: 'progress', share: told })
  }
}
