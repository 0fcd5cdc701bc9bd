import { fail, succeed, type Result } from '../domain/result.ts'
import type { FileOptions, LeavingRecords, PreparedFile } from '../exchange/prepared-file.ts'
import {
  createExportDesk,
  handingOver,
  type ExportMessage,
  type ExportRequest,
  type FileChoice,
} from './export-protocol.ts'
import { nextTurn } from './next-turn.ts'

/** Why there is no answer: it was called off, or the program failed, in words for a problem report. */
export type ExportFailure = { readonly kind: 'cancelled' } | { readonly kind: 'failed'; readonly reason: string }

/** Writes files of one article's records. What is called off is answered at once. */
export interface FileWriter {
  /** What a signature of the set, with its history or without, must sign. */
  hashToSign(options: Pick<FileOptions, 'history'>, wanted: AbortSignal): Promise<Result<string, ExportFailure>>
  file(choice: FileChoice, wanted: AbortSignal): Promise<Result<PreparedFile, ExportFailure>>
}

/**
 * Hands the records over once for all files, to a worker where there are workers. It does one thing after the other; what is
 * called off before its turn is not begun, so that between a choice and its file stands no choice that was given up but the
 * one being worked on. `signal` ends it and its worker, in whatever they are.
 */
export function openFileWriter(records: LeavingRecords, signal: AbortSignal): FileWriter {
  let desk: Desk | null = null
  const answer = async (request: ExportRequest): Promise<ExportMessage> => {
    try {
      desk ??= await stockedDesk(records, signal)
      return await desk.ask(request)
    } catch (error) {
      // What broke may never answer again: the next file has another.
      desk?.end()
      desk = null
      return { kind: 'failed', reason: error instanceof Error ? error.message : String(error) }
    }
  }
  let turn: Promise<void> = stockedDesk(records, signal).then(
    stocked => void (desk = stocked),
    () => undefined, // The first question finds out anew, and tells.
  )
  const inTurn = (request: ExportRequest, wanted: AbortSignal) => {
    const answered = turn.then(() => (wanted.aborted || signal.aborted ? null : answer(request)))
    turn = answered.then(() => undefined)
    return unlessAborted(answered, [wanted, signal])
  }
  return {
    async hashToSign({ history }, wanted) {
      const message = await inTurn({ kind: 'hash', history }, wanted)
      return message?.kind === 'hash' ? succeed(message.hash) : fail(failureOf(message))
    },
    async file(choice, wanted) {
      const message = await inTurn({ kind: 'file', choice }, wanted)
      return message?.kind === 'file' ? succeed(message.file) : fail(failureOf(message))
    },
  }
}

function failureOf(message: ExportMessage | null): ExportFailure {
  if (message === null) return { kind: 'cancelled' }
  return { kind: 'failed', reason: message.kind === 'failed' ? message.reason : `answered with ${message.kind}` }
}

/** `null` as soon as one of the signals calls it off. */
function unlessAborted<T>(answer: Promise<T>, signals: readonly AbortSignal[]): Promise<T | null> {
  // A listener that stayed would keep the answer: files of some hundred megabytes.
  const settled = new AbortController()
  return new Promise(resolve => {
    const settle = (value: T | null) => {
      settled.abort()
      resolve(value)
    }
    for (const one of signals) {
      if (one.aborted) settle(null)
      one.addEventListener('abort', () => settle(null), { signal: settled.signal })
    }
    void answer.then(settle)
  })
}

/** Answers requests, one at a time. Rejects when it broke. */
interface Desk {
  ask(request: ExportRequest): Promise<ExportMessage>
  end(): void
}

/** A desk that has got the records, with a turn for the page after each part. */
async function stockedDesk(records: LeavingRecords, signal: AbortSignal): Promise<Desk> {
  const desk = await openDesk(signal)
  try {
    for (const part of handingOver(records)) {
      signal.throwIfAborted()
      await desk.ask(part)
    }
    return desk
  } catch (error) {
    desk.end()
    throw error
  }
}

function openDesk(signal: AbortSignal): Promise<Desk> {
  signal.throwIfAborted()
  if (typeof Worker === 'undefined') return Promise.resolve(deskOfThePage())
  const worker = new Worker(new URL('./export-worker.ts', import.meta.url), { type: 'module' })
  signal.addEventListener('abort', () => worker.terminate(), { once: true })
  return new Promise(resolve => {
    worker.onmessage = () => resolve(deskOf(worker))
    // Without a network it may not be there yet: then the page does the work itself.
    worker.onerror = () => resolve(deskOfThePage())
  })
}

function deskOf(worker: Worker): Desk {
  return {
    ask: request =>
      new Promise((resolve, reject) => {
        worker.onmessage = ({ data }: MessageEvent<ExportMessage>) => resolve(data)
        worker.onerror = ({ message }) => reject(new Error(message))
        worker.onmessageerror = () => reject(new Error('an answer could not be taken over'))
        worker.postMessage(request)
      }),
    end: () => worker.terminate(),
  }
}

function deskOfThePage(): Desk {
  const answer = createExportDesk()
  return {
    async ask(request) {
      await nextTurn()
      return answer(request)
    },
    end() {},
  }
}
