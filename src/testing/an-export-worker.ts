import { createExportDesk, type ExportMessage, type ExportRequest } from '../workers/export-protocol.ts'

/** What the workers of a page were asked, and how many of them have ended. */
export interface ExportWorkers {
  /** Copies, as they arrived. */
  readonly asked: readonly ExportRequest[]
  started(): number
  ended(): number
  /** Keeps all answers back until the function that it gives back is called. */
  hold(): () => void
  /** Lets the worker that is asked for a file or a hash next break. */
  breakNext(): void
}

/**
 * The `Worker` of a page whose workers write exports: in this thread, but everything that goes in or comes out is copied as
 * between threads. With `isMissing` none can be loaded.
 */
export function exportWorkers({ isMissing = false } = {}): ExportWorkers & { readonly Worker: typeof Worker } {
  const asked: ExportRequest[] = []
  const held: (() => void)[] = []
  let started = 0
  let ended = 0
  let isHeld = false
  let breaks = false
  class ExportWorker {
    onmessage: ((event: MessageEvent<ExportMessage>) => void) | null = null
    onerror: ((event: { readonly message?: string }) => void) | null = null
    readonly #answer = createExportDesk()
    #isEnded = false

    constructor() {
      started += 1
      queueMicrotask(() => (isMissing ? this.onerror?.({}) : this.#say({ kind: 'ready' })))
    }

    postMessage(request: ExportRequest): void {
      const copy = structuredClone(request)
      asked.push(copy)
      const say = () => this.#say(this.#answer(copy))
      if (breaks && (copy.kind === 'file' || copy.kind === 'hash')) {
        breaks = false
        queueMicrotask(() => this.onerror?.({ message: 'out of memory' }))
      } else if (isHeld) held.push(say)
      else queueMicrotask(say)
    }

    terminate(): void {
      if (!this.#isEnded) ended += 1
      this.#isEnded = true
    }

    #say(message: ExportMessage): void {
      if (!this.#isEnded) this.onmessage?.(new MessageEvent('message', { data: structuredClone(message) }))
    }
  }
  return {
    Worker: ExportWorker as unknown as typeof Worker,
    asked,
    started: () => started,
    ended: () => ended,
    hold() {
      isHeld = true
      return () => {
        isHeld = false
        held.splice(0).forEach(say => say())
      }
    },
    breakNext: () => void (breaks = true),
  }
}
