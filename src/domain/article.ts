import * as v from 'valibot'
import { ArticleContentSchema } from './article-content.ts'
import { canonicalJson } from './canonical-json.ts'
import { DateTextSchema } from './annotation.ts'
import { HashSchema, TimestampSchema } from './identifiers.ts'

/** How an article came in. */
export const ORIGINS = ['supplied', 'pasted', 'file'] as const

/** What is under review. `id` is the hash of its first revision's text; `title` is that text's first heading. */
export const ArticleSchema = v.strictObject({
  id: HashSchema,
  edition: v.pipe(v.number(), v.integer(), v.minValue(1)),
  title: v.string(),
  origin: v.picklist(ORIGINS),
  sourceUrl: v.string(),
  published: DateTextSchema,
  language: v.pipe(v.string(), v.check(isLanguageTag, 'must be a language tag such as en')),
  captured: TimestampSchema,
})

/** One state of an article's text, named by the text's hash; `parent` is the revision it follows. None is overwritten. */
export const RevisionSchema = v.strictObject({
  hash: HashSchema,
  article: HashSchema,
  parent: v.nullable(HashSchema),
  content: ArticleContentSchema,
})

export type Article = Readonly<v.InferOutput<typeof ArticleSchema>>
export type Revision = Readonly<v.InferOutput<typeof RevisionSchema>>

/** Of two descriptions of the same article the later edition; of equal editions the same one on every device. */
export function laterArticle(a: Article, b: Article): Article {
  if (a.edition !== b.edition) return a.edition > b.edition ? a : b
  return canonicalJson(a) <= canonicalJson(b) ? a : b
}

/** Of two layouts of the same text the same one on every device. */
export function chosenRevision(a: Revision, b: Revision): Revision {
  return canonicalJson(a) <= canonicalJson(b) ? a : b
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
  const { script } = new Intl.Locale(language).maximize()
  return script !== undefined && RIGHT_TO_LEFT_SCRIPTS.has(script) ? 'rtl' : 'ltr'
}

// ISO 15924 codes of the scripts in present use that run from right to left.
const RIGHT_TO_LEFT_SCRIPTS = new Set(['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg', 'Mand', 'Samr'])
