import { directionOf } from '../domain/article.ts'
import { detectLanguage } from './detect-language.ts'

/**
 * The language of a text as a tag: the one that its file declares, in canonical form, unless that is none or is written in
 * the other direction; then a guess.
 */
export function languageOf(declared: string, text: string): string {
  const detected = detectLanguage(text)
  const tag = canonicalTag(declared)
  // Pages from templates declare the language of the template.
  return tag !== null && directionOf(tag) === directionOf(detected) ? tag : detected
}

function canonicalTag(declared: string): string | null {
  try {
    // Open Graph writes en_GB.
    return Intl.getCanonicalLocales(declared.trim().replaceAll('_', '-'))[0] ?? null
  } catch {
    return null // No language tag: the text itself will tell.
  }
}
