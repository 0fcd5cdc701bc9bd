/** Words as a document writes them within its lines, to tell a hyphen that parts a word from one that belongs to it. */
export type KnownWords = ReadonlySet<string>

/** The words within the lines of a document, in small letters; those that a line end may have cut are left out. */
export function knownWords(lines: readonly string[]): KnownWords {
  const words = lines.flatMap(line => line.split(/\s+/u).slice(0, -1))
  return new Set(words.map(word => word.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')))
}

/**
 * The lines of one paragraph as one text. A word that was parted at a line end is joined; its hyphen stays where the
 * document writes the word with one elsewhere.
 */
export function joinLines(lines: readonly string[], known: KnownWords): string {
  return lines.reduce((text, line) => (text === '' ? line : joined(text, line, known)), '')
}

function joined(text: string, line: string, known: KnownWords): string {
  const [, start, hyphen] = /([\p{L}\p{M}]+)([-\u2010\u00ad])$/u.exec(text) ?? []
  const [end] = /^[\p{Ll}\p{Lo}][\p{L}\p{M}]*/u.exec(line) ?? []
  if (start !== undefined && end !== undefined) {
    const isWritten = hyphen !== '\u00ad' && known.has(`${start}-${end}`.toLowerCase())
    const isWhole = known.has(`${start}${end}`.toLowerCase())
    return isWritten && !isWhole ? text + line : text.slice(0, -1) + line
  }
  // "2019-" and "2021", "Jean-" and "Luc", and scripts that are written without spaces.
  if (/[\p{L}\p{N}][-\u2010]$/u.test(text) || (UNSPACED.test(text.at(-1) ?? '') && UNSPACED.test(line[0] ?? ''))) {
    return text + line
  }
  return `${text} ${line}`
}

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u
