import type { IntakeProblem } from '../domain/intake-problem.ts'
import { fail, succeed, type Result } from '../domain/result.ts'

/** The largest text file that is read: four bytes for each character that an article can hold. */
export const MAX_FILE_LENGTH = 8_000_000 // bytes

/**
 * The text of a file in UTF-8, or in UTF-16 with a byte order mark, which is no part of the text. Any other encoding
 * is refused, not guessed: a wrong guess would change what the article says.
 */
export function decodeTextFile(bytes: Uint8Array): Result<string, IntakeProblem> {
  if (bytes.length > MAX_FILE_LENGTH) return fail({ kind: 'too-large', limit: MAX_FILE_LENGTH })
  try {
    return succeed(new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes))
  } catch {
    // No text has NUL bytes but UTF-16, which is known by its mark: it is a picture or the like.
    return fail({ kind: encodingOf(bytes) === 'utf-8' && bytes.includes(0) ? 'binary' : 'not-utf8' })
  }
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return 'utf-8'
}
