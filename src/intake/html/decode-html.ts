import type { IntakeProblem } from '../../domain/intake-problem.ts'
import { fail, succeed, type Result } from '../../domain/result.ts'

/**
 * The markup in a file: in the encoding of its byte order mark, else in the one that the page or its envelope declares,
 * else in UTF-8. What does not fit that encoding is refused, not guessed: a wrong guess would change what the article says.
 */
export function decodeHtml(bytes: Uint8Array, declared = ''): Result<string, IntakeProblem> {
  const marked = markedEncoding(bytes)
  if (marked !== null) return decodedAs(marked, bytes)
  if (declared !== '') return decodedAs(declared, bytes)
  const said = encodingInPage(bytes) || 'utf-8'
  if (!ONE_BYTE_EACH.test(said)) return decodedAs(said, bytes)
  // A server that sends UTF-8 has the last word, and the file that a browser saves does not have it. No other text with
  // letters beyond ASCII happens to be UTF-8, and in any encoding of one byte each these bytes would be letters, too.
  const sent = decodedAs('utf-8', bytes)
  return sent.ok ? sent : decodedAs(said, bytes)
}

const ONE_BYTE_EACH = /^(?:(?:x-)?(?:windows|cp)-?125\d|iso-?8859-?\d+|latin-?\d|(?:us-)?ascii|koi8-[ru]|macintosh)$/i

function decodedAs(encoding: string, bytes: Uint8Array): Result<string, IntakeProblem> {
  try {
    return succeed(new TextDecoder(encoding, { fatal: true }).decode(bytes))
  } catch {
    return fail({ kind: 'not-utf8' }) // An unknown name, or bytes that are not in it.
  }
}

function markedEncoding([first, second, third]: Uint8Array): string | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : null
}

/** What a meta tag near the beginning says, as browsers read it (HTML, "prescan a byte stream"). */
function encodingInPage(bytes: Uint8Array): string {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, SEARCHED))
  const said = /<meta[^>]+charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(start)?.[1] ?? ''
  // A page whose tag could be read to here is not in UTF-16, whatever it says: HTML has the same rule.
  return /^utf-?16/i.test(said) ? 'utf-8' : said
}

const SEARCHED = 4096 // bytes; browsers search 1,024, some pages say it later
