import type { TokenRange } from '../align/token-range.ts'
import type { FactFound, FactReader } from './fact-reader.ts'
import type { Entry } from './lexicon.ts'
import { beginsClause } from './clause-words.ts'
import { lookUp } from './look-up.ts'
import { readNumber } from './read-number.ts'
import { foldAt, keyAt } from './readable.ts'

/**
 * Who said it: the words of the source beside each verb of saying, and what stands beside a quotation, one fact each.
 * The verbs themselves are found as words are.
 */
export function attributionsIn(reader: FactReader, range: TokenRange): readonly FactFound[] {
  const source = new Set<number>()
  for (let token = range.from; token < range.to; token += 1) {
    const found = lookUp(reader, reader.lexicon, token, range.to)
    const verb = found?.entries.find(({ kind }) => kind === 'attribution')
    if (!found || !verb) continue
    for (const place of sourceOf(reader, range, { from: token, to: found.to, verb })) source.add(place)
  }
  for (const place of besideQuotations(reader, range)) source.add(place)
  return sourcesAt(reader, [...source])
}

/**
 * What a statement depends on that follows "that": "the mayor doubts that", whatever the verb is. Nothing where no such
 * word stands before a token or is its own.
 */
export function headOfClause(reader: FactReader, range: TokenRange, token: number): readonly FactFound[] {
  const clause = [token, token - 1].find(place => place > range.from && beginsClause(foldAt(reader, place)))
  if (clause === undefined) return []
  const before = STOPS.test(keyAt(reader, clause - 1)) ? clause - 2 : clause - 1
  return sourcesAt(reader, wordsFrom(reader, range, before, -1))
}

function sourcesAt(reader: FactReader, tokens: readonly number[]): readonly FactFound[] {
  return tokens
    .toSorted((a, b) => a - b)
    .map(token => ({ fact: 'attribution', value: bare(reader, token), from: token, to: token + 1 }))
}

const FEWEST_QUOTED = 3 // tokens; fewer are a word that somebody calls something
const ENDS_SPEECH = /^[,.!?…،؟。，！？、—-]$/

/** The words before and after what is quoted with a stop or comma of its own: whoever said it, and how. */
function* besideQuotations(reader: FactReader, range: TokenRange): Generator<number> {
  const marks: number[] = []
  for (let token = range.from; token < range.to; token += 1) if (keyAt(reader, token) === '"') marks.push(token)
  for (let pair = 0; pair + 1 < marks.length; pair += 2) {
    const [open, close] = [marks[pair]!, marks[pair + 1]!]
    if (close - open <= FEWEST_QUOTED) continue
    const isSpeech = [close - 1, close + 1].some(token => token < range.to && ENDS_SPEECH.test(keyAt(reader, token)))
    if (!isSpeech && keyAt(reader, open - 1) !== ':' && reader.lexicon.language !== 'ja') continue
    const [before, after] = [pastStop(reader, open - 1, -1), pastStop(reader, close + 1, 1)]
    for (const token of [...wordsFrom(reader, range, before, -1), ...wordsFrom(reader, range, after, 1)]) {
      if (!isSaying(reader, range, token)) yield token
    }
  }
}

// Japanese writes と between a quotation and who says it.
const BESIDE_QUOTATION = /^[,;:.()[\]!?،؛؟。、，；：と-]$/

function pastStop(reader: FactReader, token: number, step: 1 | -1): number {
  return BESIDE_QUOTATION.test(keyAt(reader, token)) ? token + step : token
}

function isSaying(reader: FactReader, range: TokenRange, token: number): boolean {
  return lookUp(reader, reader.lexicon, token, range.to)?.entries.some(({ kind }) => kind === 'attribution') ?? false
}

const FARTHEST = 8 // words of a source; longer is no source but a sentence
const STOPS = /^["',;:.()[\]!?،؛؟。、，；：-]$/

interface Verb extends TokenRange {
  readonly verb: Entry
}

function sourceOf(reader: FactReader, range: TokenRange, { from, to, verb }: Verb): readonly number[] {
  const { language } = reader.lexicon
  if (language === 'ja') return topicOf(reader, range, from)
  const after = wordsFrom(reader, range, to, 1)
  if (verb.sourceFollows) return after
  const before = wordsFrom(reader, range, from - 1, -1)
  // In Arabic the verb comes first as a rule.
  if (language === 'ar') return after.length > 0 ? after : before
  return before.length > 0 ? before : after
}

function wordsFrom(reader: FactReader, range: TokenRange, start: number, step: 1 | -1): readonly number[] {
  const ends = reader.lexicon.sourceEnds
  const words: number[] = []
  for (let token = start; token >= range.from && token < range.to && words.length < FARTHEST; token += step) {
    if (STOPS.test(keyAt(reader, token)) || beginsClause(foldAt(reader, token))) break
    if (step > 0 && ends.has(foldAt(reader, token))) break
    if (isTellingWord(reader, token)) words.push(token)
  }
  return words
}

/** What the sentence is about, up to its particle and outside of quotations: 市長は…と述べた. */
function topicOf(reader: FactReader, range: TokenRange, verb: number): readonly number[] {
  const ends = reader.lexicon.sourceEnds
  const words: number[] = []
  let start = range.from
  for (let token = range.from; token < verb; token += 1) if (keyAt(reader, token) === '"') start = token + 1
  for (let token = start; token < verb && words.length < 2 * FARTHEST; token += 1) {
    if (ends.has(keyAt(reader, token))) return words
    if (isTellingWord(reader, token)) words.push(token)
  }
  return words
}

const GRAMMAR = new Set(
  `the a an his her their its this der die das ein eine le la les l' un une el los las una il lo gli o os as um uma der
  also has have had was were been is are be hat haben a ont est été ha han è sono de di du des del da do`.split(/\s+/),
)

function isTellingWord(reader: FactReader, token: number): boolean {
  // A number beside the verb is a fact of its own kind.
  return /^[\p{L}\p{M}]/u.test(keyAt(reader, token)) && !GRAMMAR.has(foldAt(reader, token)) && !isNumber(reader, token)
}

function isNumber(reader: FactReader, token: number): boolean {
  return readNumber(reader, reader.lexicon, token, token + 1) !== null
}

function bare(reader: FactReader, token: number): string {
  return foldAt(reader, token).replace(/['’]s?$/, '')
}
