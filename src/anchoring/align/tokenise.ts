import { isGraphemeBoundary } from '../grapheme.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A text in words, numbers and signs, without white space: where each stands (UTF-16 offsets) and which word it is. */
export interface Tokens {
  readonly starts: Int32Array
  readonly ends: Int32Array
  readonly words: Int32Array
}

/** Takes a text's tokens in pieces, so that a long text can be taken in turns. */
export interface Tokeniser {
  /** Takes the tokens from a UTF-16 offset to another, both ends of blocks. */
  take(from: number, to: number): void
  finish(): Tokens
}

/** A tokeniser of a text. No token ends inside a grapheme. */
export function createTokeniser(text: string, vocabulary: Vocabulary): Tokeniser {
  const starts: number[] = []
  const ends: number[] = []
  const words: number[] = []

  function add(from: number, to: number): void {
    if (ends.at(-1) === from && mayExtend(text, from) && !isGraphemeBoundary(text, from)) {
      from = starts.pop()!
      ends.pop()
      words.pop()
    }
    const word = vocabulary.idOf(text.slice(from, to))
    if (word < 0) return
    starts.push(from)
    ends.push(to)
    words.push(word)
  }

  /** Takes the token at a place, or steps over white space; where the next may begin. */
  function takeByPattern(place: number): number {
    TOKEN.lastIndex = place
    const written = TOKEN.exec(text)?.[0] ?? ''
    for (const part of partsOf(written, place)) add(part.from, part.to)
    return place + Math.max(1, written.length)
  }

  return {
    take(from, to) {
      for (let place = from; place < to;) {
        if (isSpace(text.charCodeAt(place))) {
          place += 1
          continue
        }
        const end = endOfPlainWord(text, place, to)
        if (end > place) add(place, end)
        place = end > place ? end : takeByPattern(place)
      }
    },
    finish: () => ({ starts: Int32Array.from(starts), ends: Int32Array.from(ends), words: Int32Array.from(words) }),
  }
}

const SIGN = String.raw`(?:(?<![^\s(\[{"“'‘«$€£¥₹])[-−](?=\p{Nd}))`
const NUMBER = String.raw`${SIGN}?\p{Nd}+(?:[.,:/٫٬'’]\p{Nd}+)*`
// Hebrew writes abbreviations with a quotation mark inside.
const WORD_INSIDE = String.raw`['’‘ʼ״׳](?=\p{L})|(?<=\p{sc=Hebr})"(?=\p{sc=Hebr})`
const WORD = String.raw`\p{L}(?:[\p{L}\p{M}\p{N}\p{Cf}_]|${WORD_INSIDE})*`
const TOKEN = new RegExp(String.raw`${NUMBER}|${WORD}|\.{3,}|-{2,3}|\S`, 'uy')

// Scripts without spaces between words are compared by character; katakana keeps its words.
const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u
const UNSPACED_PARTS =
  /[\p{sc=Kana}ー]\p{M}*(?:[\p{sc=Kana}ー]\p{M}*)*|[\p{sc=Han}\p{sc=Hira}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}々〆][\p{M}\p{Cf}]*|(?:(?![\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}ー々〆]).)+/gsu

// l'État, d'Oslo, dell'acqua: the article or preposition is a word of its own.
const ELISION =
  /^(?:\p{L}{1,2}|jusqu|lorsqu|puisqu|quoiqu|dell|nell|sull|dall|quest|quell|tutt)['’](?=\p{L}{2}|[aày]$)/iu

// Most words of most texts are plain letters before a space or a full stop; a pattern takes ten times as long for them.
function endOfPlainWord(text: string, from: number, to: number): number {
  let end = from
  while (end < to && isPlainLetter(text.charCodeAt(end))) end += 1
  return end === to || isPlainEnd(text.charCodeAt(end)) ? end : from
}

function isPlainLetter(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a)
}

function isSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x0a
}

function isPlainEnd(unit: number): boolean {
  return isSpace(unit) || unit === 0x2c || unit === 0x2e || unit === 0x3b || unit === 0x3a
}

function partsOf(written: string, from: number): readonly { readonly from: number; readonly to: number }[] {
  const elided = ELISION.exec(written)?.[0].length
  if (elided !== undefined) return [{ from, to: from + elided }, ...partsOf(written.slice(elided), from + elided)]
  if (!UNSPACED.test(written)) return [{ from, to: from + written.length }]
  return Array.from(written.matchAll(UNSPACED_PARTS), ({ index, 0: part }) => ({
    from: from + index,
    to: from + index + part.length,
  }))
}

const EXTENDING = /[\p{M}\p{Emoji_Modifier}\p{Regional_Indicator}\p{Cf}\uff9e\uff9f\u1160-\u11ff\ud7b0-\ud7fb]/u

// Asking for the grapheme costs a thousand times more than this look at what stands on either side.
function mayExtend(text: string, offset: number): boolean {
  const before = text.charCodeAt(offset - 1)
  if (before < 0x300 && text.charCodeAt(offset) < 0x300) return false
  const character = String.fromCodePoint(text.codePointAt(offset)!)
  return EXTENDING.test(character) || EXTENDING.test(text[offset - 1]!) || isTrail(before)
}

// The second half of a character beyond U+FFFF, which may be a joiner or a prefix of the next.
function isTrail(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff
}
