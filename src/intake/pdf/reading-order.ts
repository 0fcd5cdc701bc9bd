import type { PlacedText } from './placed-text.ts'

/** The pieces of one line in the order in which they are read, and in which direction that is. */
export interface ReadLine {
  readonly words: readonly string[]
  readonly isRightToLeft: boolean
}

/**
 * Pieces of a line as they are read. A PDF places letters from left to right also where they are read from right to left, and
 * pdf.js turns them within a piece only: there the pieces are turned round, and numbers and Latin words among them back again.
 */
export function inReadingOrder(pieces: readonly PlacedText[]): ReadLine {
  const words = pieces.map(({ str }) => readable(str))
  if (!isRightToLeft(words.join(''))) return { words, isRightToLeft: false }
  const places = pieces
    .map((piece, index) => ({ left: piece.transform[4] ?? 0, word: words[index]!, index }))
    .toSorted((a, b) => b.left - a.left || a.index - b.index)
  return { words: withNumbersForward(places.map(({ word }) => word)), isRightToLeft: true }
}

const RIGHT_TO_LEFT = /[\p{sc=Hebr}\p{sc=Arab}\p{sc=Syrc}\p{sc=Thaa}]/gu
const LEFT_TO_RIGHT = /[\p{sc=Latn}\p{sc=Cyrl}\p{sc=Grek}]/gu

function isRightToLeft(text: string): boolean {
  return (text.match(RIGHT_TO_LEFT)?.length ?? 0) > (text.match(LEFT_TO_RIGHT)?.length ?? 0)
}

/** Words from right to left, in which those that are read from left to right stand so again. */
function withNumbersForward(words: readonly string[]): readonly string[] {
  const read: string[] = []
  let forward: string[] = []
  let between: string[] = []
  const close = () => {
    read.push(...forward.reverse(), ...between.map(mirrored))
    forward = []
    between = []
  }
  for (const word of words) {
    if (FORWARD.test(word)) {
      forward.push(...between, word)
      between = []
    } else if (word.search(RIGHT_TO_LEFT) < 0 && forward.length > 0) between.push(word)
    else {
      close()
      read.push(word.search(RIGHT_TO_LEFT) < 0 ? mirrored(word) : word)
    }
  }
  close()
  return read
}

const FORWARD = /^[^\p{sc=Hebr}\p{sc=Arab}]*[\p{sc=Latn}\p{sc=Cyrl}\p{sc=Grek}\p{Nd}][^\p{sc=Hebr}\p{sc=Arab}]*$/u

const MIRRORED: Readonly<Record<string, string>> = {
  '(': ')',
  ')': '(',
  '[': ']',
  ']': '[',
  '«': '»',
  '»': '«',
  '<': '>',
  '>': '<',
}

function mirrored(word: string): string {
  return word.replace(/[()[\]«»<>]/g, sign => MIRRORED[sign]!)
}

/** Letters instead of the shapes that they take in a word, and nothing for glyphs of which the file does not say what they mean. */
function readable(text: string): string {
  const letters = text.replace(/[\ufb1d-\ufdfb\ufe70-\ufefc]+/g, shapes => shapes.normalize('NFKC'))
  return letters.replace(/(?!\s)\p{Cc}|[\ufffe\uffff]/gu, '')
}
