import type { FactWords } from './fact-words.ts'
import { ARABIC } from './words/arabic.ts'
import { CHINESE } from './words/chinese.ts'
import { ENGLISH } from './words/english.ts'
import { FRENCH } from './words/french.ts'
import { GERMAN } from './words/german.ts'
import { HEBREW } from './words/hebrew.ts'
import { HINDI } from './words/hindi.ts'
import { ITALIAN } from './words/italian.ts'
import { JAPANESE } from './words/japanese.ts'
import { PERSIAN } from './words/persian.ts'
import { PORTUGUESE } from './words/portuguese.ts'
import { RUSSIAN } from './words/russian.ts'
import { SPANISH } from './words/spanish.ts'

/** The languages whose words for facts are known; others have what the platform knows: numbers, dates, units, names. */
export const FACT_WORDS: Readonly<Record<string, FactWords>> = {
  ar: ARABIC,
  de: GERMAN,
  en: ENGLISH,
  es: SPANISH,
  fa: PERSIAN,
  fr: FRENCH,
  he: HEBREW,
  hi: HINDI,
  it: ITALIAN,
  ja: JAPANESE,
  pt: PORTUGUESE,
  ru: RUSSIAN,
  zh: CHINESE,
}
