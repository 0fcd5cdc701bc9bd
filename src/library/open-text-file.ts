import { fail, succeed, type Result } from '../domain/result.ts'
import { decodeTextFile, MAX_FILE_LENGTH } from '../intake/read-text-file.ts'
import { describeIntakeProblem } from '../wording/intake-problems.ts'
import { words } from '../wording/words.ts'

/** The text of a file that a person chose, or one sentence that says why it cannot be read. */
export async function openTextFile(file: File): Promise<Result<string, string>> {
  if (/\.json(ld)?$/i.test(file.name)) return fail(words.library.notATextFile)
  // Before it is read: a film dropped by mistake would fill the memory.
  if (file.size > MAX_FILE_LENGTH) {
    return fail(describeIntakeProblem({ kind: 'too-large', limit: MAX_FILE_LENGTH }))
  }
  const bytes = await bytesOf(file)
  if (bytes === null) return fail(words.library.unreadableFile)
  const decoded = decodeTextFile(bytes)
  if (!decoded.ok) return fail(describeIntakeProblem(decoded.problem))
  return decoded.value.trim() === '' ? fail(describeIntakeProblem({ kind: 'empty' })) : succeed(decoded.value)
}

async function bytesOf(file: File): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await file.arrayBuffer())
  } catch {
    return null // Moved, changed or forbidden since it was chosen: the browser does not say which.
  }
}
