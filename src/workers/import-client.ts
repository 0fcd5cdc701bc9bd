import type { RevisionText } from '../anchoring/align/side.ts'
import type { DecodeProblem } from '../domain/decode-problem.ts'
import { fail, succeed, type Result } from '../domain/result.ts'
import type { Version } from '../domain/version.ts'
import type { PlacedAnnotation } from '../exchange/adopt/place-foreign.ts'
import type { ForeignDocument } from '../exchange/foreign.ts'
import type { ReadFile } from '../exchange/read-incoming.ts'
import {
  answerImport,
  READ_SHARE,
  takenOver,
  type ImportMessage,
  type ImportRequest,
  type NamedBytes,
} from './import-protocol.ts'

/** How to follow long work, and how to stop it. */
export interface ImportOptions {
  /** The share that is done, from 0 to 1, where it is known. */
  readonly onProgress?: (share: number) => void
  readonly signal?: AbortSignal
}

/** Why there is no answer: the person cancelled, the files are refused, or the program failed, in words for a problem report. */
export type ImportFailure =
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'refused'; readonly problem: DecodeProblem }
  | { readonly kind: 'failed'; readonly reason: string }

/** Reads files that came together, off the main thread where there are workers. Cancelling answers at once. */
export async function readInWorker(
  files: readonly NamedBytes[],
  options: ImportOptions = {},
): Promise<Result<ReadFile, ImportFailure>> {
  let file: ReadFile | null = null
  let missing = 0
  const versions: Version[] = []
  const outcome = await asked({ kind: 'read', files }, options, message => {
    if (message.kind === 'progress') options.onProgress?.(message.share)
    if (message.kind === 'read') {
      file = message.file
      missing = message.versions
    }
    if (message.kind === 'versions') {
      versions.push(...takenOver(message))
      options.onProgress?.(READ_SHARE + (1 - READ_SHARE) * (versions.length / missing))
    }
    return file !== null && versions.length === missing
  })
  return outcome.ok ? succeed(withVersions(file!, versions)) : outcome
}

function withVersions(file: ReadFile, versions: readonly Version[]): ReadFile {
  if (file.kind === 'foreign') return file
  return { ...file, set: { ...file.set, versions: versions as typeof file.set.versions } }
}

/** Finds the statements of a foreign document in a text, off the main thread where there are workers. */
export async function placeInWorker(
  document: ForeignDocument,
  to: RevisionText,
  options: ImportOptions = {},
): Promise<Result<readonly PlacedAnnotation[], ImportFailure>> {
  let placed: readonly PlacedAnnotation[] = []
  const outcome = await asked({ kind: 'place', document, to }, options, message => {
    if (message.kind === 'progress') options.onProgress?.(message.share)
    if (message.kind !== 'placed') return false
    placed = message.placed
    return true
  })
  return outcome.ok ? succeed(placed) : outcome
}

/** Hears messages until `hear` has heard enough, or something went wrong. */
function asked(
  request: ImportRequest,
  { signal }: ImportOptions,
  hear: (message: ImportMessage) => boolean,
): Promise<Result<void, ImportFailure>> {
  if (signal?.aborted === true) return Promise.resolve(fail({ kind: 'cancelled' }))
  return new Promise(resolve => {
    const worker = typeof Worker === 'undefined' ? null : startWorker()
    const settle = (outcome: Result<void, ImportFailure>) => {
      worker?.terminate()
      resolve(outcome)
    }
    const take = (message: ImportMessage) => {
      if (message.kind === 'refused' || message.kind === 'failed') settle(fail(message))
      else if (hear(message)) settle(succeed(undefined))
    }
    signal?.addEventListener('abort', () => settle(fail({ kind: 'cancelled' })), { once: true })
    if (!worker) return answerImport(request, take)
    let isThere = false
    worker.addEventListener('message', ({ data }: MessageEvent<ImportMessage>) => {
      if (data.kind !== 'ready') return take(data)
      isThere = true
      // Handed over, not copied: of a file of some hundred megabytes the page would stand still, and hold it twice.
      worker.postMessage(request, request.kind === 'read' ? request.files.map(({ bytes }) => bytes.buffer) : [])
    })
    worker.addEventListener(
      'error',
      ({ message }) => {
        // Without a network it may not be there yet: then the page does the work itself.
        if (isThere) settle(fail({ kind: 'failed', reason: message }))
        else answerImport(request, take)
      },
      { once: true },
    )
  })
}

function startWorker(): Worker {
  return new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' })
}
