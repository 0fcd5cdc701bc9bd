import type { Span } from '../domain/selector.ts'
import type { SentenceRules } from './sentence-rules.ts'

/**
 * Where a sentence really ends that UAX 29 ends at `end`: closing quotes after a space (« Non ! ») and reference
 * marks ([1]) still belong to it. A UTF-16 offset.
 */
export function movePastTail(text: string, end: number): number {
  if (text[end - 1] === '[') return endOf(REFERENCES, text, end) ?? end
  if (isOpener(text, end)) return end - 1
  return endOf(CLOSERS, text, end) ?? end
}

// UAX 29 counts a quotation mark to the sentence before it where no space is between: 他走了。“不。”
function isOpener(text: string, end: number): boolean {
  return (
    /[“‘「『（《〈【]/.test(text[end - 1]!) && /^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]/u.test(text.slice(end, end + 2))
  )
}

/**
 * Whether a sentence ends at `span.to`, one of the places where UAX 29 ends one; `span.from` is where it began.
 * Looks at `REACH` units around the place.
 */
export function endsSentence(text: string, span: Span, rules: SentenceRules): boolean {
  const place = lookAround(text, span)
  if (!place.hasWords) return false
  if (place.atStart && ENUMERATOR.test(place.before)) return false
  if (place.lineBreaks > 1) return true
  if (BEGINS_LOWER.test(place.after)) return false
  if (place.lineBreaks > 0) return true
  if (CLOSED_QUOTATION.test(place.before) && GOES_ON_WITH_SAYING.test(place.after)) return false
  return !stopContinues(place, rules)
}

const REACH = 64 // UTF-16 units; more than the longest abbreviation and the word after it

const REFERENCES = /(?:\d{1,3}|[a-z])\](?:\[(?:\d{1,3}|[a-z])\])*\s*/y
// A mark that opens a quotation (»Ja«) has no white space after it.
const CLOSERS = /[»”\])]+(?=\s|$)\s*/y
const ENUMERATOR = /^[([]?(?:\d{1,3}|\p{L}|[ivxlc]{1,5})[.)]$/iu
const BEGINS_LOWER = /^[\p{P}\p{S}]*\p{Ll}/u
const ELISION = /(?:^|\s)[[(]?(?:\.{3,}|…|\. \. \.)[\])]?$|\. \. \.$/
// Hebrew writes abbreviations with a quotation mark inside: ש"ח.
const WORD_BEFORE_STOP = /([\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}.'’-]|["״](?=\p{sc=Hebr}))*)\.$/u
// 他叫J. R. 托尔金: the initial is the Latin letter alone. « l’art. 12 »: the article is no part of the abbreviation.
const BEFORE_WORD = /^(?:.*[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}](?=[^\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]+$)|[dl]['’])/iu
const NEXT_WORD = /^[\p{Ps}\p{Pi}"'¿¡]*([\p{L}\p{M}\p{N}'’]+)(\.?)/u
const NUMBER_AHEAD = /^[#§(]?(?:\p{N}|[IVXLC]+\b)/u
const CLOCK = /^[ap]\.m$/
const AFTER_CLOCK =
  /^(?:[A-Z]{2,5}\b|Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|June|July|Aug|Sep|Oct|Nov|Dec|Eastern|Pacific|Central)/
const INITIALS = /^(?:\p{Lu}\p{M}*|\p{Ll}|\p{Lo}\p{M}*|(?:\p{L}\p{M}*){1,2}(?:[.-]{1,2}(?:\p{L}\p{M}*){1,2})+)$/u
// 「…？」と彼女は聞いた, “……？”她问: the quotation is a part of the sentence that goes on.
const CLOSED_QUOTATION = /[」』”’»"]$/
const GOES_ON_WITH_SAYING = /^(?:と|って|との|という|などと)|^\p{sc=Han}{1,6}?(?:说|說|问|問|喊|答|(?<!知)道)/u

interface Place {
  /** The last words up to the place, without white space after them. */
  readonly before: string
  readonly after: string
  /** Whether `before` is all there is of the block. */
  readonly atStart: boolean
  readonly hasWords: boolean
  /** Hard breaks between `before` and `after`. */
  readonly lineBreaks: number
}

function lookAround(text: string, { from, to }: Span): Place {
  let end = to
  while (end > from && /\s/.test(text[end - 1]!)) end -= 1
  const before = text.slice(Math.max(from, end - REACH), end)
  return {
    before,
    after: text.slice(to, to + REACH).trimStart(),
    atStart: from === 0 && end <= REACH,
    hasWords: end - from > REACH || /[\p{L}\p{N}]/u.test(before),
    lineBreaks: text.slice(end, to).split('\n').length - 1,
  }
}

function stopContinues({ before, after }: Place, rules: SentenceRules): boolean {
  if (ELISION.test(before)) return true
  const word = WORD_BEFORE_STOP.exec(before.replaceAll('．', '.'))?.[1]?.replace(BEFORE_WORD, '')
  if (word === undefined) return false
  const key = word.toLowerCase()
  if (rules.leading.has(key)) return true
  if (isBeforeNumber(key, rules) && NUMBER_AHEAD.test(after)) return true
  if (CLOCK.test(key)) return AFTER_CLOCK.test(after)
  return mayContinue(word, rules) && !opensSentence(after, rules)
}

// German compounds such as Hauptstr. end like the words of the list that begin with a hyphen.
function isBeforeNumber(key: string, { beforeNumber }: SentenceRules): boolean {
  return beforeNumber.has(key) || beforeNumber.has(`-${key.slice(-3)}`)
}

function mayContinue(word: string, rules: SentenceRules): boolean {
  if (rules.ambiguous.has(word.toLowerCase()) || INITIALS.test(word)) return true
  return rules.ordinalStops && /^\d{1,2}$/.test(word)
}

function opensSentence(after: string, { openers }: SentenceRules): boolean {
  const [, word = '', stop] = NEXT_WORD.exec(after) ?? []
  // "A." is an initial, "A" an article.
  return (stop === '' || word.length > 1) && openers.has(word.toLowerCase())
}

function endOf(pattern: RegExp, text: string, offset: number): number | null {
  pattern.lastIndex = offset
  return pattern.test(text) ? pattern.lastIndex : null
}
