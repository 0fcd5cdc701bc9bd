import type { Timestamp } from '../domain/identifiers.ts'
import type { ArticleFormat, IntakeProblem } from '../domain/intake-problem.ts'
import { fail, succeed, type Result } from '../domain/result.ts'
import type { ArticleDraft } from './article-draft.ts'
import { detectFormat, MAX_BYTES } from './detect-format.ts'
import { finishDraft } from './finish-draft.ts'
import type { ReadingPace, SourceFile } from './reader.ts'
import { READERS } from './readers.ts'
import { createPace } from './reading-pace.ts'

/** What a file turned out to be: an article, or something that other parts of the program read. */
export type Incoming =
  | { readonly kind: 'article'; readonly draft: ArticleDraft }
  | { readonly kind: 'annotation-set' }
  | { readonly kind: 'backup' }

/** How to read: when that is, and who wants to know how far it is or to stop it. */
export interface ReadOptions {
  readonly captured: Timestamp
  readonly signal?: AbortSignal
  /** Gets shares of the whole file, 0 to 1, now and then. */
  readonly onProgress?: (share: number) => void
}

/**
 * Reads a file as an article, by what it holds and not by its name. Nothing is stored, shown or asked of any network.
 * Never throws: what cannot be read is a problem that says why.
 */
export async function readFile(file: File, options: ReadOptions): Promise<Result<Incoming, IntakeProblem>> {
  const signal = options.signal ?? new AbortController().signal
  // Before it is read: a film dropped by mistake would fill the memory.
  if (file.size > MAX_BYTES) {
    return (await beginsAsBackup(file)) ? succeed({ kind: 'backup' }) : fail({ kind: 'too-large', limit: MAX_BYTES })
  }
  const bytes = await bytesOf(file)
  if (signal.aborted) return fail({ kind: 'cancelled' })
  if (bytes === null) return fail({ kind: 'unreadable' })
  const source = { name: file.name, bytes }
  const detected = detectFormat(source)
  if (!detected.ok) return detected
  const format = detected.value
  if (format === 'annotation-set' || format === 'backup') return succeed({ kind: format })
  const draft = await readAs(format, source, createPace(signal, options.onProgress ?? noProgress), options.captured)
  return draft.ok ? succeed({ kind: 'article', draft: draft.value }) : draft
}

async function readAs(
  format: ArticleFormat,
  source: SourceFile,
  pace: ReadingPace,
  captured: Timestamp,
): Promise<Result<ArticleDraft, IntakeProblem>> {
  try {
    const read = await READERS[format]()
    const found = await read(source, pace)
    return found.ok ? finishDraft(found.value, { format, captured }) : found
  } catch {
    // Every library words it differently, and none in words for a fact-checker.
    return fail(pace.signal.aborted ? { kind: 'cancelled' } : { kind: 'broken', format })
  }
}

/** A backup may be larger than any article: it is told by its first bytes. */
async function beginsAsBackup(file: File): Promise<boolean> {
  const bytes = await bytesOf(file.slice(0, BACKUP_SIGN_BYTES))
  const detected = bytes && detectFormat({ name: file.name, bytes })
  return detected?.ok === true && detected.value === 'backup'
}

const BACKUP_SIGN_BYTES = 64

async function bytesOf(file: Blob): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await file.arrayBuffer())
  } catch {
    return null // Moved, changed or forbidden since it was chosen: the browser does not say which.
  }
}

function noProgress(): void {
  // Nobody wants to know.
}
