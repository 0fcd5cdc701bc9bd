import { foldWord, normaliseWord } from './normalise-word.ts'

/** What a token is, as far as comparing it goes. */
export type TokenKind = 'word' | 'number' | 'character' | 'sign'

/** A word as it counts, whatever its typography. */
export interface Word {
  /** Equal for words that differ in typography only. */
  readonly key: string
  /** Id of the word in lower case, without marks that are often left out; its own id when that is itself. */
  readonly fold: number
  readonly kind: TokenKind
}

/** Numbers for words, the same for both revisions, so that comparing words is comparing numbers. */
export interface Vocabulary {
  /** The id of a word as it is written; -1 when nothing of it is visible. */
  idOf(written: string): number
  readonly words: readonly Word[]
}

/** An empty vocabulary, which grows with what it is asked. */
export function createVocabulary(): Vocabulary {
  const words: Word[] = []
  const byKey = new Map<string, number>()
  const byWritten = new Map<string, number>()

  function idOfKey(key: string): number {
    const known = byKey.get(key)
    if (known !== undefined) return known
    const id = words.length
    byKey.set(key, id)
    words.push({ key, fold: id, kind: kindOf(key) })
    const folded = foldWord(key)
    if (folded !== key && folded !== '') words[id] = { key, fold: idOfKey(folded), kind: kindOf(key) }
    return id
  }

  return {
    words,
    idOf(written) {
      const known = byWritten.get(written)
      if (known !== undefined) return known
      const key = normaliseWord(written)
      const id = key === '' ? -1 : idOfKey(key)
      byWritten.set(written, id)
      return id
    },
  }
}

const NUMBER = /^[-+]?\p{N}/u
const CHARACTER = /^[\p{sc=Han}\p{sc=Hira}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u
const WORD = /^[\p{L}\p{M}]/u

function kindOf(key: string): TokenKind {
  if (NUMBER.test(key)) return 'number'
  if (CHARACTER.test(key)) return 'character'
  return WORD.test(key) ? 'word' : 'sign'
}
