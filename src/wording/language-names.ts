/** The English name of a language tag, such as `Persian` for `fa`; the tag itself where there is no name. */
export function languageName(tag: string): string {
  return NAMES.of(tag) ?? tag
}

/** The languages to choose from, by name; `current` is among them whatever it is. */
export function languageOptions(current: string): readonly { readonly value: string; readonly label: string }[] {
  const tags = new Set([...OFFERED_LANGUAGES.split(' '), current])
  return [...tags]
    .map(value => ({ value, label: languageName(value) }))
    .sort((a, b) => a.label.localeCompare(b.label, 'en'))
}

const NAMES = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' })

// Most read on the web or spoken by most people. Any other language of a detected or imported article is offered as well.
const OFFERED_LANGUAGES =
  'af am ar az bg bn bs ca cs cy da de el en es et eu fa fi fil fr ga gl gu ha he hi hr hu hy id ig is it ja ka kk km kn ' +
  'ko ku lo lt lv mk ml mn mr ms mt my nb ne nl pa pl ps pt ro ru si sk sl so sq sr sv sw ta te th tr uk ur uz vi yo zh zu'
