import { isSafeLink } from '../domain/article-content.ts'

/** Words of a person as one line of Markdown (CommonMark) that shows exactly these words: no structure, HTML or link comes of them. */
export function inlineMarkdown(text: string): string {
  return escaped(text.replace(/\s+/gu, ' ').trim())
}

/** Words of a person as paragraphs of Markdown; line breaks stay. */
export function paragraphMarkdown(text: string): string {
  const lines = text.split(LINE_BREAK).map(inlineMarkdown)
  return lines
    .map((line, index) => (line !== '' && lines[index + 1] ? `${line}\\` : line))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** An address as a link that shows where it leads, or as plain words when it is no web or mail address. */
export function linkMarkdown(address: string): string {
  return isSafeLink(address)
    ? `<${new URL(address).href.replace(/[<>\\\s]/gu, encodeURIComponent)}>`
    : inlineMarkdown(address)
}

const LINE_BREAK = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/u

function escaped(line: string): string {
  return line
    .replace(/[\\`*_[\]<>&~|$^{}#!@]/g, '\\$&')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/\b(www)\./gi, '$1\\.')
    .replace(/^[-+=:]/, '\\$&')
    .replace(/^(\d+)([.)])(?= |$)/, '$1\\$2')
}
