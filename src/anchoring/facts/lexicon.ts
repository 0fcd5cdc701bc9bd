import type { Fact } from '../../domain/change-state.ts'
import { createTokeniser } from '../align/tokenise.ts'
import { createVocabulary } from '../align/vocabulary.ts'
import { FACT_WORDS } from './fact-lexicons.ts'
import type { FactWords } from './fact-words.ts'
import { platformWords } from './platform-words.ts'

/** What a word or phrase says. Values are equal for words that say the same. */
export interface Entry {
  readonly kind: Fact | 'title' | 'title-after' | 'joiner' | 'ordinary'
  readonly value: string
  /** The folded words after the first. */
  readonly rest: readonly string[]
  /** Whether the last word is only how it begins. */
  readonly isStem: boolean
  readonly nextToNumber: boolean
  /** Whether the source follows: `according to`. */
  readonly sourceFollows: boolean
  /** Whether it counts only when it is written with a capital, as English months. */
  readonly capital: boolean
}

/** A language's words for facts, for looking up. */
export interface Lexicon {
  readonly language: string
  readonly words: FactWords | null
  /** Entries by their first word, folded. */
  readonly entries: ReadonlyMap<string, readonly Entry[]>
  /** Entries of which the first word is only a beginning. */
  readonly stems: ReadonlyMap<string, readonly Entry[]>
  /** Folded words that end the name of a source. */
  readonly sourceEnds: ReadonlySet<string>
  /** Folded words after which an unmarked noun is a name more often than not. */
  readonly beforePlaces: ReadonlySet<string>
  /** Folded words that are no part of a name. */
  readonly grammar: ReadonlySet<string>
}

/** The lexicon of a language tag. Made once for each language: that takes up to 0.1 s. */
export function lexiconOf(language: string): Lexicon {
  const [primary = ''] = language.toLowerCase().split('-')
  const known = lexicons.get(primary)
  if (known) return known
  const made = makeLexicon(primary)
  lexicons.set(primary, made)
  return made
}

const lexicons = new Map<string, Lexicon>()

function makeLexicon(language: string): Lexicon {
  const words = FACT_WORDS[language] ?? null
  const entries = new Map<string, Entry[]>()
  const stems = new Map<string, Entry[]>()
  const taken = new Set<string>()

  function add(text: string, given: Pick<Entry, 'kind' | 'value'>, capital = false): void {
    const isStem = text.includes('*')
    const [first, ...rest] = foldedWords(text.replace(/[*#>]/g, '').replaceAll('_', ' '))
    if (first === undefined) return
    const entry = {
      ...given,
      rest,
      isStem,
      nextToNumber: text.includes('#'),
      sourceFollows: text.includes('>'),
      capital,
    }
    const map = isStem && rest.length === 0 ? stems : entries
    const list = map.get(first) ?? []
    // Two spellings of one word may fold to the same.
    if (list.some(known => saysTheSame(known, entry))) return
    map.set(first, [...list, entry])
  }

  if (words)
    addOwn(words, (text, given) => {
      taken.add(`${given.kind} ${foldedWords(text.replace(/[*#>]/g, '').replaceAll('_', ' ')).join(' ')}`)
      add(text, given)
    })
  for (const { fact, value, text } of platformWords(language)) {
    if (text === '' || taken.has(`${fact} ${foldedWords(text).join(' ')}`) || /^\p{Nd}/u.test(text)) continue
    taken.add(`${fact} ${foldedWords(text).join(' ')}`)
    // "may" and "march" are English words too.
    add(text, { kind: fact, value }, fact === 'date' && language === 'en')
    if (!words && fact === 'date') add(`${stemOf(text)}*`, { kind: fact, value })
  }
  const setOf = (list: string | undefined) => new Set(foldedWords(list ?? ''))
  return {
    language,
    words,
    entries,
    stems,
    sourceEnds: setOf(words?.sourceEnds),
    beforePlaces: setOf(words?.beforePlaces),
    grammar: setOf(words?.grammar),
  }
}

function saysTheSame(known: Entry, entry: Entry): boolean {
  return known.kind === entry.kind && known.value === entry.value && known.rest.join(' ') === entry.rest.join(' ')
}

/** What stays of a month or weekday in a language that declines it, as far as one can tell: "marca", "marcu". */
function stemOf(text: string): string {
  const ending = text.length >= 6 ? 2 : /[aeiouyąęéíáúůěаяеиоуы]$/iu.test(text) ? 1 : 0
  return text.slice(0, Math.max(SHORTEST_STEM, text.length - ending))
}

const SHORTEST_STEM = 3 // letters

/** The folded words of a text, as tokens have them. */
function foldedWords(text: string): readonly string[] {
  // An elided word (n', d') is one only before another; alone it would be a letter and a sign.
  if (/^\p{L}+'$/u.test(text)) return [text.toLowerCase()]
  const vocabulary = createVocabulary()
  const tokeniser = createTokeniser(text, vocabulary)
  tokeniser.take(0, text.length)
  return Array.from(tokeniser.finish().words, word => vocabulary.words[vocabulary.words[word]!.fold]!.key)
}

type Add = (text: string, given: Pick<Entry, 'kind' | 'value'>) => void

function addOwn(words: FactWords, add: Add): void {
  const groups: readonly (readonly [Entry['kind'], string | undefined])[] = [
    ['ordinary', words.ordinary],
    ['negation', words.negation],
    ['quantifier', words.quantifiers],
    ['modal', words.modals],
    ['date', words.dates],
    ['unit', words.units],
    ['currency', words.currencies],
    ['attribution', words.speech],
    ['name', words.names],
  ]
  for (const [kind, list] of groups) {
    for (const group of listOf(list)) {
      const same = group.split('=')
      for (const text of same) add(text, { kind, value: same[0]!.replace(/[*#>]/g, '') })
    }
  }
  for (const [text, value] of valuesOf(words.numbers)) add(text, { kind: 'number', value })
  for (const [text, value] of valuesOf(words.joiners)) add(text, { kind: 'joiner', value })
  for (const title of listOf(words.titles)) {
    if (title.startsWith('-')) add(title.slice(1), { kind: 'title-after', value: title.slice(1) })
    else add(title, { kind: 'title', value: title })
  }
  for (const [axis, line] of words.opposites.split('\n').entries()) {
    for (const [side, list] of line.split(' / ').entries()) {
      for (const text of listOf(list)) add(text, { kind: 'opposite', value: `${axis} ${side}` })
    }
  }
}

function listOf(list: string | undefined): readonly string[] {
  return list?.split(/\s+/).filter(text => text !== '') ?? []
}

function valuesOf(list: string | undefined): readonly (readonly [string, string])[] {
  return listOf(list).map(entry => {
    const end = entry.lastIndexOf(':')
    const flag = entry.endsWith('#') ? '#' : ''
    return [entry.slice(0, end) + flag, entry.slice(end + 1).replace('#', '')]
  })
}
