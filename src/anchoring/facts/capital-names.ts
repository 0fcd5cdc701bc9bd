import type { Side } from '../align/side.ts'
import type { TokenRange } from '../align/token-range.ts'
import { sentenceRules } from '../sentence-rules.ts'
import type { FactReader, NameEvidence } from './fact-reader.ts'
import { isGermanNoun, WITH_ARTICLE } from './german-nouns.ts'
import { foldAt, isJoined, isSignAt, keyAt, type Readable } from './readable.ts'
import { isUnitSymbol } from './unit-symbols.ts'

/** The words of a range that capitals show to be names, with what they are called. */
export function* capitalNames(reader: FactReader, range: TokenRange): Generator<readonly [number, string]> {
  const isTitle = isTitleCase(reader, range)
  for (let token = range.from; token < range.to; token += 1) {
    if (isInnerCapital(reader, token)) yield [token, foldAt(reader, token)]
    if (!isCapital(reader, token) || isPronoun(reader, token)) continue
    if (isName(reader, range, token, isTitle)) yield [token, nameOf(foldAt(reader, token))]
  }
}

function isName(reader: FactReader, range: TokenRange, token: number, isTitle: boolean): boolean {
  const { evidence, lexicon } = reader
  const folded = foldAt(reader, token)
  if (lexicon.language === 'de') return isGermanName(reader, range, token)
  if (isTitle && token > range.from) return evidence.capitalised.has(folded) && !evidence.common.has(folded)
  if (!isInitial(reader, range, token)) return true
  if (evidence.capitalised.has(folded) || isAcronym(reader, token)) return true
  return !isCommon(reader, token)
}

/** A capital at the beginning of a sentence says nothing; a word that is common elsewhere is no name here. */
function isCommon(reader: FactReader, token: number): boolean {
  const { evidence, lexicon } = reader
  const folded = foldAt(reader, token)
  if (evidence.common.has(folded) || openersOf(lexicon.language).has(folded)) return true
  if (lexicon.entries.get(folded)?.some(({ kind }) => kind !== 'name' && kind !== 'title')) return true
  if (lexicon.language === 'en' && NAMED_ENDING.test(folded)) return isBeforeGrammar(reader, token)
  return COMMON_ENDING[lexicon.language]?.test(folded) ?? false
}

// Manning, Florence, Sanders, Emily: whoever they are, a verb follows, and after an adverb or a gerund mostly an article.
const NAMED_ENDING = /(?:ly|ing|ings|ers|ence|ance|ity|ments)$/

const AUXILIARIES = new Set('is are was were has have had did does do can could will would'.split(' '))

function isBeforeGrammar(reader: FactReader, token: number): boolean {
  const next = foldAt(reader, token + 1)
  return isSignAt(reader, token + 1) || (openersOf(reader.lexicon.language).has(next) && !AUXILIARIES.has(next))
}

const COMMON_ENDING: Readonly<Record<string, RegExp>> = {
  en: /(?:tion|tions|sion|ment|ness|ism|ists)$/,
  de: /(?:ung|ungen|heit|heiten|keit|keiten|schaft|schaften|tion|tionen|ismus|tät|täten|nis|nisse|tum|chen|lein|rinnen|ler|lern)$/,
  fr: /(?:tion|tions|ment|ments|ité|ités|isme|ance|ence|eurs|istes)$/,
  es: /(?:ción|ciones|mente|dad|dades|ismo|miento|mientos|ancia|encia|dores|istas)$/,
  pt: /(?:ção|ções|mente|dade|dades|ismo|mento|mentos|ância|ência|dores|istas)$/,
  it: /(?:zione|zioni|mente|ità|ismo|mento|menti|anza|enza|tori|isti)$/,
  ru: /(?:ость|ости|ение|ения|ание|ания|ство|ства|изм|ция|ции|ники|тели)$/,
}

function isGermanName(reader: FactReader, range: TokenRange, token: number): boolean {
  const folded = foldAt(reader, token)
  if (isAcronym(reader, token) || (WITH_ARTICLE.has(folded) && !isInitial(reader, range, token))) return true
  if (isTitleWord(reader, token - 1) || isFirstOfCompound(reader, token) || isOfPlace(reader, token)) return true
  const isNextTo = (other: number) =>
    isCapital(reader, other) && !isInitial(reader, range, other) && !isGermanNoun(reader, other)
  if (isCommon(reader, token) || isTitleWord(reader, token)) return false
  if (isNextTo(token - 1) || isNextTo(token + 1)) return true
  return !isGermanNoun(reader, token)
}

/** Müller-Konzern, Merkel-Besuch. */
function isFirstOfCompound(reader: FactReader, token: number): boolean {
  return keyAt(reader, token + 1) === '-' && isJoined(reader, token) && isCapital(reader, token + 2)
}

/** die Berliner Polizei */
function isOfPlace(reader: FactReader, token: number): boolean {
  return /\p{L}{3}er$/u.test(keyAt(reader, token)) && isCapital(reader, token + 1)
}

function isTitleWord({ side, vocabulary, lexicon }: FactReader, token: number): boolean {
  return lexicon.entries.get(foldAt({ side, vocabulary }, token))?.some(({ kind }) => kind === 'title') ?? false
}

function isCapital(reader: Readable, token: number): boolean {
  return /^\p{Lu}/u.test(keyAt(reader, token))
}

/** eBay, iPad, mRNA, but not kWh. */
function isInnerCapital(reader: Readable, token: number): boolean {
  return /^\p{Ll}{1,2}\p{Lu}/u.test(keyAt(reader, token)) && !isUnitSymbol(reader, token)
}

function isAcronym(reader: Readable, token: number): boolean {
  return /^\p{Lu}[\p{Lu}\p{Nd}]+$/u.test(keyAt(reader, token))
}

function isPronoun(reader: Readable, token: number): boolean {
  return /^I(?:'(?:m|ve|ll|d))?$/.test(keyAt(reader, token))
}

/** A name without the ending that says whose: "Oslo's", "Ankara'da". */
function nameOf(folded: string): string {
  return folded.replace(/(?<=\p{L}{2})'\p{L}*$/u, '')
}

/** Whether a capital is due at a token anyway: at the beginning of a sentence, or of words that are quoted. */
function isInitial(reader: Readable, { from }: TokenRange, token: number): boolean {
  if (token === from || unitStart(reader.side, token)) return true
  return /^["'([¿¡.!?:…-]$/.test(keyAt(reader, token - 1)) && !isAbbreviation(reader, token - 1)
}

function unitStart({ units, unitOf }: Side, token: number): boolean {
  return units[unitOf[token] ?? -1]?.from === token
}

// "Dr. Low", "J. Marr"
function isAbbreviation(reader: Readable, token: number): boolean {
  return keyAt(reader, token) === '.' && isCapital(reader, token - 1)
}

const FEWEST_IN_TITLE = 4 // words
const TITLE_SHARE = 0.7

/** Whether a line is set like a title, with a capital on nearly every word. */
function isTitleCase(reader: Readable, { from, to }: TokenRange): boolean {
  if (/^[.!?。]$/.test(keyAt(reader, to - 1))) return false
  let [words, capitals] = [0, 0]
  for (let token = from; token < to; token += 1) {
    if (!/^\p{L}{4}/u.test(keyAt(reader, token))) continue
    words += 1
    if (isCapital(reader, token)) capitals += 1
  }
  return words >= FEWEST_IN_TITLE && capitals >= TITLE_SHARE * words
}

const openers = new Map<string, ReadonlySet<string>>()

function openersOf(language: string): ReadonlySet<string> {
  const known = openers.get(language)
  if (known) return known
  const found = sentenceRules(language).openers
  openers.set(language, found)
  return found
}

/** What revisions show about which of their words are names. */
export function findEvidence(texts: readonly [Readable, ...Readable[]], language: string): NameEvidence {
  const capitalised = new Set<string>()
  const common = new Set<string>()
  const { words } = texts[0].vocabulary
  const isCapitalised = Uint8Array.from(words, ({ key }) => Number(/^\p{Lu}/u.test(key)))
  const isSeen = new Uint8Array(words.length)
  for (const { side } of texts) for (const word of side.words) isSeen[word] = 1
  for (const [word, { key, fold }] of words.entries()) {
    if (isSeen[word] === 0) continue
    if (/^\p{Ll}/u.test(key)) common.add(words[fold]!.key)
    else if (key.startsWith('ال')) common.add(words[fold]!.key.slice(2))
  }
  for (const text of texts) {
    for (const unit of text.side.units) {
      const isTitle = isTitleCase(text, unit)
      for (let token = unit.from; token < unit.to && !isTitle; token += 1) {
        if (isCapitalised[text.side.words[token]!] === 0 || isInitial(text, unit, token)) continue
        if (language !== 'de') capitalised.add(foldAt(text, token))
        else if (isGermanNoun(text, token)) common.add(foldAt(text, token))
      }
    }
  }
  return { capitalised, common }
}
