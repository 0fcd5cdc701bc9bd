/** The language tag as `Intl` accepts it; `und` (no language) when it accepts none, since a tag may come from anywhere. */
export function usableLanguage(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? 'und'
  } catch {
    return 'und'
  }
}
