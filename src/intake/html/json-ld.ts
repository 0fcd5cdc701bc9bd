/** What a page says of its article in JSON-LD (schema.org). What it does not say is an empty string. */
export interface LinkedDetails {
  readonly headline: string
  readonly author: string
  readonly publisher: string
  readonly published: string
  readonly modified: string
  readonly url: string
  readonly language: string
}

/** What the scripts of a page with type `application/ld+json` say of an article: the first that is about one. */
export function readLinkedData(scripts: readonly string[]): LinkedDetails | null {
  for (const script of scripts.slice(0, MAX_SCRIPTS)) {
    const article = articleIn(parsed(script))
    if (article) return detailsOf(article)
  }
  return null
}

const MAX_SCRIPTS = 20
const MAX_SCRIPT_LENGTH = 1_000_000 // UTF-16 units
const MAX_DEPTH = 6 // a graph in a list in a list

type Fields = Readonly<Record<string, unknown>>

function parsed(script: string): unknown {
  if (script.length > MAX_SCRIPT_LENGTH) return null
  try {
    return JSON.parse(script)
  } catch {
    return null // Pages have errors; others of their scripts may be fine.
  }
}

function articleIn(value: unknown, depth = 0): Fields | null {
  if (depth > MAX_DEPTH) return null
  if (Array.isArray(value)) {
    for (const item of value) {
      const article = articleIn(item, depth + 1)
      if (article) return article
    }
    return null
  }
  if (!isFields(value)) return null
  if (listOf(value['@type']).some(type => typeof type === 'string' && ARTICLE_TYPE.test(type))) return value
  return articleIn(value['@graph'], depth + 1)
}

// schema.org has some twenty kinds of article; they all end in one of these words.
const ARTICLE_TYPE = /(article|posting|report|review|statement)$/i

function detailsOf(article: Fields): LinkedDetails {
  return {
    headline: textIn(article['headline']) || textIn(article['name']),
    author: namesIn(article['author']),
    publisher: namesIn(article['publisher']),
    published: textIn(article['datePublished']),
    modified: textIn(article['dateModified']),
    url: textIn(article['url']) || identityOf(article['mainEntityOfPage']),
    language: textIn(article['inLanguage']),
  }
}

function namesIn(value: unknown): string {
  const names = listOf(value).map(person => textIn(isFields(person) ? person['name'] : person))
  return names.filter(name => name !== '' && !URL.canParse(name)).join(', ')
}

function identityOf(value: unknown): string {
  return textIn(isFields(value) ? value['@id'] : value)
}

function textIn(value: unknown): string {
  const [first] = listOf(value)
  return typeof first === 'string' ? first : ''
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : [value]
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
