import type { ArticleFormat, IntakeProblem, UnreadFormat } from '../domain/intake-problem.ts'
import { fail, succeed, type Result } from '../domain/result.ts'
import { decodeTextFile } from './read-text-file.ts'
import type { SourceFile } from './reader.ts'

/** The largest file of any kind that is read: a saved page with its pictures, a long document. */
export const MAX_BYTES = 50_000_000

/** What a file is: a kind of article, or what other parts of the program read. */
export type FileKind = ArticleFormat | 'annotation-set' | 'backup'

/**
 * What a file is, by its first bytes and words. Its name decides only where the content leaves it open: between plain text
 * and Markdown, and whether a few tags are a page.
 */
export function detectFormat({ name, bytes }: SourceFile): Result<FileKind, IntakeProblem> {
  if (bytes.length > MAX_BYTES) return fail({ kind: 'too-large', limit: MAX_BYTES })
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, TELLING_BYTES))
  const signed = SIGNS.find(({ sign }) => sign.test(start))
  if (signed) return 'kind' in signed ? succeed(signed.kind) : fail({ kind: 'unread-format', format: signed.unread })
  if (start.startsWith('PK\x03\x04')) return packedFormat(bytes)
  if (bytes.subarray(0, TELLING_BYTES).includes(0) && !isUtf16(bytes)) return fail({ kind: 'binary' })
  if (isPage(start.replaceAll('\0', ''), name)) return succeed('html')
  const decoded = decodeTextFile(bytes)
  if (!decoded.ok) return decoded
  if (decoded.value.trim() === '') return fail({ kind: 'empty' })
  if (isJson(decoded.value)) return succeed('annotation-set')
  return succeed(isMarkdown(decoded.value, name) ? 'markdown' : 'text')
}

const TELLING_BYTES = 4096 // readers of PDF accept other bytes before its sign, and archives have long headers

type Sign = { readonly sign: RegExp } & ({ readonly kind: FileKind } | { readonly unread: UnreadFormat })

const SIGNS: readonly Sign[] = [
  { sign: /^[\s\S]{0,1024}?%PDF-\d/, kind: 'pdf' },
  // eslint-disable-next-line no-control-regex -- the first bytes of gzip
  { sign: /^\x1f\x8b/, kind: 'backup' },
  { sign: /^(ï»¿)?\{"format":"factmark-backup/, kind: 'backup' },
  // eslint-disable-next-line no-control-regex -- bytes of Microsoft's compound files: old Word, and any Office file with a password
  { sign: /^\xd0\xcf\x11\xe0/, unread: 'old-word' },
  { sign: /^\{\\rtf/, unread: 'rich-text' },
  { sign: /^(?:[\w-]+:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*)*?content-type:\s*multipart\/related/i, kind: 'mhtml' },
]

/** Office files are archives; which one it is stands in the names of their parts, in clear. */
function packedFormat(bytes: Uint8Array): Result<FileKind, IntakeProblem> {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, TELLING_BYTES))
  const end = new TextDecoder('latin1').decode(bytes.subarray(-DIRECTORY_BYTES))
  const has = (part: string) => start.includes(part) || end.includes(part)
  if (has('word/document') || has('word/_rels')) return succeed('docx')
  const unread = PACKED.find(([part]) => has(part))?.[1] ?? 'zip'
  return fail({ kind: 'unread-format', format: unread })
}

const DIRECTORY_BYTES = 1_000_000 // a directory of thousands of parts
const PACKED: readonly (readonly [part: string, format: UnreadFormat])[] = [
  ['mimetypeapplication/vnd.oasis.opendocument', 'open-document'],
  ['xl/workbook', 'spreadsheet'],
  ['ppt/presentation', 'presentation'],
]

function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
}

function isPage(start: string, name: string): boolean {
  const text = start.replace(/^(ï»¿|ÿþ|þÿ)/, '').trimStart()
  if (/^(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*<(!doctype\s+html|html|head|body)[\s>]/i.test(text)) return true
  return /\.(x?html?)$/i.test(name) && /<(?:!--|!doctype|[a-z][a-z0-9]*[\s/>])/i.test(text)
}

function isJson(text: string): boolean {
  if (!/^\s*[{[]/.test(text)) return false
  try {
    JSON.parse(text)
    return true
  } catch {
    return /^\s*\{\s*"(@context|id|type|factmark:set)"/.test(text) // a set that was cut off: import says so
  }
}

function isMarkdown(text: string, name: string): boolean {
  if (/\.(md|markdown|mdown|mkd)$/i.test(name)) return true
  return !/\.txt$/i.test(name) && /^#{1,6} \S|\[[^\]\n]+\]\((https?|mailto):/m.test(text)
}
