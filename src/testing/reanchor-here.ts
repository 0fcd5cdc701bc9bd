import { reanchor } from '../anchoring/reanchor.ts'
import { succeed } from '../domain/result.ts'
import type { Reanchor } from '../anchoring/change-states.ts'

/** Finds statements again at once, without a worker. */
export const reanchorHere: Reanchor = (request, { onProgress } = {}) => {
  const states = reanchor(request)
  onProgress?.(1)
  return Promise.resolve(succeed(states))
}
