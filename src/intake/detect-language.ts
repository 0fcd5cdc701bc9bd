/**
 * A suggestion for the language of a text, as a tag such as `en`, from its script and its commonest small words;
 * `en` when nothing tells. The person sees it and can change it.
 */
export function detectLanguage(text: string): string {
  const sample = text.slice(0, SAMPLE_LENGTH)
  const script = commonestScript(sample)
  return script ? script.languageOf(sample) : 'en'
}

const SAMPLE_LENGTH = 20_000 // UTF-16 units; small words are counted reliably long before

interface Script {
  readonly letters: RegExp
  languageOf(sample: string): string
}

const SCRIPTS: readonly Script[] = [
  { letters: /\p{Script=Latin}/gu, languageOf: latinLanguage },
  // Letters that Urdu, then Persian, added to the Arabic ones.
  { letters: /\p{Script=Arabic}/gu, languageOf: byLetters(['ur', /[ٹڈڑےں]/gu], ['fa', /[پچژگ]/gu], 'ar') },
  { letters: /\p{Script=Hebrew}/gu, languageOf: () => 'he' },
  { letters: /\p{Script=Cyrillic}/gu, languageOf: byLetters(['uk', /[іїєґ]/giu], 'ru') },
  { letters: /\p{Script=Greek}/gu, languageOf: () => 'el' },
  { letters: /\p{Script=Devanagari}/gu, languageOf: () => 'hi' },
  { letters: /\p{Script=Hangul}/gu, languageOf: () => 'ko' },
  // Japanese is written with Chinese characters and kana, Chinese without kana.
  {
    letters: /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/gu,
    languageOf: byLetters(['ja', /\p{Script=Hiragana}|\p{Script=Katakana}/gu], 'zh'),
  },
]

const SMALL_WORDS: Readonly<Record<string, ReadonlySet<string>>> = {
  en: wordSet('the of and to in is was that for on with by are from this which have it he at'),
  es: wordSet('el la los las de y que en un una por con para del se es su al como más'),
  fr: wordSet('le la les des et est une dans du que qui pour pas sur au avec il sont ce aux'),
  de: wordSet('der die das und ist nicht ein eine den von mit zu dem im auf für sich des wird auch'),
  it: wordSet('il che di e la un una per non sono della con del gli alla nel è dei più anche'),
  pt: wordSet('o a os as de e que do da em um uma não para com no na dos das é'),
}

// A stray name in a foreign alphabet or a loan word is not a language.
const TELLING_SHARE = 0.01 // of the letters of the script

function commonestScript(sample: string): Script | null {
  const counted = SCRIPTS.map(script => ({ script, count: countOf(script.letters, sample) }))
  const most = counted.reduce((a, b) => (b.count > a.count ? b : a))
  return most.count > 0 ? most.script : null
}

function byLetters(...choices: readonly [...(readonly [string, RegExp])[], string]): Script['languageOf'] {
  return sample => {
    const letters = countOf(/\p{L}/gu, sample)
    const told = choices.find(
      choice => typeof choice === 'string' || countOf(choice[1], sample) > letters * TELLING_SHARE,
    )
    return typeof told === 'string' ? told : told![0]
  }
}

function latinLanguage(sample: string): string {
  const words = sample.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []
  const counted = Object.entries(SMALL_WORDS).map(([language, small]) => ({
    language,
    count: words.filter(word => small.has(word)).length,
  }))
  return counted.reduce((a, b) => (b.count > a.count ? b : a)).language
}

function countOf(pattern: RegExp, text: string): number {
  return text.match(pattern)?.length ?? 0
}

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '))
}
