import type { IntakeProblem } from '../domain/intake-problem.ts'
import type { Result } from '../domain/result.ts'
import { readFile, type Incoming, type ReadOptions } from './read-file.ts'

/** What became of one file of several. */
export interface FileOutcome {
  readonly file: File
  readonly outcome: Result<Incoming, IntakeProblem>
}

/** How far the reading of several files is. */
export interface FilesProgress {
  /** Files that are done. */
  readonly done: number
  readonly count: number
  /** The file that is being read. */
  readonly name: string
  /** Share of all files that is done, 0 to 1. */
  readonly share: number
}

/** As `ReadOptions`, but for a list of files. */
export interface ReadFilesOptions extends Omit<ReadOptions, 'onProgress'> {
  readonly onProgress?: (progress: FilesProgress) => void
}

/**
 * Reads files one after the other, in their order. One that cannot be read does not stop the others; once the person
 * cancels, the rest are `cancelled`, and what was read until then stays.
 */
export async function readFiles(
  files: readonly File[],
  { captured, signal, onProgress }: ReadFilesOptions,
): Promise<readonly FileOutcome[]> {
  const outcomes: FileOutcome[] = []
  const count = files.length
  for (const [done, file] of files.entries()) {
    const tell = (share: number) => onProgress?.({ done, count, name: file.name, share: (done + share) / count })
    tell(0)
    const outcome = await readFile(file, { captured, onProgress: tell, ...(signal && { signal }) })
    outcomes.push({ file, outcome })
  }
  return outcomes
}
