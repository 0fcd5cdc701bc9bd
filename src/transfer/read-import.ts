import type { DecodeProblem } from '../domain/decode-problem.ts'
import type { ArticleRecords } from '../domain/merge.ts'
import { fail, type Result } from '../domain/result.ts'
import type { StorageProblem } from '../domain/review-storage.ts'
import { MAX_SET_LENGTH } from '../exchange/w3c-set.ts'
import type { ReadFile } from '../exchange/read-incoming.ts'
import { describeDecodeProblem } from '../wording/decode-problems.ts'
import { pageWords } from '../wording/page-words.ts'
import { readInWorker, type ImportOptions } from '../workers/import-client.ts'
import type { NamedBytes } from '../workers/import-protocol.ts'

/** Why files cannot be imported. */
export type ImportProblem =
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'refused'; readonly problem: DecodeProblem }
  | { readonly kind: 'storage'; readonly problem: StorageProblem }

/** Reads files that came together. Nothing is compared or changed. */
export async function readImport(
  files: readonly File[],
  options: ImportOptions = {},
): Promise<Result<ReadFile, ImportProblem>> {
  // UTF-8 takes at most three bytes for one UTF-16 unit: files that are larger are too long whatever they say.
  if (files.reduce((sum, { size }) => sum + size, 0) > MAX_SET_LENGTH * 3) {
    return fail({ kind: 'refused', problem: { kind: 'too-large', limit: MAX_SET_LENGTH } })
  }
  const contents: NamedBytes[] = []
  for (const file of files) {
    const bytes = await bytesOf(file)
    if (!bytes) return fail({ kind: 'unreadable' })
    contents.push({ name: file.name, bytes })
  }
  const outcome = await readInWorker(contents, options)
  if (outcome.ok) return outcome
  if (outcome.problem.kind === 'failed') console.error(outcome.problem.reason) // For a report; the person gets a sentence.
  return fail(outcome.problem)
}

/** One sentence or two: why the files were refused, and what to do. */
export function describeImportProblem(problem: ImportProblem): string {
  switch (problem.kind) {
    case 'unreadable':
      return pageWords.transfer.unreadable
    case 'cancelled':
      return pageWords.transfer.cancelled
    case 'failed':
      return pageWords.transfer.readingFailed
    case 'refused':
      return describeDecodeProblem(problem.problem)
    case 'storage':
      return pageWords.transfer.storageProblem[problem.problem.kind]
  }
}

/**
 * Which reviewer of a set a person probably is: on a device where nobody has reviewed yet, the only one of the set.
 * A device that has a reviewer keeps them unless the person says otherwise.
 */
export function probableReviewer(
  { reviewers }: Pick<ArticleRecords, 'reviewers'>,
  localReviewer: string | null,
): string | null {
  const [only, ...others] = reviewers
  return localReviewer === null && only && others.length === 0 ? only.id : null
}

async function bytesOf(file: Blob): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await file.arrayBuffer())
  } catch {
    return null // Moved, changed or forbidden since it was chosen: the browser does not say which.
  }
}
