import type { DecodeProblem } from '../domain/decode-problem.ts'
import type { ArticleRecords } from '../domain/merge.ts'
import { fail, succeed, type Result } from '../domain/result.ts'
import type { StorageProblem } from '../domain/review-storage.ts'
import { fromAnnotationSet } from '../exchange/annotation-set.ts'
import { decodeAnnotationSet, MAX_SET_LENGTH } from '../exchange/w3c-set.ts'
import type { ImportPreview, ImportSlice } from '../store/review-state.ts'
import { describeDecodeProblem } from '../wording/decode-problems.ts'
import { words } from '../wording/words.ts'

/** Why a file cannot be imported. */
export type ImportProblem =
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'refused'; readonly problem: DecodeProblem }
  | { readonly kind: 'storage'; readonly problem: StorageProblem }

/** What a file holds, and what it would do to this library. */
export interface ReadyImport {
  readonly records: ArticleRecords
  readonly preview: ImportPreview
}

/** Reads an annotation set and compares it with the library. Nothing is changed. */
export async function readImport(
  file: Blob,
  previewImport: ImportSlice['previewImport'],
): Promise<Result<ReadyImport, ImportProblem>> {
  const text = await textOf(file)
  if (!text.ok) return text
  const decoded = decodeAnnotationSet(text.value)
  if (!decoded.ok) return fail({ kind: 'refused', problem: decoded.problem })
  const records = fromAnnotationSet(decoded.value)
  const preview = await previewImport(records)
  if (!preview.ok) return fail({ kind: 'storage', problem: preview.problem })
  return succeed({ records, preview: preview.value })
}

/** One sentence or two: why the file was refused, and what to do. */
export function describeImportProblem(problem: ImportProblem): string {
  switch (problem.kind) {
    case 'unreadable':
      return words.transfer.unreadable
    case 'refused':
      return describeDecodeProblem(problem.problem)
    case 'storage':
      return words.transfer.storageProblem[problem.problem.kind]
  }
}

/**
 * Which reviewer of a set a person probably is: on a device where nobody has reviewed yet, the only one of the set.
 * A device that has a reviewer keeps them unless the person says otherwise.
 */
export function probableReviewer({ reviewers }: ArticleRecords, localReviewer: string | null): string | null {
  const [only, ...others] = reviewers
  return localReviewer === null && only && others.length === 0 ? only.id : null
}

async function textOf(file: Blob): Promise<Result<string, ImportProblem>> {
  // UTF-8 takes at most three bytes for one UTF-16 unit: a file that is larger is too long whatever it says.
  if (file.size > MAX_SET_LENGTH * 3) {
    return fail({ kind: 'refused', problem: { kind: 'too-large', limit: MAX_SET_LENGTH } })
  }
  const bytes = await bytesOf(file)
  if (!bytes) return fail({ kind: 'unreadable' })
  try {
    return succeed(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return fail({ kind: 'refused', problem: { kind: 'not-json' } }) // A picture, or another encoding.
  }
}

async function bytesOf(file: Blob): Promise<ArrayBuffer | null> {
  try {
    return await file.arrayBuffer()
  } catch {
    return null // Moved, changed or forbidden since it was chosen: the browser does not say which.
  }
}
