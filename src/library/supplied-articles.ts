import * as v from 'valibot'
import { DateTextSchema } from '../domain/annotation.ts'
import { TimestampSchema } from '../domain/identifiers.ts'
import { createArticle } from '../intake/create-article.ts'
import { parsePlainText } from '../intake/parse-plain-text.ts'
import type { IncomingArticle } from '../store/review-state.ts'

/** The articles that come with the program, in the order of their file names. Throws when one of them is no article. */
export async function readSuppliedArticles(): Promise<readonly IncomingArticle[]> {
  return Promise.all(
    Object.keys(texts)
      .sort()
      .map(async path => {
        const about = path.replace(/\.txt$/, '.json')
        const readAbout = abouts[about]
        if (!readAbout) throw new Error(`${about} is missing.`)
        return suppliedArticle(path, await texts[path]!(), await readAbout())
      }),
  )
}

/** The article that a seed's text and its description (JSON) make. Throws when they make none; `path` names it then. */
export function suppliedArticle(path: string, text: string, about: string): IncomingArticle {
  const content = parsePlainText(text)
  if (!content.ok) throw new Error(`${path} is no article: ${content.problem.kind}`)
  return createArticle(content.value, { origin: 'supplied', ...v.parse(AboutSchema, JSON.parse(about)) })
}

// Lazily, so that a device that has its library already never loads them.
const texts = import.meta.glob<string>('../../seeds/*.txt', { query: '?raw', import: 'default' })
const abouts = import.meta.glob<string>('../../seeds/*.json', { query: '?raw', import: 'default' })

const AboutSchema = v.strictObject({
  language: v.string(),
  sourceUrl: v.string(),
  published: DateTextSchema,
  captured: TimestampSchema,
})
