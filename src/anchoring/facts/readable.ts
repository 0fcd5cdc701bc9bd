import type { Side } from '../align/side.ts'
import type { Vocabulary } from '../align/vocabulary.ts'

/** A revision's tokens as words to be read. */
export interface Readable {
  readonly side: Side
  readonly vocabulary: Vocabulary
}

/** A token as it is written, without typography; empty outside the text. */
export function keyAt({ side, vocabulary }: Readable, token: number): string {
  return vocabulary.words[side.words[token] ?? -1]?.key ?? ''
}

/** A token in lower case, as lexicons have it; empty outside the text. */
export function foldAt({ side, vocabulary }: Readable, token: number): string {
  const word = vocabulary.words[side.words[token] ?? -1]
  return word ? vocabulary.words[word.fold]!.key : ''
}

/** Whether a token is a sign: neither word nor number. */
export function isSignAt({ side, vocabulary }: Readable, token: number): boolean {
  return vocabulary.words[side.words[token] ?? -1]?.kind === 'sign'
}

/** Whether nothing stands between a token and the next. */
export function isJoined({ side }: Readable, token: number): boolean {
  return side.ends[token] === side.starts[token + 1]
}
