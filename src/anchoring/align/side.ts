import type { TextBlock } from '../../domain/article-text.ts'
import { segmentText } from '../segment-text.ts'
import type { TokenRange } from './token-range.ts'
import { createTokeniser, type Tokens } from './tokenise.ts'
import type { Vocabulary } from './vocabulary.ts'

/** One state of an article's text as it is compared. */
export interface RevisionText {
  readonly text: string
  readonly blocks: readonly TextBlock[]
  readonly language: string
}

/** A sentence, or a piece of a very long one, as the tokens from `from` to `to` (exclusive), and its block. Never empty. */
export interface Unit extends TokenRange {
  readonly block: number
}

/** A revision in tokens and units, in text order. Tokens outside the units are signs between sentences: none. */
export interface Side extends Tokens {
  readonly text: string
  readonly language: string
  readonly units: readonly Unit[]
  /** The unit of each token. */
  readonly unitOf: Int32Array
}

/** Reads a revision, some blocks at a time; yields the number of blocks that are done. */
export function* readSide(revision: RevisionText, vocabulary: Vocabulary): Generator<number, Side> {
  const { text, blocks, language } = revision
  const tokeniser = createTokeniser(text, vocabulary)
  const sentences: Sentence[] = []
  for (let done = 0; done < blocks.length; done += BLOCKS_AT_ONCE) {
    const some = blocks.slice(done, done + BLOCKS_AT_ONCE)
    for (const block of some) tokeniser.take(block.from, block.from + block.text.length)
    // A point of a list reads like a paragraph here, so that one may become the other.
    const paragraphs = some.map(block => ({ ...block, kind: 'paragraph' as const }))
    let block = done
    for (const { from, to } of segmentText(paragraphs, language)) {
      while (block + 1 < blocks.length && blocks[block + 1]!.from <= from) block += 1
      sentences.push({ end: to, block })
    }
    yield Math.min(blocks.length, done + BLOCKS_AT_ONCE)
  }
  const tokens = tokeniser.finish()
  const units = cutUnits(tokens, sentences, vocabulary)
  return { ...tokens, text, language, units, unitOf: unitsOfTokens(units, tokens.words.length) }
}

/** Whether a token is the first of its unit. */
export function startsUnit({ units, unitOf }: Side, token: number): boolean {
  return units[unitOf[token] ?? -1]?.from === token
}

/** Whether a unit ends before a token. */
export function endsUnit({ units, unitOf }: Side, end: number): boolean {
  return units[unitOf[end - 1] ?? -1]?.to === end
}

const BLOCKS_AT_ONCE = 64 // a few milliseconds of work

interface Sentence {
  /** UTF-16 offset. */
  readonly end: number
  readonly block: number
}

function cutUnits(tokens: Tokens, sentences: readonly Sentence[], vocabulary: Vocabulary): readonly Unit[] {
  const units: Unit[] = []
  let from = 0
  for (const { end, block } of sentences) {
    let to = from
    while (to < tokens.starts.length && tokens.starts[to]! < end) to += 1
    for (const cut of cutsOfLong(tokens, { from, to }, vocabulary)) {
      units.push({ from, to: cut, block })
      from = cut
    }
    if (to > from) units.push({ from, to, block })
    from = to
  }
  return units
}

// Comparing two units costs the product of their lengths. A text without full stops is cut where the words themselves
// say, so that both revisions are cut alike wherever they are alike.
const LONG = 96 // tokens
const SHORTEST_PIECE = 24 // tokens
const LONGEST_PIECE = 80 // tokens
const CUTTING_SIGN = /^[,;:،؛，；：、\-—)\]]$/
const ONE_IN = 16 // words at which a piece may end

function cutsOfLong(tokens: Tokens, { from, to }: TokenRange, { words }: Vocabulary): readonly number[] {
  if (to - from <= LONG) return []
  const cuts: number[] = []
  let start = from
  for (let token = from; token < to - SHORTEST_PIECE; token += 1) {
    const length = token + 1 - start
    if (length < SHORTEST_PIECE) continue
    const { key } = words[tokens.words[token]!]!
    if (length < LONGEST_PIECE && !CUTTING_SIGN.test(key) && hashOf(key) % ONE_IN !== 0) continue
    cuts.push(token + 1)
    start = token + 1
  }
  return cuts
}

function hashOf(key: string): number {
  let hash = 0
  for (let index = 0; index < key.length; index += 1) hash = (hash * 31 + key.charCodeAt(index)) >>> 0
  return hash
}

function unitsOfTokens(units: readonly Unit[], count: number): Int32Array {
  const unitOf = new Int32Array(count)
  for (const [index, { from, to }] of units.entries()) unitOf.fill(index, from, to)
  return unitOf
}
