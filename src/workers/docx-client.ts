import type { IntakeProblem } from '../domain/intake-problem.ts'
import { fail, type Result } from '../domain/result.ts'
import type { ConvertedDocx } from '../intake/docx/convert-docx.ts'

/**
 * Converts a document of Word in a worker of its own, so that the page stays responsive however large it is. Rejects with
 * an `AbortError` as soon as the person cancels; the worker ends then, in whatever it was.
 */
export async function convertDocxAside(
  bytes: Uint8Array,
  signal: AbortSignal,
): Promise<Result<ConvertedDocx, IntakeProblem>> {
  signal.throwIfAborted()
  const worker = new Worker(new URL('./docx-worker.ts', import.meta.url), { type: 'module' })
  try {
    return await new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true })
      worker.onmessage = ({ data }: MessageEvent<Result<ConvertedDocx, IntakeProblem>>) => resolve(data)
      // It ran out of memory, or out of depth.
      worker.onerror = event => {
        event.preventDefault()
        resolve(fail({ kind: 'broken', format: 'docx' }))
      }
      worker.postMessage(bytes)
    })
  } finally {
    worker.terminate()
  }
}
