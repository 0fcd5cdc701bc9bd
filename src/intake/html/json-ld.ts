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
  const roots = scripts.slice(0, MAX_SCRIPTS).map(parsed)
  const article = articleIn(roots)
  return article && detailsOf(article, thingsIn(roots))
}

const MAX_SCRIPTS = 20
const MAX_SCRIPT_LENGTH = 1_000_000 // UTF-16 units
const MAX_DEPTH = 6 // a graph in a list in a list

// Old pages hide their scripts from older browsers: in a comment, or in a section of XML.
const WRAPPED =
  /^\s*(?:\/\/|\/\*)?\s*<!(?:\[CDATA\[|--)(?:\s*\*\/)?([\s\S]*?)(?:\/\/|\/\*)?\s*(?:\]\]|--)>(?:\s*\*\/)?\s*$/

type Fields = Readonly<Record<string, unknown>>

function parsed(script: string): unknown {
  if (script.length > MAX_SCRIPT_LENGTH) return null
  try {
    return JSON.parse(script.replace(WRAPPED, '$1'))
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

type Things = ReadonlyMap<string, Fields>

/** What a graph describes by its name, so that others of it can point there. */
function thingsIn(value: unknown, things = new Map<string, Fields>(), depth = 0): Things {
  if (depth > MAX_DEPTH || things.size > MAX_THINGS) return things
  if (Array.isArray(value)) for (const item of value) thingsIn(item, things, depth + 1)
  if (!isFields(value)) return things
  const name = value['@id']
  if (typeof name === 'string' && value['name'] !== undefined && !things.has(name)) things.set(name, value)
  return thingsIn(value['@graph'], things, depth + 1)
}

const MAX_THINGS = 1000

function detailsOf(article: Fields, things: Things): LinkedDetails {
  return {
    headline: textIn(article['headline']) || textIn(article['name']),
    author: namesIn(article['author'], things).replace(/^by\s+/i, ''),
    publisher: namesIn(article['publisher'], things),
    published: textIn(article['datePublished']),
    modified: textIn(article['dateModified']),
    url: textIn(article['url']) || identityOf(article['mainEntityOfPage']),
    language: textIn(article['inLanguage']),
  }
}

function namesIn(value: unknown, things: Things): string {
  const names = listOf(value).map(person => {
    if (!isFields(person)) return textIn(person)
    return textIn(person['name']) || textIn(things.get(textIn(person['@id']))?.['name'])
  })
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
