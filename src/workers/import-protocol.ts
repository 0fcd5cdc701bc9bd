import type { RevisionText } from '../anchoring/align/side.ts'
import type { DecodeProblem } from '../domain/decode-problem.ts'
import { rememberHash, versionHash, type Version } from '../domain/version.ts'
import { placeInSteps, type PlacedAnnotation } from '../exchange/adopt/place-foreign.ts'
import type { ForeignDocument } from '../exchange/foreign.ts'
import { incomingFile } from '../exchange/incoming.ts'
import { readIncoming, type ReadFile } from '../exchange/read-incoming.ts'

/** What the worker is asked: to read files, or to find the statements of a document in a text. */
export type ImportRequest =
  | { readonly kind: 'read'; readonly files: readonly NamedBytes[] }
  | { readonly kind: 'place'; readonly document: ForeignDocument; readonly to: RevisionText }

/** A file's name and content. */
export interface NamedBytes {
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/**
 * What the worker says. A set comes without its versions, which follow some at a time, each with its hash: to receive a
 * hundred thousand at once, and to hash them again, would make the page stand still.
 */
export type ImportMessage =
  /** It is there, and hears what is asked. */
  | { readonly kind: 'ready' }
  | { readonly kind: 'read'; readonly file: ReadFile; readonly versions: number }
  | { readonly kind: 'versions'; readonly versions: readonly Version[]; readonly hashes: readonly string[] }
  | { readonly kind: 'placed'; readonly placed: readonly PlacedAnnotation[] }
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'refused'; readonly problem: DecodeProblem }
  | { readonly kind: 'failed'; readonly reason: string }

/** Answers one request by messages. */
export function answerImport(request: ImportRequest, say: (message: ImportMessage) => void): void {
  try {
    if (request.kind === 'read') read(request.files, say)
    else say({ kind: 'placed', placed: place(request, say) })
  } catch (error) {
    say({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) })
  }
}

const VERSIONS_AT_ONCE = 1000 // taken over in a few milliseconds

/** The share of an import that is done when the files are read, and their versions still have to come over. */
export const READ_SHARE = 0.9

function read(files: readonly NamedBytes[], say: (message: ImportMessage) => void): void {
  const tell = (share: number) => say({ kind: 'progress', share: share * READ_SHARE })
  const outcome = readIncoming({ files: files.map(({ name, bytes }) => incomingFile(name, bytes)) }, tell)
  if (!outcome.ok) return say({ kind: 'refused', problem: outcome.problem })
  const file = outcome.value
  if (file.kind === 'foreign') return say({ kind: 'read', file, versions: 0 })
  const { versions } = file.set
  say({ kind: 'read', file: { ...file, set: { ...file.set, versions: [] } }, versions: versions.length })
  for (let from = 0; from < versions.length; from += VERSIONS_AT_ONCE) {
    const some = versions.slice(from, from + VERSIONS_AT_ONCE)
    say({ kind: 'versions', versions: some, hashes: some.map(versionHash) })
  }
}

const LEAST_PROGRESS = 0.01 // more would cost time and move no bar

function place(
  { document, to }: Extract<ImportRequest, { kind: 'place' }>,
  say: (message: ImportMessage) => void,
): readonly PlacedAnnotation[] {
  const steps = placeInSteps(document, to)
  let told = 0
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value
    if (step.value >= told + LEAST_PROGRESS) say({ kind: 'progress', share: (told = step.value) })
  }
}

/** Takes versions over from the worker, with the hashes that it has worked out. */
export function takenOver(message: Extract<ImportMessage, { kind: 'versions' }>): readonly Version[] {
  message.versions.forEach((version, index) => rememberHash(version, message.hashes[index]!))
  return message.versions
}
