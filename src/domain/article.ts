import * as v from 'valibot'
import { ArticleContentSchema } from './article-content.ts'
import { canonicalJson } from './canonical-json.ts'
import { DateTextSchema } from './annotation.ts'
import { TextEditsSchema } from './text-edits.ts'
import { HashSchema, TimestampSchema, type TextHash } from './identifiers.ts'

/** How an article came in. */
export const ORIGINS = ['supplied', 'pasted', 'file'] as const

/** UTF-16 units of an author or a publisher: room for a page that names all who wrote it. */
export const MAX_NAME_LENGTH = 500

const NameSchema = v.pipe(v.string(), v.maxLength(MAX_NAME_LENGTH, `must have at most ${MAX_NAME_LENGTH} characters`))

/**
 * What is under review. `id` is the hash of its first revision's text; `title` is that text's first heading. Empty strings
 * stand for what is not known.
 */
export const ArticleSchema = v.strictObject({
  id: HashSchema,
  edition: v.pipe(v.number(), v.integer(), v.minValue(1)),
  title: v.string(),
  origin: v.picklist(ORIGINS),
  author: NameSchema,
  publisher: NameSchema,
  sourceUrl: v.string(),
  published: DateTextSchema,
  modified: DateTextSchema,
  language: v.pipe(v.string(), v.check(isLanguageTag, 'must be a language tag such as en')),
  captured: TimestampSchema,
})

/** What of an article's description a person can correct. The title is the text's own. */
export type ArticleDetails = Pick<Article, 'author' | 'publisher' | 'sourceUrl' | 'published' | 'modified' | 'language'>

/** What of an article can be corrected, as it is now. */
export function detailsOf({ author, publisher, sourceUrl, published, modified, language }: Article): ArticleDetails {
  return { author, publisher, sourceUrl, published, modified, language }
}

/** The next edition of an article's description. */
export function withDetails(article: Article, details: Partial<ArticleDetails>): Article {
  const { author, publisher } = { ...article, ...details }
  const names = { author: nameInOneLine(author), publisher: nameInOneLine(publisher) }
  return { ...article, ...details, ...names, edition: article.edition + 1 }
}

/** A name as an article keeps it: in one line, of bearable length, without halves of characters. */
export function nameInOneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim().slice(0, MAX_NAME_LENGTH).toWellFormed()
}

/** The parts of a description that the first programs did not keep. */
export const UNKNOWN_DETAILS = { author: '', publisher: '', modified: '' } as const

/** One state of an article's text, named by the text's hash; `parent` is the revision it follows. None is overwritten. */
export const RevisionSchema = v.strictObject({
  hash: HashSchema,
  article: HashSchema,
  parent: v.nullable(HashSchema),
  content: ArticleContentSchema,
  /** What was edited in the parent's text, where this one was made by an editor: it tells where words are now. */
  edits: v.optional(TextEditsSchema),
})

export type Article = Readonly<v.InferOutput<typeof ArticleSchema>>
export type Revision = Readonly<v.InferOutput<typeof RevisionSchema>>

/**
 * Of two descriptions of the same article the later edition. Of equal editions what either of them knows; where both say
 * something, the same on every device.
 */
export function laterArticle(a: Article, b: Article): Article {
  if (a.edition !== b.edition) return a.edition > b.edition ? a : b
  return {
    id: a.id,
    edition: a.edition,
    title: lesser(a.title, b.title),
    origin: lesser(a.origin, b.origin),
    author: known(a.author, b.author),
    publisher: known(a.publisher, b.publisher),
    sourceUrl: known(a.sourceUrl, b.sourceUrl),
    published: known(a.published, b.published),
    modified: known(a.modified, b.modified),
    language: lesser(a.language, b.language),
    captured: lesser(a.captured, b.captured),
  }
}

// Field by field each of these is a choice that does not depend on the order, so the whole does not either.
function known(a: string, b: string): string {
  return a === '' || b === '' ? a || b : lesser(a, b)
}

function lesser<Text extends string>(a: Text, b: Text): Text {
  return a <= b ? a : b
}

/** Of two layouts of the same text the same one on every device. */
export function chosenRevision(a: Revision, b: Revision): Revision {
  return canonicalJson(a) <= canonicalJson(b) ? a : b
}

/**
 * The revision with the most ancestors; of equally many the same one on every device. Throws when there is no revision.
 */
export function newestRevision(revisions: readonly Revision[]): Revision {
  const byHash = new Map(revisions.map(revision => [revision.hash, revision]))
  const ancestors = revisions.map(revision => countAncestors(revision, byHash))
  return revisions.reduce((newest, revision, index) => {
    const lead = ancestors[index]! - ancestors[revisions.indexOf(newest)]!
    return lead > 0 || (lead === 0 && revision.hash > newest.hash) ? revision : newest
  })
}

/** Two devices may have followed two texts in opposite order: a line of descent can then close, and ends there. */
function countAncestors(revision: Revision, byHash: ReadonlyMap<TextHash, Revision>): number {
  const line = new Set<Revision>()
  let at: Revision | undefined = revision
  while (at && !line.has(at)) {
    line.add(at)
    at = at.parent === null ? undefined : byHash.get(at.parent)
  }
  return line.size
}

/** Whether a text is a language tag (BCP 47) that the platform understands. */
function isLanguageTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1
  } catch {
    return false
  }
}

/** Whether a language is written from right to left. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  const known = DIRECTIONS.get(language)
  if (known) return known
  const { script } = new Intl.Locale(language).maximize()
  const direction = script !== undefined && RIGHT_TO_LEFT_SCRIPTS.has(script) ? 'rtl' : 'ltr'
  DIRECTIONS.set(language, direction)
  return direction
}

// Asked at every key; to ask the browser takes a third of a millisecond.
const DIRECTIONS = new Map<string, 'ltr' | 'rtl'>()

// ISO 15924 codes of the scripts in present use that run from right to left.
const RIGHT_TO_LEFT_SCRIPTS = new Set(['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg', 'Mand', 'Samr'])
