import type { ChangeState } from '../domain/change-state.ts'
import { knownHash, rememberHash, type Version } from '../domain/version.ts'
import { WRITABLE_CODECS, type WritableCodec } from '../exchange/codecs.ts'
import {
  hashToSign,
  preparedFile,
  type FileOptions,
  type LeavingRecords,
  type PreparedFile,
} from '../exchange/prepared-file.ts'

/** A file that is asked for. */
export interface FileChoice extends FileOptions {
  readonly format: WritableCodec['id']
}

/**
 * What the worker is asked, one after the other: it gets the records some at a time, as to hand over a hundred thousand
 * versions at once would make the page stand still, and then answers any number of questions about them.
 */
export type ExportRequest =
  | { readonly kind: 'begin'; readonly records: Omit<LeavingRecords, 'versions' | 'changes'> }
  /** The hashes of those that have been hashed on the page; `null` for the others. */
  | { readonly kind: 'versions'; readonly versions: readonly Version[]; readonly hashes: readonly (string | null)[] }
  | { readonly kind: 'changes'; readonly changes: readonly (readonly [statement: string, ChangeState])[] }
  | { readonly kind: 'hash'; readonly history: boolean }
  | { readonly kind: 'file'; readonly choice: FileChoice }

/** What the worker says: that it is there, and then one answer to each request. */
export type ExportMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'taken' }
  | { readonly kind: 'hash'; readonly hash: string }
  | { readonly kind: 'file'; readonly file: PreparedFile }
  /** Nothing of the records is lost by it: the next question may have an answer. */
  | { readonly kind: 'failed'; readonly reason: string }

/** Answers the requests of one export, one after the other. */
export function createExportDesk(): (request: ExportRequest) => ExportMessage {
  const versions: Version[] = []
  const changes = new Map<string, ChangeState>()
  let records: LeavingRecords | null = null
  const take = (request: Exclude<ExportRequest, { kind: 'hash' | 'file' }>) => {
    if (request.kind === 'begin') records = { ...request.records, versions, changes }
    else if (request.kind === 'changes') request.changes.forEach(([statement, state]) => changes.set(statement, state))
    else versions.push(...takenOver(request))
  }
  const answer = (request: ExportRequest): ExportMessage => {
    if (request.kind === 'hash') return { kind: 'hash', hash: hashToSign(records!, request) }
    if (request.kind === 'file') return { kind: 'file', file: fileOf(records!, request.choice) }
    take(request)
    return { kind: 'taken' }
  }
  return request => {
    try {
      return answer(request)
    } catch (error) {
      return { kind: 'failed', reason: error instanceof Error ? error.message : String(error) }
    }
  }
}

function fileOf(records: LeavingRecords, { format, ...options }: FileChoice): PreparedFile {
  return preparedFile(
    WRITABLE_CODECS.find(({ id }) => id === format)!,
    records,
    options,
  )
}

function takenOver({ versions, hashes }: Extract<ExportRequest, { kind: 'versions' }>): readonly Version[] {
  versions.forEach((version, index) => {
    const hash = hashes[index]
    if (typeof hash === 'string') rememberHash(version, hash)
  })
  return versions
}

const AT_ONCE = 1000 // handed over in a few milliseconds

/** The requests that hand these records over. */
export function* handingOver(records: LeavingRecords): Generator<ExportRequest, void> {
  const { article, revisions, reviewers, versions, changes } = records
  yield { kind: 'begin', records: { article, revisions, reviewers } }
  for (const some of slicesOf(versions)) yield { kind: 'versions', versions: some, hashes: some.map(knownHash) }
  for (const some of slicesOf([...changes])) yield { kind: 'changes', changes: some }
}

function* slicesOf<T>(list: readonly T[]): Generator<readonly T[], void> {
  for (let from = 0; from < list.length; from += AT_ONCE) yield list.slice(from, from + AT_ONCE)
}
