import type { ArticleFormat, IntakeProblem, UnreadFormat } from '../domain/intake-problem.ts'

/** One sentence that says why a text or a file could not become an article, and what to do. */
export function describeIntakeProblem(problem: IntakeProblem): string {
  switch (problem.kind) {
    case 'empty':
      return 'There is no text here: an article needs at least a title line.'
    case 'binary':
      return 'This is not a text: save the article as plain text (.txt) and open that.'
    case 'not-utf8':
      return 'The characters of this file cannot be read: save it as UTF-8 text and open it again.'
    case 'too-long':
      return `This text is longer than the ${inWords(problem.limit)} characters that one article can hold: split it.`
    case 'too-large':
      return `This file is larger than the ${inMegabytes(problem.limit)} MB that one article can hold: split it.`
    case 'unreadable':
      return 'This file could not be read: it may have been moved or changed, so choose it again.'
    case 'unread-format':
      return `This is ${UNREAD[problem.format]}: save it as ${SAVE_AS[problem.format]} and open that.`
    case 'broken':
      return `This ${NAMES[problem.format]} is damaged or cut off: get it again, or copy its text and paste it here.`
    case 'locked':
      return `This ${NAMES[problem.format]} opens with a password only: save a copy without one and open that.`
    case 'no-text':
      return `This ${NAMES[problem.format]} has pictures but no text: run text recognition (OCR) on it, or type what it says.`
    case 'too-deep':
      return 'The lists, quotations or tables of this article are nested too deeply: paste its text as plain text.'
    case 'unpacks-too-large':
      return `This file unpacks to more than ${inMegabytes(problem.limit)} MB, as no honest article does: paste its text here.`
    case 'cancelled':
      return 'Reading was cancelled, and nothing was taken in.'
  }
}

const NAMES: Readonly<Record<ArticleFormat, string>> = {
  text: 'text file',
  markdown: 'Markdown file',
  html: 'web page',
  mhtml: 'saved web page',
  docx: 'Word document',
  pdf: 'PDF',
}

const UNREAD: Readonly<Record<UnreadFormat, string>> = {
  'old-word': 'a Word document of the old kind (.doc), or one with a password',
  'rich-text': 'a rich text file (.rtf)',
  'open-document': 'an OpenDocument file',
  spreadsheet: 'a spreadsheet',
  presentation: 'a presentation',
  zip: 'a packed file',
}

const SAVE_AS: Readonly<Record<UnreadFormat, string>> = {
  'old-word': '.docx without a password',
  'rich-text': '.docx',
  'open-document': '.docx or PDF',
  spreadsheet: 'PDF',
  presentation: 'PDF',
  zip: 'a file that is not packed',
}

const BYTES_PER_MEGABYTE = 1_000_000

function inMegabytes(bytes: number): string {
  return inWords(bytes / BYTES_PER_MEGABYTE)
}

function inWords(count: number): string {
  return count.toLocaleString('en', { maximumFractionDigits: 1 })
}
